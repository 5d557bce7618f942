/* error_click - a press that makes a script of the shop fail.
 *
 * The error itself is a fact of the page; that it came of a press makes it the visitor's. One press, one
 * signal, however many errors it throws. docs/detectors/error_click.md */
#include "detect/press.h"

#define SET(NAME) KD_GET(look->settings, error_click, NAME)

typedef struct state {
    uint32_t press;  /* the newest one that an error was laid to */
    uint32_t signal; /* raised about it, 0 none */
} state;

/* What failed was a script, and the shop's own: not a picture, a policy or a message to the visitor. */
static int is_own_failure(const koord_event *e)
{
    int32_t source = e->number[KOORD_ERROR_SOURCE];
    return e->number[KOORD_ERROR_OWN_SITE] == 1 &&
           (source == KOORD_ERROR_IS_EXCEPTION || source == KOORD_ERROR_IS_REJECTION);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const kd_press *press = kd_response_cause(&look->model->response, e->at, SET(AFTER_MS));
    if (!is_own_failure(e) || !press || press->id == s->press) return;
    *s = (state){ press->id, kd_raise_since(look, 0, press->target, press->id) };
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    uint32_t press = kd_graver_press(signal, KD_error_click);
    if (!press) return;
    if (press == s->press) kd_yield(look, s->signal, KD_error_click_IS_ERROR, signal);
    *s = (state){ .press = press };
}

const kd_detector kd_error_click = {
    .listens = KD_LISTEN(ERROR),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_error_click_ENABLED,
    .on_event = on_event,
    .on_signal = on_signal,
};
