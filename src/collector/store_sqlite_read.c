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

int64_t store_sessions(store *s, const store_filter *filter, store_session_visit *visit, void *to)
{
    sqlite3_stmt *statement =
        statement_of(s, "SELECT row,session,site,visitor,started,last FROM sessions"
                        " WHERE (?1 IS NULL OR site=?1) AND (?2 IS NULL OR session=?2)"
                        " AND (started,row)<(?3,?4) ORDER BY started DESC,row DESC LIMIT ?5");
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    store_bind_text(statement, 1, filter->site);
    store_bind_text(statement, 2, filter->session);
    sqlite3_bind_int64(statement, 3, filter->before);
    sqlite3_bind_int64(statement, 4, filter->before_row);
    sqlite3_bind_int64(statement, 5, filter->limit);
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++) {
        stored_session session = { .row = sqlite3_column_int64(statement, 0),
                                   .session = text_at(statement, 1),
                                   .site = text_at(statement, 2),
                                   .visitor = text_at(statement, 3),
                                   .started = sqlite3_column_int64(statement, 4),
                                   .last = sqlite3_column_int64(statement, 5) };
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
        statement_of(s, "SELECT r.body,r.kind,p.trail,p.nonce,r.id"
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
                                 .id = (uint32_t)sqlite3_column_int64(statement, 4) };
        visit(to, &record);
    }
    return done(statement, step, count);
}
