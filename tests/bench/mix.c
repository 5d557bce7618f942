/* mix - a shop visit without end: of 40 facts 1 page view, 10 presses, 10 answers to them, 6 requests, 7 of
 * form fields and 6 scrolls, a third of a second apart. */
#include "mix.h"
#include "core/engine.h"

enum { MIX = 40, STEP_MS = 333, VISIT = 2000 /* facts, then another visit begins */, RING = 4096 };

static koord_engine engine;
static koord_event mix_ring[RING];

static koord_event fact(uint32_t i, koord_ms t)
{
    static const uint8_t kinds[MIX] = {
        KOORD_EVENT_PAGE_VIEW, KOORD_EVENT_SCROLL,  KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,
        KOORD_EVENT_SCROLL,    KOORD_EVENT_CLICK,   KOORD_EVENT_REQUEST, KOORD_EVENT_REQUEST,
        KOORD_EVENT_EFFECT,    KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,  KOORD_EVENT_FIELD,
        KOORD_EVENT_FIELD,     KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,  KOORD_EVENT_SCROLL,
        KOORD_EVENT_CLICK,     KOORD_EVENT_REQUEST, KOORD_EVENT_EFFECT,  KOORD_EVENT_REQUEST,
        KOORD_EVENT_FIELD,     KOORD_EVENT_FIELD,   KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,
        KOORD_EVENT_SCROLL,    KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,  KOORD_EVENT_FIELD,
        KOORD_EVENT_FIELD,     KOORD_EVENT_SCROLL,  KOORD_EVENT_CLICK,   KOORD_EVENT_REQUEST,
        KOORD_EVENT_REQUEST,   KOORD_EVENT_EFFECT,  KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,
        KOORD_EVENT_FIELD,     KOORD_EVENT_SCROLL,  KOORD_EVENT_CLICK,   KOORD_EVENT_EFFECT,
    };
    koord_event e = koord_event_of((koord_event_kind)kinds[i % MIX], t);
    e.number[0] = (int32_t)(i * 37 % 5);
    if (e.kind == KOORD_EVENT_CLICK) {
        e.target = 1 + i % 50;
        e.number[KOORD_CLICK_X] = (int32_t)(i * 37 % 1200);
        e.number[KOORD_CLICK_Y] = (int32_t)(i * 91 % 800);
        e.number[KOORD_CLICK_PRESS_MS] = 80;
        e.number[KOORD_CLICK_TRAITS] = 1 << KOORD_TRAIT_IS_OPERABLE;
    } else if (e.kind == KOORD_EVENT_EFFECT) {
        e.number[KOORD_EFFECT_WHAT] = KOORD_EFFECT_IS_VISUAL;
        e.number[KOORD_EFFECT_REGION] = (int32_t)(1 + i % 9);
    } else if (e.kind == KOORD_EVENT_REQUEST) {
        e.number[KOORD_REQUEST_REQUEST] = (int32_t)(i / MIX);
        e.number[KOORD_REQUEST_PHASE] = i % 2 ? KOORD_REQUEST_IS_ENDED : KOORD_REQUEST_IS_STARTED;
    }
    return e;
}

/* Made once, so that neither loop pays for it. */
static const koord_event *visit(void)
{
    static koord_event facts[VISIT];
    if (facts[0].kind == KOORD_EVENT_SESSION) return facts;
    facts[0] = koord_event_of(KOORD_EVENT_SESSION, 0);
    facts[0].number[KOORD_SESSION_SIGHT] = 1 << KOORD_SIGHT_IS_RESPONSE | 1 << KOORD_SIGHT_IS_REQUESTS;
    for (uint32_t i = 1; i < VISIT; i++) facts[i] = fact(i, i * STEP_MS);
    return facts;
}

uint32_t mix_feed_one(uint32_t i)
{
    const koord_event *all = visit();
    koord_effect effect;
    uint32_t effects = 0;
    if (i % VISIT == 0) koord_open(&engine, sizeof engine);
    koord_feed(&engine, &all[i % VISIT]);
    while (koord_next(&engine, &effect)) effects++;
    return effects;
}

uint32_t mix_feed(uint32_t facts)
{
    uint32_t effects = 0;
    for (uint32_t i = 0; i < facts; i++) effects += mix_feed_one(i);
    return effects;
}

uint32_t mix_copy(uint32_t facts)
{
    const koord_event *all = visit();
    for (uint32_t i = 0; i < facts; i++) {
        mix_ring[i % RING] = all[i % VISIT];
        __asm__ volatile("" ::"r"(mix_ring) : "memory"); /* every single one */
    }
    return facts;
}
