/* form_abandon - a form that was begun and left without being sent.
 *
 * Provisional until the session ends: who takes the form up again, or sends it, had not given up. A request
 * or a press on a button that sends, after the last change, may have saved it without a word.
 * docs/detectors/form_abandon.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, form_abandon, NAME)

enum { VISITED = 6 };

typedef struct state {
    kd_open open;
    uint32_t form; /* target; 0 for fields without one */
    uint32_t field[VISITED];
    uint32_t fields;               /* different ones visited; field[] has the newest of them */
    uint32_t furthest_id, last_id; /* facts: of the field that was new last, and of any */
    uint8_t changed;               /* something was put in */
    uint8_t sent;                  /* or saved, perhaps, since then */
    uint8_t in_checkout;           /* whose forms are known to be long */
} state;

static int was_visited(const state *s, uint32_t target)
{
    for (uint32_t i = 0; i < VISITED && i < s->fields; i++)
        if (s->field[i] == target) return 1;
    return 0;
}

/* With another form, or none; what was said of the one before is so. */
static void begin(state *s, uint32_t form, const kd_look *look, uint8_t verdict_state)
{
    kd_open_end(&s->open, look, verdict_state);
    *s = (state){ .form = form };
}

static void on_field(state *s, const koord_event *e, const kd_look *look)
{
    const uint32_t others =
        1u << KOORD_CONTENT_IS_SEARCH | 1u << KOORD_CONTENT_IS_COUPON | 1u << KOORD_CONTENT_IS_QUANTITY;
    uint32_t content = (uint32_t)e->number[KOORD_FIELD_CONTENT];
    uint32_t form = e->number[KOORD_FIELD_FORM] == KOORD_ABSENT ? 0 : (uint32_t)e->number[KOORD_FIELD_FORM];
    int32_t phase = e->number[KOORD_FIELD_PHASE];
    if (content < 32 && others >> content & 1u) return;
    if (phase == KOORD_FIELD_IS_INVALID) {
        s->sent = 0;
        return;
    }
    if (form != s->form) begin(s, form, look, KOORD_STATE_IS_FINAL);
    kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED);
    if (!was_visited(s, e->target)) {
        s->field[s->fields++ % VISITED] = e->target;
        s->furthest_id = look->id;
    }
    s->last_id = look->id;
    if (phase != KOORD_FIELD_IS_CHANGED) return;
    s->changed = 1;
    s->sent = 0;
    s->in_checkout = look->model->session.step != KOORD_STEP_IS_NONE;
    kd_wake(look, kd_later(e->at, SET(IDLE_MS)));
}

static void leave(state *s, const kd_look *look)
{
    int begun = s->changed && !s->sent && (s->in_checkout || s->fields >= SET(FIELDS));
    s->changed = 0;
    if (!begun) return;
    s->open.finding.target = s->form;
    kd_evidence_add(&s->open.finding.evidence, s->furthest_id);
    if (s->last_id != s->furthest_id) kd_evidence_add(&s->open.finding.evidence, s->last_id);
    kd_evidence_add(&s->open.finding.evidence, look->id);
    kd_open_raise(&s->open, look, KD_form_abandon_IS_LEFT);
}

static void on_submit(state *s, const koord_event *e, const kd_look *look)
{
    if (s->form && e->target != s->form) return;
    s->sent = e->number[KOORD_SUBMIT_INVALID] <= 0;
    if (s->sent) kd_open_end(&s->open, look, KOORD_STATE_IS_REVOKED);
}

/* Within the checkout the next page is the next step. */
static void on_page(state *s, const kd_look *look)
{
    uint8_t place = look->model->session.place;
    if (place == KOORD_PLACE_IS_CHECKOUT || place == KOORD_PLACE_IS_CONFIRMATION)
        s->changed = 0;
    else
        leave(s, look);
}

/* May have saved it without a form being sent. */
static int may_save(const koord_event *e)
{
    const uint32_t sends = 1u << KOORD_TRAIT_IS_SUBMIT | 1u << KOORD_TRAIT_IS_PRIMARY;
    return e->kind == KOORD_EVENT_REQUEST ||
           (e->kind == KOORD_EVENT_CLICK && (uint32_t)e->number[KOORD_CLICK_TRAITS] & sends);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (look->model->checkout.bought == look->id)
        begin(s, 0, look, KOORD_STATE_IS_REVOKED);
    else if (e->kind == KOORD_EVENT_FIELD)
        on_field(s, e, look);
    else if (e->kind == KOORD_EVENT_SUBMIT)
        on_submit(s, e, look);
    else if (e->kind == KOORD_EVENT_PAGE_VIEW)
        on_page(s, look);
    else if (kd_checkout_exits(&look->model->checkout, e))
        leave(s, look);
    else if (may_save(e))
        s->sent = 1;
}

static void on_due(void *memory, const kd_look *look)
{
    leave(memory, look);
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

const kd_detector kd_form_abandon = {
    .listens = KD_LISTEN(FIELD) | KD_LISTEN(SUBMIT) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(PURCHASE) |
               KD_LISTEN(PAYMENT) | KD_LISTEN(OTHER_TAB),
    .awaits = KD_LISTEN(EFFECT) | KD_LISTEN_ONLY(STARTED) | KD_LISTEN_ONLY(WEIGHTY),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_form_abandon_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_end = on_end,
};
