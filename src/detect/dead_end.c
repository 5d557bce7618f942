/* dead_end - a way inside the shop that leads to a page that is not there, or that is empty.
 *
 * Provisional until it is known how the visitor went on: whoever turns back or leaves found no way out.
 * docs/detectors/dead_end.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, dead_end, NAME)

typedef struct state {
    kd_open open;
    uint8_t suspect;     /* the status says so, but the page may lead on by itself */
    uint8_t maintenance; /* 503: the shop is closed on purpose */
} state;

static int is_dead_status(int32_t status)
{
    return status == 404 || status == 410 || (status >= 500 && status != 503);
}

/* An empty cart, wish list or list of orders is in order, and a search that finds nothing is another
 * detector's. */
static int is_dead_state(const state *s, int32_t what, int place)
{
    const uint32_t never_empty = 1u << KOORD_PLACE_IS_HOME | 1u << KOORD_PLACE_IS_LISTING |
                                 1u << KOORD_PLACE_IS_PRODUCT | 1u << KOORD_PLACE_IS_CHECKOUT |
                                 1u << KOORD_PLACE_IS_HELP;
    return what == KOORD_PAGE_STATE_IS_NOT_FOUND || (what == KOORD_PAGE_STATE_IS_BROKEN && !s->maintenance) ||
           (what == KOORD_PAGE_STATE_IS_EMPTY && never_empty >> (place & 31) & 1u);
}

/* Something in the shop led here, now: no typed address, no link elsewhere, no way back. */
static int is_led_to(const kd_page *page)
{
    return page->inside && kd_page_is_new(page);
}

static void begin(state *s, const kd_page *page, const kd_look *look)
{
    s->suspect = 0;
    s->open.finding.target = page->key;
    kd_evidence_add(&s->open.finding.evidence, page->id);
    if (look->id && look->id != page->id) kd_evidence_add(&s->open.finding.evidence, look->id);
    kd_open_raise(&s->open, look, KD_dead_end_IS_REACHED);
    kd_wake(look, kd_after(page->at, SET(LEFT_MS)));
}

static void end(state *s, int left, const kd_look *look)
{
    if (left) s->open.finding.variant = KD_dead_end_IS_LEFT;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

static void leave(state *s, const kd_page *dead, const kd_page *next, const kd_look *look)
{
    int gone = !is_led_to(next), used = dead->presses || dead->inputs;
    if (s->suspect && gone) begin(s, dead, look);
    if (!gone && !used)
        kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED); /* the page itself led on */
    else
        end(s, gone, look);
}

static void on_page(state *s, const koord_event *e, const kd_look *look)
{
    const kd_page *page = kd_pages_nth(&look->model->pages, 0), *dead = kd_pages_nth(&look->model->pages, 1);
    if (dead && (s->open.id || s->suspect)) leave(s, dead, page, look);
    *s = (state){ .maintenance = e->number[KOORD_PAGE_VIEW_STATUS] == 503 };
    s->suspect = is_led_to(page) && is_dead_status(e->number[KOORD_PAGE_VIEW_STATUS]);
    kd_wake(look, s->suspect ? kd_after(page->at, SET(SETTLE_MS)) : KOORD_NEVER);
}

static void on_state(state *s, int32_t what, const kd_look *look)
{
    const kd_page *page = kd_pages_nth(&look->model->pages, 0);
    if (what == KOORD_PAGE_STATE_IS_FINE) {
        s->suspect = 0;
        kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED);
        kd_wake(look, KOORD_NEVER);
    } else if (page && !s->open.id && is_led_to(page) && is_dead_state(s, what, page->place)) {
        begin(s, page, look);
    }
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    if (e->kind == KOORD_EVENT_PAGE_VIEW)
        on_page(memory, e, look);
    else
        on_state(memory, e->number[KOORD_PAGE_STATE_STATE], look);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    const kd_page *page = kd_pages_nth(&look->model->pages, 0);
    if (!page) return;
    if (s->suspect)
        begin(s, page, look);
    else
        end(s, page->until != KOORD_NEVER, look);
}

const kd_detector kd_dead_end = {
    .listens = KD_LISTEN(PAGE_VIEW) | KD_LISTEN(PAGE_STATE),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_dead_end_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
};
