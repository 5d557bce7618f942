/* scroll_hunt - up and down a page by whole screens, pressing nothing: somebody looks for what is not there.
 *
 * docs/detectors/scroll_hunt.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, scroll_hunt, NAME)

enum { STROKES = 5 /* four changes of direction lie between them */, FARTHEST = 1 << 24 };

/* All the scrolling between two changes of direction. */
typedef struct stroke {
    koord_ms at;
    uint32_t id; /* of the scroll that began it */
    int32_t way; /* CSS pixels down */
} stroke;

typedef struct state {
    stroke stroke[STROKES];
    uint8_t count;   /* of strokes, at the most STROKES; the newest is the last one */
    uint8_t presses; /* on this page, when the first of them began */
    uint8_t away;    /* the window has lost the keyboard: to the browser's own search in the page, perhaps */
} state;

static int32_t clamped(int64_t way)
{
    return (int32_t)(way > FARTHEST ? FARTHEST : way < -FARTHEST ? -FARTHEST : way);
}

static void add(state *s, int32_t way, const koord_event *e, uint32_t id)
{
    uint32_t count = s->count > STROKES ? STROKES : s->count;
    stroke *last = count ? &s->stroke[count - 1] : NULL;
    if (last && (last->way > 0) == (way > 0)) {
        last->way = clamped((int64_t)last->way + way);
        return;
    }
    if (count == STROKES)
        for (uint32_t i = 1; i < STROKES; i++) s->stroke[i - 1] = s->stroke[i];
    else
        s->count = (uint8_t)++count;
    s->stroke[count - 1] = (stroke){ e->at, id, way };
}

static uint64_t length(const stroke *one)
{
    return (uint64_t)(one->way < 0 ? -one->way : one->way);
}

static int is_hunt(const state *s, uint64_t height, koord_ms now, const kd_look *look)
{
    uint64_t all = 0;
    for (int i = 0; i < STROKES; i++) {
        if (length(&s->stroke[i]) * 100 < height * SET(STROKE_PERCENT)) return 0;
        all += length(&s->stroke[i]);
    }
    return all >= height * SET(VIEWPORTS) && kd_between(s->stroke[0].at, now) <= SET(WINDOW_MS);
}

static void on_scroll(state *s, const koord_event *e, const kd_look *look)
{
    const kd_page *page = kd_pages_nth(&look->model->pages, 0);
    int32_t from = e->number[KOORD_SCROLL_FROM], to = e->number[KOORD_SCROLL_TO];
    if (page && page->presses != s->presses) *s = (state){ .presses = page->presses };
    if (s->away || !page || !page->height || from == KOORD_ABSENT || to == KOORD_ABSENT || from == to) return;
    add(s, clamped((int64_t)to - from), e, look->id);
    if (s->count < STROKES || !is_hunt(s, page->height, e->at, look)) return;
    kd_finding finding = { .target = page->key };
    for (int i = 0; i < STROKES; i++) kd_evidence_add(&finding.evidence, s->stroke[i].id);
    s->count = 0;
    kd_raise(look, &finding);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    int32_t what = e->number[KOORD_EFFECT_WHAT];
    if (e->kind == KOORD_EVENT_SCROLL) {
        on_scroll(s, e, look);
    } else if (e->kind == KOORD_EVENT_PAGE_VIEW) {
        *s = (state){ .count = 0 };
    } else if (what == KOORD_EFFECT_IS_BLURRED || what == KOORD_EFFECT_IS_SCROLL) {
        *s = (state){ .away = what == KOORD_EFFECT_IS_BLURRED, .presses = s->presses };
    } else if (what == KOORD_EFFECT_IS_FOCUSED || what == KOORD_EFFECT_IS_SHOWN) {
        s->away = 0;
    }
}

const kd_detector kd_scroll_hunt = {
    .listens = KD_LISTEN(SCROLL) | KD_LISTEN(EFFECT) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_scroll_hunt_ENABLED,
    .on_event = on_event,
};
