/* coupon_first_try - the first code that was tried was taken. docs/detectors/coupon_first_try.md */
#include "detect/detector.h"

typedef struct state {
    uint32_t submitted_id; /* of the first try, 0 none */
    uint8_t over;          /* there was a second one, or an answer */
} state;

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    int32_t phase = e->number[KOORD_COUPON_PHASE];
    if (s->over) return;
    s->over = s->submitted_id || phase != KOORD_COUPON_IS_SUBMITTED;
    if (!s->submitted_id) s->submitted_id = look->id;
    if (phase != KOORD_COUPON_IS_ACCEPTED) return;
    kd_raise_since(look, 0, e->target, s->submitted_id == look->id ? 0 : s->submitted_id);
}

const kd_detector kd_coupon_first_try = {
    .listens = KD_LISTEN(COUPON),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_coupon_first_try_ENABLED,
    .on_event = on_event,
};
