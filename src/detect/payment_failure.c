/* payment_failure - the visitor wants to pay, and it does not work.
 *
 * Provisional at first: an order soon afterwards makes it recovered. What the bank asks on the way (a
 * challenge) is no failure, and taking back a payment by a press on the shop's own page is a choice, not
 * trouble. docs/detectors/payment_failure.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, payment_failure, NAME)

enum { OWN_CHOICE_MS = 5000 }; /* a press this long before a payment was cancelled may be what cancelled it */

typedef struct state {
    kd_open open;
} state;

/* The worst has the lowest number: an open finding only ever becomes worse. */
static int variant_of(const koord_event *e)
{
    switch (e->number[KOORD_PAYMENT_PHASE]) {
    case KOORD_PAYMENT_IS_DECLINED:
        return e->number[KOORD_PAYMENT_HARD] == 1 ? KD_payment_failure_IS_DECLINED_HARD
                                                  : KD_payment_failure_IS_DECLINED;
    case KOORD_PAYMENT_IS_FAILED:
        return KD_payment_failure_IS_FAILED;
    case KOORD_PAYMENT_IS_CANCELLED:
        return KD_payment_failure_IS_CANCELLED;
    default:
        return -1;
    }
}

/* The press that began the payment is none that takes it back. */
static int own_choice(const koord_event *e, const kd_look *look)
{
    const kd_press *press = kd_response_newest(&look->model->response);
    const kd_page *page = kd_pages_nth(&look->model->pages, 0);
    if (!press || (page && press->id < page->id)) return 0;
    return press->at > look->model->checkout.paying_since && kd_between(press->at, e->at) <= OWN_CHOICE_MS;
}

static void on_payment(state *s, const koord_event *e, const kd_look *look)
{
    int variant = variant_of(e);
    kd_finding *finding = &s->open.finding;
    if (variant < 0 || (variant == KD_payment_failure_IS_CANCELLED && own_choice(e, look))) return;
    if (s->open.id && finding->variant < variant) variant = finding->variant;
    if (!s->open.id && e->number[KOORD_PAYMENT_METHOD] != KOORD_ABSENT)
        finding->target = (uint32_t)e->number[KOORD_PAYMENT_METHOD];
    kd_evidence_add(&finding->evidence, look->id);
    kd_open_raise(&s->open, look, (uint8_t)variant);
    kd_wake(look, s->open.id ? kd_after(look->now, SET(RECOVER_MS)) : KOORD_NEVER);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (look->model->session.staff > 0) return; /* they pay with test cards */
    if (e->kind == KOORD_EVENT_PAYMENT) on_payment(s, e, look);
    if (look->model->checkout.bought == look->id) kd_open_end(&s->open, look, KOORD_STATE_IS_RECOVERED);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

static void on_end(void *memory, const kd_look *look)
{
    on_due(memory, look);
}

const kd_detector kd_payment_failure = {
    .listens = KD_LISTEN(PAYMENT) | KD_LISTEN(PURCHASE) | KD_LISTEN(OTHER_TAB) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_payment_failure_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_end = on_end,
};
