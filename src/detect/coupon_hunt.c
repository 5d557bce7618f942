/* coupon_hunt - the visitor sees the field for a code, has none, and goes off to look for one.
 *
 * Provisional: a code that is accepted afterwards makes it recovered. docs/detectors/coupon_hunt.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, coupon_hunt, NAME)

typedef struct state {
    kd_open open;
    koord_ms focused_at;
    uint32_t focused_id, focused; /* the fact, and the field; no fact: nothing to go on */
    uint32_t hidden_id; /* the visitor is off; 0: here, or off for long enough to have been told of */
} state;

static void forget(state *s, const kd_look *look)
{
    s->focused_id = 0;
    if (s->hidden_id) kd_wake(look, KOORD_NEVER);
    s->hidden_id = 0;
}

static void on_field(state *s, const koord_event *e, const kd_look *look)
{
    if (e->number[KOORD_FIELD_PHASE] != KOORD_FIELD_IS_FOCUSED ||
        e->number[KOORD_FIELD_CONTENT] != KOORD_CONTENT_IS_COUPON)
        return;
    s->focused_at = e->at;
    s->focused_id = look->id;
    s->focused = e->target;
}

static void on_coupon(state *s, const koord_event *e, const kd_look *look)
{
    int32_t phase = e->number[KOORD_COUPON_PHASE];
    forget(s, look);
    if (phase == KOORD_COUPON_IS_ACCEPTED) kd_open_end(&s->open, look, KOORD_STATE_IS_RECOVERED);
    if (phase == KOORD_COUPON_IS_REFUSED) kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

static void on_effect(state *s, const koord_event *e, const kd_look *look)
{
    const kd_checkout *c = &look->model->checkout;
    if (e->number[KOORD_EFFECT_WHAT] == KOORD_EFFECT_IS_SHOWN && s->hidden_id) forget(s, look);
    if (!kd_checkout_exits(c, e) || s->open.id || !s->focused_id || c->empty) return;
    if (kd_between(s->focused_at, e->at) > SET(FOCUS_MS)) return;
    s->hidden_id = look->id;
    kd_wake(look, kd_later(e->at, SET(HIDDEN_MS)));
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_FIELD)
        on_field(s, e, look);
    else if (e->kind == KOORD_EVENT_COUPON)
        on_coupon(s, e, look);
    else if (e->kind == KOORD_EVENT_EFFECT)
        on_effect(s, e, look);
    else
        forget(s, look); /* another page */
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    if (!s->hidden_id) {
        on_end(s, look);
        return;
    }
    s->open.finding.target = s->focused;
    kd_evidence_add(&s->open.finding.evidence, s->focused_id);
    kd_evidence_add(&s->open.finding.evidence, s->hidden_id);
    s->focused_id = s->hidden_id = 0;
    kd_open_raise(&s->open, look, KD_coupon_hunt_IS_HUNT);
    kd_wake(look, kd_after(look->now, SET(RECOVER_MS)));
}

const kd_detector kd_coupon_hunt = {
    .listens = KD_LISTEN(FIELD) | KD_LISTEN(COUPON) | KD_LISTEN(EFFECT) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_coupon_hunt_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_end = on_end,
};
