/* checkout - the checkout going on: where it began, the steps it took, what was seen on the way, how it
 * ended. */
#include "model/checkout.h"
#include "base/moments.h"

/* A page that takes longer than this to come is not what took the old one out of sight. */
enum { LEAVING_MS = 10000 };

const kd_reached *kd_checkout_step(const kd_checkout *c, uint32_t back)
{
    return back < c->steps && back < KD_STEPS ? &c->reached[(c->steps - 1 - back) % KD_STEPS] : NULL;
}

static void count_items(kd_checkout *c, int32_t items)
{
    if (items != KOORD_ABSENT) c->empty = items == 0;
}

static void end(kd_checkout *c, uint32_t id)
{
    *c = (kd_checkout){ .bought = id };
}

static void on_step(kd_checkout *c, const koord_event *e, uint32_t id)
{
    int32_t said = e->number[KOORD_CHECKOUT_STEP];
    uint8_t step = said == KOORD_ABSENT ? KOORD_STEP_IS_START : (uint8_t)said;
    const kd_reached *last = kd_checkout_step(c, 0);
    count_items(c, e->number[KOORD_CHECKOUT_ITEMS]);
    if (step == KOORD_STEP_IS_NONE) return;
    if (!c->id) {
        c->id = id;
        c->since = e->at;
        c->bought = 0;
    }
    c->paying = 0; /* back from the bank without a word */
    if (!last || last->step != step) c->reached[c->steps++ % KD_STEPS] = (kd_reached){ id, e->at, step };
}

static void on_payment(kd_checkout *c, const koord_event *e, uint32_t id)
{
    int32_t phase = e->number[KOORD_PAYMENT_PHASE];
    c->paying = phase == KOORD_PAYMENT_IS_STARTED || phase == KOORD_PAYMENT_IS_CHALLENGED;
    if (phase == KOORD_PAYMENT_IS_STARTED) c->paying_since = e->at;
    if (phase == KOORD_PAYMENT_IS_DECLINED || phase == KOORD_PAYMENT_IS_FAILED) c->trouble = id;
    if (phase == KOORD_PAYMENT_IS_ACCEPTED) end(c, id);
}

static void on_cart(kd_checkout *c, const koord_event *e)
{
    int32_t phase = e->number[KOORD_CART_PHASE];
    count_items(c, e->number[KOORD_CART_ITEMS]);
    if (phase == KOORD_CART_IS_ADDED) c->empty = 0;
    if (phase == KOORD_CART_IS_SAVED) c->elsewhere = 1;
}

static void on_effect(kd_checkout *c, const koord_event *e)
{
    int32_t what = e->number[KOORD_EFFECT_WHAT];
    if (what == KOORD_EFFECT_IS_NAVIGATION || what == KOORD_EFFECT_IS_SUBMIT)
        c->leaving_at = kd_latest(e->at, 1);
}

/* Its confirmation page says that an order was placed, even where the shop's words are not understood. */
static void on_page(kd_checkout *c, const koord_event *e, uint32_t id)
{
    c->leaving_at = 0;
    if (c->id && e->number[KOORD_PAGE_VIEW_PLACE] == KOORD_PLACE_IS_CONFIRMATION) end(c, id);
}

static void on_touchpoint(kd_checkout *c, const koord_event *e)
{
    int32_t place = e->number[KOORD_TOUCHPOINT_PLACE];
    if (place == KOORD_PLACE_IS_PHONE || place == KOORD_PLACE_IS_MAIL || place == KOORD_PLACE_IS_STORE)
        c->elsewhere = 1;
}

static void on_seen(kd_checkout *c, const koord_event *e, uint32_t id)
{
    uint32_t what = (uint32_t)e->number[KOORD_SEEN_WHAT];
    if (what < KD_SEEN_KINDS) c->seen[what] = id;
}

void kd_checkout_take(kd_checkout *c, const koord_event *e, uint32_t id)
{
    switch (e->kind) {
    case KOORD_EVENT_CHECKOUT:
        on_step(c, e, id);
        break;
    case KOORD_EVENT_PAYMENT:
        on_payment(c, e, id);
        break;
    case KOORD_EVENT_PURCHASE:
        end(c, id);
        break;
    case KOORD_EVENT_OTHER_TAB:
        if (e->number[KOORD_OTHER_TAB_WHAT] == KOORD_TAB_IS_PURCHASED) end(c, id);
        break;
    case KOORD_EVENT_CART:
        on_cart(c, e);
        break;
    case KOORD_EVENT_PAGE_VIEW:
        on_page(c, e, id);
        break;
    case KOORD_EVENT_EFFECT:
        on_effect(c, e);
        break;
    case KOORD_EVENT_TOUCHPOINT:
        on_touchpoint(c, e);
        break;
    case KOORD_EVENT_SEEN:
        on_seen(c, e, id);
        break;
    case KOORD_EVENT_ERROR:
        if (e->number[KOORD_ERROR_SOURCE] == KOORD_ERROR_IS_SHOWN) c->trouble = id;
        break;
    default:
        break;
    }
}

int kd_checkout_exits(const kd_checkout *c, const koord_event *e)
{
    if (e->kind != KOORD_EVENT_EFFECT || e->number[KOORD_EFFECT_WHAT] != KOORD_EFFECT_IS_HIDDEN) return 0;
    return !c->leaving_at || kd_between(c->leaving_at, e->at) > LEAVING_MS;
}
