/* quick_find - searched, found, and put into the cart within a minute. docs/detectors/quick_find.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, quick_find, NAME)

typedef struct state {
    uint32_t key; /* of the search that has been spoken of */
} state;

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const kd_search *search = &look->model->search;
    if (!kd_is_choice(e) || !search->key || search->key == s->key) return;
    s->key = search->key;
    if (search->count == 0 || kd_between(search->at, e->at) > SET(WITHIN_MS)) return;
    kd_raise_since(look, 0, search->key, search->id);
}

const kd_detector kd_quick_find = {
    .listens = KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_quick_find_ENABLED,
    .on_event = on_event,
};
