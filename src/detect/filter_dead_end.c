/* filter_dead_end - one filter more, and the list is empty.
 *
 * It counts when the visitor takes the filter back or leaves the list over it.
 * docs/detectors/filter_dead_end.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, filter_dead_end, NAME)

typedef struct state {
    uint32_t applied_id, facet, empty_id; /* empty_id: 0 while the list is not empty */
    koord_ms empty_at;
} state;

/* The visitor did something about an empty list. */
static void react(state *s, const koord_event *e, const kd_look *look)
{
    uint32_t after = kd_between(s->empty_at, e->at);
    if (s->empty_id && after > SET(SLIP_MS) && after <= SET(UNDO_MS))
        kd_raise_on(look, 0, s->facet, s->applied_id, s->empty_id);
    *s = (state){ .applied_id = 0 };
}

static void on_refine(state *s, const koord_event *e, const kd_look *look)
{
    int32_t phase = e->number[KOORD_REFINE_PHASE];
    if (phase == KOORD_REFINE_IS_REMOVED || phase == KOORD_REFINE_IS_CLEARED) react(s, e, look);
    if (phase != KOORD_REFINE_IS_APPLIED) return;
    *s = (state){ .facet = (uint32_t)e->number[KOORD_REFINE_FACET] };
    if (e->number[KOORD_REFINE_ACTIVE] >= (int32_t)SET(FILTERS)) s->applied_id = look->id;
}

/* A list whose filters change may load anew: only another place is leaving it. */
static int leaves(const koord_event *e)
{
    int32_t place = e->number[KOORD_PAGE_VIEW_PLACE];
    return e->kind == KOORD_EVENT_PAGE_VIEW && place != KOORD_PLACE_IS_LISTING &&
           place != KOORD_PLACE_IS_SEARCH;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_REFINE)
        on_refine(s, e, look);
    else if (leaves(e))
        react(s, e, look);
    if (e->kind != KOORD_EVENT_RESULTS || !s->applied_id) return;
    int empty = e->number[KOORD_RESULTS_COUNT] == 0;
    if (empty && s->empty_id) return;
    s->empty_id = empty ? look->id : 0;
    s->empty_at = e->at;
}

const kd_detector kd_filter_dead_end = {
    .listens = KD_LISTEN(REFINE) | KD_LISTEN(RESULTS) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_filter_dead_end_ENABLED,
    .on_event = on_event,
};
