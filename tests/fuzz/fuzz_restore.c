/* fuzz_restore - any state behind a head that is right: whoever can write to the shop's storage can make one.
 * Nothing it holds may lead out of the engine's memory, or keep it busy for ever. */
#include "calls.h"
#include "core/engine.h"
#include "wire/snapshot.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Most bytes as they were, the others as the input says: a place (two bytes), how many, and they. */
static void overwrite(calls *c, unsigned char *state, size_t size)
{
    for (uint32_t patches = calls_byte(c) % 32u; patches > 0; patches--) {
        size_t place = (size_t)(calls_byte(c) << 8 | calls_byte(c)) % size;
        for (uint32_t count = calls_byte(c) % 33u; count > 0 && place < size; count--)
            state[place++] = calls_byte(c);
    }
}

/* A visit that has come far enough for every part of the state to be in use. */
static void live_a_little(koord_engine *engine)
{
    koord_effect effect;
    koord_event e = koord_event_of(KOORD_EVENT_SESSION, 0);
    e.number[KOORD_SESSION_SIGHT] = 7;
    for (koord_ms t = 0; t < 30; t++) {
        if (koord_feed(engine, &e) < 0) abort();
        while (koord_next(engine, &effect)) {
        }
        static const uint8_t kinds[] = { KOORD_EVENT_CLICK,  KOORD_EVENT_EFFECT,  KOORD_EVENT_REQUEST,
                                         KOORD_EVENT_SEARCH, KOORD_EVENT_RESULTS, KOORD_EVENT_COUPON };
        e = koord_event_of((koord_event_kind)kinds[t % sizeof kinds], 400 * t);
        e.target = 7;
        for (int i = 0; i < KOORD_NUMBERS; i++) e.number[i] = (int32_t)(t / sizeof kinds) % 3;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static koord_engine engine;
    static char saved[sizeof(koord_engine)];
    calls c = { data, data + size };
    if (!koord_open(&engine, sizeof engine)) abort();
    live_a_little(&engine);
    overwrite(&c, (unsigned char *)&engine + KD_KEPT_AT, KD_KEPT);
    int written = kd_snapshot_write(saved, sizeof saved, (const char *)&engine + KD_KEPT_AT, KD_KEPT,
                                    koord_settings(&engine));
    if (written < 0 || !koord_open(&engine, sizeof engine)) abort();
    if (koord_restore(&engine, (koord_text){ saved, (uint32_t)written }) != KOORD_OK) abort();
    calls_make(&c, &engine);
    return 0;
}
