/* calls - bytes as calls to an engine. */
#include "calls.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

uint8_t calls_byte(calls *c)
{
    return c->at < c->end ? *c->at++ : 0;
}

/* Small numbers are one byte away, all others five: those who search for inputs get far with few bytes. */
uint32_t calls_number(calls *c)
{
    uint32_t number = 0;
    uint8_t first = calls_byte(c);
    if (first < 250) return first;
    for (int i = 0; i < 4; i++) number = number << 8 | calls_byte(c);
    return number;
}

static void must(int holds)
{
    if (!holds) abort();
}

static void take_effects(koord_engine *engine)
{
    static char room[KOORD_RECORD_MOST];
    koord_effect effect;
    while (koord_next(engine, &effect)) {
        must(effect.kind >= KOORD_EFFECT_FACT && effect.kind <= KOORD_EFFECT_OUTCOME);
        int verdict = effect.kind != KOORD_EFFECT_FACT && effect.kind != KOORD_EFFECT_BATCH;
        int size = koord_record(engine, room, sizeof room);
        must(verdict ? size > 0 : size == KOORD_ERR_ARGUMENT);
    }
}

static void feed(calls *c, koord_engine *engine, koord_ms *now)
{
    koord_event e = koord_event_of((koord_event_kind)calls_byte(c), 0);
    uint8_t numbers = calls_byte(c);
    *now += calls_number(c) * 10u;
    e.t = *now;
    e.at = *now - calls_number(c);
    e.target = calls_number(c);
    if (numbers & 128) e.id = calls_number(c);
    for (int i = 0; i < KOORD_NUMBERS; i++)
        if (numbers >> (i % 7) & 1) e.number[i] = (int32_t)calls_number(c);
    int waits = koord_feed(engine, &e);
    must(waits != 0);
    if (waits == KOORD_ERR_TIME || waits == KOORD_ERR_ARGUMENT)
        *now -= *now / 2; /* perhaps it had gone too far */
}

static void name_something(calls *c, koord_engine *engine)
{
    char name[64];
    uint32_t size = calls_byte(c) % sizeof name;
    for (uint32_t i = 0; i < size; i++) name[i] = (char)calls_byte(c);
    koord_set(engine, (koord_text){ name, size }, (int32_t)calls_number(c));
    koord_survey(engine, (koord_text){ name, size }, KD_TEXT("dead_click"), calls_number(c));
}

static void put_program(calls *c, koord_engine *engine)
{
    koord_row rows[12];
    uint32_t count = calls_byte(c) % 12u;
    char name = (char)('a' + calls_byte(c) % 26);
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = (koord_row){ .what = calls_byte(c) % 9u, .of = calls_byte(c), .test = calls_byte(c) };
        rows[i].more = calls_byte(c) % 10u;
        rows[i].value = (int32_t)calls_number(c);
    }
    koord_survey_rows(engine, (koord_text){ &name, 1 }, rows, count);
}

static void call(calls *c, koord_engine *engine, koord_ms *now)
{
    koord_event unused;
    switch (calls_byte(c) % 16) {
    case 0:
        koord_tick(engine, *now += calls_number(c) * 100u);
        break;
    case 1:
        koord_tick(engine, koord_due(engine));
        break;
    case 2:
        koord_batch_more(engine, calls_number(c), calls_byte(c));
        break;
    case 3:
        koord_batch_done(engine, calls_number(c), (koord_delivery)calls_byte(c), calls_number(c),
                         calls_number(c));
        break;
    case 4:
        koord_move(engine, *now, (int32_t)calls_number(c), (int32_t)calls_number(c), &unused);
        break;
    case 5:
        name_something(c, engine);
        break;
    case 7:
        put_program(c, engine);
        break;
    case 6:
        return; /* and leave the effects where they are */
    default:
        feed(c, engine, now);
        break;
    }
    take_effects(engine);
}

void calls_make(calls *c, koord_engine *engine)
{
    koord_ms now = 0;
    while (c->at < c->end) call(c, engine, &now);
    take_effects(engine);
}
