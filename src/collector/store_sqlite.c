/* store_sqlite - the store in one SQLite file: opening it, and the writing half.
 *
 * Write-ahead log, and synchronous=FULL: with NORMAL a commit that was acknowledged is lost with the power.
 * Within WAL a commit then costs one fsync, which the writer thread shares among all batches that wait. */
#include "collector/store_sqlite.h"
#include <stdio.h>
#include <stdlib.h>

enum { SCHEMA = 1, BUSY_MS = 5000 };

static const char schema[] =
    "CREATE TABLE sessions(row INTEGER PRIMARY KEY, site TEXT NOT NULL, session TEXT NOT NULL, visitor TEXT,"
    " started INTEGER NOT NULL, last INTEGER NOT NULL, UNIQUE(session, site));"
    "CREATE INDEX sessions_started ON sessions(started, row);"
    "CREATE TABLE pages(row INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES sessions(row),"
    " nonce TEXT NOT NULL, trail TEXT NOT NULL, origin INTEGER NOT NULL, since INTEGER NOT NULL, counters "
    "TEXT,"
    " UNIQUE(nonce, session, trail));"
    "CREATE INDEX pages_session ON pages(session);"
    "CREATE TABLE records(page INTEGER NOT NULL REFERENCES pages(row), id INTEGER NOT NULL, t INTEGER NOT "
    "NULL,"
    " kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(page, id)) WITHOUT ROWID;"
    "PRAGMA user_version=1;";

/* Of several estimates of when a page began the earliest is the best, for its batch was the fastest; one that
 * lies more than a minute before the others comes of a clock that somebody set. */
#define EARLIER(column)                                                                                      \
    column "=CASE WHEN " column "-excluded." column " BETWEEN 0 AND 60000 THEN excluded." column             \
           " ELSE " column " END"

static const char *const sql[STORE_STATEMENTS] = {
    [STORE_SESSION] = "INSERT INTO sessions(site,session,visitor,started,last) VALUES(?1,?2,?3,?4,?5)"
                      " ON CONFLICT(session,site) DO UPDATE SET visitor=coalesce(excluded.visitor,visitor),"
                      " last=max(last,excluded.last) RETURNING row",
    [STORE_PAGE] = "INSERT INTO pages(session,nonce,trail,origin,since,counters) VALUES(?1,?2,?3,?4,?5,?6)"
                   " ON CONFLICT(nonce,session,trail) DO UPDATE SET " EARLIER(
                       "origin") ","
                                 " since=min(since,excluded.since), "
                                 "counters=coalesce(excluded.counters,counters) RETURNING row",
    [STORE_SPAN] =
        "UPDATE sessions SET started=(SELECT min(origin) FROM pages WHERE session=?1) WHERE row=?1",
    [STORE_RECORD] = "INSERT OR IGNORE INTO records(page,id,t,kind,body) VALUES(?1,?2,?3,?4,?5)",
};

void store_bind_text(sqlite3_stmt *statement, int at, koord_text text)
{
    if (text.size)
        sqlite3_bind_text(statement, at, text.at, (int)text.size, SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, at);
}

static int run(store *s, const char *text)
{
    return sqlite3_exec(s->write, text, NULL, NULL, NULL) == SQLITE_OK;
}

/* Steps to the end; *number, where given, is the first column of the only row. */
static int finish(sqlite3_stmt *statement, int64_t *number)
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

static int schema_version(store *s)
{
    sqlite3_stmt *statement;
    int64_t version = -1;
    if (sqlite3_prepare_v2(s->write, "PRAGMA user_version", -1, &statement, NULL) != SQLITE_OK) return -1;
    finish(statement, &version);
    sqlite3_finalize(statement);
    return (int)version;
}

/* A transaction around it: of two collectors that start on a new file, one makes the tables. */
static int ensure_schema(store *s, char *why, size_t size)
{
    if (!run(s, "BEGIN IMMEDIATE")) return 0;
    int version = schema_version(s);
    if (version == 0 && run(s, schema)) version = SCHEMA;
    if (version != SCHEMA && version > 0)
        snprintf(why, size, "its format is %d and this collector writes %d: use the collector that made it",
                 version, SCHEMA);
    return run(s, "COMMIT") && version == SCHEMA;
}

static int prepare(store *s)
{
    for (int i = 0; i < STORE_STATEMENTS; i++)
        if (sqlite3_prepare_v3(s->write, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &s->statements[i], NULL) !=
            SQLITE_OK)
            return 0;
    return 1;
}

static int open_both(store *s, const char *path, char *why, size_t size)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    if (sqlite3_open_v2(path, &s->write, flags, NULL) != SQLITE_OK) return 0;
    sqlite3_busy_timeout(s->write, BUSY_MS);
    if (!run(s, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON")) return 0;
    if (!ensure_schema(s, why, size) || !prepare(s)) return 0;
    if (sqlite3_open_v2(path, &s->read, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK)
        return 0;
    sqlite3_busy_timeout(s->read, BUSY_MS);
    return sqlite3_exec(s->read, "PRAGMA query_only=ON", NULL, NULL, NULL) == SQLITE_OK;
}

store *store_open(const char *path, char *why, size_t size)
{
    store *s = calloc(1, sizeof *s);
    if (!s) return snprintf(why, size, "out of memory"), NULL;
    *why = '\0';
    if (open_both(s, path, why, size)) return s;
    if (!*why) snprintf(why, size, "%s", sqlite3_errmsg(s->read ? s->read : s->write));
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

int store_begin(store *s)
{
    return run(s, "BEGIN IMMEDIATE");
}

int store_commit(store *s)
{
    return run(s, "COMMIT");
}

void store_rollback(store *s)
{
    if (!sqlite3_get_autocommit(s->write)) run(s, "ROLLBACK");
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
    return finish(statement, row);
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
    if (!finish(statement, row)) return 0;
    sqlite3_bind_int64(s->statements[STORE_SPAN], 1, session);
    return finish(s->statements[STORE_SPAN], NULL);
}

static int save_record(store *s, int64_t page, const intake_record *record)
{
    sqlite3_stmt *statement = s->statements[STORE_RECORD];
    sqlite3_bind_int64(statement, 1, page);
    sqlite3_bind_int64(statement, 2, record->id);
    sqlite3_bind_int64(statement, 3, record->t);
    store_bind_text(statement, 4, record->kind);
    store_bind_text(statement, 5, record->body);
    return finish(statement, NULL);
}

/* A page of which every record was refused leaves no trace. */
int store_save(store *s, const intake *in, int64_t received, uint64_t *stored, uint64_t *known)
{
    uint32_t next = 0; /* the records stand in the order of their pages */
    for (uint32_t i = 0; i < in->page_count; i++) {
        span when = span_of(in, i, received);
        koord_text counters = i + 1 == in->page_count ? in->counters : (koord_text){ NULL, 0 };
        int64_t session = 0, page = 0;
        if (!when.count) continue;
        if (!save_session(s, in, &in->pages[i], &when, &session)) return 0;
        if (!save_page(s, &in->pages[i], session, &when, counters, &page)) return 0;
        for (; next < in->record_count && in->records[next].page == i; next++) {
            if (!save_record(s, page, &in->records[next])) return 0;
            *(sqlite3_changes(s->write) ? stored : known) += 1;
        }
    }
    return 1;
}
