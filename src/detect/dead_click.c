/* dead_click - a press on something that looks as if it did something, and the page never answers.
 *
 * Presses on one thing are one question: they are judged together once the last of them has had its time. A
 * graver signal about the same thing says all that this one would, and what was only slow is taken back.
 * docs/detectors/dead_click.md */
#include "detect/press.h"
#include <string.h>

#define SET(NAME) KD_GET(look->settings, dead_click, NAME)

enum {
    WAITING = 8,
    NAMED = 4,
    LONGEST_MS =
        10000 /* presses join a question; somebody who goes on pressing gets the verdict all the same */
};

typedef struct question {
    uint32_t target;
    uint32_t id[NAMED], nth[NAMED]; /* presses: the first three, and the newest */
    uint32_t count;
    koord_ms first_at;
    uint32_t signal;        /* raised about it; remembered while its place stays free */
    uint8_t seems_answered; /* and is, unless there is news before it is looked at again */
} question;

typedef struct state {
    question waiting[WAITING];
    koord_ms again[WAITING]; /* when to ask what became of it; 0: the place is free */
    uint32_t graver_about;   /* target of the newest graver signal */
    koord_ms graver_at;
} state;

/* The place of the question about that target, a free one, or that of the question which has waited longest.
 */
static uint32_t place_for(state *s, uint32_t target)
{
    uint32_t best = 0;
    for (uint32_t i = 0; i < WAITING; i++) {
        if (s->waiting[i].target == target && s->again[i]) return i;
        if (s->again[best] && (!s->again[i] || s->waiting[i].first_at < s->waiting[best].first_at)) best = i;
    }
    s->again[best] = 0;
    return best;
}

static void ask(state *s, const kd_press *press, const kd_look *look)
{
    uint32_t place = place_for(s, press->target);
    question *q = &s->waiting[place];
    koord_ms *again = &s->again[place];
    if (*again && kd_between(q->first_at, press->at) > LONGEST_MS) return;
    if (!*again) *q = (question){ .target = press->target, .first_at = press->at };
    uint32_t newest = q->count < NAMED ? q->count : NAMED - 1;
    q->id[newest] = press->id;
    q->nth[newest] = press->nth;
    q->count++;
    q->seems_answered = 0;
    *again = kd_after(press->at, SET(EFFECT_MS));
    if (*again < kd_wakes(look)) kd_wake(look, *again);
}

static uint32_t named(const question *q)
{
    return q->count < NAMED ? q->count : NAMED;
}

static kd_evidence evidence_of(const question *q)
{
    kd_evidence e = { .count = 0 };
    for (uint32_t i = 0; i < named(q); i++) kd_evidence_add(&e, q->id[i]);
    e.count = q->count;
    return e;
}

/* How the page answered the whole question: any press of it that was answered answers it; else it stands as
 * the newest one does. */
static kd_answer judge(const question *q, const kd_look *look, koord_ms *again)
{
    const kd_response *response = &look->model->response;
    kd_answer answer = KD_ANSWERED;
    for (uint32_t i = 0; i < named(q); i++) {
        const kd_press *p = kd_response_nth(response, q->nth[i]);
        answer = KD_ANSWERED;
        if (!p) continue;
        answer = kd_response_judge(response, look->settings, p, SET(EFFECT_MS), 1, look->now, again);
        if (answer == KD_ANSWERED) break;
    }
    return answer;
}

/* Whether the window is as long as the time in which a press asks for things: no request that is still to
 * begin puts the judgement off. */
static int is_patient(const kd_look *look)
{
    return SET(EFFECT_MS) >= KD_GET(look->settings, response, BUSY_AFTER_MS);
}

static void settle(state *s, uint32_t place, const kd_look *look)
{
    question *q = &s->waiting[place];
    int over = q->seems_answered && s->again[place] <= look->now;
    kd_answer answer = over ? KD_ANSWERED : judge(q, look, &s->again[place]);
    q->seems_answered = answer == KD_PERHAPS && is_patient(look);
    if (answer >= KD_OPEN) return;
    s->again[place] = 0;
    if (answer == KD_ANSWERED) return;
    int said =
        s->graver_about == q->target && s->graver_at && kd_between(s->graver_at, look->now) <= LONGEST_MS;
    kd_finding finding = { .target = q->target, .evidence = evidence_of(q) };
    if (!said) q->signal = kd_raise(look, &finding);
}

static void on_click(state *s, const kd_look *look)
{
    const kd_press *press = kd_response_newest(&look->model->response);
    if (press && kd_press_asks(press) && kd_session_sees(&look->model->session, KOORD_SIGHT_IS_RESPONSE))
        ask(s, press, look);
}

/* Settles what may be settled of the questions that are due until then, and asks to be woken for the next
 * one. Counted from one moment earlier, so that 0, a free place, comes last of all. */
static void look_again(state *s, const kd_look *look, koord_ms until)
{
    koord_ms first = KOORD_NEVER;
    for (uint32_t i = 0; i < WAITING; i++) {
        if (s->again[i] - 1 < until) settle(s, i, look);
        first = kd_sooner(first, s->again[i] - 1);
    }
    kd_wake(look, kd_later(first, 1));
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_CLICK) {
        on_click(s, look);
    } else if (e->kind == KOORD_EVENT_PAGE_VIEW) { /* that is an answer */
        memset(s->waiting, 0, sizeof s->waiting);
        memset(s->again, 0, sizeof s->again);
        kd_wake(look, KOORD_NEVER);
    } else { /* a region that proved ambient, a request that ended */
        look_again(s, look, KOORD_NEVER);
    }
}

static void on_due(void *memory, const kd_look *look)
{
    look_again(memory, look, look->now);
}

static int has(const question *q, uint32_t press)
{
    for (uint32_t i = 0; i < named(q); i++)
        if (q->id[i] == press) return 1;
    return 0;
}

static int is_evidence(const question *q, const kd_evidence *e)
{
    for (uint32_t i = 0; i < KD_EVIDENCE && i < e->count; i++)
        if (has(q, e->id[i])) return 1;
    return 0;
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    uint32_t press = kd_graver_press(signal, KD_dead_click);
    if (!press) return;
    s->graver_about = signal->effect.target;
    s->graver_at = kd_latest(look->now, 1);
    for (int i = 0; i < WAITING; i++) {
        question *q = &s->waiting[i];
        if (has(q, press)) kd_yield(look, q->signal, KD_dead_click_IS_DEAD, signal);
        if (q->target != s->graver_about && !is_evidence(q, &signal->evidence)) continue;
        *q = (question){ 0 };
        s->again[i] = 0;
    }
    look_again(s, look, 0);
}

const kd_detector kd_dead_click = {
    .listens = KD_LISTEN(CLICK) | KD_LISTEN(PAGE_VIEW),
    .awaits = KD_LISTEN_ONLY(NEWS),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_dead_click_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_signal = on_signal,
};
