/* outcome - judged first of all: did this search, this checkout succeed? */
#include "score/outcome.h"

enum { NOT_SEEN, NOTHING, SOMETHING }; /* what a search found */

#define SET(NAME) KD_GET(look->settings, outcome, NAME)

void kd_outcomes_reset(kd_outcomes *outcomes)
{
    *outcomes = (kd_outcomes){ .chosen_at = KOORD_NEVER };
}

static kd_verdict *say(const kd_look *look, uint32_t goal, uint32_t outcome, koord_ms since)
{
    const kd_session *session = &look->model->session;
    kd_verdict *v = kd_verdicts_push(look->out);
    v->effect.kind = KOORD_EFFECT_OUTCOME;
    v->effect.what = goal;
    v->effect.variant = outcome;
    v->effect.t = look->now;
    v->effect.id = (*look->next_id)++;
    v->took_ms = kd_between(since, look->now);
    v->place = session->place;
    v->step = session->step;
    v->total_cents = session->total_cents;
    return v;
}

/* ---- searches ---- */

static void close_search(kd_outcomes *o, const kd_look *look, uint32_t outcome, uint32_t because)
{
    if (!o->search) return;
    kd_verdict *v = say(look, KOORD_GOAL_IS_SEARCH, outcome, o->search_at);
    v->effect.target = o->search;
    v->about = o->search_id;
    kd_evidence_add(&v->evidence, o->search_id);
    if (because && because != o->search_id) kd_evidence_add(&v->evidence, because);
    o->search = 0;
}

/* What is to be said of a search that nobody comes back to. */
static uint32_t verdict_on(const kd_outcomes *o)
{
    if (o->found == NOTHING) return KOORD_OUTCOME_IS_FAILED;
    if (o->looked || o->chosen_at != KOORD_NEVER || o->found == NOT_SEEN) return KOORD_OUTCOME_IS_UNKNOWN;
    return KOORD_OUTCOME_IS_ABANDONED;
}

/* Another wording says that the one before did not find it. */
static int rewords(const koord_event *e, const kd_look *look)
{
    return e->kind == KOORD_EVENT_SEARCH && (e->number[KOORD_SEARCH_EXTENDS] > 0 ||
                                             e->number[KOORD_SEARCH_SHARED] >= (int32_t)SET(SHARED_PERCENT));
}

static void begin_search(kd_outcomes *o, const koord_event *e, const kd_look *look)
{
    uint32_t outcome = rewords(e, look) ? KOORD_OUTCOME_IS_FAILED : verdict_on(o);
    close_search(o, look, outcome, look->id);
    o->search = look->model->search.key;
    o->search_id = look->id;
    o->search_at = e->at;
    o->chosen_at = KOORD_NEVER;
    o->looked = 0;
}

/* A product chosen from a search was worth it once it has been looked at for a while. */
static void look_at_choice(kd_outcomes *o, const koord_event *e, const kd_look *look)
{
    if (o->chosen_at != KOORD_NEVER && kd_between(o->chosen_at, e->at) >= SET(DWELL_MS))
        close_search(o, look, KOORD_OUTCOME_IS_SUCCEEDED, o->chosen_id);
}

static int may_be_the_answer(const koord_event *e)
{
    return e->kind == KOORD_EVENT_TOUCHPOINT ||
           (e->kind == KOORD_EVENT_SEEN && e->number[KOORD_SEEN_WHAT] == KOORD_SEEN_IS_ITEM);
}

static void on_search(kd_outcomes *o, const koord_event *e, const kd_look *look)
{
    look_at_choice(o, e, look);
    if (look->model->search.news == look->id) begin_search(o, e, look);
    if (kd_is_choice(e) && e->kind == KOORD_EVENT_CART)
        close_search(o, look, KOORD_OUTCOME_IS_SUCCEEDED, look->id);
    if (kd_is_choice(e)) {
        o->chosen_at = e->at;
        o->chosen_id = look->id;
    } else if (e->kind == KOORD_EVENT_PAGE_VIEW && look->model->session.place == KOORD_PLACE_IS_SEARCH) {
        o->chosen_at = KOORD_NEVER; /* back at the results */
    }
    if (may_be_the_answer(e)) o->looked = 1;
    const kd_search *search = &look->model->search;
    o->found = search->shown_at == KOORD_NEVER ? NOT_SEEN : search->count == 0 ? NOTHING : SOMETHING;
}

/* ---- checkouts ---- */

static void close_checkout(kd_outcomes *o, const kd_look *look, uint32_t outcome, uint32_t because)
{
    kd_verdict *v = say(look, KOORD_GOAL_IS_CHECKOUT, outcome, o->checkout_at);
    v->about = o->checkout;
    kd_evidence_add(&v->evidence, o->checkout);
    if (because && because != o->checkout) kd_evidence_add(&v->evidence, because);
    o->checkout = 0;
}

static void on_checkout(kd_outcomes *o, const koord_event *e, const kd_look *look)
{
    const kd_checkout *c = &look->model->checkout;
    int ordered = c->bought == look->id && (o->checkout || (e->kind == KOORD_EVENT_PURCHASE && !o->bought));
    if (ordered) {
        if (!o->checkout) o->checkout_at = e->at;
        if (!o->checkout) o->checkout = look->id; /* bought without a step that could be seen */
        close_checkout(o, look, KOORD_OUTCOME_IS_SUCCEEDED, look->id);
        o->bought = 1;
    }
    if (!c->id || o->checkout) return;
    o->bought = 0;
    o->checkout = c->id;
    o->checkout_at = c->since;
}

static uint32_t end_of_checkout(const kd_checkout *c)
{
    if (c->paying || c->elsewhere)
        return KOORD_OUTCOME_IS_UNKNOWN; /* at the bank, by phone, kept for later */
    return c->trouble ? KOORD_OUTCOME_IS_FAILED : KOORD_OUTCOME_IS_ABANDONED;
}

/* ---- both ---- */

void kd_outcomes_take(kd_outcomes *o, const koord_event *e, const kd_look *look)
{
    on_search(o, e, look);
    on_checkout(o, e, look);
}

void kd_outcomes_hear(kd_outcomes *o, const kd_verdict *signal, const kd_look *look)
{
    if (signal->effect.what == KD_zero_results && signal->effect.target == o->search)
        close_search(o, look, KOORD_OUTCOME_IS_FAILED, signal->effect.id);
}

void kd_outcomes_end(kd_outcomes *o, const kd_look *look)
{
    const kd_checkout *c = &look->model->checkout;
    close_search(o, look, verdict_on(o), 0);
    if (o->checkout) close_checkout(o, look, end_of_checkout(c), c->trouble);
}
