/* rage_click - pressing the same thing again and again because nothing happens.
 *
 * What makes it rage is the missing answer: a stepper or a carousel that does its job may be pressed as often
 * as one likes. A burst is judged once the page has had its time to answer every press of it.
 * docs/detectors/rage_click.md */
#include "detect/press.h"

#define SET(NAME) KD_GET(look->settings, rage_click, NAME)

enum { BURST = 12 }; /* presses of a burst that are looked at, the newest ones */

typedef struct burst {
    uint32_t id[BURST]; /* click facts */
    uint32_t count;     /* presses, also those no longer looked at */
    int32_t x, y;       /* of the first press */
    uint32_t signal;    /* raised about it, 0 none */
    uint8_t fired, variant;
} burst;

/* Who has given up presses something else before the page's time to answer is over. */
typedef struct state {
    burst now, before;
} state;

static uint32_t looked_at(const burst *b)
{
    return b->count < BURST ? b->count : BURST;
}

/* The k-th newest press of the burst, or NULL when it is forgotten. */
static const kd_press *nth(const burst *b, const kd_look *look, uint32_t k)
{
    return kd_response_find(&look->model->response, b->id[(b->count - 1 - k) % BURST]);
}

/* Without a sign: coordinates are whatever the host reports, and must not overflow. */
static uint64_t square(int64_t a)
{
    return (uint64_t)a * (uint64_t)a;
}

static int goes_on(const burst *b, const kd_look *look, const kd_press *press)
{
    const kd_press *before = b->count ? nth(b, look, 0) : NULL;
    if (!before || !kd_press_same(before, press)) return 0;
    if (kd_between(before->at, press->at) > SET(GAP_MS)) return 0;
    return square((int64_t)press->x - b->x) + square((int64_t)press->y - b->y) <= square(SET(RADIUS_PX));
}

static void add(state *s, const kd_look *look, const kd_press *press)
{
    burst *b = &s->now;
    if (!goes_on(b, look, press)) {
        if (b->count > 1) s->before = *b;
        *b = (burst){ .x = press->x, .y = press->y };
    }
    b->id[b->count++ % BURST] = press->id;
}

static void raise(burst *b, const kd_look *look, uint8_t variant, const kd_finding *found)
{
    kd_finding finding = *found;
    finding.variant = b->variant = variant;
    b->fired = 1;
    b->signal = kd_raise(look, &finding);
}

static uint32_t patience(const kd_press *press, const kd_look *look)
{
    return kd_press_is(press, KOORD_TRAIT_IS_REPEAT) ? SET(REPEAT_MS) : SET(EFFECT_MS);
}

/* Presses of the burst that lie within `window` of the newest of them and had no answer; *again: when more
 * of them can be said. */
static uint32_t unanswered(const burst *b, const kd_look *look, uint32_t least, kd_finding *finding,
                           koord_ms *again)
{
    const kd_press *bare[BURST] = { NULL };
    uint32_t count = 0;
    for (uint32_t k = looked_at(b); k-- > 0;) {
        const kd_press *p = nth(b, look, k);
        koord_ms later = KOORD_NEVER;
        if (!p) continue;
        kd_answer answer = kd_response_judge(&look->model->response, look->settings, p, patience(p, look), 0,
                                             look->now, &later);
        if (answer >= KD_OPEN) *again = kd_sooner(*again, later);
        if (answer != KD_UNANSWERED) continue;
        bare[count++] = p;
        if (count >= least && kd_between(bare[count - least]->at, p->at) <= SET(WINDOW_MS)) break;
    }
    if (count < least || kd_between(bare[count - least]->at, bare[count - 1]->at) > SET(WINDOW_MS)) return 0;
    for (uint32_t i = 0; i < count; i++) kd_evidence_add(&finding->evidence, bare[i]->id);
    return count;
}

/* Whether the newest `least` presses lie within `window`; they become the evidence. */
static int crowded(const burst *b, const kd_look *look, uint32_t least, uint32_t window, kd_finding *finding)
{
    if (looked_at(b) < least) return 0;
    const kd_press *first = nth(b, look, least - 1), *last = nth(b, look, 0);
    if (!first || !last || kd_between(first->at, last->at) > window) return 0;
    for (uint32_t k = least; k-- > 0;) kd_evidence_add(&finding->evidence, b->id[(b->count - 1 - k) % BURST]);
    return 1;
}

/* Whether there are enough presses for anything, whatever became of them. */
static int is_enough(const burst *b, const kd_look *look)
{
    return b->count >= SET(CLICKS) || b->count >= SET(MASH_CLICKS);
}

/* Returns when to ask again, or KOORD_NEVER. */
static koord_ms judge_burst(burst *b, const kd_look *look)
{
    const kd_press *last = !b->fired && is_enough(b, look) ? nth(b, look, 0) : NULL;
    kd_finding bare = { 0 }, mash = { 0 };
    koord_ms again = KOORD_NEVER;
    if (!last) return again;
    bare.target = mash.target = last->target;
    if (unanswered(b, look, SET(CLICKS), &bare, &again)) {
        raise(b, look, KD_rage_click_IS_RAGE, &bare);
        return KOORD_NEVER;
    }
    if (again == KOORD_NEVER && !kd_press_is(last, KOORD_TRAIT_IS_REPEAT) &&
        crowded(b, look, SET(MASH_CLICKS), SET(MASH_MS), &mash))
        raise(b, look, KD_rage_click_IS_MASH, &mash);
    return again;
}

static void judge(state *s, const kd_look *look)
{
    koord_ms again = judge_burst(&s->before, look);
    kd_wake(look, kd_sooner(again, judge_burst(&s->now, look)));
}

/* Where answers cannot be seen, only a crowd of presses on something that is not made for it says anything.
 */
static void judge_unseen(burst *b, const kd_look *look, const kd_press *press)
{
    const uint32_t made_for_it =
        1u << KOORD_TRAIT_IS_REPEAT | 1u << KOORD_TRAIT_IS_TOGGLE | 1u << KOORD_TRAIT_IS_LABEL;
    kd_finding finding = { .target = press->target };
    if (b->fired || press->traits & made_for_it) return;
    if (crowded(b, look, SET(UNSEEN_CLICKS), SET(UNSEEN_MS), &finding))
        raise(b, look, KD_rage_click_IS_UNSEEN, &finding);
}

static void on_click(state *s, const kd_look *look)
{
    const kd_press *press = kd_response_newest(&look->model->response);
    if (!press || !kd_press_counts(press) || kd_press_is(press, KOORD_TRAIT_IS_KEYBOARD)) return;
    add(s, look, press);
    if (s->now.count < 2) return;
    if (kd_session_sees(&look->model->session, KOORD_SIGHT_IS_RESPONSE))
        judge(s, look);
    else
        judge_unseen(&s->now, look, press);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_PAGE_VIEW) { /* what was pressed there has been answered */
        *s = (state){ 0 };
        kd_wake(look, KOORD_NEVER);
    } else if (e->kind == KOORD_EVENT_CLICK) {
        on_click(s, look);
    } else {
        judge(s, look); /* perhaps a region proved ambient */
    }
}

static void on_due(void *memory, const kd_look *look)
{
    judge(memory, look);
}

static int is_of(const burst *b, uint32_t press)
{
    for (uint32_t i = 0; i < looked_at(b); i++)
        if (b->id[i] == press) return 1;
    return 0;
}

static void yield(burst *b, uint32_t press, const kd_verdict *to, const kd_look *look)
{
    if (!is_of(b, press)) return;
    kd_yield(look, b->signal, b->variant, to);
    b->fired = 1;
    b->signal = 0;
}

/* A script or a request that failed says why nothing happened. */
static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    uint32_t press = kd_graver_press(signal, KD_rage_click);
    if (!press) return;
    yield(&s->now, press, signal, look);
    yield(&s->before, press, signal, look);
}

const kd_detector kd_rage_click = {
    .listens = KD_LISTEN(CLICK) | KD_LISTEN(PAGE_VIEW),
    .awaits = KD_LISTEN_ONLY(NEWS),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_rage_click_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_signal = on_signal,
};
