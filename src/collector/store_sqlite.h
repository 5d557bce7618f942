/* store_sqlite.h - what the two halves of the SQLite store share. */
#ifndef COLLECTOR_STORE_SQLITE_H
#define COLLECTOR_STORE_SQLITE_H

#include "collector/store.h"
#include <sqlite3.h>

enum { STORE_SESSION, STORE_PAGE, STORE_SPAN, STORE_RECORD, STORE_STATEMENTS };

struct store {
    sqlite3 *write;
    sqlite3 *read; /* its own connection: a reader never waits for the writer, nor the writer for a reader */
    sqlite3_stmt *statements[STORE_STATEMENTS]; /* of the writing half */
};

/* Parameters count from 1, as in SQL. An empty text is bound as NULL. */
void store_bind_text(sqlite3_stmt *statement, int at, koord_text text);

#endif
