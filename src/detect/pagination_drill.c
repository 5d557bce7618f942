/* pagination_drill - page after page of results, and nothing is chosen: what is sought does not come first.
 * docs/detectors/pagination_drill.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, pagination_drill, NAME)

typedef struct state {
    uint32_t key; /* of the search, 0 when there is nothing to watch (any more) */
} state;

/* Who sorts, goes through the list on purpose; who chooses, finds. */
static int goes_deep(const koord_event *e, const kd_look *look)
{
    int32_t phase = e->number[KOORD_REFINE_PHASE];
    if (phase == KOORD_REFINE_IS_PAGED) return e->number[KOORD_REFINE_PAGE] >= (int32_t)SET(PAGES);
    return phase == KOORD_REFINE_IS_MORE && e->number[KOORD_REFINE_SHOWN] >= (int32_t)SET(ITEMS);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (look->model->search.news == look->id) s->key = look->model->search.key;
    int sorts = e->kind == KOORD_EVENT_REFINE && e->number[KOORD_REFINE_PHASE] == KOORD_REFINE_IS_SORTED;
    if (sorts || kd_is_choice(e)) s->key = 0;
    if (e->kind != KOORD_EVENT_REFINE || !s->key || look->model->session.place == KOORD_PLACE_IS_LISTING ||
        !goes_deep(e, look))
        return;
    kd_raise_since(look, 0, s->key, look->model->search.found_id);
    s->key = 0;
}

const kd_detector kd_pagination_drill = {
    .listens =
        KD_LISTEN(REFINE) | KD_LISTEN(SEARCH) | KD_LISTEN(RESULTS) | KD_LISTEN(PRODUCT) | KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_pagination_drill_ENABLED,
    .on_event = on_event,
};
