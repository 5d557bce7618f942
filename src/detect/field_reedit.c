/* field_reedit - a field of the checkout that the visitor comes back to and changes, again and again.
 *
 * Another country makes other fields start anew, and what the browser fills in is nobody's second thought.
 * docs/detectors/field_reedit.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, field_reedit, NAME)
#define OF(WORD)  (1u << KOORD_CONTENT_IS_##WORD)

enum { FIELDS = 6 };

typedef struct visited {
    uint32_t target, first_id;
    uint32_t visits; /* that changed it; 0: the place is free */
} visited;

typedef struct state {
    visited field[FIELDS];
    uint32_t fields; /* ever */
    uint8_t step;
} state;

static visited *find(state *s, uint32_t target)
{
    for (int i = 0; i < FIELDS; i++)
        if (s->field[i].visits && s->field[i].target == target) return &s->field[i];
    visited *v = &s->field[s->fields++ % FIELDS];
    *v = (visited){ .target = target };
    return v;
}

static void raise(visited *v, uint32_t content, const kd_look *look)
{
    const uint32_t weighty = OF(STREET) | OF(POSTCODE) | OF(CITY) | OF(CARD);
    kd_finding finding = { .variant = weighty >> content & 1u ? KD_field_reedit_IS_ADDRESS_OR_PAYMENT
                                                              : KD_field_reedit_IS_FIELD,
                           .target = v->target };
    kd_evidence_add(&finding.evidence, v->first_id);
    kd_evidence_add(&finding.evidence, look->id);
    finding.evidence.count = v->visits;
    kd_raise(look, &finding);
    v->visits = 0;
}

/* Left with something in it, put in by hand. */
static int was_changed(const koord_event *e)
{
    return e->number[KOORD_FIELD_PHASE] == KOORD_FIELD_IS_LEFT && e->number[KOORD_FIELD_EDITS] > 0 &&
           e->number[KOORD_FIELD_LENGTH] != KOORD_LENGTH_IS_EMPTY && e->number[KOORD_FIELD_AUTOFILLED] != 1;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const uint32_t others = OF(SEARCH) | OF(COUPON) | OF(QUANTITY);
    uint8_t step = look->model->session.step;
    uint32_t content = (uint32_t)e->number[KOORD_FIELD_CONTENT];
    if (content > KOORD_CONTENT_IS_COMPANY) content = KOORD_CONTENT_IS_OTHER;
    if (step != s->step || content == KOORD_CONTENT_IS_COUNTRY) *s = (state){ .step = step };
    if (step == KOORD_STEP_IS_NONE || others >> content & 1u || !was_changed(e)) return;
    visited *v = find(s, e->target);
    if (!v->visits++) v->first_id = look->id;
    if (v->visits > SET(RETURNS)) raise(v, content, look);
}

const kd_detector kd_field_reedit = {
    .listens = KD_LISTEN(FIELD),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_field_reedit_ENABLED,
    .on_event = on_event,
};
