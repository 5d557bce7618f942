/* coupon_failure - a coupon that the shop refuses, or does not answer at all.
 *
 * Provisional at first: a code that is accepted soon afterwards makes it recovered, otherwise it becomes
 * final. A second code that is refused turns it into a loop. More codes than a person can type are a browser
 * extension's. docs/detectors/coupon_failure.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, coupon_failure, NAME)

enum { TRIES = 9 /* more than bot_codes may be */ };

typedef struct try_of {
    int32_t ordinal; /* which distinct code */
    koord_ms at;
} try_of;

typedef struct state {
    try_of submitted[TRIES], refused[TRIES];
    uint32_t submissions, refusals; /* ever */
    int32_t waiting;                /* ordinal of the code that has no answer yet, 0 for none */
    uint32_t waiting_id, waiting_target;
    int32_t waiting_total; /* total shown when it was sent */
    koord_ms waiting_since, answer_by;
    kd_open open;
    koord_ms open_until; /* when it is too late to recover */
} state;

/* Distinct codes among the newest tries within `window` of `now`. */
static uint32_t codes(const try_of *tries, uint32_t ever, koord_ms now, uint32_t window)
{
    uint32_t distinct = 0, kept = ever < TRIES ? ever : TRIES;
    for (uint32_t i = 0; i < kept; i++) {
        uint32_t same = 0;
        for (uint32_t k = 0; k < i; k++)
            same += tries[k].ordinal == tries[i].ordinal && kd_between(tries[k].at, now) <= window;
        distinct += !same && kd_between(tries[i].at, now) <= window;
    }
    return distinct;
}

static void finish(state *s, const kd_look *look, uint8_t verdict_state)
{
    s->open.finding.target = s->waiting_target;
    kd_open_end(&s->open, look, verdict_state);
}

/* An open finding becomes worse, and what an extension tries stays an extension's. */
static void raise(state *s, const kd_look *look, uint8_t variant)
{
    const kd_finding *open = &s->open.finding;
    int worse = variant != KD_coupon_failure_IS_REFUSED && open->variant != KD_coupon_failure_IS_BOT;
    s->open.finding.target = s->waiting_target;
    if (!s->open.id || worse) kd_open_raise(&s->open, look, variant);
}

static void on_refused(state *s, const kd_look *look, int32_t ordinal, uint32_t id)
{
    s->refused[s->refusals++ % TRIES] = (try_of){ ordinal, look->now };
    s->waiting = 0;
    kd_evidence_add(&s->open.finding.evidence, s->waiting_id);
    kd_evidence_add(&s->open.finding.evidence, id);
    s->waiting_id = 0;
    s->open_until = kd_after(look->now, SET(RECOVER_MS));
    int bot = codes(s->submitted, s->submissions, look->now, SET(BOT_MS)) > SET(BOT_CODES);
    int loop = codes(s->refused, s->refusals, look->now, SET(LOOP_MS)) >= SET(LOOP_CODES);
    raise(s, look,
          bot    ? KD_coupon_failure_IS_BOT
          : loop ? KD_coupon_failure_IS_LOOP
                 : KD_coupon_failure_IS_REFUSED);
}

static void on_submitted(state *s, const koord_event *e, const kd_look *look)
{
    int32_t ordinal = e->number[KOORD_COUPON_ORDINAL] == KOORD_ABSENT ? 1 : e->number[KOORD_COUPON_ORDINAL];
    s->submitted[s->submissions++ % TRIES] = (try_of){ ordinal, e->at };
    s->waiting = ordinal;
    s->waiting_id = look->id;
    s->waiting_target = e->target;
    s->waiting_total = look->model->session.total_cents;
    s->waiting_since = e->at;
    s->answer_by = kd_after(e->at, SET(ANSWER_MS));
}

static void on_accepted(state *s, const kd_look *look)
{
    s->waiting = 0;
    s->waiting_id = 0;
    finish(s, look, KOORD_STATE_IS_RECOVERED);
}

static void wake(const state *s, const kd_look *look)
{
    koord_ms answer = s->waiting ? s->answer_by : KOORD_NEVER;
    kd_wake(look, s->open.id ? kd_sooner(answer, s->open_until) : answer);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    int32_t ordinal = s->waiting;
    switch (e->number[KOORD_COUPON_PHASE]) {
    case KOORD_COUPON_IS_SUBMITTED:
        on_submitted(s, e, look);
        break;
    case KOORD_COUPON_IS_ACCEPTED:
        on_accepted(s, look);
        break;
    case KOORD_COUPON_IS_REFUSED:
        if (e->number[KOORD_COUPON_ORDINAL] != KOORD_ABSENT) ordinal = e->number[KOORD_COUPON_ORDINAL];
        on_refused(s, look, ordinal, look->id);
        break;
    default:
        break;
    }
    wake(s, look);
}

/* No word from the shop. A request that ended and a total that stayed as it was say that the code did
 * nothing; without a request nothing can be said. */
static void on_silence(state *s, const kd_look *look)
{
    const kd_response *response = &look->model->response;
    koord_ms since = kd_earlier(s->waiting_since, KD_GET(look->settings, response, BUSY_BEFORE_MS));
    uint32_t settle = KD_GET(look->settings, response, SETTLE_MS);
    if (!kd_response_rests(response, look->settings, since, settle, look->now, &s->answer_by)) return;
    int32_t ordinal = s->waiting;
    s->waiting = 0;
    if (kd_response_ended(response, since) == KOORD_NEVER) return;
    if (s->waiting_total == KOORD_ABSENT || s->waiting_total != look->model->session.total_cents) return;
    on_refused(s, look, ordinal, 0);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    if (s->waiting && s->answer_by <= look->now) on_silence(s, look);
    if (s->open.id && s->open_until <= look->now) finish(s, look, KOORD_STATE_IS_FINAL);
    wake(s, look);
}

const kd_detector kd_coupon_failure = {
    .listens = KD_LISTEN(COUPON),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_coupon_failure_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
};
