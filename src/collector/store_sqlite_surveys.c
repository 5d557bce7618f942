/* store_sqlite_surveys - what was answered to surveys, counted where it lies. Each statement begins with the
 * few records that are about surveys, which have an index of their own. */
#include "collector/store_sqlite.h"

static koord_text text_at(sqlite3_stmt *statement, int column)
{
    const char *at = (const char *)sqlite3_column_text(statement, column);
    return (koord_text){ at ? at : "", (uint32_t)sqlite3_column_bytes(statement, column) };
}

static sqlite3_stmt *statement_of(store *s, const char *sql, koord_text site, int64_t since)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(s->read, sql, -1, &statement, NULL) != SQLITE_OK) return NULL;
    store_bind_text(statement, 1, site);
    if (sqlite3_bind_parameter_count(statement) > 1) sqlite3_bind_int64(statement, 2, since);
    return statement;
}

static int64_t done(sqlite3_stmt *statement, int last_step, int64_t count)
{
    sqlite3_finalize(statement);
    return last_step == SQLITE_DONE ? count : -1;
}

/* Of each question the newest answer counts: who goes back may think better of it. With max(), SQLite takes
 * the other columns from the row that has it. */
#define NEWEST                                                                                               \
    "SELECT p.session,p.trail,json_extract(r.body,'$.decision') AS decision,"                                \
    "json_extract(r.body,'$.judged') AS judged,max(r.id)"                                                    \
    " FROM records r JOIN pages p ON r.page=p.row JOIN sessions s ON p.session=s.row"                        \
    " WHERE r.kind='survey' AND NOT s.staff AND s.started>=?2 AND (?1 IS NULL OR s.site=?1)"                 \
    " AND json_extract(r.body,'$.judged') IN (0,1)"                                                          \
    " GROUP BY p.session,p.trail,decision,json_extract(r.body,'$.question')"

/* From the answer to the decision that asked, and from there to the signal that it rests on: of one trail
 * all. */
#define OF_TRAIL(page, record, kind, id)                                                                     \
    " JOIN pages " #page " ON " #page ".session=a.session AND " #page ".trail=a.trail"                       \
    " JOIN records " #record " ON " #record ".page=" #page ".row AND " #record ".kind='" kind "'"            \
    " AND " #record ".id=" id

int64_t store_judgements(store *s, koord_text site, int64_t since, store_judgement_visit *visit, void *to)
{
    sqlite3_stmt *statement = statement_of(
        s,
        "SELECT json_extract(g.body,'$.signal') AS signal,json_extract(g.body,'$.variant') AS variant,"
        "sum(a.judged=1),sum(a.judged=0) FROM (" NEWEST ") a" OF_TRAIL(dp, d, "decision", "a.decision")
            OF_TRAIL(gp, g, "signal", "json_extract(d.body,'$.signal')") " GROUP BY 1,2 ORDER BY 1,2",
        site, since);
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++) {
        stored_judgement found = { .signal = text_at(statement, 0),
                                   .variant = text_at(statement, 1),
                                   .right = sqlite3_column_int64(statement, 2),
                                   .wrong = sqlite3_column_int64(statement, 3) };
        visit(to, &found);
    }
    return done(statement, step, count);
}

int64_t store_answers(store *s, koord_text site, store_answers_visit *visit, void *to)
{
    sqlite3_stmt *statement = statement_of(
        s,
        "SELECT survey,count(*) FROM (SELECT DISTINCT p.session,p.trail,"
        "json_extract(r.body,'$.decision'),json_extract(r.body,'$.survey') AS survey"
        " FROM records r JOIN pages p ON r.page=p.row JOIN sessions s ON p.session=s.row"
        " WHERE r.kind='survey' AND NOT s.staff AND s.site=?1"
        " AND json_extract(r.body,'$.phase')='answered') WHERE survey IS NOT NULL GROUP BY survey",
        site, 0);
    int64_t count = 0;
    int step;
    if (!statement) return -1;
    for (; (step = sqlite3_step(statement)) == SQLITE_ROW; count++)
        visit(to, text_at(statement, 0), sqlite3_column_int64(statement, 1));
    return done(statement, step, count);
}
