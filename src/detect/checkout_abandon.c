/* checkout_abandon - a checkout begun with something in the cart, and no order.
 *
 * Certain only when the session ends. A visitor who turns away in the middle of it is said to have left
 * provisionally, so that somebody may act; coming back takes that back. The evidence is what a shop would
 * ask: where the checkout began, how far it came, what went wrong last, and which costs and choices had been
 * seen. docs/detectors/checkout_abandon.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, checkout_abandon, NAME)

enum { TURNS = 20 }; /* who turns away more often than this is told of at the end only */

typedef struct state {
    uint32_t id; /* of the signal about this checkout, 0 for none */
    uint8_t away, turns;
} state;

/* An order may still come of it that nobody has told us of: the visitor is at the bank. */
static int at_the_bank(const kd_checkout *c, const kd_look *look)
{
    return c->paying && kd_between(c->paying_since, look->now) < SET(REDIRECT_MS);
}

static int is_unfinished(const kd_look *look)
{
    const kd_checkout *c = &look->model->checkout;
    return c->id && !c->empty && !c->elsewhere && !at_the_bank(c, look);
}

/* Totals last: of all that was seen they say the least about why. Of a checkout that ended well only the
 * order is left. */
static kd_evidence evidence_of(const kd_checkout *c)
{
    kd_evidence evidence = { .count = 0 };
    const kd_reached *step = kd_checkout_step(c, 0);
    kd_evidence_add(&evidence, c->id);
    kd_evidence_add(&evidence, c->bought);
    if (step && step->id != c->id) kd_evidence_add(&evidence, step->id);
    kd_evidence_add(&evidence, c->trouble);
    for (int what = KOORD_SEEN_IS_SHIPPING; what <= KOORD_SEEN_IS_MESSAGE; what++)
        kd_evidence_add(&evidence, c->seen[what]);
    kd_evidence_add(&evidence, c->seen[KOORD_SEEN_IS_TOTAL]);
    return evidence;
}

static void say(state *s, const kd_look *look, uint8_t verdict_state)
{
    kd_finding finding = { .state = verdict_state, .evidence = evidence_of(&look->model->checkout) };
    if (s->id)
        kd_revise(look, s->id, &finding);
    else
        s->id = kd_raise(look, &finding);
    s->away = s->id && verdict_state == KOORD_STATE_IS_PROVISIONAL;
    s->turns += s->away;
}

static int turns_away(const state *s, const koord_event *e, const kd_look *look)
{
    if (look->model->session.step == KOORD_STEP_IS_NONE || !is_unfinished(look)) return 0;
    return !s->away && kd_checkout_exits(&look->model->checkout, e) && s->turns < TURNS;
}

static int is_back(const koord_event *e)
{
    return e->kind == KOORD_EVENT_PAGE_VIEW ||
           (e->kind == KOORD_EVENT_EFFECT && e->number[KOORD_EFFECT_WHAT] == KOORD_EFFECT_IS_SHOWN);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    int bought = look->model->checkout.bought == look->id;
    if (s->away && (bought || is_back(e)))
        say(s, look, KOORD_STATE_IS_REVOKED);
    else if (turns_away(s, e, look))
        say(s, look, KOORD_STATE_IS_PROVISIONAL);
    if (bought) *s = (state){ .id = 0 };
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    if (is_unfinished(look))
        say(s, look, KOORD_STATE_IS_FINAL);
    else if (s->away)
        say(s, look, KOORD_STATE_IS_REVOKED);
}

const kd_detector kd_checkout_abandon = {
    .listens = KD_LISTEN(EFFECT) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(PURCHASE) | KD_LISTEN(PAYMENT) |
               KD_LISTEN(OTHER_TAB),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_checkout_abandon_ENABLED,
    .on_event = on_event,
    .on_end = on_end,
};
