/* stock_or_delivery_block - in the middle of the checkout the shop cannot deliver: it has sold out, or not
 * there.
 *
 * Who tries one address after another is asking, not buying. docs/detectors/stock_or_delivery_block.md */
#include "detect/detector.h"

typedef struct state {
    uint32_t addresses; /* postcodes and countries put in during this checkout */
    uint8_t blocked;
} state;

static void raise(const kd_look *look, uint8_t variant, uint32_t target)
{
    kd_raise_since(look, variant, target, 0);
}

static void on_step(state *s, const koord_event *e, const kd_look *look)
{
    int32_t blocked = e->number[KOORD_CHECKOUT_BLOCKED];
    if (look->model->checkout.id == look->id) *s = (state){ .blocked = 0 };
    if (blocked == KOORD_ABSENT) return;
    if (blocked == 1 && !s->blocked && s->addresses < 2)
        raise(look, KD_stock_or_delivery_block_IS_DELIVERY, 0);
    s->blocked = blocked == 1;
}

static void on_field(state *s, const koord_event *e)
{
    int32_t content = e->number[KOORD_FIELD_CONTENT];
    int address = content == KOORD_CONTENT_IS_POSTCODE || content == KOORD_CONTENT_IS_COUNTRY;
    s->addresses += (uint32_t)address;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const int32_t *n = e->number;
    if (e->kind == KOORD_EVENT_CHECKOUT)
        on_step(s, e, look);
    else if (e->kind == KOORD_EVENT_FIELD)
        on_field(s, e);
    else if (n[KOORD_CART_PHASE] == KOORD_CART_IS_UNAVAILABLE && look->model->checkout.id)
        raise(look, KD_stock_or_delivery_block_IS_STOCK,
              n[KOORD_CART_KEY] == KOORD_ABSENT ? 0 : (uint32_t)n[KOORD_CART_KEY]);
}

const kd_detector kd_stock_or_delivery_block = {
    .listens = KD_LISTEN(CHECKOUT) | KD_LISTEN(CART) | KD_LISTEN_ONLY(CHANGED),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_stock_or_delivery_block_ENABLED,
    .on_event = on_event,
};
