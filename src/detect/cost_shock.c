/* cost_shock - the total rises in the checkout without the visitor's doing, and the visitor turns round.
 *
 * Costs that come late are the first reason for leaving. A rise alone says little: it counts with what
 * follows. A total that falls by itself (a cart shows it without delivery) is not believed, or each way back
 * would make a new shock. docs/detectors/cost_shock.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, cost_shock, NAME)

enum { ITEMS, SUBTOTAL, MONEY, TELLS }; /* what tells whether two totals can be compared */

typedef struct state {
    kd_open open;
    int32_t total, tells[TELLS]; /* KOORD_ABSENT where not known */
    uint32_t total_id;           /* 0: no total yet */
    koord_ms risen_at;
    uint8_t own;   /* the visitor has done something that may change the total, since it was seen */
    uint8_t risen; /* a rise whose reaction is awaited */
    uint8_t step;  /* where it rose */
} state;

static int rose(const state *s, int32_t total, const kd_look *look)
{
    int64_t rise = (int64_t)total - s->total;
    return s->total > 0 && rise >= SET(RISE_CENTS) && rise * 100 >= (int64_t)s->total * SET(RISE_PERCENT);
}

static int comparable(const state *s, const int32_t *tells)
{
    for (int i = 0; i < TELLS; i++)
        if (s->tells[i] != KOORD_ABSENT && tells[i] != KOORD_ABSENT && s->tells[i] != tells[i]) return 0;
    return s->total_id && !s->own;
}

/* What an open signal rests on stays; else the rise is what the next one will rest on. */
static void await(state *s, const koord_event *e, const kd_look *look)
{
    s->risen = 1;
    s->risen_at = e->at;
    s->step = look->model->session.step;
    if (!s->open.id) {
        kd_evidence_add(&s->open.finding.evidence, s->total_id);
        kd_evidence_add(&s->open.finding.evidence, look->id);
    }
    kd_wake(look, kd_later(e->at, SET(PAUSE_MS)));
}

static void on_total(state *s, const koord_event *e, const kd_look *look, int32_t total, const int32_t *tells)
{
    int same = comparable(s, tells);
    if (total == KOORD_ABSENT || (same && total < s->total)) return;
    if (same && look->model->session.step != KOORD_STEP_IS_NONE && rose(s, total, look)) await(s, e, look);
    for (int i = 0; i < TELLS; i++)
        if (!same || tells[i] != KOORD_ABSENT) s->tells[i] = tells[i];
    s->total = total;
    s->total_id = look->id;
    s->own = 0;
}

/* The visitor goes on: the costs were seen, and borne. */
static void go_on(state *s)
{
    s->risen = 0;
    if (!s->open.id) s->open = (kd_open){ .id = 0 };
}

static void react(state *s, const kd_look *look, uint8_t variant)
{
    s->risen = 0;
    kd_evidence_add(&s->open.finding.evidence, look->id);
    kd_open_raise(&s->open, look, variant);
}

static int turns_round(const state *s, const koord_event *e, const kd_look *look)
{
    const kd_session *session = &look->model->session;
    switch (e->kind) {
    case KOORD_EVENT_PAGE_VIEW:
        return session->place != KOORD_PLACE_IS_CHECKOUT;
    case KOORD_EVENT_CHECKOUT:
        return session->step < s->step;
    case KOORD_EVENT_CART:
        return e->number[KOORD_CART_PHASE] == KOORD_CART_IS_REMOVED;
    default:
        return kd_checkout_exits(&look->model->checkout, e);
    }
}

static int goes_on(const state *s, const koord_event *e, const kd_look *look)
{
    switch (e->kind) {
    case KOORD_EVENT_SUBMIT:
        return e->number[KOORD_SUBMIT_INVALID] <= 0;
    case KOORD_EVENT_CHECKOUT:
        return look->model->session.step > s->step;
    default:
        return e->kind == KOORD_EVENT_FIELD || e->kind == KOORD_EVENT_PAYMENT;
    }
}

/* A chosen way of delivery or of paying, another country, a code, other things in the cart. */
static int is_own_doing(const koord_event *e, const kd_look *look)
{
    const uint32_t choice = 1u << KOORD_TRAIT_IS_OPTION | 1u << KOORD_TRAIT_IS_TOGGLE;
    int chooses = look->model->session.step >= KOORD_STEP_IS_DELIVERY;
    int32_t what = e->number[KOORD_FIELD_CONTENT];
    switch (e->kind) {
    case KOORD_EVENT_FIELD:
        return what == KOORD_CONTENT_IS_COUNTRY || what == KOORD_CONTENT_IS_QUANTITY ||
               (chooses && what == KOORD_CONTENT_IS_CHOICE);
    case KOORD_EVENT_CLICK:
        return chooses && (uint32_t)e->number[KOORD_CLICK_TRAITS] & choice;
    case KOORD_EVENT_CART:
        return e->number[KOORD_CART_PHASE] != KOORD_CART_IS_SEEN;
    default:
        return e->kind == KOORD_EVENT_COUPON;
    }
}

static void take_total(state *s, const koord_event *e, const kd_look *look)
{
    const int32_t *n = e->number;
    if (e->kind == KOORD_EVENT_CART) {
        const int32_t tells[TELLS] = { n[KOORD_CART_ITEMS], KOORD_ABSENT, KOORD_ABSENT };
        on_total(s, e, look, n[KOORD_CART_TOTAL_CENTS], tells);
    } else if (e->kind == KOORD_EVENT_CHECKOUT) {
        const int32_t tells[TELLS] = { n[KOORD_CHECKOUT_ITEMS], n[KOORD_CHECKOUT_SUBTOTAL_CENTS],
                                       n[KOORD_CHECKOUT_MONEY] };
        on_total(s, e, look, n[KOORD_CHECKOUT_TOTAL_CENTS], tells);
    }
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (look->model->checkout.bought == look->id) {
        kd_open_end(&s->open, look, KOORD_STATE_IS_RECOVERED);
        *s = (state){ .own = 0 };
        return;
    }
    if (s->risen && turns_round(s, e, look) && kd_between(s->risen_at, e->at) <= SET(REACT_MS))
        react(s, look, KD_cost_shock_IS_LEFT);
    else if (s->risen && goes_on(s, e, look))
        go_on(s);
    if (is_own_doing(e, look)) s->own = 1;
    take_total(s, e, look);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    if (s->risen) react(s, look, KD_cost_shock_IS_PAUSED);
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

const kd_detector kd_cost_shock = {
    .listens = KD_LISTEN(CART) | KD_LISTEN(CHECKOUT) | KD_LISTEN_ONLY(CHANGED) | KD_LISTEN_ONLY(WEIGHTY) |
               KD_LISTEN(COUPON) | KD_LISTEN(SUBMIT) | KD_LISTEN(PAYMENT) | KD_LISTEN(PURCHASE) |
               KD_LISTEN(OTHER_TAB) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(EFFECT),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_cost_shock_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_end = on_end,
};
