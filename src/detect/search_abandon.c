/* search_abandon - results were there, nothing was made of them, and the visitor left.
 *
 * Leaving may be a good end: the answer stood on the list, or was asked for by phone. Provisional until it is
 * sure that nobody comes back to the results. docs/detectors/search_abandon.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, search_abandon, NAME)

typedef struct state {
    kd_open open;
    uint32_t key;   /* of the search with results that nothing was made of yet, 0 none */
    uint8_t hidden; /* the results are out of sight, not left */
} state;

static void leave(state *s, const koord_event *e, const kd_look *look)
{
    const kd_search *search = &look->model->search;
    kd_finding *finding = &s->open.finding;
    if (s->open.id || kd_between(search->shown_at, e->at) < SET(LOOKED_MS)) return;
    finding->target = s->key;
    kd_evidence_add(&finding->evidence, search->id);
    kd_evidence_add(&finding->evidence, search->found_id);
    kd_evidence_add(&finding->evidence, look->id);
    kd_open_raise(&s->open, look, KD_search_abandon_IS_LEFT);
}

static void begin(state *s, const kd_look *look)
{
    const kd_search *search = &look->model->search;
    if (search->key == s->key) return;
    kd_open_end(&s->open, look, s->hidden ? KOORD_STATE_IS_REVOKED : KOORD_STATE_IS_FINAL);
    *s = (state){ .key = search->count == 0 ? 0 : search->key };
}

/* Places that a search leads to, or that it is done with. */
static int is_away(uint8_t place)
{
    return place == KOORD_PLACE_IS_HOME || place == KOORD_PLACE_IS_LISTING || place == KOORD_PLACE_IS_OTHER ||
           place == KOORD_PLACE_IS_ACCOUNT;
}

static void on_page(state *s, const koord_event *e, const kd_look *look)
{
    s->hidden = 0;
    if (is_away(look->model->session.place))
        leave(s, e, look);
    else
        kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED);
}

static void on_effect(state *s, const koord_event *e, const kd_look *look)
{
    int32_t what = e->number[KOORD_EFFECT_WHAT];
    int left = s->open.id && !s->hidden; /* by another page */
    if (what == KOORD_EFFECT_IS_HIDDEN && !left) {
        s->hidden = 1;
        leave(s, e, look);
    }
    if (what == KOORD_EFFECT_IS_SHOWN && s->hidden) {
        s->hidden = 0;
        kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED);
    }
}

/* The answer stood on the list, the visitor asks by other means, or goes on in another tab. */
static int is_good_end(const koord_event *e)
{
    if (e->kind == KOORD_EVENT_SEEN) return e->number[KOORD_SEEN_WHAT] == KOORD_SEEN_IS_ITEM;
    if (e->kind == KOORD_EVENT_OTHER_TAB) return e->number[KOORD_OTHER_TAB_WHAT] == KOORD_TAB_IS_OPENED;
    return e->kind == KOORD_EVENT_TOUCHPOINT || e->kind == KOORD_EVENT_REFINE || kd_is_choice(e);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_RESULTS) begin(s, look);
    if (!s->key) return;
    if (e->kind == KOORD_EVENT_PAGE_VIEW) {
        on_page(s, e, look);
    } else if (e->kind == KOORD_EVENT_EFFECT) {
        on_effect(s, e, look);
    } else if (is_good_end(e)) {
        kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED);
        s->key = 0;
    }
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

const kd_detector kd_search_abandon = {
    .listens = KD_LISTEN(RESULTS) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(EFFECT) | KD_LISTEN(PRODUCT) |
               KD_LISTEN(CART) | KD_LISTEN(REFINE) | KD_LISTEN(SEEN) | KD_LISTEN(TOUCHPOINT) |
               KD_LISTEN(OTHER_TAB),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_search_abandon_ENABLED,
    .on_event = on_event,
    .on_end = on_end,
};
