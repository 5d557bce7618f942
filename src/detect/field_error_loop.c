/* field_error_loop - a form that keeps turning down what the visitor puts in.
 *
 * One mistake mended is how forms work. Trouble is the second time: the same field is wrong again after a
 * change, or sending is stopped once more. What the page says while somebody is still typing is too early to
 * count, and what was left empty may stop a form once. docs/detectors/field_error_loop.md */
#include "detect/detector.h"
#include <string.h>

#define SET(NAME) KD_GET(look->settings, field_error_loop, NAME)

enum {
    FIELDS = 4,
    ONE_TRY_MS =
        1000, /* a press, the faults it brings up and the sending it leads to are this close together */
    ANSWER_MS = 10000 /* a fault this long after a try is the shop's answer to it */
};

typedef struct faulty {
    uint32_t target, id; /* id of the fact that called it invalid; 0: the place is free */
    koord_ms at;
    uint8_t changed; /* by the visitor, since then */
} faulty;

typedef struct state {
    faulty field[FIELDS];
    uint32_t fields;  /* ever */
    uint32_t focused; /* target, 0 for none */
    koord_ms tried_at;
    uint32_t tries; /* ever; 0: none yet */
    uint32_t excused,
        stopped; /* tries: the first that only met empty fields, and the newest that was stopped */
    koord_ms stopped_at;
    uint32_t stopped_id;
    uint32_t form; /* target of the one sent last */
    uint8_t step;
} state;

static faulty *find(state *s, uint32_t target)
{
    for (int i = 0; i < FIELDS; i++)
        if (s->field[i].id && s->field[i].target == target) return &s->field[i];
    return NULL;
}

/* What led to the signal is said: the next one needs new trouble. */
static void raise(state *s, const kd_look *look, uint8_t variant, uint32_t target, uint32_t first_id)
{
    kd_raise_since(look, variant, target, first_id);
    memset(s->field, 0, sizeof s->field);
    s->stopped = s->tries;
    s->stopped_id = 0;
}

/* ---- tries ---- */

static void on_try(state *s, const koord_event *e)
{
    if (s->tries && kd_between(s->tried_at, e->at) <= ONE_TRY_MS) return;
    s->tries++;
    s->tried_at = e->at;
}

static void stop(state *s, const koord_event *e, const kd_look *look)
{
    if (s->stopped == s->tries || s->excused == s->tries) return;
    if (s->stopped_id && kd_between(s->stopped_at, e->at) <= SET(WINDOW_MS)) {
        raise(s, look, KD_field_error_loop_IS_SUBMIT, s->form, s->stopped_id);
        return;
    }
    s->stopped = s->tries;
    s->stopped_at = e->at;
    s->stopped_id = look->id;
}

static void on_submit(state *s, const koord_event *e, const kd_look *look)
{
    int32_t form = e->number[KOORD_SUBMIT_FORM];
    if (form == KOORD_FORM_IS_COUPON || form == KOORD_FORM_IS_SEARCH || form == KOORD_FORM_IS_NEWSLETTER)
        return;
    s->form = e->target;
    on_try(s, e);
    if (e->number[KOORD_SUBMIT_INVALID] > 0) stop(s, e, look);
}

static int answers_try(const state *s, const koord_event *e, uint32_t within)
{
    return s->tries && kd_between(s->tried_at, e->at) <= within;
}

/* ---- fields ---- */

static void remember(state *s, const koord_event *e, const kd_look *look)
{
    faulty *f = find(s, e->target);
    if (f && kd_between(f->at, e->at) <= SET(WINDOW_MS)) return;
    if (!f) f = &s->field[s->fields++ % FIELDS];
    *f = (faulty){ .target = e->target, .id = look->id, .at = e->at };
}

/* What was left empty stops a form once without being held against it. */
static int is_excused(state *s, const koord_event *e)
{
    if (e->number[KOORD_FIELD_LENGTH] != KOORD_LENGTH_IS_EMPTY) return 0;
    if (!s->excused) s->excused = s->tries;
    return s->excused == s->tries;
}

static void on_invalid(state *s, const koord_event *e, const kd_look *look)
{
    const faulty *f = find(s, e->target);
    if (e->target == s->focused && !answers_try(s, e, ONE_TRY_MS)) return; /* still typing */
    if (is_excused(s, e)) return;
    if (f && f->changed && kd_between(f->at, e->at) <= SET(WINDOW_MS)) {
        raise(s, look, KD_field_error_loop_IS_FIELD, e->target, f->id);
        return;
    }
    remember(s, e, look);
    if (answers_try(s, e, ANSWER_MS)) stop(s, e, look);
}

static void on_field(state *s, const koord_event *e, const kd_look *look)
{
    faulty *f = find(s, e->target);
    int32_t content = e->number[KOORD_FIELD_CONTENT];
    if (content == KOORD_CONTENT_IS_COUPON || content == KOORD_CONTENT_IS_SEARCH) return;
    switch (e->number[KOORD_FIELD_PHASE]) {
    case KOORD_FIELD_IS_FOCUSED:
        s->focused = e->target;
        break;
    case KOORD_FIELD_IS_CHANGED:
        if (f && e->number[KOORD_FIELD_AUTOFILLED] != 1) f->changed = 1;
        break;
    case KOORD_FIELD_IS_LEFT:
        s->focused = 0;
        break;
    case KOORD_FIELD_IS_INVALID:
        on_invalid(s, e, look);
        break;
    default:
        break;
    }
}

/* An answer 422 says what a marked field does. */
static void on_request(state *s, const koord_event *e, const kd_look *look)
{
    if (e->number[KOORD_REQUEST_STATUS] == 422 && answers_try(s, e, ANSWER_MS)) stop(s, e, look);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const uint32_t sends = 1u << KOORD_TRAIT_IS_SUBMIT | 1u << KOORD_TRAIT_IS_PRIMARY;
    if (s->step != look->model->session.step) *s = (state){ .step = look->model->session.step };
    if (e->kind == KOORD_EVENT_FIELD)
        on_field(s, e, look);
    else if (e->kind == KOORD_EVENT_SUBMIT)
        on_submit(s, e, look);
    else if (e->kind == KOORD_EVENT_REQUEST)
        on_request(s, e, look);
    else if (e->kind == KOORD_EVENT_CLICK && (uint32_t)e->number[KOORD_CLICK_TRAITS] & sends)
        on_try(s, e);
}

const kd_detector kd_field_error_loop = {
    .listens = KD_LISTEN(FIELD) | KD_LISTEN(SUBMIT) | KD_LISTEN_ONLY(WEIGHTY) | KD_LISTEN(REQUEST) |
               KD_LISTEN(CHECKOUT) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_field_error_loop_ENABLED,
    .on_event = on_event,
};
