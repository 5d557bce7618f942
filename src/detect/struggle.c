/* struggle - many small things, or a few large ones: all friction of a step together, fading with time.
 *
 * It speaks at a quiet moment only: never while a payment is typed in, something is on its way, or the
 * visitor is busy. docs/detectors/struggle.md */
#include "base/decay.h"
#include "detect/detector.h"
#include "model/marks.h"

#define SET(NAME) KD_GET(look->settings, struggle, NAME)

enum { UNIT = 1000 /* of the score, so that fading does not round it away */ };

typedef struct state {
    kd_marks signals;
    uint32_t score; /* in units, at `at` */
    koord_ms at;
    uint8_t step;
    uint8_t paying; /* a payment field has the focus */
    uint8_t full;   /* the score was reached, and waits for a quiet moment */
    uint8_t busy;   /* it is quiet, but for a request on its way */
} state;

static void forget(state *s, const kd_look *look)
{
    *s = (state){ .step = look->model->session.step, .paying = s->paying };
    kd_wake(look, KOORD_NEVER);
}

static void speak(state *s, const kd_look *look)
{
    kd_finding finding = { .target = s->step };
    kd_marks_testify(&s->signals, KD_MARKS, &finding.evidence);
    forget(s, look);
    kd_raise(look, &finding);
}

static void wait(state *s, const kd_look *look)
{
    s->busy = 0;
    if (s->full) kd_wake(look, kd_after(look->now, SET(QUIET_MS)));
}

/* Whether the visitor has just turned from the checkout to a place where a question does not disturb. */
static int turned_away(const koord_event *e, const kd_look *look)
{
    uint8_t place = look->model->session.place;
    return e->kind == KOORD_EVENT_PAGE_VIEW &&
           (place == KOORD_PLACE_IS_CART || place == KOORD_PLACE_IS_CONFIRMATION);
}

static int is_payment_field(const koord_event *e)
{
    int32_t content = e->number[KOORD_FIELD_CONTENT];
    return content == KOORD_CONTENT_IS_CARD || content == KOORD_CONTENT_IS_ONE_TIME_CODE;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_REQUEST || e->kind == KOORD_EVENT_EFFECT) { /* news: perhaps it came back */
        if (s->busy) kd_wake(look, kd_later(look->now, 1));
        return;
    }
    if (e->kind == KOORD_EVENT_FIELD && e->number[KOORD_FIELD_PHASE] == KOORD_FIELD_IS_FOCUSED)
        s->paying = (uint8_t)is_payment_field(e);
    if (e->kind == KOORD_EVENT_FIELD && e->number[KOORD_FIELD_PHASE] == KOORD_FIELD_IS_LEFT) s->paying = 0;
    if (e->kind == KOORD_EVENT_PAGE_VIEW) s->paying = 0;
    if (s->full && turned_away(e, look)) {
        speak(s, look);
        return;
    }
    if (s->step != look->model->session.step) forget(s, look);
    wait(s, look);
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    if (!kd_is_trouble(signal)) return;
    s->score =
        kd_decay(s->score, kd_between(s->at, look->now), SET(FADE_MS)) + signal->effect.severity * UNIT;
    s->at = look->now;
    kd_marks_add(&s->signals, look->now, signal->effect.id);
    if (s->score >= SET(SCORE) * UNIT) s->full = 1;
    wait(s, look);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    koord_ms again;
    koord_ms since = kd_earlier(look->now, KD_GET(look->settings, response, BUSY_MOST_MS));
    if (s->paying) return; /* leaving the field will ask again */
    s->busy = !kd_response_rests(&look->model->response, look->settings, since, 0, look->now, &again);
    if (s->busy)
        kd_wake(look, again);
    else
        speak(s, look);
}

const kd_detector kd_struggle = {
    .listens = KD_LISTEN(PAGE_VIEW) | KD_LISTEN(FIELD) | KD_LISTEN(CHECKOUT),
    .awaits = KD_LISTEN(CLICK) | KD_LISTEN(SCROLL) | KD_LISTEN(SUBMIT) | KD_LISTEN_ONLY(NEWS),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_struggle_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_signal = on_signal,
};
