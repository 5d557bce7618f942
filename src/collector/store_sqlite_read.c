/* store_sqlite_read - the reading half of the SQLite store. Statements are made for each call: the connection
 * is shared by threads, and one visit may start another. */
#include "collector/store_sqlite.h"

static koord_text text_at(sqlite3_stmt *statement, int column)
{
    const char *at = (const char *)sqlite3_column_text(statement, column);
    return (koord_text){ at, (uint32_t)sqlite3_column_bytes(statement, column) };
}

static sqlite3_stmt *statement_of(store *s, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    return sqlite3_prepare_v2(s->read, sql, -1, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

/* Lets go of the statement; the count of rows, or -1 where they ended with an error. */
static int64_t done(sqlite3_stmt *statement, int last_step, int64_t count)
{
    sqlite3_finalize(statement);
    return last_step == SQLITE_DONE ? count : -1;
}

int64_t store_changed(store *s)
{
    sqlite3_stmt *statement = statement_of(s, "SELECT coalesce(max(changed),0) FROM sessions");
    int64_t changed = -1;
    if (statement && sqlite3_step(statement) == SQLITE_ROW) changed = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return changed;
}

static stored_session session_at(sqlite3_stmt *statement)
{
    return (stored_session){ .row = sqlite3_column_int64(statement, 0),
                             .session = text_at(statement, 1),
                             .site = text_at(statement, 2),
                             .visitor = text_at(statement, 3),
                             .started = sqlite3_column_int64(statement, 4),
                             .last = sqlite3_column_int64(statement, 5),
                             .changed = sqlite3_column_int64(statement, 6),
                             .staff = sqlite3_column_int(statement, 7) };
}

#define SESSIONS                                                                                             \
    "SELECT row,session,site,visitor,started,last,changed,staff FROM sessions"                               \
    " WHERE (?1 IS NULL OR site=?1) AND (?8<0 OR staff=?8)"

/* One a way of asking, for each goes by its own index. */
static const char *sessions_sql(const store_filter *filter)
{
    if (filter->session.size) return SESSIONS " AND session=?2 ORDER BY started DESC,row DESC LIMIT ?5";
    if (filter->visitor.size) return SESSIONS " AND visitor=?6 ORDER BY started DESC,row DESC LIMIT ?5";
    if (filter->since >= 0) return SESSIONS " AND changed>?7 ORDER BY changed LIMIT ?5";
    return SESSIONS " AND (started,row)<(?3,?4) ORDER BY started DESC,row DESC LIMIT ?5";
}

int64_t store_sessions(store *s, const store_filter *filter, store_session_visit *visit, void *to)
{
    sqlite3_stmt *statement = statement_of(s, sessions_sql(filter));
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    store_bind_text(statement, 1, filter->site);
    store_bind_text(statement, 2, filter->session);
    sqlite3_bind_int64(statement, 3, filter->before);
    sqlite3_bind_int64(statement, 4, filter->before_row);
    sqlite3_bind_int64(statement, 5, filter->limit);
    store_bind_text(statement, 6, filter->visitor);
    sqlite3_bind_int64(statement, 7, filter->since);
    sqlite3_bind_int(statement, 8, filter->staff);
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++) {
        stored_session session = session_at(statement);
        visit(to, &session);
    }
    return done(statement, step, count);
}

int64_t store_pages(store *s, int64_t session, store_page_visit *visit, void *to)
{
    sqlite3_stmt *statement = statement_of(s, "SELECT nonce,trail,counters,origin FROM pages WHERE session=?1"
                                              " ORDER BY since,row");
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    sqlite3_bind_int64(statement, 1, session);
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++) {
        stored_page page = { .nonce = text_at(statement, 0),
                             .trail = text_at(statement, 1),
                             .counters = text_at(statement, 2),
                             .origin = sqlite3_column_int64(statement, 3) };
        visit(to, &page);
    }
    return done(statement, step, count);
}

int64_t store_records(store *s, int64_t session, store_record_visit *visit, void *to)
{
    sqlite3_stmt *statement =
        statement_of(s, "SELECT r.body,r.kind,p.trail,p.nonce,r.id,p.origin+r.t"
                        " FROM (SELECT trail,min(since) AS began FROM pages WHERE session=?1"
                        " GROUP BY trail) AS o"
                        " JOIN pages p ON p.trail=o.trail AND p.session=?1"
                        " JOIN records r ON r.page=p.row"
                        " ORDER BY o.began,p.trail,r.id,p.row");
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    sqlite3_bind_int64(statement, 1, session);
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++) {
        stored_record record = { .body = text_at(statement, 0),
                                 .kind = text_at(statement, 1),
                                 .trail = text_at(statement, 2),
                                 .nonce = text_at(statement, 3),
                                 .id = (uint32_t)sqlite3_column_int64(statement, 4),
                                 .at = sqlite3_column_int64(statement, 5) };
        visit(to, &record);
    }
    return done(statement, step, count);
}

int64_t store_ids(store *s, koord_text nonce, koord_text trail, int64_t most, store_id_visit *visit, void *to)
{
    sqlite3_stmt *statement = statement_of(s, "SELECT r.id FROM pages p JOIN records r ON r.page=p.row"
                                              " WHERE p.nonce=?1 AND p.trail=?2 ORDER BY r.id LIMIT ?3");
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    store_bind_text(statement, 1, nonce);
    store_bind_text(statement, 2, trail);
    sqlite3_bind_int64(statement, 3, most);
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++)
        visit(to, (uint32_t)sqlite3_column_int64(statement, 0));
    return done(statement, step, count);
}

int64_t store_counters(store *s, koord_text site, int64_t since, store_counters_visit *visit, void *to)
{
    sqlite3_stmt *statement =
        statement_of(s, "SELECT p.counters FROM sessions s JOIN pages p ON p.session=s.row"
                        " WHERE s.started>=?2 AND (?1 IS NULL OR s.site=?1) AND p.counters IS NOT NULL");
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    store_bind_text(statement, 1, site);
    sqlite3_bind_int64(statement, 2, since);
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++) visit(to, text_at(statement, 0));
    return done(statement, step, count);
}
