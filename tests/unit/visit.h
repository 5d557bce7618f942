/* visit.h - a visit for tests: an engine that is fed facts in one line each, and all verdicts that come out.
 */
#ifndef VISIT_H
#define VISIT_H

#include "core/engine.h"
#include <check.h>
#include <string.h>

enum {
    VISIT_SAID = 128,
    SEES_ALL = 1 << KOORD_SIGHT_IS_RESPONSE | 1 << KOORD_SIGHT_IS_REQUESTS,
    BUTTON = 1 << KOORD_TRAIT_IS_OPERABLE
};

typedef struct visit {
    koord_engine engine;
    kd_verdict said[VISIT_SAID]; /* signals and decisions, oldest first */
    uint32_t count;
} visit;

static inline void visit_drain(visit *v)
{
    koord_effect effect;
    while (koord_next(&v->engine, &effect)) {
        if (effect.kind != KOORD_EFFECT_SIGNAL && effect.kind != KOORD_EFFECT_DECISION) continue;
        ck_assert_uint_lt(v->count, VISIT_SAID);
        v->said[v->count++] = *v->engine.taken;
    }
}

static inline void visit_feed(visit *v, koord_event e)
{
    int waits = koord_feed(&v->engine, &e);
    ck_assert_msg(waits > 0, "fact of kind %u at %u: %s", e.kind, e.t, koord_result_name(waits));
    visit_drain(v);
}

static inline void visit_tick(visit *v, koord_ms now)
{
    int waits = koord_tick(&v->engine, now);
    ck_assert_msg(waits >= 0, "tick at %u: %s", now, koord_result_name(waits));
    visit_drain(v);
}

static inline void visit_set(visit *v, const char *name, int32_t value)
{
    int result = koord_set(&v->engine, (koord_text){ name, (uint32_t)strlen(name) }, value);
    ck_assert_msg(result == KOORD_OK, "%s: %s", name, koord_result_name(result));
}

/* An engine before its first fact: settings can still be put. Only the detectors that the engine's own tests
 * are written with are on; what the others say of a visit stands in docs/detectors. */
static inline void visit_open(visit *v)
{
    memset(v, 0, sizeof *v);
    ck_assert_ptr_nonnull(koord_open(&v->engine, sizeof v->engine));
#define KOORD_DETECTOR(number, name, family, most)                                                           \
    visit_set(v, #name ".enabled", number <= KD_coupon_failure);
#include "koord_detectors.def"
}

static inline koord_event session_fact(void)
{
    koord_event e = koord_event_of(KOORD_EVENT_SESSION, 0);
    e.number[KOORD_SESSION_SIGHT] = SEES_ALL;
    e.number[KOORD_SESSION_DRAW] = 0;
    e.number[KOORD_SESSION_ASKED] = 0;
    return e;
}

/* A visit whose session fact has been fed. */
static inline void visit_begin(visit *v)
{
    visit_open(v);
    visit_feed(v, session_fact());
}

/* Verdicts of one detector. */
static inline uint32_t visit_count(const visit *v, uint32_t detector)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < v->count; i++)
        count += v->said[i].effect.kind == KOORD_EFFECT_SIGNAL && v->said[i].effect.what == detector;
    return count;
}

/* ---- facts ---- */

static inline koord_event click_fact(koord_ms t, uint32_t target, int32_t traits)
{
    koord_event e = koord_event_of(KOORD_EVENT_CLICK, t);
    e.target = target;
    e.number[KOORD_CLICK_X] = 100;
    e.number[KOORD_CLICK_Y] = 100;
    e.number[KOORD_CLICK_TRAITS] = traits;
    return e;
}

static inline koord_event effect_fact(koord_ms t, int32_t what)
{
    koord_event e = koord_event_of(KOORD_EVENT_EFFECT, t);
    e.number[KOORD_EFFECT_WHAT] = what;
    return e;
}

static inline koord_event visual_fact(koord_ms t, int32_t region)
{
    koord_event e = effect_fact(t, KOORD_EFFECT_IS_VISUAL);
    e.number[KOORD_EFFECT_REGION] = region;
    return e;
}

/* A region that keeps changing, as the host reports it once it has watched. */
static inline koord_event ambient_fact(koord_ms t, int32_t region, int32_t gap_least, int32_t gap_most)
{
    koord_event e = visual_fact(t, region);
    e.number[KOORD_EFFECT_COUNT] = 4;
    e.number[KOORD_EFFECT_GAP_LEAST_MS] = gap_least;
    e.number[KOORD_EFFECT_GAP_MOST_MS] = gap_most;
    return e;
}

static inline koord_event page_fact(koord_ms t, int32_t via)
{
    koord_event e = koord_event_of(KOORD_EVENT_PAGE_VIEW, t);
    e.number[KOORD_PAGE_VIEW_VIA] = via;
    e.number[KOORD_PAGE_VIEW_PLACE] = KOORD_PLACE_IS_LISTING;
    return e;
}

static inline koord_event request_fact(koord_ms t, int32_t number, int32_t phase)
{
    koord_event e = koord_event_of(KOORD_EVENT_REQUEST, t);
    e.number[KOORD_REQUEST_REQUEST] = number;
    e.number[KOORD_REQUEST_PHASE] = phase;
    return e;
}

static inline koord_event search_fact(koord_ms t, int32_t key)
{
    koord_event e = koord_event_of(KOORD_EVENT_SEARCH, t);
    e.number[KOORD_SEARCH_KEY] = key;
    return e;
}

static inline koord_event results_fact(koord_ms t, int32_t key, int32_t count)
{
    koord_event e = koord_event_of(KOORD_EVENT_RESULTS, t);
    e.number[KOORD_RESULTS_KEY] = key;
    e.number[KOORD_RESULTS_COUNT] = count;
    e.number[KOORD_RESULTS_SOURCE] = KOORD_SOURCE_IS_TEXT;
    return e;
}

static inline koord_event coupon_fact(koord_ms t, int32_t phase, int32_t ordinal)
{
    koord_event e = koord_event_of(KOORD_EVENT_COUPON, t);
    e.target = 77;
    e.number[KOORD_COUPON_PHASE] = phase;
    e.number[KOORD_COUPON_ORDINAL] = ordinal;
    return e;
}

static inline koord_event cart_fact(koord_ms t, int32_t total_cents)
{
    koord_event e = koord_event_of(KOORD_EVENT_CART, t);
    e.number[KOORD_CART_PHASE] = KOORD_CART_IS_SEEN;
    e.number[KOORD_CART_TOTAL_CENTS] = total_cents;
    return e;
}

static inline koord_event checkout_fact(koord_ms t, int32_t step, int32_t total_cents)
{
    koord_event e = koord_event_of(KOORD_EVENT_CHECKOUT, t);
    e.number[KOORD_CHECKOUT_STEP] = step;
    e.number[KOORD_CHECKOUT_TOTAL_CENTS] = total_cents;
    return e;
}

static inline koord_event survey_fact(koord_ms t, int32_t phase)
{
    koord_event e = koord_event_of(KOORD_EVENT_SURVEY, t);
    e.number[KOORD_SURVEY_PHASE] = phase;
    return e;
}

#endif
