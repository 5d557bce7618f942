/* slow_results - the visitor asked, and had to wait for the results. docs/detectors/slow_results.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, slow_results, NAME)

typedef struct state {
    uint32_t answered; /* id of the search whose results were seen */
    uint32_t ready_ms; /* of the page in view, 0 when not known */
    koord_ms away_at;  /* when the page was last out of sight or offline; 0 never */
} state;

/* A search that a page's address tells was asked before that page was loaded. */
static uint32_t waited(const state *s, const koord_event *e, const kd_search *search)
{
    uint32_t seen = kd_between(search->at, e->at);
    return s->ready_ms > seen ? s->ready_ms : seen;
}

static void on_results(state *s, const koord_event *e, const kd_look *look)
{
    const kd_search *search = &look->model->search;
    if (!search->id || search->id == s->answered || search->found_id != look->id) return;
    s->answered = search->id;
    uint32_t ms = waited(s, e, search);
    if (ms <= SET(SETTLE_MS) || ms > SET(MOST_MS) || s->away_at >= kd_latest(search->at, 1)) return;
    kd_raise_since(look, 0, search->key, search->id);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    int32_t what = e->number[KOORD_EFFECT_WHAT];
    switch (e->kind) {
    case KOORD_EVENT_RESULTS:
        on_results(s, e, look);
        break;
    case KOORD_EVENT_PAGE_VIEW:
        s->ready_ms = 0;
        if (e->number[KOORD_PAGE_VIEW_READY_MS] > 0)
            s->ready_ms = (uint32_t)e->number[KOORD_PAGE_VIEW_READY_MS];
        break;
    case KOORD_EVENT_EFFECT:
        if (what == KOORD_EFFECT_IS_HIDDEN || what == KOORD_EFFECT_IS_SHOWN) s->away_at = e->at;
        break;
    default:
        if (e->number[KOORD_REQUEST_OFFLINE] > 0) s->away_at = e->at;
    }
}

const kd_detector kd_slow_results = {
    .listens = KD_LISTEN(RESULTS) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(EFFECT) | KD_LISTEN(REQUEST),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_slow_results_ENABLED,
    .on_event = on_event,
};
