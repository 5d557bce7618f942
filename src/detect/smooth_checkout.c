/* smooth_checkout - from the first step to the order quickly, and without any trouble.
 * docs/detectors/smooth_checkout.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, smooth_checkout, NAME)

typedef struct state {
    uint32_t first_id; /* the checkout's first step, 0 none */
    koord_ms since;
    uint8_t trouble;
} state;

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_CHECKOUT) {
        if (!s->first_id) *s = (state){ look->id, e->at, 0 };
        return;
    }
    state was = *s;
    *s = (state){ .first_id = 0 };
    if (!was.first_id || was.trouble || kd_between(was.since, e->at) > SET(WITHIN_MS)) return;
    kd_raise_since(look, 0, 0, was.first_id);
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    if (signal->effect.severity >= SET(SEVERITY) && kd_is_trouble(signal)) s->trouble = 1;
}

const kd_detector kd_smooth_checkout = {
    .listens = KD_LISTEN(CHECKOUT) | KD_LISTEN(PURCHASE),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_smooth_checkout_ENABLED,
    .on_event = on_event,
    .on_signal = on_signal,
};
