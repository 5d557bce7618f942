/* store_sqlite_schema - the tables, and the steps from those of older collectors. */
#include "collector/store_sqlite.h"
#include <stdio.h>

/* A step is never changed once it was released: it is what older files went through. `changed` numbers the
 * changes of sessions in the order in which they were written; `erased` holds who asked to be forgotten;
 * `staff` is 1 where the address or a `session` fact says that these are the shop's own people. */
static const char *const steps[] = {
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
    "PRAGMA user_version=1;",

    "ALTER TABLE sessions ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;"
    "UPDATE sessions SET changed=row;"
    "CREATE INDEX sessions_changed ON sessions(changed);"
    "CREATE INDEX sessions_visitor ON sessions(visitor) WHERE visitor IS NOT NULL;"
    "CREATE TABLE erased(visitor TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;"
    "PRAGMA user_version=2;",

    ("CREATE INDEX IF NOT EXISTS records_survey ON records(page, id) WHERE kind='survey';"
     "PRAGMA user_version=3;"),

    ("ALTER TABLE sessions ADD COLUMN staff INTEGER NOT NULL DEFAULT 0;"
     "UPDATE sessions SET staff=1 WHERE row IN (SELECT p.session FROM records r JOIN pages p ON p.row=r.page"
     " WHERE r.kind='session' AND json_valid(r.body) AND json_extract(r.body,'$.staff')=1);"
     "PRAGMA user_version=4;"),
};

enum { SCHEMA = sizeof steps / sizeof steps[0] };

/* A transaction around it: of two collectors that start on a new file, one makes the tables. */
int store_ensure_schema(store *s, char *why, size_t size)
{
    int64_t version = -1;
    if (!store_run(s, "BEGIN IMMEDIATE") || !store_number(s, "PRAGMA user_version", &version)) return 0;
    if (version < 0 || version > SCHEMA) {
        snprintf(why, size, "its format is %d and this collector writes %d: use the collector that made it",
                 (int)version, (int)SCHEMA);
        return 0;
    }
    for (; version < SCHEMA; version++)
        if (!store_run(s, steps[version])) return 0;
    return store_run(s, "COMMIT");
}
