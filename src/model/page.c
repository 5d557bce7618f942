/* page - the last few pages and views, and what was done on them. */
#include "model/page.h"
#include "base/moments.h"

static int32_t known(int32_t number)
{
    return number < 0 ? 0 : number; /* KOORD_ABSENT as well */
}

static void add(uint8_t *count)
{
    if (*count < UINT8_MAX) ++*count;
}

static kd_page *newest(kd_pages *pages)
{
    return &pages->page[(pages->count - 1) % KD_PAGES];
}

static void arrive(kd_pages *pages, const koord_event *e, uint32_t id)
{
    kd_page *left = newest(pages);
    if (pages->count && left->until > e->at) left->until = e->at;
    pages->count++;
    *newest(pages) = (kd_page){
        .id = id,
        .key = e->number[KOORD_PAGE_VIEW_KEY] == KOORD_ABSENT ? 0 : (uint32_t)e->number[KOORD_PAGE_VIEW_KEY],
        .at = e->at,
        .until = KOORD_NEVER,
        .ready_ms = (uint32_t)known(e->number[KOORD_PAGE_VIEW_READY_MS]),
        .height = (uint32_t)known(e->number[KOORD_PAGE_VIEW_HEIGHT]),
        .place = (uint8_t)known(e->number[KOORD_PAGE_VIEW_PLACE]),
        .via = (uint8_t)known(e->number[KOORD_PAGE_VIEW_VIA]),
        .inside = e->number[KOORD_PAGE_VIEW_INSIDE] > 0,
    };
}

/* What stands in view without scrolling is part of `depth`, and taken out of it here: a page of two screens
 * is half seen as it opens. */
static void scroll(kd_page *page, const koord_event *e)
{
    uint64_t depth = (uint64_t)known(e->number[KOORD_SCROLL_DEPTH]),
             to = (uint64_t)known(e->number[KOORD_SCROLL_TO]);
    uint64_t scrolled = to ? depth * to / (to + page->height) : 0;
    if (scrolled > 100) scrolled = 100;
    if (scrolled > page->scrolled) page->scrolled = (uint8_t)scrolled;
}

static void look_away(kd_page *page, const koord_event *e)
{
    if (e->number[KOORD_EFFECT_WHAT] == KOORD_EFFECT_IS_HIDDEN) page->until = e->at;
    if (e->number[KOORD_EFFECT_WHAT] == KOORD_EFFECT_IS_SHOWN) page->until = KOORD_NEVER;
}

void kd_pages_take(kd_pages *pages, const koord_event *e, uint32_t id)
{
    kd_page *page = newest(pages);
    switch (e->kind) {
    case KOORD_EVENT_PAGE_VIEW:
        arrive(pages, e, id);
        break;
    case KOORD_EVENT_EFFECT:
        look_away(page, e);
        break;
    case KOORD_EVENT_CLICK:
        add(&page->presses);
        break;
    case KOORD_EVENT_FIELD:
        if (e->number[KOORD_FIELD_PHASE] == KOORD_FIELD_IS_CHANGED) add(&page->inputs);
        break;
    case KOORD_EVENT_SUBMIT:
    case KOORD_EVENT_SWIPE:
        add(&page->inputs);
        break;
    case KOORD_EVENT_SCROLL:
        scroll(page, e);
        break;
    default:
        break;
    }
}

const kd_page *kd_pages_nth(const kd_pages *pages, uint32_t before)
{
    int kept = before < pages->count && before < KD_PAGES;
    return kept ? &pages->page[(pages->count - 1 - before) % KD_PAGES] : NULL;
}

int kd_page_is_new(const kd_page *page)
{
    return page->via == KOORD_VIA_IS_LOAD || page->via == KOORD_VIA_IS_HISTORY;
}

/* An address that is not known may be any; then it is the going back that tells. */
static int is_return(const kd_page *to, const kd_page *from)
{
    int back = to->via == KOORD_VIA_IS_BACK_FORWARD || to->via == KOORD_VIA_IS_RESTORE;
    return to->key == from->key && to->via != KOORD_VIA_IS_RELOAD && (back || to->key);
}

const kd_page *kd_pages_turned(const kd_pages *pages)
{
    const kd_page *back = kd_pages_nth(pages, 0), *there = kd_pages_nth(pages, 1),
                  *from = kd_pages_nth(pages, 2);
    if (!from || !is_return(back, from) || !kd_page_is_new(there)) return NULL;
    return there->key && there->key == from->key ? NULL : there;
}

uint32_t kd_page_read_ms(const kd_page *page)
{
    return page->until == KOORD_NEVER ? KOORD_NEVER : kd_between(page->at, page->until);
}
