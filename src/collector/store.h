/* store.h - where batches are kept. One implementation a file; store_sqlite.c is the one there is.
 *
 * The writing half (begin, save, commit, rollback) belongs to one thread. The reading half may be called by
 * any; the texts it hands out last until the visitor function returns. */
#ifndef COLLECTOR_STORE_H
#define COLLECTOR_STORE_H

#include "collector/intake.h"

typedef struct store store;

/* NULL where it cannot be opened, with the reason in `why`. */
store *store_open(const char *path, char *why, size_t size);
void store_close(store *s);

/* Between begin and commit any number of batches. All answer 0 where the store failed; roll back then. */
int store_begin(store *s);
int store_commit(store *s);
void store_rollback(store *s);

/* Stores the records that are not there yet. `received` is our own clock, Unix ms. Adds to *stored and
 * *known. */
int store_save(store *s, const intake *in, int64_t received, uint64_t *stored, uint64_t *known);

/* Why the last call of the writing half failed, for people. */
const char *store_why(const store *s);

typedef struct stored_session {
    int64_t row; /* rising with the order in which sessions were first heard of */
    koord_text session, site, visitor;
    int64_t started, last; /* Unix ms by our clock */
} stored_session;

typedef struct stored_page {
    koord_text nonce, trail, counters;
    int64_t origin; /* Unix ms by our clock */
} stored_page;

typedef struct stored_record {
    koord_text body, kind, trail, nonce;
    uint32_t id;
} stored_record;

typedef struct store_filter {
    koord_text site, session;   /* empty: any */
    int64_t before, before_row; /* sessions that began before this moment, or at it with a lower row */
    int64_t limit;
} store_filter;

/* Each calls `visit` for what it finds; newest session first, trails oldest first and within one by id.
 * How many there were, or -1 where the store failed. */
typedef void store_session_visit(void *to, const stored_session *session);
typedef void store_page_visit(void *to, const stored_page *page);
typedef void store_record_visit(void *to, const stored_record *record);
int64_t store_sessions(store *s, const store_filter *filter, store_session_visit *visit, void *to);
int64_t store_pages(store *s, int64_t session, store_page_visit *visit, void *to);
int64_t store_records(store *s, int64_t session, store_record_visit *visit, void *to);

#endif
