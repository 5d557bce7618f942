/* store_sqlite_forget - what leaves the store: a visitor who asked for it, and what has grown old. */
#include "collector/store_sqlite.h"

static int forget_session(store *s, int64_t row)
{
    static const int from[] = { STORE_FORGET_RECORDS, STORE_FORGET_PAGES, STORE_FORGET_SESSION };
    for (int i = 0; i < 3; i++) {
        sqlite3_bind_int64(s->statements[from[i]], 1, row);
        if (!store_finish(s->statements[from[i]], NULL)) return 0;
    }
    return 1;
}

int store_is_erased(store *s, koord_text visitor, int *erased)
{
    int64_t found = 0;
    if (!visitor.size) return 1;
    store_bind_text(s->statements[STORE_ERASED], 1, visitor);
    if (!store_finish(s->statements[STORE_ERASED], &found)) return 0;
    *erased = found != 0;
    return 1;
}

/* The mark stays, so that what a tag sends late is refused. */
int store_erase(store *s, koord_text visitor, int64_t at)
{
    store_bind_text(s->statements[STORE_ERASE], 1, visitor);
    sqlite3_bind_int64(s->statements[STORE_ERASE], 2, at);
    if (!store_finish(s->statements[STORE_ERASE], NULL)) return 0;
    for (;;) {
        int64_t row = 0;
        store_bind_text(s->statements[STORE_OF_VISITOR], 1, visitor);
        if (!store_finish(s->statements[STORE_OF_VISITOR], &row)) return 0;
        if (!row) return 1;
        if (!forget_session(s, row)) return 0;
    }
}

int64_t store_sweep(store *s, int64_t before, int64_t most)
{
    int64_t swept = 0;
    for (; swept < most; swept++) {
        int64_t row = 0;
        sqlite3_bind_int64(s->statements[STORE_OLDEST], 1, before);
        if (!store_finish(s->statements[STORE_OLDEST], &row)) return -1;
        if (!row) break;
        if (!forget_session(s, row)) return -1;
    }
    sqlite3_bind_int64(s->statements[STORE_FORGET_ERASED], 1, before);
    return store_finish(s->statements[STORE_FORGET_ERASED], NULL) ? swept : -1;
}
