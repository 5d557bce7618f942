/* outcome.h - judged first of all: did this search, this checkout succeed? docs/outcomes.md */
#ifndef KD_OUTCOME_H
#define KD_OUTCOME_H

#include "detect/detector.h"

/* The search and the checkout whose outcome is still open. */
typedef struct kd_outcomes {
    uint32_t search;    /* key of the search, 0 none */
    uint32_t search_id; /* the fact it began with */
    koord_ms search_at; /* when it was asked */
    koord_ms chosen_at; /* when the newest product was chosen from it, KOORD_NEVER while none was */
    uint32_t chosen_id; /* the fact that says so */
    uint32_t checkout;  /* id of the fact that began it, 0 none */
    koord_ms checkout_at;
    uint8_t bought; /* the newest checkout ended with an order: its page and its facts say so both */
    uint8_t looked; /* something on the list may have been the answer */
    uint8_t found;  /* whether its results were seen, and whether there were any */
} kd_outcomes;

/* Facts that may be news of a search or a checkout. Any other only tells how long a choice has been looked
 * at.
 */
enum {
    KD_OF_OUTCOMES = KD_OF(SEARCH) | KD_OF(RESULTS) | KD_OF(PAGE_VIEW) | KD_OF(PRODUCT) | KD_OF(CART) |
                     KD_OF(REFINE) | KD_OF(TOUCHPOINT) | KD_OF(SEEN) | KD_OF(CHECKOUT) | KD_OF(PAYMENT) |
                     KD_OF(PURCHASE) | KD_OF(OTHER_TAB)
};

static inline int kd_outcomes_want(const kd_outcomes *outcomes, const koord_event *e)
{
    return KD_OF_OUTCOMES >> e->kind & 1 || outcomes->chosen_at != KOORD_NEVER;
}

/* Both say what is over to look->out: before the detectors hear of a fact that is wanted, and as the session
 * ends. */
void kd_outcomes_take(kd_outcomes *outcomes, const koord_event *e, const kd_look *look);
void kd_outcomes_end(kd_outcomes *outcomes, const kd_look *look);

/* Hears of a signal: a search that found nothing has failed. */
void kd_outcomes_hear(kd_outcomes *outcomes, const kd_verdict *signal, const kd_look *look);

void kd_outcomes_reset(kd_outcomes *outcomes);

#endif
