/* blocked_click - pressing what is greyed out: the button that leads on, or sizes and dates that cannot be
 * had.
 *
 * A disabled control gives no click, so that nobody else sees these presses; to the visitor it is a shop that
 * says no and not why. docs/detectors/blocked_click.md */
#include "detect/detector.h"
#include "model/marks.h"

#define SET(NAME) KD_GET(look->settings, blocked_click, NAME)

typedef struct state {
    kd_marks presses; /* on one button, or on any of the options */
    uint32_t about;   /* target of the button, 0 for options */
    koord_ms sent_at; /* when something was last sent: a button may be greyed out while that is on its way */
} state;

static void raise(state *s, uint8_t variant, const kd_press *press, uint32_t count, const kd_look *look)
{
    kd_finding finding = { .variant = variant, .target = press->target };
    kd_marks_testify(&s->presses, count, &finding.evidence);
    s->presses.count = 0;
    kd_raise(look, &finding);
}

static void on_blocked(state *s, const kd_press *press, const kd_look *look)
{
    int option = kd_press_is(press, KOORD_TRAIT_IS_OPTION);
    uint32_t about = option ? 0 : press->target;
    if (s->about != about) s->presses.count = 0;
    s->about = about;
    kd_marks_add(&s->presses, press->at, press->id);
    uint32_t count = kd_marks_within(&s->presses, press->at, option ? SET(OPTION_MS) : SET(WINDOW_MS));
    if (option && count >= SET(OPTIONS))
        raise(s, KD_blocked_click_IS_OPTION_BLOCKED, press, count, look);
    else if (!option && count >= SET(PRESSES))
        raise(s, KD_blocked_click_IS_BLOCKED, press, count, look);
}

static void on_click(state *s, const kd_look *look)
{
    const kd_press *press = kd_response_newest(&look->model->response);
    if (!press || press->unjudged || kd_press_is(press, KOORD_TRAIT_IS_IGNORED)) return;
    int primary = kd_press_is(press, KOORD_TRAIT_IS_PRIMARY);
    if (!kd_press_is(press, KOORD_TRAIT_IS_DISABLED)) {
        if (primary || kd_press_is(press, KOORD_TRAIT_IS_SUBMIT)) s->sent_at = kd_latest(press->at, 1);
        return;
    }
    int busy = s->sent_at && kd_between(s->sent_at, press->from) <= SET(BUSY_MS);
    if (!busy && (primary || kd_press_is(press, KOORD_TRAIT_IS_OPTION))) on_blocked(s, press, look);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_CLICK)
        on_click(s, look);
    else if (e->kind == KOORD_EVENT_SUBMIT)
        s->sent_at = kd_latest(e->at, 1);
    else
        *s = (state){ .sent_at = 0 };
}

const kd_detector kd_blocked_click = {
    .listens = KD_LISTEN_ONLY(WEIGHTY) | KD_LISTEN(SUBMIT) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_blocked_click_ENABLED,
    .on_event = on_event,
};
