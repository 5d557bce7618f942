/* order_placed - the visitor bought something: the best moment of all to ask what went well.
 * docs/detectors/order_placed.md */
#include "detect/detector.h"

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    (void)memory;
    (void)e;
    kd_raise_since(look, 0, 0, 0);
}

const kd_detector kd_order_placed = {
    .listens = KD_LISTEN(PURCHASE),
    .enabled = KD_SETTING_order_placed_ENABLED,
    .on_event = on_event,
};
