/* dead_swipe - drawing a finger over something that looks as if it followed, and nothing moves.
 *
 * What has followed before is at its end; where it follows the other way, it was at its beginning.
 * docs/detectors/dead_swipe.md */
#include "detect/detector.h"

#define SET(NAME) KD_GET(look->settings, dead_swipe, NAME)

typedef struct state {
    uint32_t swipe;         /* that waits for an answer, 0 none */
    uint32_t alive;         /* target that followed a finger on this page */
    uint32_t signal, about; /* the newest one raised, and its target */
} state;

static int is_long(int32_t way, uint32_t least)
{
    return way != KOORD_ABSENT && (uint32_t)(way < 0 ? -way : way) >= least;
}

static int is_dead(const koord_event *e, const kd_look *look)
{
    uint32_t least = SET(LEAST_PX);
    const uint32_t never = 1u << KOORD_TRAIT_IS_OPAQUE | 1u << KOORD_TRAIT_IS_IGNORED;
    const kd_press *swipe = kd_response_find(&look->model->response, look->id);
    return swipe && !swipe->unjudged && kd_press_is(swipe, KOORD_TRAIT_IS_SWIPES) &&
           !(swipe->traits & never) && e->number[KOORD_SWIPE_MOVED] == 0 &&
           (is_long(e->number[KOORD_SWIPE_DX], least) || is_long(e->number[KOORD_SWIPE_DY], least)) &&
           kd_session_sees(&look->model->session, KOORD_SIGHT_IS_RESPONSE);
}

static void on_moved(state *s, uint32_t target, const kd_look *look)
{
    kd_finding finding = { .state = KOORD_STATE_IS_REVOKED, .target = target };
    s->alive = target;
    if (s->about != target) return;
    kd_evidence_add(&finding.evidence, look->id);
    kd_revise(look, s->signal, &finding);
    s->signal = 0;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_PAGE_VIEW)
        *s = (state){ 0 };
    else if (e->number[KOORD_SWIPE_MOVED] == 1)
        on_moved(s, e->target, look);
    s->swipe = e->kind == KOORD_EVENT_SWIPE && e->target != s->alive && is_dead(e, look) ? look->id : 0;
    kd_wake(look, s->swipe ? look->now : KOORD_NEVER);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    const kd_response *response = &look->model->response;
    const kd_press *swipe = s->swipe ? kd_response_find(response, s->swipe) : NULL;
    koord_ms again;
    if (!swipe) return;
    kd_answer answer =
        kd_response_judge(response, look->settings, swipe, SET(EFFECT_MS), 0, look->now, &again);
    if (answer >= KD_OPEN) kd_wake(look, again);
    if (answer != KD_UNANSWERED) return;
    s->swipe = 0;
    s->about = swipe->target;
    s->signal = kd_raise_since(look, 0, swipe->target, swipe->id);
}

const kd_detector kd_dead_swipe = {
    .listens = KD_LISTEN(SWIPE) | KD_LISTEN(PAGE_VIEW),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_dead_swipe_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
};
