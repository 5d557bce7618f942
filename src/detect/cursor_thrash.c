/* cursor_thrash - the pointer goes to and fro on the spot, fast and far: impatience, or anger.
 *
 * The core condenses moves to `cursor` facts (model/cursor.c). On its own this says little; it adds to what
 * else is known about the newest press. docs/detectors/cursor_thrash.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, cursor_thrash, NAME)

enum { PRESS_MS = 10000 /* a press this long before may be what it is about */ };

static uint32_t known(int32_t number)
{
    return number < 0 ? 0 : (uint32_t)number; /* KOORD_ABSENT as well */
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    (void)memory;
    const kd_response *response = &look->model->response;
    koord_ms began = kd_earlier(e->at, known(e->number[KOORD_CURSOR_TOOK_MS]));
    int seeks =
        response->back && kd_between(response->back, began) < KD_GET(look->settings, response, REFOCUS_MS);
    if (seeks || known(e->number[KOORD_CURSOR_REVERSALS]) < SET(REVERSALS) ||
        known(e->number[KOORD_CURSOR_PATH]) < SET(PATH_PX) ||
        known(e->number[KOORD_CURSOR_DIAGONAL]) > SET(DIAGONAL_PX))
        return;
    const kd_press *press = kd_response_cause(response, began, PRESS_MS);
    kd_raise_since(look, 0, press ? press->target : 0, press ? press->id : 0);
}

const kd_detector kd_cursor_thrash = {
    .listens = KD_LISTEN(CURSOR),
    .enabled = KD_SETTING_cursor_thrash_ENABLED,
    .on_event = on_event,
};
