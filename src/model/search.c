/* search - the search going on. */
#include "model/search.h"

int kd_is_choice(const koord_event *e)
{
    if (e->kind == KOORD_EVENT_PRODUCT) return e->number[KOORD_PRODUCT_PHASE] != KOORD_PRODUCT_IS_SEEN;
    return e->kind == KOORD_EVENT_CART && e->number[KOORD_CART_PHASE] == KOORD_CART_IS_ADDED;
}

static void begin(kd_search *search, uint32_t key, uint32_t id, uint32_t news, koord_ms at)
{
    *search = (kd_search){
        .key = key, .id = id, .at = at, .shown_at = KOORD_NEVER, .count = KOORD_ABSENT, .news = news
    };
}

/* The next page of its results, or coming back to them, says the same search again. */
static void on_search(kd_search *search, const koord_event *e, uint32_t id)
{
    uint32_t key = (uint32_t)e->number[KOORD_SEARCH_KEY];
    if (key != search->key) begin(search, key, id, id, e->at);
}

static void on_results(kd_search *search, const koord_event *e, uint32_t id)
{
    if (e->number[KOORD_RESULTS_KEY] == KOORD_ABSENT) return; /* of a listing */
    uint32_t key = (uint32_t)e->number[KOORD_RESULTS_KEY];
    if (key != search->key) begin(search, key, 0, id, e->at);
    if (search->shown_at == KOORD_NEVER) search->shown_at = e->at;
    search->count = e->number[KOORD_RESULTS_COUNT];
    search->found_id = id;
}

void kd_search_take(kd_search *search, const koord_event *e, uint32_t id)
{
    if (e->kind == KOORD_EVENT_SEARCH)
        on_search(search, e, id);
    else if (e->kind == KOORD_EVENT_RESULTS)
        on_results(search, e, id);
    else if (e->kind == KOORD_EVENT_REFINE || kd_is_choice(e))
        search->used = 1;
}
