/* listing.h - writing sessions, their pages and their records, as the visits to the store come by. */
#ifndef COLLECTOR_LISTING_H
#define COLLECTOR_LISTING_H

#include "collector/grow.h"
#include "collector/store.h"

typedef struct listing {
    store *store;
    grow *out;
    int64_t count;                 /* of what is being listed */
    int64_t row, started, changed; /* of the session written last */
    int failed;                    /* the store did not say */
} listing;

/* All take a listing. */
void listing_session(void *own, const stored_session *session); /* its figures, in a list */
void listing_whole(void *own, const stored_session *session);   /* its figures, pages and records */
void listing_lines(void *own, const stored_session *session);   /* its records as they were sent */
void listing_export(void *own, const stored_session *session);  /* a line of its own, then its records */

#endif
