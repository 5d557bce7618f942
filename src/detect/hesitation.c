/* hesitation - a field long looked at before the first letter, or a long pause on the step where one pays.
 *
 * Quiet time counts only while nothing else goes on: the page in view and in focus, no scrolling, no pointer,
 * and no card to be fetched. docs/detectors/hesitation.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, hesitation, NAME)
#define OF(WORD)  (1u << KOORD_CONTENT_IS_##WORD)

enum {
    KINDS = KOORD_CONTENT_IS_COMPANY + 1,
    UNIT_MS = 100,
    FOCUS_PRESS_MS = 1000 /* the press that focuses a field ends this soon after */
};

typedef struct state {
    kd_open open; /* about the step */
    koord_ms focused_at;
    uint32_t focused, focused_id; /* the field that has the focus, and the fact; 0: none */
    uint32_t acted_id;            /* what the visitor did last */
    uint8_t usual[KINDS]; /* by content: about this visitor's median before the first letter, in UNIT_MS */
    uint8_t content;      /* of the field in focus */
    uint8_t disturbed;    /* since it got the focus */
    uint8_t away;         /* the page is out of sight or out of focus */
} state;

static int fetched(uint32_t content)
{
    const uint32_t from_elsewhere = OF(CARD) | OF(ONE_TIME_CODE) | OF(PASSWORD);
    return content < KINDS && from_elsewhere >> content & 1u;
}

/* Half as far again towards what was longer, a third of the way back towards what was shorter: it settles
 * where both are as frequent. */
static void learn(uint8_t *usual, uint32_t took_ms)
{
    uint32_t took = took_ms / UNIT_MS, now = *usual;
    uint32_t longer = now + now / 2 + 5, shorter = now - now / 3;
    uint32_t next = took > longer ? longer : took < shorter ? shorter : took;
    *usual = (uint8_t)(next < UINT8_MAX ? next : UINT8_MAX);
}

static uint32_t patience(const state *s, const kd_look *look)
{
    uint32_t usual = SET(TIMES) * s->usual[s->content % KINDS] * UNIT_MS;
    return usual > SET(FIELD_MS) ? usual : SET(FIELD_MS);
}

static void on_change(state *s, const koord_event *e, const kd_look *look)
{
    int32_t took_ms = e->number[KOORD_FIELD_TOOK_MS];
    if (e->target != s->focused || took_ms < 0 || e->number[KOORD_FIELD_AUTOFILLED] == 1) return;
    if (!s->disturbed && !fetched(s->content) && (uint32_t)took_ms > patience(s, look))
        kd_raise_since(look, KD_hesitation_IS_FIELD, e->target, s->focused_id);
    if (!s->disturbed) learn(&s->usual[s->content % KINDS], (uint32_t)took_ms);
}

static void blur(state *s)
{
    s->focused = 0;
    s->content = KOORD_CONTENT_IS_OTHER;
}

static void on_field(state *s, const koord_event *e, const kd_look *look)
{
    uint32_t content = (uint32_t)e->number[KOORD_FIELD_CONTENT];
    switch (e->number[KOORD_FIELD_PHASE]) {
    case KOORD_FIELD_IS_FOCUSED:
        s->focused = e->target;
        s->focused_at = e->at;
        s->focused_id = look->id;
        s->content = content < KINDS ? (uint8_t)content : KOORD_CONTENT_IS_OTHER;
        s->disturbed = 0;
        break;
    case KOORD_FIELD_IS_CHANGED:
        on_change(s, e, look);
        break;
    case KOORD_FIELD_IS_LEFT:
        blur(s);
        break;
    default:
        break;
    }
}

/* The pause is over. It was no doubt where a card, or what stands on it, is put in next. */
static void end_pause(state *s, const koord_event *e, const kd_look *look)
{
    int card = e->kind == KOORD_EVENT_FIELD && fetched((uint32_t)e->number[KOORD_FIELD_CONTENT]);
    kd_open_end(&s->open, look, card ? KOORD_STATE_IS_REVOKED : KOORD_STATE_IS_FINAL);
}

static void await(state *s, const koord_event *e, const kd_look *look)
{
    const kd_model *model = look->model;
    int waits = model->session.step == KOORD_STEP_IS_PAYMENT && !s->away && !model->checkout.paying &&
                !fetched(s->content);
    s->acted_id = look->id;
    kd_wake(look, waits ? kd_later(e->at, SET(STEP_MS)) : KOORD_NEVER);
}

/* 1 where the visitor does something; most effects are the page's. */
static int acts(state *s, const koord_event *e)
{
    int32_t what = e->number[KOORD_EFFECT_WHAT];
    if (e->kind == KOORD_EVENT_CLICK) {
        if (kd_between(s->focused_at, e->at) > FOCUS_PRESS_MS) s->disturbed = 1;
        return 1;
    }
    if (e->kind == KOORD_EVENT_FIELD) return 1;
    if (e->kind != KOORD_EVENT_EFFECT) return s->disturbed = 1;
    int leaves = what == KOORD_EFFECT_IS_HIDDEN || what == KOORD_EFFECT_IS_BLURRED;
    int comes = what == KOORD_EFFECT_IS_SHOWN || what == KOORD_EFFECT_IS_FOCUSED;
    if (!leaves && !comes) return 0;
    s->away = (uint8_t)leaves;
    return s->disturbed = 1;
}

/* While no field has the focus and the visitor is not about to pay, it does not matter what else is done. */
static int is_idle(const state *s, const koord_event *e, const kd_look *look)
{
    const uint32_t aside = KD_LISTEN(CLICK) | KD_LISTEN(SCROLL) | KD_LISTEN(CURSOR);
    return !s->focused && look->model->session.step != KOORD_STEP_IS_PAYMENT && aside >> e->kind & 1u;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (is_idle(s, e, look) || !acts(s, e)) return;
    if (s->open.id) end_pause(s, e, look);
    if (e->kind == KOORD_EVENT_FIELD) on_field(s, e, look);
    if (e->kind == KOORD_EVENT_PAGE_VIEW) blur(s);
    await(s, e, look);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_evidence_add(&s->open.finding.evidence, s->acted_id);
    kd_open_raise(&s->open, look, KD_hesitation_IS_STEP);
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

const kd_detector kd_hesitation = {
    .listens = KD_LISTEN(FIELD) | KD_LISTEN(CLICK) | KD_LISTEN(SCROLL) | KD_LISTEN(CURSOR) |
               KD_LISTEN(EFFECT) | KD_LISTEN(SUBMIT) | KD_LISTEN(CHECKOUT) | KD_LISTEN(PAYMENT) |
               KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_hesitation_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_end = on_end,
};
