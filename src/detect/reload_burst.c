/* reload_burst - loading a page again by hand: hoping that it will work this time.
 *
 * Three times in a minute; or once, where something had just failed or where there is much to lose. What
 * reloads by itself is told apart by its evenness, its press, or the long time out of sight.
 * docs/detectors/reload_burst.md */
#include "detect/press.h"
#include "model/marks.h"

#define SET(NAME) KD_GET(look->settings, reload_burst, NAME)

enum {
    ANSWER_MS = 1000,    /* a press this short before made the page reload: a language, a currency */
    AWAY_MS = 10000,     /* a browser that threw a page away to save memory loads it when it is looked at */
    TIMER_MS = 5000,     /* the least time between two reloads by a timer */
    TIMER_DRIFT_MS = 500 /* and by how much it may vary: loading takes its time, too */
};

typedef struct state {
    kd_marks reloads; /* of the page at `key` */
    uint32_t key;
    uint32_t trouble; /* press of the newest signal about one on this page, 0 none */
} state;

static int is_by_hand(const kd_page *left, const kd_page *page, const kd_look *look)
{
    if (page->via != KOORD_VIA_IS_RELOAD || left->key != page->key) return 0;
    if (kd_between(left->until, page->at) > AWAY_MS || look->model->session.staff > 0) return 0;
    return !kd_response_cause(&look->model->response, left->until, ANSWER_MS);
}

/* A timer needs no more than three reloads to give itself away, and no fewer. */
static int is_timer(const kd_marks *marks)
{
    if (marks->count < 3) return 0;
    koord_ms last = marks->at[(marks->count - 1) % KD_MARKS],
             middle = marks->at[(marks->count - 2) % KD_MARKS],
             first = marks->at[(marks->count - 3) % KD_MARKS];
    uint32_t a = kd_between(first, middle), b = kd_between(middle, last);
    return a >= TIMER_MS && b >= TIMER_MS && a <= b + TIMER_DRIFT_MS && b <= a + TIMER_DRIFT_MS;
}

static int is_after_trouble(const state *s, const kd_page *left, const kd_look *look)
{
    const kd_press *press = s->trouble ? kd_response_find(&look->model->response, s->trouble) : NULL;
    return press && kd_between(press->at, left->until) <= SET(AFTER_MS);
}

static void on_reload(state *s, const kd_page *left, const kd_page *page, const kd_look *look)
{
    kd_finding finding = { .variant = KD_reload_burst_IS_BURST, .target = page->key };
    kd_marks_add(&s->reloads, page->at, page->id);
    uint32_t count = kd_marks_within(&s->reloads, page->at, SET(WINDOW_MS));
    if (count >= SET(RELOADS) && !is_timer(&s->reloads)) {
        kd_marks_testify(&s->reloads, count, &finding.evidence);
        s->reloads.count = 0;
        kd_raise(look, &finding);
    } else if (is_after_trouble(s, left, look)) {
        kd_raise_since(look, KD_reload_burst_IS_AFTER_FAILURE, page->key, s->trouble);
    } else if (page->place == KOORD_PLACE_IS_CHECKOUT && !look->model->checkout.paying) {
        kd_raise_since(look, KD_reload_burst_IS_CHECKOUT, page->key, 0);
    }
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    (void)e;
    state *s = memory;
    const kd_page *page = kd_pages_nth(&look->model->pages, 0), *left = kd_pages_nth(&look->model->pages, 1);
    if (page->key != s->key) *s = (state){ .key = page->key, .trouble = s->trouble };
    if (left && is_by_hand(left, page, look)) on_reload(s, left, page, look);
    s->trouble = 0;
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    uint32_t press = kd_graver_press(signal, 0);
    (void)look;
    if (press) s->trouble = press;
}

const kd_detector kd_reload_burst = {
    .listens = KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_reload_burst_ENABLED,
    .on_event = on_event,
    .on_signal = on_signal,
};
