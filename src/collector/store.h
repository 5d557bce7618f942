/* store.h - where batches are kept. One implementation a file; store_sqlite.c is the one there is.
 *
 * The writing half (down to store_why) belongs to one thread. The reading half may be called by
 * any; the texts it hands out last until the visitor function returns. */
#ifndef COLLECTOR_STORE_H
#define COLLECTOR_STORE_H

#include "collector/intake.h"

typedef struct store store;

/* NULL where it cannot be opened, with the reason in `why`. */
store *store_open(const char *path, char *why, size_t size);
void store_close(store *s);

/* Between begin and commit any number of the four below. All answer 0 where the store failed; roll back then.
 * wait_ms: how long to wait for a lock that somebody else holds. */
int store_begin(store *s, int wait_ms);
int store_commit(store *s);
void store_rollback(store *s);

/* Records that were stored, were there already, or are of a visitor who was erased. */
typedef struct store_count {
    uint64_t stored, known, erased;
} store_count;

/* Stores the records that are not there yet. `received` is our own clock, Unix ms. Adds to *count, and marks
 * the pages of erased visitors, of which nothing is stored. */
int store_save(store *s, intake *in, int64_t received, store_count *count);

/* Deletes all there is of a visitor, and refuses what comes later. `at`: Unix ms. */
int store_erase(store *s, koord_text visitor, int64_t at);

/* Deletes at most `most` of the sessions that ended before a moment, and all marks of erasure before it. How
 * many sessions, or -1 where the store failed. */
int64_t store_sweep(store *s, int64_t before, int64_t most);

/* Why the last call of the writing half failed, for people. */
const char *store_why(const store *s);

typedef struct stored_session {
    int64_t row; /* rising with the order in which sessions were first heard of */
    koord_text session, site, visitor;
    int64_t started, last; /* Unix ms by our clock */
    int64_t changed;       /* a number that rises with every batch, and keeps up with Unix ms */
    int staff;             /* 1: of the shop's own people */
} stored_session;

typedef struct stored_page {
    koord_text nonce, trail, counters;
    int64_t origin; /* Unix ms by our clock */
} stored_page;

typedef struct stored_record {
    koord_text body, kind, trail, nonce;
    int64_t at; /* Unix ms by our clock */
    uint32_t id;
} stored_record;

typedef struct store_filter {
    koord_text site, session, visitor; /* empty: any */
    int64_t since;              /* -1, or only what changed after this number, in the order of changes */
    int64_t before, before_row; /* sessions that began before this moment, or at it with a lower row */
    int64_t limit;
    int staff; /* -1: any, 0: none of the shop's own people, 1: only them */
} store_filter;

/* The number of the latest change, 0 where there is none; -1 where the store failed. */
int64_t store_changed(store *s);

/* Each calls `visit` for what it finds; newest session first, trails oldest first and within one by id.
 * How many there were, or -1 where the store failed. */
typedef void store_session_visit(void *to, const stored_session *session);
typedef void store_page_visit(void *to, const stored_page *page);
typedef void store_record_visit(void *to, const stored_record *record);
int64_t store_sessions(store *s, const store_filter *filter, store_session_visit *visit, void *to);
int64_t store_pages(store *s, int64_t session, store_page_visit *visit, void *to);
int64_t store_records(store *s, int64_t session, store_record_visit *visit, void *to);

/* The ids of a page load within a trail, rising, at most `most`. How many, or -1. */
typedef void store_id_visit(void *to, uint32_t id);
int64_t store_ids(store *s, koord_text nonce, koord_text trail, int64_t most, store_id_visit *visit,
                  void *to);

/* What was answered to questions that judge the finding that asked: of each variant of each detector how many
 * found it right, and how many wrong, in sessions that began at or after a moment, and not those of the
 * shop's own people. How many rows, or -1. */
typedef struct stored_judgement {
    koord_text signal, variant;
    int64_t right, wrong;
} stored_judgement;
typedef void store_judgement_visit(void *to, const stored_judgement *found);
int64_t store_judgements(store *s, koord_text site, int64_t since, store_judgement_visit *visit, void *to);

/* How often each survey of a site was answered, wholly or in part, but for the shop's own people. How many
 * surveys, or -1. */
typedef void store_answers_visit(void *to, koord_text survey, int64_t count);
int64_t store_answers(store *s, koord_text site, store_answers_visit *visit, void *to);

/* The newest counters of all page loads of sessions that began at or after a moment. How many, or -1. */
typedef void store_counters_visit(void *to, koord_text counters);
int64_t store_counters(store *s, koord_text site, int64_t since, store_counters_visit *visit, void *to);

#endif
