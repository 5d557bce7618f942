/* slow_click - the page answers a press, but only after seconds; or a page opens so late that it is left.
 *
 * One press is watched, the newest that wants an answer. Once the visitor does something else, what follows
 * may be the answer to that. docs/detectors/slow_click.md */
#include "detect/press.h"

#define SET(NAME) KD_GET(look->settings, slow_click, NAME)

typedef struct state {
    uint32_t press;        /* 0: none is watched */
    koord_ms since;        /* until then an answer is none too late */
    uint32_t graver_about; /* target of the newest graver signal */
    koord_ms graver_at;
} state;

static void let_go(state *s, const kd_look *look)
{
    s->press = 0;
    kd_wake(look, KOORD_NEVER);
}

/* Later than that nothing can be said any more. */
static void watch(state *s, const kd_press *press, const kd_look *look)
{
    s->press = press->id;
    s->since = kd_later(press->at, SET(LEAST_MS));
    kd_wake(look, kd_after(press->at, SET(MOST_MS)));
}

static void say(state *s, const kd_press *press, const kd_look *look)
{
    int said = s->graver_about == press->target && s->graver_at &&
               kd_between(s->graver_at, look->now) <= SET(MOST_MS);
    let_go(s, look);
    if (!said) kd_raise_since(look, 0, press->target, press->id);
}

/* What a page does of its own accord. Typing, ticking, turning to another page or window is done by the
 * visitor, who may have given up. */
static int is_the_pages(const kd_press *press)
{
    const uint32_t own = 1u << KOORD_EFFECT_IS_VISUAL | 1u << KOORD_EFFECT_IS_INVALID |
                         1u << KOORD_EFFECT_IS_MEDIA | 1u << KOORD_EFFECT_IS_PRINT |
                         1u << KOORD_EFFECT_IS_DOWNLOAD | 1u << KOORD_EFFECT_IS_WINDOW;
    return own >> (press->answered_by & 31) & 1u;
}

/* A change may yet prove ambient; until then nothing is said, neither that it was slow nor that it was not.
 */
static void judge(state *s, const kd_press *press, const kd_look *look)
{
    const kd_response *response = &look->model->response;
    koord_ms least = s->since, most = kd_later(press->at, SET(MOST_MS));
    koord_ms answer = kd_response_answer(response, press), again;
    koord_ms fetched = kd_response_fetched(response, look->settings, press);
    if (press->answered <= least ||
        (answer == press->answered && answer != KOORD_NEVER && !is_the_pages(press)))
        let_go(s, look);
    else if (answer > least && fetched > least && fetched <= most)
        say(s, press, look);
    else if (answer > least && answer <= most) {
        uint32_t window = kd_between(press->at, answer);
        if (kd_response_judge(response, look->settings, press, window, 0, look->now, &again) >= KD_OPEN)
            kd_wake(look, again);
        else
            say(s, press, look);
    }
}

/* The press that is, or was, watched; NULL also where an answer would not be late yet. */
static const kd_press *look_again(state *s, const kd_look *look)
{
    int late = s->press && look->now > s->since;
    const kd_press *press = late ? kd_response_find(&look->model->response, s->press) : NULL;
    if (press) judge(s, press, look);
    return press;
}

/* Pressing the same thing again in impatience does not begin a new wait; trying once more later does. */
static void on_click(state *s, const kd_look *look)
{
    const kd_response *response = &look->model->response;
    const kd_press *before = s->press ? kd_response_find(response, s->press) : NULL,
                   *press = kd_response_newest(response);
    int again = before && before->answered == KOORD_NEVER && kd_press_same(before, press) &&
                kd_between(before->at, press->at) < SET(LEAST_MS);
    if (again) return;
    if (kd_press_asks(press) && kd_session_sees(&look->model->session, KOORD_SIGHT_IS_RESPONSE))
        watch(s, press, look);
    else
        let_go(s, look);
}

/* Back from a page that took its time to open, and on which nothing was done. */
static void on_page(const kd_look *look)
{
    const kd_page *there = kd_pages_turned(&look->model->pages);
    if (!there || there->ready_ms <= SET(PAGE_MS) || there->presses) return;
    if (kd_page_read_ms(there) > SET(MOST_MS)) return;
    kd_raise_since(look, KD_slow_click_IS_PAGE, there->key, there->id);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    switch (e->kind) {
    case KOORD_EVENT_CLICK:
        on_click(s, look);
        break;
    case KOORD_EVENT_EFFECT:
    case KOORD_EVENT_REQUEST:
        look_again(s, look);
        break;
    case KOORD_EVENT_PAGE_VIEW:
        on_page(look);
        /* fall through */
    default: /* the visitor has turned to something else */
        let_go(s, look);
        break;
    }
}

/* What was to be waited for may have proved ambient meanwhile. */
static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    const kd_press *press = look_again(s, look);
    if (!press || !s->press || kd_wakes(look) != KOORD_NEVER) return;
    if (kd_between(press->at, look->now) <= SET(MOST_MS))
        watch(s, press, look);
    else
        let_go(s, look);
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    if (!kd_graver_press(signal, KD_slow_click)) return;
    s->graver_about = signal->effect.target;
    s->graver_at = kd_latest(look->now, 1);
}

const kd_detector kd_slow_click = {
    .listens = KD_LISTEN(CLICK) | KD_LISTEN(PAGE_VIEW),
    .awaits = KD_LISTEN(EFFECT) | KD_LISTEN_ONLY(VISUAL) | KD_LISTEN(REQUEST) | KD_LISTEN(SCROLL) |
              KD_LISTEN(SWIPE),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_slow_click_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_signal = on_signal,
};
