/* failed_action - what a visitor asked for by a press or a form did not reach the shop, or broke it.
 *
 * Only answers that no shop gives on purpose: a wrong coupon may come with 422, a sold-out size with 409, and
 * a login that is needed with 401. docs/detectors/failed_action.md */
#include "detect/press.h"

#define SET(NAME) KD_GET(look->settings, failed_action, NAME)

typedef struct state {
    uint32_t form_id, form_target; /* the newest form sent */
    koord_ms form_at;
    uint32_t blamed; /* the press or form of the newest failure */
} state;

static int is_failure(const koord_event *e)
{
    int32_t status = e->number[KOORD_REQUEST_STATUS];
    int answered = status == 401 || status == 403 || status == 404 || status == 409 || status == 422;
    int unwanted = e->number[KOORD_REQUEST_ABORTED] == 1 || e->number[KOORD_REQUEST_OFFLINE] == 1 ||
                   e->number[KOORD_REQUEST_OWN_SITE] != 1;
    return (status == 0 || (status >= 400 && !answered)) && !unwanted;
}

/* The presses on the same thing that followed are the visitor trying again. */
static void add_presses(kd_evidence *evidence, const kd_response *response, const kd_press *first)
{
    kd_evidence_add(evidence, first->id);
    for (uint32_t i = 1; i < KD_PRESSES; i++) {
        const kd_press *p = &response->press[(response->presses + i) % KD_PRESSES];
        if (p->id > first->id && kd_press_same(p, first)) kd_evidence_add(evidence, p->id);
    }
}

static void raise(state *s, uint32_t action, const kd_look *look, kd_finding *finding)
{
    if (action == s->blamed) return;
    s->blamed = action;
    kd_evidence_add(&finding->evidence, look->id);
    kd_raise(look, finding);
}

static void on_ended(state *s, const koord_event *e, const kd_look *look)
{
    const kd_response *response = &look->model->response;
    koord_ms started = kd_response_started(response, e->number[KOORD_REQUEST_REQUEST]);
    const kd_press *press = kd_response_cause(response, started, SET(AFTER_MS));
    kd_finding finding = { 0 };
    if (press) {
        finding.target = press->target;
        add_presses(&finding.evidence, response, press);
        raise(s, press->id, look, &finding);
    } else if (s->form_id && started >= s->form_at && started <= kd_later(s->form_at, SET(AFTER_MS))) {
        finding.target = s->form_target;
        kd_evidence_add(&finding.evidence, s->form_id);
        raise(s, s->form_id, look, &finding);
    }
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_SUBMIT) {
        s->form_id = look->id;
        s->form_target = e->target;
        s->form_at = e->at;
    } else if (e->number[KOORD_REQUEST_PHASE] == KOORD_REQUEST_IS_ENDED && is_failure(e)) {
        on_ended(s, e, look);
    }
}

const kd_detector kd_failed_action = {
    .listens = KD_LISTEN(REQUEST) | KD_LISTEN(SUBMIT),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_failed_action_ENABLED,
    .on_event = on_event,
};
