/* checkout.h - the checkout going on: where it began, the steps it took, what was seen on the way, how it
 * ended. */
#ifndef KD_CHECKOUT_H
#define KD_CHECKOUT_H

#include "koord.h"

enum { KD_STEPS = 4, KD_SEEN_KINDS = KOORD_SEEN_IS_ITEM + 1 };

typedef struct kd_reached {
    uint32_t id; /* of the checkout fact */
    koord_ms at;
    uint8_t step; /* KOORD_STEP */
} kd_reached;

/* Ids are those of facts, 0 for none. A checkout begins with its first step and ends with an order, here or
 * in another tab; one that only ends with the session was given up, or goes on elsewhere. */
typedef struct kd_checkout {
    uint32_t id; /* its first step; 0: none is going on */
    koord_ms since;
    kd_reached reached[KD_STEPS]; /* a step seen again at once counts once */
    uint32_t steps;               /* ever in this one; the newest is reached[(steps - 1) % KD_STEPS] */
    uint32_t bought;              /* the order that ended the newest checkout */
    uint32_t seen[KD_SEEN_KINDS]; /* by KOORD_SEEN: the newest of each kind, in cart and checkout */
    uint32_t trouble;             /* the newest error shown, or payment that went wrong */
    koord_ms paying_since;        /* when the newest payment began */
    koord_ms leaving_at;          /* when the visitor last set out for another page of the shop; 0: arrived */
    uint8_t paying;               /* 1: no answer to it yet; the visitor may be at the bank */
    uint8_t empty;                /* 1: the cart is known to be empty */
    uint8_t elsewhere; /* 1: it goes on by phone, by mail or in a store, or the cart was kept for later */
} kd_checkout;

void kd_checkout_take(kd_checkout *c, const koord_event *e, uint32_t id);

/* The newest step but `back` (0: the newest itself), NULL where there was none or it is forgotten. */
const kd_reached *kd_checkout_step(const kd_checkout *c, uint32_t back);

/* Whether this fact says that the visitor turned away from the page: it went out of sight, and not because
 * the next page of the shop is on its way. */
int kd_checkout_exits(const kd_checkout *c, const koord_event *e);

#endif
