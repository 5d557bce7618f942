/* exports - the whole boundary between the core and a JavaScript host. One engine, fixed memory, no imports.
 *
 * The host writes one fact into inbox(), calls feed(), and reads effects from outbox() while next() answers
 * 1; of signals and decisions record() writes the record into room(). Where everything lies is in
 * js/abi.gen.js. */
#include "koord.h"
#include "core/engine.h"

/* Declares and defines kw_name, exported as `name`. */
#define EXPORT(result, name, ...)                                                                            \
    result kw_##name(__VA_ARGS__);                                                                           \
    __attribute__((export_name(#name), used)) result kw_##name(__VA_ARGS__)

static _Alignas(8) unsigned char memory[sizeof(koord_engine)];
static _Alignas(4) char text_room[16384];
static koord_event in;
static koord_effect out;
static koord_engine *engine;

EXPORT(uint32_t, abi, void)
{
    return KOORD_ABI;
}

EXPORT(int, open, void)
{
    engine = koord_open(memory, sizeof memory);
    return engine ? KOORD_OK : KOORD_ERR_SPACE;
}

EXPORT(void *, inbox, void)
{
    return &in;
}

EXPORT(void *, outbox, void)
{
    return &out;
}

EXPORT(void *, room, void)
{
    return text_room;
}

EXPORT(uint32_t, room_size, void)
{
    return sizeof text_room;
}

static koord_text from_room(uint32_t size)
{
    return (koord_text){ text_room, size < sizeof text_room ? size : (uint32_t)sizeof text_room };
}

/* The name is the first `size` bytes of the room. */
EXPORT(int, set, uint32_t size, int32_t value)
{
    return koord_set(engine, from_room(size), value);
}

/* Writes least and most of that setting to the room's beginning. */
EXPORT(int, range, uint32_t size)
{
    int32_t *numbers = (int32_t *)text_room;
    int32_t least, most;
    int result = koord_range(from_room(size), &least, &most);
    if (result != KOORD_OK) return result;
    numbers[0] = least;
    numbers[1] = most;
    return result;
}

EXPORT(uint32_t, settings, void)
{
    return koord_settings(engine);
}

/* The name is the room's beginning, the rows of its program stand behind KD_SURVEY_NAME bytes. */
EXPORT(int, survey, uint32_t name_size, uint32_t rows)
{
    const koord_row *program = (const koord_row *)(text_room + KD_SURVEY_NAME);
    if (name_size > KD_SURVEY_NAME || rows > KD_SURVEY_ROWS) return KOORD_ERR_SPACE;
    return koord_survey_rows(engine, from_room(name_size), program, rows);
}

/* Makes the inbox an event of that kind with nothing in it. */
EXPORT(void, event, uint32_t kind, koord_ms t)
{
    in = koord_event_of((koord_event_kind)kind, t);
}

EXPORT(int, feed, void)
{
    return koord_feed(engine, &in);
}

/* 1: the inbox holds a cursor fact to be fed. */
EXPORT(int, move, koord_ms at, int32_t x, int32_t y)
{
    return koord_move(engine, at, x, y, &in);
}

EXPORT(int, tick, koord_ms now)
{
    return koord_tick(engine, now);
}

EXPORT(koord_ms, due, void)
{
    return koord_due(engine);
}

EXPORT(int, next, void)
{
    return koord_next(engine, &out);
}

/* Writes the record of the signal or decision just taken to the room; its bytes, or a negative result. */
EXPORT(int, record, void)
{
    return koord_record(engine, text_room, sizeof text_room);
}

EXPORT(int, more, uint32_t size, int urgent)
{
    return koord_batch_more(engine, size, urgent);
}

EXPORT(int, done, uint32_t batch, uint32_t how, uint32_t wait_ms, uint32_t left)
{
    return koord_batch_done(engine, batch, (koord_delivery)how, wait_ms, left);
}

EXPORT(int, save, void)
{
    return koord_save(engine, text_room, sizeof text_room);
}

EXPORT(int, restore, uint32_t size)
{
    return koord_restore(engine, from_room(size));
}

EXPORT(int, ended, void)
{
    return koord_ended(engine);
}
