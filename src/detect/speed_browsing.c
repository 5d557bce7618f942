/* speed_browsing - through page after page without reading any: the way cannot be found.
 *
 * Judged as the last of them is left, for only then is it known that it was not read either.
 * docs/detectors/speed_browsing.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, speed_browsing, NAME)

typedef struct state {
    koord_ms choice_at; /* when something was last chosen or paged through */
} state;

/* A product or what follows it is where a way was to lead. */
static int is_hurried(const kd_page *page, const kd_look *look)
{
    const uint32_t arrived = 1u << KOORD_PLACE_IS_PRODUCT | 1u << KOORD_PLACE_IS_CART |
                             1u << KOORD_PLACE_IS_CHECKOUT | 1u << KOORD_PLACE_IS_CONFIRMATION;
    return kd_page_is_new(page) && !(arrived >> (page->place & 31) & 1u) &&
           kd_page_read_ms(page) <= SET(READ_MS);
}

static void on_page(const state *s, const kd_look *look)
{
    const kd_pages *pages = &look->model->pages;
    kd_finding finding = { 0 };
    const kd_page *first = NULL;
    for (uint32_t i = SET(PAGES); i > 0; i--) {
        const kd_page *page = kd_pages_nth(pages, i);
        if (!page || !is_hurried(page, look)) return;
        if (!first) first = page;
        kd_evidence_add(&finding.evidence, page->id);
    }
    if (!first || s->choice_at > first->at) return;
    if (kd_between(first->at, kd_pages_nth(pages, 1)->until) <= SET(WINDOW_MS)) kd_raise(look, &finding);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_PAGE_VIEW)
        on_page(s, look);
    else if (e->kind == KOORD_EVENT_REFINE || kd_is_choice(e))
        s->choice_at = e->at;
}

const kd_detector kd_speed_browsing = {
    .listens = KD_LISTEN(PAGE_VIEW) | KD_LISTEN(REFINE) | KD_LISTEN(PRODUCT) | KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_speed_browsing_ENABLED,
    .on_event = on_event,
};
