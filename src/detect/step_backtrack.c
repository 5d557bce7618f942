/* step_backtrack - the visitor goes back in the checkout, twice, or to and fro between two steps.
 *
 * Only ways over pages count: on one page parts open and close as one pleases. One way back from the review
 * is what a review is for. docs/detectors/step_backtrack.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, step_backtrack, NAME)

typedef struct state {
    kd_evidence evidence; /* the steps gone back from and to */
    uint8_t backs;
    uint8_t from_payment; /* one of them was */
    uint8_t reviewed;     /* the one way back from the review was used */
    uint8_t paged;        /* a page came since the newest step, not restored as it had been left */
    uint8_t logged_in;    /* one of them asked who it is */
} state;

static void on_page(state *s, const koord_event *e)
{
    if (e->number[KOORD_PAGE_VIEW_VIA] != KOORD_VIA_IS_RESTORE) s->paged = 1;
    if (e->number[KOORD_PAGE_VIEW_PLACE] == KOORD_PLACE_IS_LOGIN) s->logged_in = 1;
}

static void raise(state *s, const kd_look *look)
{
    kd_finding finding = { .variant = s->from_payment ? KD_step_backtrack_IS_FROM_PAYMENT
                                                      : KD_step_backtrack_IS_BACK,
                           .evidence = s->evidence };
    kd_raise(look, &finding);
    *s = (state){ .reviewed = s->reviewed };
}

static void on_back(state *s, const kd_reached *from, const kd_look *look)
{
    if (from->step == KOORD_STEP_IS_REVIEW && !s->reviewed) {
        s->reviewed = 1;
        return;
    }
    kd_evidence_add(&s->evidence, from->id);
    kd_evidence_add(&s->evidence, look->id);
    if (from->step == KOORD_STEP_IS_PAYMENT) s->from_payment = 1;
    if (++s->backs >= SET(BACKS)) raise(s, look);
}

/* Forward again, to the step that was left, and before that it was the same: there and back, and there again.
 */
static void on_forward(state *s, const kd_checkout *c, const kd_look *look)
{
    const kd_reached *now = kd_checkout_step(c, 0), *then = kd_checkout_step(c, 2),
                     *first = kd_checkout_step(c, 3);
    if (!s->backs || !first || now->step != then->step || first->step != kd_checkout_step(c, 1)->step) return;
    if (kd_between(first->at, now->at) > SET(WINDOW_MS)) return;
    kd_evidence_add(&s->evidence, look->id);
    raise(s, look);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const kd_checkout *c = &look->model->checkout;
    const kd_reached *now = kd_checkout_step(c, 0), *from = kd_checkout_step(c, 1);
    if (e->kind == KOORD_EVENT_PAGE_VIEW) {
        on_page(s, e);
        return;
    }
    if (c->id == look->id) *s = (state){ .backs = 0 };
    if (!from || now->id != look->id) return; /* the first step, or the same one again */
    int counts = s->paged && !s->logged_in;
    s->paged = s->logged_in = 0;
    if (now->step > from->step)
        on_forward(s, c, look);
    else if (counts)
        on_back(s, from, look);
}

const kd_detector kd_step_backtrack = {
    .listens = KD_LISTEN(CHECKOUT) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_step_backtrack_ENABLED,
    .on_event = on_event,
};
