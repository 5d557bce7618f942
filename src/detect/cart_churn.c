/* cart_churn - in and out of the cart: the same thing, one thing after another, or its number up and down.
 *
 * What is taken back at once was a slip. docs/detectors/cart_churn.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, cart_churn, NAME)

enum { REMOVALS = 8, FIRST = 1, RISING, FALLING };

typedef struct removal {
    uint32_t key, id;
    koord_ms at;
} removal;

/* Of the product whose number was changed last. */
typedef struct number {
    uint32_t key;
    int32_t quantity;
    kd_evidence turns; /* up to down, or down to up */
    uint8_t way;
} number;

typedef struct state {
    removal removed[REMOVALS];
    uint32_t removals; /* since the last signal; the newest is removed[(removals - 1) % REMOVALS] */
    number number;
} state;

static const removal *nth(const state *s, uint32_t before)
{
    return &s->removed[(s->removals - 1 - before) % REMOVALS];
}

/* Removals within the window, newest first: of that product, or of any for 0. They become evidence. */
static uint32_t count(const state *s, uint32_t key, const koord_event *e, const kd_look *look,
                      kd_evidence *evidence)
{
    for (uint32_t i = 0; i < s->removals && i < REMOVALS; i++) {
        const removal *r = nth(s, i);
        if (kd_between(r->at, e->at) <= SET(WINDOW_MS) && (!key || r->key == key))
            kd_evidence_add(evidence, r->id);
    }
    return evidence->count;
}

static void on_removed(state *s, const koord_event *e, const kd_look *look, uint32_t key)
{
    kd_finding again = { .variant = KD_cart_churn_IS_AGAIN, .target = key },
               many = { .variant = KD_cart_churn_IS_MANY };
    s->removed[s->removals++ % REMOVALS] = (removal){ key, look->id, e->at };
    int churns = key && count(s, key, e, look, &again.evidence) >= SET(SAME);
    if (!churns && count(s, 0, e, look, &many.evidence) < SET(REMOVES)) return;
    kd_raise(look, churns ? &again : &many);
    s->removals = 0;
}

/* The shop's own "undo", or a change of heart just as quick. */
static void on_added(state *s, const koord_event *e, const kd_look *look, uint32_t key)
{
    if (s->removals && nth(s, 0)->key == key && kd_between(nth(s, 0)->at, e->at) <= SET(UNDO_MS))
        s->removals--;
}

/* Another product, or the first number of this one, tells no direction yet. */
static void on_changed(state *s, const koord_event *e, const kd_look *look, uint32_t key)
{
    number *n = &s->number;
    int32_t quantity = e->number[KOORD_CART_QUANTITY];
    if (quantity == KOORD_ABSENT || (key == n->key && quantity == n->quantity)) return;
    if (key != n->key) *n = (number){ .key = key };
    uint8_t way = !n->way ? FIRST : quantity < n->quantity ? FALLING : RISING;
    if (n->way > FIRST && way != n->way) kd_evidence_add(&n->turns, look->id);
    n->way = way;
    n->quantity = quantity;
    if (n->turns.count < SET(TURNS)) return;
    kd_finding finding = { .variant = KD_cart_churn_IS_NUMBER, .target = key, .evidence = n->turns };
    kd_raise(look, &finding);
    n->turns = (kd_evidence){ .count = 0 };
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    uint32_t key = e->number[KOORD_CART_KEY] == KOORD_ABSENT ? 0 : (uint32_t)e->number[KOORD_CART_KEY];
    if (e->number[KOORD_CART_PHASE] == KOORD_CART_IS_REMOVED)
        on_removed(s, e, look, key);
    else if (e->number[KOORD_CART_PHASE] == KOORD_CART_IS_ADDED)
        on_added(s, e, look, key);
    else if (e->number[KOORD_CART_PHASE] == KOORD_CART_IS_CHANGED)
        on_changed(s, e, look, key);
}

const kd_detector kd_cart_churn = {
    .listens = KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_cart_churn_ENABLED,
    .on_event = on_event,
};
