/* search.h - the search going on: what was asked, what came of it, and whether it was of use. */
#ifndef KD_SEARCH_H
#define KD_SEARCH_H

#include "koord.h"

typedef struct kd_search {
    uint32_t key;      /* of the query; 0 when nothing is being searched for */
    uint32_t id;       /* the search fact, 0 when only its results were seen */
    uint32_t found_id; /* the newest results fact */
    koord_ms at;       /* when it was asked, or else when its results were seen */
    koord_ms shown_at; /* when its results were first seen, or KOORD_NEVER */
    int32_t count;     /* results it found, KOORD_ABSENT when not known */
    uint8_t used;      /* something was made of it: a product chosen, put into the cart, a filter set */
    uint32_t news;     /* the newest fact that began a search */
} kd_search;

void kd_search_take(kd_search *search, const koord_event *e, uint32_t id);

/* Whether the fact says that a list was of use: a product chosen, compared, wished for or put into the cart.
 */
int kd_is_choice(const koord_event *e);

#endif
