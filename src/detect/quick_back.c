/* quick_back - to a page and straight back: it was not what the way there had promised.
 *
 * Only where nothing was done there. A page that took long to open was left because of that: slow_click.
 * docs/detectors/quick_back.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, quick_back, NAME)

/* Pictures of a product, tabs and layers are views of one page, not pages. */
static int is_elsewhere(const kd_page *there, const kd_page *from)
{
    return there->place != KOORD_PLACE_IS_CART &&
           (there->via == KOORD_VIA_IS_LOAD || there->place != from->place);
}

static int is_untouched(const kd_page *page, const kd_look *look)
{
    return !page->presses && !page->inputs && page->scrolled < SET(SCROLL_PERCENT) &&
           page->ready_ms <= KD_GET(look->settings, slow_click, PAGE_MS);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    (void)memory, (void)e;
    const kd_pages *pages = &look->model->pages;
    const kd_page *there = kd_pages_turned(pages), *from = kd_pages_nth(pages, 2);
    if (!there || !is_elsewhere(there, from) || !is_untouched(there, look)) return;
    uint32_t read_ms = kd_page_read_ms(there);
    if (read_ms > SET(WINDOW_MS)) return;
    uint8_t variant = read_ms <= SET(SLIP_MS) ? KD_quick_back_IS_MIS_TAP : KD_quick_back_IS_BACK;
    kd_raise_on(look, variant, there->key, from->id, there->id);
}

const kd_detector kd_quick_back = {
    .listens = KD_LISTEN(PAGE_VIEW),
    .enabled = KD_SETTING_quick_back_ENABLED,
    .on_event = on_event,
};
