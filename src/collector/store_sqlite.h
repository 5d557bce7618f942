/* store_sqlite.h - what the parts of the SQLite store share. */
#ifndef COLLECTOR_STORE_SQLITE_H
#define COLLECTOR_STORE_SQLITE_H

#include "collector/store.h"
#include <sqlite3.h>

enum {
    STORE_SESSION,
    STORE_PAGE,
    STORE_SPAN,
    STORE_RECORD,
    STORE_ERASED,
    STORE_ERASE,
    STORE_OF_VISITOR,
    STORE_OLDEST,
    STORE_FORGET_RECORDS,
    STORE_FORGET_PAGES,
    STORE_FORGET_SESSION,
    STORE_FORGET_ERASED,
    STORE_STATEMENTS
};

struct store {
    sqlite3 *write;
    sqlite3 *read; /* its own connection: a reader never waits for the writer, nor the writer for a reader */
    sqlite3_stmt *statements[STORE_STATEMENTS]; /* of the writing half */
    int64_t changed;                            /* the highest number that marks a change of a session */
};

/* Makes the tables in a new file, and brings those of an older collector up to date. 0 with a reason in
 * `why`, or with none where SQLite has it. */
int store_ensure_schema(store *s, char *why, size_t size);

/* Whether a visitor asked to be erased. 0 where the store failed. */
int store_is_erased(store *s, koord_text visitor, int *erased);

/* Runs statements that answer nothing: 1, or 0 where one failed. */
int store_run(store *s, const char *text);

/* Steps a prepared statement to its end; *number, where given, is the first column of its row, and stays as
 * it is where there is none. 1, or 0 where it failed. */
int store_finish(sqlite3_stmt *statement, int64_t *number);

/* The same with a statement that is needed once. */
int store_number(store *s, const char *text, int64_t *number);

/* Parameters count from 1, as in SQL. An empty text is bound as NULL. */
void store_bind_text(sqlite3_stmt *statement, int at, koord_text text);

#endif
