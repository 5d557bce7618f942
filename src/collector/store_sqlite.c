/* store_sqlite - the store in one SQLite file: opening it, transactions, and saving a batch.
 *
 * Write-ahead log, and synchronous=FULL: with NORMAL a commit that was acknowledged is lost with the power.
 * Within WAL a commit then costs one fsync, which the writer thread shares among all batches that wait. */
#include "collector/store_sqlite.h"
#include <stdio.h>
#include <stdlib.h>

enum { OPEN_MS = 5000, READ_MS = 5000 };

/* Of several estimates of when a page began the earliest is the best, for its batch was the fastest; one that
 * lies more than a minute before the others comes of a clock that somebody set. */
#define EARLIER(column)                                                                                      \
    column "=CASE WHEN " column "-excluded." column " BETWEEN 0 AND 60000 THEN excluded." column             \
           " ELSE " column " END"

/* A session keeps the visitor whom it was first said to be of: nobody else's batch can claim it. One that was
 * ever the shop's own stays so. */
static const char *const sql[STORE_STATEMENTS] = {
    [STORE_SESSION] =
        "INSERT INTO sessions(site,session,visitor,started,last,staff) VALUES(?1,?2,?3,?4,?5,?6)"
        " ON CONFLICT(session,site) DO UPDATE SET visitor=coalesce(visitor,excluded.visitor),"
        " last=max(last,excluded.last),staff=max(staff,excluded.staff) RETURNING row",
    [STORE_PAGE] = "INSERT INTO pages(session,nonce,trail,origin,since,counters) VALUES(?1,?2,?3,?4,?5,?6)"
                   " ON CONFLICT(nonce,session,trail) DO UPDATE SET " EARLIER(
                       "origin") ","
                                 " since=min(since,excluded.since), "
                                 "counters=coalesce(excluded.counters,counters) RETURNING row",
    [STORE_SPAN] = ("UPDATE sessions SET started=(SELECT min(origin) FROM pages WHERE session=?1),"
                    " changed=?2 WHERE row=?1"),
    [STORE_RECORD] = "INSERT OR IGNORE INTO records(page,id,t,kind,body) VALUES(?1,?2,?3,?4,?5)",
    [STORE_ERASED] = "SELECT 1 FROM erased WHERE visitor=?1",
    [STORE_ERASE] = "INSERT INTO erased(visitor,at) VALUES(?1,?2) ON CONFLICT DO UPDATE SET at=excluded.at",
    [STORE_OF_VISITOR] = "SELECT row FROM sessions WHERE visitor=?1 LIMIT 1",
    [STORE_OLDEST] = "SELECT row FROM sessions WHERE started<?1 AND last<?1 ORDER BY started LIMIT 1",
    [STORE_FORGET_RECORDS] = "DELETE FROM records WHERE page IN (SELECT row FROM pages WHERE session=?1)",
    [STORE_FORGET_PAGES] = "DELETE FROM pages WHERE session=?1",
    [STORE_FORGET_SESSION] = "DELETE FROM sessions WHERE row=?1",
    [STORE_FORGET_ERASED] = "DELETE FROM erased WHERE at<?1",
};

void store_bind_text(sqlite3_stmt *statement, int at, koord_text text)
{
    if (text.size)
        sqlite3_bind_text(statement, at, text.at, (int)text.size, SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, at);
}

int store_run(store *s, const char *text)
{
    return sqlite3_exec(s->write, text, NULL, NULL, NULL) == SQLITE_OK;
}

int store_finish(sqlite3_stmt *statement, int64_t *number)
{
    int step = sqlite3_step(statement);
    if (step == SQLITE_ROW) {
        if (number) *number = sqlite3_column_int64(statement, 0);
        step = sqlite3_step(statement);
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return step == SQLITE_DONE;
}

int store_number(store *s, const char *text, int64_t *number)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(s->write, text, -1, &statement, NULL) != SQLITE_OK) return 0;
    int well = store_finish(statement, number);
    sqlite3_finalize(statement);
    return well;
}

static int prepare(store *s)
{
    for (int i = 0; i < STORE_STATEMENTS; i++)
        if (sqlite3_prepare_v3(s->write, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &s->statements[i], NULL) !=
            SQLITE_OK)
            return 0;
    return store_number(s, "SELECT coalesce(max(changed),0) FROM sessions", &s->changed);
}

/* secure_delete: what is erased is written over, and not only unlinked. */
static int open_both(store *s, const char *path, char *why, size_t size)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    if (sqlite3_open_v2(path, &s->write, flags, NULL) != SQLITE_OK) return 0;
    sqlite3_busy_timeout(s->write, OPEN_MS);
    if (!store_run(s, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                      "PRAGMA secure_delete=ON"))
        return 0;
    if (!store_ensure_schema(s, why, size) || !prepare(s)) return 0;
    if (sqlite3_open_v2(path, &s->read, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK)
        return 0;
    sqlite3_busy_timeout(s->read, READ_MS);
    return sqlite3_exec(s->read, "PRAGMA query_only=ON", NULL, NULL, NULL) == SQLITE_OK;
}

/* SQLite's own words, and what to do where they do not say it. */
static void say_why(sqlite3 *of, char *why, size_t size)
{
    int code = of ? sqlite3_errcode(of) : SQLITE_NOMEM;
    const char *mend = code == SQLITE_CANTOPEN
                           ? "; name a file in a folder that exists, and that we may write to"
                       : code == SQLITE_READONLY ? "; give us leave to write to it and to its folder"
                       : code == SQLITE_NOTADB   ? "; name another file, or none that is there"
                                                 : "";
    snprintf(why, size, "%s%s", of ? sqlite3_errmsg(of) : "out of memory", mend);
}

store *store_open(const char *path, char *why, size_t size)
{
    store *s = calloc(1, sizeof *s);
    if (!s) return snprintf(why, size, "out of memory"), NULL;
    *why = '\0';
    if (open_both(s, path, why, size)) return s;
    if (!*why) say_why(s->read ? s->read : s->write, why, size);
    store_close(s);
    return NULL;
}

/* The last connection to close moves the write-ahead log into the file and removes it. */
void store_close(store *s)
{
    for (int i = 0; i < STORE_STATEMENTS; i++) sqlite3_finalize(s->statements[i]);
    sqlite3_close(s->read);
    sqlite3_close(s->write);
    free(s);
}

int store_begin(store *s, int wait_ms)
{
    sqlite3_busy_timeout(s->write, wait_ms);
    return store_run(s, "BEGIN IMMEDIATE");
}

int store_commit(store *s)
{
    return store_run(s, "COMMIT");
}

void store_rollback(store *s)
{
    if (!sqlite3_get_autocommit(s->write)) store_run(s, "ROLLBACK");
}

const char *store_why(const store *s)
{
    return sqlite3_errmsg(s->write);
}

/* What one page's records of a batch say about time, by our clock. */
typedef struct span {
    int64_t origin, last;
    uint32_t since;
    uint32_t count;
} span;

/* The sender's clock is off by what it said when the batch left, less the way here. Nothing happened in the
 * future. */
static span span_of(const intake *in, uint32_t page, int64_t received)
{
    int64_t origin = in->pages[page].origin + received - in->sent;
    span s = { origin < 0 ? 0 : origin > received ? received : origin, 0, UINT32_MAX, 0 };
    uint32_t latest = 0;
    for (uint32_t i = 0; i < in->record_count; i++) {
        if (in->records[i].page != page) continue;
        uint32_t t = in->records[i].t;
        s.count++;
        s.since = t < s.since ? t : s.since;
        latest = t > latest ? t : latest;
    }
    s.last = s.origin + latest > received ? received : s.origin + latest;
    return s;
}

static int save_session(store *s, const intake *in, const intake_page *page, const span *when, int64_t *row)
{
    sqlite3_stmt *statement = s->statements[STORE_SESSION];
    store_bind_text(statement, 1, in->site);
    store_bind_text(statement, 2, page->session);
    store_bind_text(statement, 3, page->visitor);
    sqlite3_bind_int64(statement, 4, when->origin);
    sqlite3_bind_int64(statement, 5, when->last);
    sqlite3_bind_int(statement, 6, in->staff || page->staff);
    return store_finish(statement, row);
}

/* Numbers that rise for ever, also over a restart after the newest session was erased: they keep up with the
 * clock. */
static int mark_change(store *s, int64_t session, int64_t received)
{
    s->changed = received > s->changed ? received : s->changed + 1;
    sqlite3_bind_int64(s->statements[STORE_SPAN], 1, session);
    sqlite3_bind_int64(s->statements[STORE_SPAN], 2, s->changed);
    return store_finish(s->statements[STORE_SPAN], NULL);
}

static int save_page(store *s, const intake_page *page, int64_t session, const span *when,
                     koord_text counters, int64_t *row)
{
    sqlite3_stmt *statement = s->statements[STORE_PAGE];
    sqlite3_bind_int64(statement, 1, session);
    store_bind_text(statement, 2, page->nonce);
    store_bind_text(statement, 3, page->trail);
    sqlite3_bind_int64(statement, 4, when->origin);
    sqlite3_bind_int64(statement, 5, when->since);
    store_bind_text(statement, 6, counters);
    return store_finish(statement, row);
}

static int save_record(store *s, int64_t page, const intake_record *record)
{
    sqlite3_stmt *statement = s->statements[STORE_RECORD];
    sqlite3_bind_int64(statement, 1, page);
    sqlite3_bind_int64(statement, 2, record->id);
    sqlite3_bind_int64(statement, 3, record->t);
    store_bind_text(statement, 4, record->kind);
    store_bind_text(statement, 5, record->body);
    return store_finish(statement, NULL);
}

static int save_records(store *s, const intake *in, uint32_t page, int64_t row, store_count *count)
{
    for (uint32_t i = 0; i < in->record_count; i++) {
        if (in->records[i].page != page) continue;
        if (!save_record(s, row, &in->records[i])) return 0;
        *(sqlite3_changes(s->write) ? &count->stored : &count->known) += 1;
    }
    return 1;
}

/* A page of which every record was refused leaves no trace. */
static int save_one(store *s, intake *in, uint32_t i, int64_t received, store_count *count)
{
    intake_page *page = &in->pages[i];
    span when = span_of(in, i, received);
    koord_text counters = i + 1 == in->page_count ? in->counters : (koord_text){ NULL, 0 };
    int64_t session = 0, row = 0;
    if (!when.count) return 1;
    if (!store_is_erased(s, page->visitor, &page->erased)) return 0;
    if (page->erased) return count->erased += when.count, 1;
    return save_session(s, in, page, &when, &session) && save_page(s, page, session, &when, counters, &row) &&
           mark_change(s, session, received) && save_records(s, in, i, row, count);
}

int store_save(store *s, intake *in, int64_t received, store_count *count)
{
    for (uint32_t i = 0; i < in->page_count; i++)
        if (!save_one(s, in, i, received, count)) return 0;
    return 1;
}
