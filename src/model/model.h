/* model.h - what a journey is: all that the floors above may look at. */
#ifndef KD_MODEL_H
#define KD_MODEL_H

#include "model/checkout.h"
#include "model/page.h"
#include "model/response.h"
#include "model/search.h"
#include "model/session.h"

typedef struct kd_model {
    kd_session session;
    kd_response response;
    kd_checkout checkout;
    kd_search search;
    kd_pages pages;
} kd_model;

/* Facts by kind, and whom they concern; what comes most often concerns few. Of all effects visual changes are
 * by far the most, and stand apart. */
#define KD_OF(kind) (1u << KOORD_EVENT_##kind)
enum {
    KD_OF_VISUAL = KD_OF(NONE),
    KD_OF_RESPONSE =
        KD_OF(CLICK) | KD_OF(SWIPE) | KD_OF_VISUAL | KD_OF(EFFECT) | KD_OF(PAGE_VIEW) | KD_OF(REQUEST),
    KD_OF_SESSION = KD_OF(SESSION) | KD_OF(PAGE_VIEW) | KD_OF(CHECKOUT) | KD_OF(CART) | KD_OF(OTHER_TAB),
    KD_OF_CHECKOUT = KD_OF(CHECKOUT) | KD_OF(PAYMENT) | KD_OF(PURCHASE) | KD_OF(OTHER_TAB) | KD_OF(CART) |
                     KD_OF(PAGE_VIEW) | KD_OF(EFFECT) | KD_OF(TOUCHPOINT) | KD_OF(SEEN) | KD_OF(ERROR),
    KD_OF_SEARCH = KD_OF(SEARCH) | KD_OF(RESULTS) | KD_OF(REFINE) | KD_OF(PRODUCT) | KD_OF(CART),
    KD_OF_PAGES = KD_OF(PAGE_VIEW) | KD_OF(EFFECT) | KD_OF(CLICK) | KD_OF(FIELD) | KD_OF(SUBMIT) |
                  KD_OF(SWIPE) | KD_OF(SCROLL)
};

static inline void kd_model_take(kd_model *model, const kd_settings *settings, const koord_event *e,
                                 uint32_t id)
{
    int visual = e->kind == KOORD_EVENT_EFFECT && e->number[KOORD_EFFECT_WHAT] == KOORD_EFFECT_IS_VISUAL;
    uint32_t of = visual ? KD_OF_VISUAL : 1u << e->kind;
    model->session.last = e->t;
    if (of & KD_OF_RESPONSE) kd_response_take(&model->response, settings, e, id);
    if (of & KD_OF_SESSION) kd_session_take(&model->session, e);
    if (of & KD_OF_CHECKOUT) kd_checkout_take(&model->checkout, e, id);
    if (of & KD_OF_SEARCH) kd_search_take(&model->search, e, id);
    if (of & KD_OF_PAGES) kd_pages_take(&model->pages, e, id);
}

#endif
