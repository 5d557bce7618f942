/* filter_thrash - setting filters and taking them back, or emptying the list with them, again and again.
 *
 * Many filters set one after the other are a precise wish, and no trouble. docs/detectors/filter_thrash.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, filter_thrash, NAME)

enum { CHANGES = 8, GESTURE_MS = 1000 /* what a slider goes through while it is dragged is one change */ };

typedef struct change {
    koord_ms at;
    uint32_t id, facet;
    uint8_t removed, undoes, found_nothing;
} change;

typedef struct state {
    change change[CHANGES];
    uint32_t count; /* ever; the newest is change[(count - 1) % CHANGES] */
} state;

static uint32_t kept(const state *s)
{
    return s->count < CHANGES ? s->count : CHANGES;
}

/* The k-th newest. */
static change *nth(state *s, uint32_t k)
{
    return &s->change[(s->count - 1 - k) % CHANGES];
}

/* Whether the last thing that was done to this facet was the opposite. Emptying all filters once is a fresh
 * start; twice is not. Two filters that tell no facet may well be different ones. */
static int undoes(state *s, uint32_t facet, int removed)
{
    for (uint32_t k = 0; k < kept(s); k++)
        if (nth(s, k)->facet == facet) return facet ? nth(s, k)->removed != removed : removed;
    return 0;
}

static void judge(state *s, const kd_look *look)
{
    uint32_t count = 0, undone = 0, empty = 0;
    kd_finding finding = { .target = look->model->search.key };
    while (count < kept(s) && kd_between(nth(s, count)->at, look->now) <= SET(WINDOW_MS)) {
        undone += nth(s, count)->undoes;
        empty += nth(s, count++)->found_nothing;
    }
    if (count < SET(CHANGES) || (undone < SET(FAILURES) && empty < SET(FAILURES))) return;
    while (count > 0) kd_evidence_add(&finding.evidence, nth(s, --count)->id);
    s->count = 0;
    kd_raise(look, &finding);
}

static void on_refine(state *s, const koord_event *e, const kd_look *look)
{
    int32_t phase = e->number[KOORD_REFINE_PHASE];
    uint32_t facet = phase == KOORD_REFINE_IS_CLEARED || e->number[KOORD_REFINE_FACET] == KOORD_ABSENT
                         ? 0
                         : (uint32_t)e->number[KOORD_REFINE_FACET];
    if (phase > KOORD_REFINE_IS_CLEARED) return; /* sorting and paging */
    int removed = phase != KOORD_REFINE_IS_APPLIED;
    if (s->count && kd_between(nth(s, 0)->at, e->at) < GESTURE_MS && nth(s, 0)->removed == removed &&
        nth(s, 0)->facet != facet) {
        *nth(s, 0) = (change){ e->at, look->id, facet, (uint8_t)removed, nth(s, 0)->undoes, 0 };
        return;
    }
    change made = { e->at, look->id, facet, (uint8_t)removed, (uint8_t)undoes(s, facet, removed), 0 };
    s->change[s->count++ % CHANGES] = made;
    judge(s, look);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_REFINE) {
        on_refine(s, e, look);
    } else if (e->kind == KOORD_EVENT_RESULTS) {
        if (!s->count || e->number[KOORD_RESULTS_COUNT] != 0) return;
        nth(s, 0)->found_nothing = 1;
        judge(s, look);
    } else if (kd_is_choice(e)) {
        s->count = 0;
    }
}

const kd_detector kd_filter_thrash = {
    .listens = KD_LISTEN(REFINE) | KD_LISTEN(RESULTS) | KD_LISTEN(PRODUCT) | KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_filter_thrash_ENABLED,
    .on_event = on_event,
};
