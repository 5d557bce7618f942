/* zero_results - a search that has come to rest and found nothing.
 *
 * Only a count that the shop states, or an empty state that stays, says so: a count that is not known is not
 * nought, and a page may show 0 before its results arrive. docs/detectors/zero_results.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, zero_results, NAME)

enum { SAID = 8 };

typedef struct state {
    uint32_t key;         /* of the search that seems to have found nothing */
    uint32_t searched_id; /* the search fact, 0 when only results were seen */
    uint32_t found_id;    /* the results fact */
    koord_ms searched_at;
    uint32_t said[SAID]; /* searches signalled already: coming back to the page is not a new disappointment */
    uint32_t said_count;
} state;

static int was_said(const state *s, uint32_t key)
{
    for (uint32_t i = 0; i < s->said_count && i < SAID; i++)
        if (s->said[i] == key) return 1;
    return 0;
}

static void on_search(state *s, const koord_event *e, const kd_look *look)
{
    s->key = (uint32_t)e->number[KOORD_SEARCH_KEY];
    s->searched_id = look->id;
    s->searched_at = e->at;
    kd_wake(look, KOORD_NEVER);
}

/* Counting the items of a page may miss some, so that finding none proves nothing. */
static int states_nought(const koord_event *e)
{
    int32_t source = e->number[KOORD_RESULTS_SOURCE];
    return e->number[KOORD_RESULTS_COUNT] == 0 && source != KOORD_SOURCE_IS_ITEMS && source != KOORD_ABSENT;
}

static void on_results(state *s, const koord_event *e, const kd_look *look)
{
    if (e->number[KOORD_RESULTS_KEY] == KOORD_ABSENT) return; /* a listing, no search */
    uint32_t key = (uint32_t)e->number[KOORD_RESULTS_KEY];
    if (key != s->key) s->searched_id = 0; /* results of a search that was not seen being made */
    s->key = key;
    s->searched_at = s->searched_id ? s->searched_at : e->at;
    kd_wake(look, KOORD_NEVER);
    if (!states_nought(e)) return;
    int empty_state = e->number[KOORD_RESULTS_SOURCE] == KOORD_SOURCE_IS_EMPTY_STATE;
    koord_ms seen = empty_state ? kd_later(e->at, SET(EMPTY_STATE_MS)) : e->at;
    s->found_id = look->id;
    kd_wake(look, kd_latest(kd_later(e->at, SET(SETTLE_MS)), seen));
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (look->model->session.staff > 0) return;
    if (e->kind == KOORD_EVENT_SEARCH)
        on_search(s, e, look);
    else if (e->kind == KOORD_EVENT_RESULTS)
        on_results(s, e, look);
    else
        kd_wake(look, KOORD_NEVER); /* another page: the search was left before it had settled */
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    koord_ms since = kd_earlier(s->searched_at, SET(SETTLE_MS));
    koord_ms again;
    if (!kd_response_rests(&look->model->response, look->settings, since, SET(SETTLE_MS), look->now,
                           &again)) {
        kd_wake(look, again); /* results may still be on their way */
        return;
    }
    if (was_said(s, s->key)) return;
    if (kd_raise_on(look, 0, s->key, s->searched_id, s->found_id)) s->said[s->said_count++ % SAID] = s->key;
}

const kd_detector kd_zero_results = {
    .listens = KD_LISTEN(SEARCH) | KD_LISTEN(RESULTS) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_zero_results_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
};
