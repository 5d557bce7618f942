/* fuzz_record - any line read as a record; what is read as a fact may be fed. */
#include "wire/record_read.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static _Alignas(8) unsigned char memory[1 << 16];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    koord_event e;
    kd_problem problem;
    koord_text line = { (const char *)data, (uint32_t)size };
    koord_effect effect;
    if (size > 1 << 14) return 0;
    kd_line kind = kd_record_read(line, &e, &problem);
    if (kind == KD_LINE_BAD && (problem.why.size == 0 || problem.at > size)) abort();
    if (kind != KD_LINE_FACT) return 0;
    koord_engine *engine = koord_open(memory, sizeof memory);
    koord_event session = koord_event_of(KOORD_EVENT_SESSION, 0);
    if (e.kind != KOORD_EVENT_SESSION && koord_feed(engine, &session) < 0) abort();
    while (koord_next(engine, &effect)) {
    }
    koord_feed(engine, &e);
    return 0;
}
