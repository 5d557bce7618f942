/* submit_stall - the button that takes the checkout on was pressed, and it does not go on.
 *
 * A spinner is no progress: what changes on the page counts as an answer only where the shop was not asked,
 * or after it had answered. An error that stands where it cannot be seen is none, either.
 * docs/detectors/submit_stall.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, submit_stall, NAME)
#define ONE(WHAT) (1u << KOORD_EFFECT_IS_##WHAT)

enum { ONE_PRESS_MS = 1000 }; /* a form that is sent this soon after a press was sent by it */

typedef struct state {
    kd_finding finding; /* target, and the presses */
    koord_ms since, at; /* first press of the question, and newest; no press: nothing is asked */
    koord_ms changed;   /* newest change of the page since; 0: none */
    koord_ms said_at;   /* newest signal: the button and its form are two targets of one stall; 0: none */
    uint32_t presses;
    uint32_t error;  /* one that cannot be seen */
    uint8_t invalid; /* a field was marked */
} state;

static void forget(state *s, const kd_look *look)
{
    *s = (state){ .said_at = s->said_at };
    kd_wake(look, KOORD_NEVER);
}

/* From when on requests may belong to the first press. */
static koord_ms asked_since(const state *s, const kd_look *look)
{
    return kd_earlier(s->since, KD_GET(look->settings, response, BUSY_BEFORE_MS));
}

static int rests(const state *s, const kd_look *look, uint32_t settle, koord_ms *again)
{
    return kd_response_rests(&look->model->response, look->settings, asked_since(s, look), settle, look->now,
                             again);
}

static void raise(state *s, const kd_look *look, uint8_t variant)
{
    s->finding.variant = variant;
    kd_evidence_add(&s->finding.evidence, s->error);
    kd_raise(look, &s->finding);
    s->said_at = kd_latest(look->now, 1);
    forget(s, look);
}

static void on_press(state *s, const koord_event *e, const kd_look *look)
{
    if (s->presses && kd_between(s->at, e->at) <= ONE_PRESS_MS && e->kind == KOORD_EVENT_SUBMIT) return;
    if (s->said_at && kd_between(s->said_at, e->at) < KD_GET(look->settings, signal, COOLDOWN_MS)) return;
    if (!s->presses) {
        s->finding.target = e->target;
        s->since = e->at;
        kd_wake(look, kd_after(e->at, SET(ANSWER_MS)));
    }
    s->at = e->at;
    s->presses++;
    kd_evidence_add(&s->finding.evidence, look->id);
    koord_ms again;
    if (s->presses >= SET(PRESSES) && rests(s, look, 0, &again)) raise(s, look, KD_submit_stall_IS_REPEATED);
}

static void on_click(state *s, const koord_event *e, const kd_look *look)
{
    const kd_press *press = kd_response_newest(&look->model->response);
    if (press && kd_press_counts(press) && kd_press_is(press, KOORD_TRAIT_IS_PRIMARY)) on_press(s, e, look);
}

/* A form that was stopped, and another form than the checkout's, have their own detectors. */
static void on_submit(state *s, const koord_event *e, const kd_look *look)
{
    if (e->number[KOORD_SUBMIT_FORM] == KOORD_FORM_IS_CHECKOUT && e->number[KOORD_SUBMIT_INVALID] <= 0)
        on_press(s, e, look);
    else
        forget(s, look);
}

/* `count` says that the host has watched a region go on changing. */
static int is_ambient(const koord_event *e, const kd_look *look)
{
    return e->number[KOORD_EFFECT_COUNT] != KOORD_ABSENT ||
           kd_response_ambient(&look->model->response, (uint32_t)e->number[KOORD_EFFECT_REGION]);
}

static void on_effect(state *s, const koord_event *e, const kd_look *look)
{
    const uint32_t answers = ONE(NAVIGATION) | ONE(SCROLL) | ONE(FOCUS) | ONE(INVALID) | ONE(WINDOW) |
                             ONE(HIDDEN) | ONE(BLURRED) | ONE(PRINT) | ONE(DOWNLOAD);
    uint32_t what = (uint32_t)e->number[KOORD_EFFECT_WHAT];
    if (what < 32 && answers >> what & 1u)
        forget(s, look);
    else if (what == KOORD_EFFECT_IS_VISUAL && e->at >= s->since && !is_ambient(e, look))
        s->changed = kd_latest(e->at, 1);
}

static void on_error(state *s, const koord_event *e, const kd_look *look)
{
    if (e->number[KOORD_ERROR_SOURCE] != KOORD_ERROR_IS_SHOWN) return;
    if (e->number[KOORD_ERROR_IN_VIEW] == 0)
        s->error = look->id;
    else
        forget(s, look);
}

/* A payment that begins is still no step ahead; a step seen again is none at all. */
static int goes_on(const koord_event *e, const kd_look *look)
{
    if (e->kind == KOORD_EVENT_PAYMENT) return e->number[KOORD_PAYMENT_PHASE] != KOORD_PAYMENT_IS_STARTED;
    if (e->kind != KOORD_EVENT_CHECKOUT) return 1;
    const kd_reached *step = kd_checkout_step(&look->model->checkout, 0);
    return step && step->id == look->id;
}

/* News of what was asked. */
static void on_news(state *s, const koord_event *e, const kd_look *look)
{
    switch (e->kind) {
    case KOORD_EVENT_EFFECT:
        on_effect(s, e, look);
        break;
    case KOORD_EVENT_ERROR:
        on_error(s, e, look);
        break;
    case KOORD_EVENT_FIELD:
        s->invalid = 1;
        break;
    default:
        if (goes_on(e, look)) forget(s, look);
        break;
    }
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const kd_session *session = &look->model->session;
    int judged = session->step != KOORD_STEP_IS_NONE && kd_session_sees(session, KOORD_SIGHT_IS_RESPONSE);
    if (judged && e->kind == KOORD_EVENT_CLICK)
        on_click(s, e, look);
    else if (judged && e->kind == KOORD_EVENT_SUBMIT)
        on_submit(s, e, look);
    else
        on_news(s, e, look);
}

static int answered(const state *s, const kd_look *look)
{
    koord_ms ended = kd_response_ended(&look->model->response, asked_since(s, look));
    return s->invalid || (s->changed && (ended == KOORD_NEVER || s->changed >= ended));
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    koord_ms again;
    if (!s->presses) return;
    if (!rests(s, look, KD_GET(look->settings, response, SETTLE_MS), &again))
        kd_wake(look, again);
    else if (s->error)
        raise(s, look, KD_submit_stall_IS_UNSEEN_ERROR);
    else if (!answered(s, look))
        raise(s, look, KD_submit_stall_IS_STALLED);
    else
        forget(s, look);
}

const kd_detector kd_submit_stall = {
    .listens = KD_LISTEN_ONLY(WEIGHTY) | KD_LISTEN(SUBMIT),
    .awaits = KD_LISTEN(EFFECT) | KD_LISTEN_ONLY(VISUAL) | KD_LISTEN(ERROR) | KD_LISTEN_ONLY(INVALID) |
              KD_LISTEN(PAGE_VIEW) | KD_LISTEN(CHECKOUT) | KD_LISTEN(PAYMENT) | KD_LISTEN(PURCHASE),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_submit_stall_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
};
