/* fuzz_engine - any sequence of calls, with any numbers. */
#include "calls.h"
#include "core/engine.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static koord_engine engine;
    calls c = { data, data + size };
    koord_effect effect;
    if (!koord_open(&engine, sizeof engine)) abort();
    koord_event session = koord_event_of(KOORD_EVENT_SESSION, 0);
    session.number[KOORD_SESSION_SIGHT] = calls_byte(&c);
    if (calls_byte(&c) % 8 && koord_feed(&engine, &session) != 1) abort();
    while (koord_next(&engine, &effect)) {
    }
    calls_make(&c, &engine);
    if (engine.out.lost || koord_ended(&engine) > 1) abort();
    return 0;
}
