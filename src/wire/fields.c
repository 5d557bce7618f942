/* fields - which fields each kind of fact has. */
#include "wire/fields.h"
#include "base/text.h"

#define EXTRA_NUMBER(extra) 0
#define EXTRA_HASH(extra)   0
#define EXTRA_WORD(extra)   KD_GROUP_##extra
#define EXTRA_SET(extra)    KD_GROUP_##extra
#define EXTRA_TEXT(extra)   extra
#define EXTRA_JSON(extra)   extra

static const kd_field fields[] = {
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what)                                              \
    { KD_FIELD_##TYPE, slot, EXTRA_##TYPE(extra) },
#include "koord_events.def"
};

static const char field_names[] =
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what) #wire "\0"
#include "koord_events.def"
    ;

/* Counts the rows: each kind begins where the rows before it end. */
enum {
#define KOORD_EVENT(number, NAME, wire, what)                   FIRST_##NAME, BACK_##NAME = FIRST_##NAME - 1,
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what) ROW_##NAME##_##FIELD,
#include "koord_events.def"
    FIELDS
};

static const uint8_t first[] = {
#define KOORD_EVENT(number, NAME, wire, what) FIRST_##NAME,
#include "koord_events.def"
    FIELDS
};

enum { KINDS = sizeof first / sizeof *first - 1 };

/* A kind's place in the table is its number, less one. */
static const char kind_names[] =
#define KOORD_EVENT(number, NAME, wire, what) #wire "\0"
#include "koord_events.def"
    ;

enum {
    PLACE_BEFORE = 0,
#define KOORD_EVENT(number, NAME, wire, what) PLACE_##NAME,
#include "koord_events.def"
};

#define KOORD_EVENT(number, NAME, wire, what)                                                                \
    _Static_assert(PLACE_##NAME == number, "kinds must be numbered 1, 2, 3 ...");
#include "koord_events.def"

_Static_assert(FIELDS == sizeof fields / sizeof *fields, "the rows were counted wrongly");

kd_kind kd_kind_of(uint16_t number)
{
    if (number == 0 || number > KINDS) return (kd_kind){ 0 };
    return (kd_kind){ &fields[first[number - 1]], &fields[first[number]] };
}

const char *kd_kind_name(uint16_t number)
{
    return kd_text_nth(kind_names, number - 1u);
}

const char *kd_field_name(const kd_field *field)
{
    return kd_text_nth(field_names, (uint32_t)(field - fields));
}

uint16_t kd_kind_find(koord_text name)
{
    for (uint16_t i = 1; i <= KINDS; i++)
        if (kd_text_equal(name, kd_text_of(kd_kind_name(i)))) return i;
    return KOORD_EVENT_NONE;
}

const kd_field *kd_field_find(kd_kind kind, koord_text name)
{
    for (const kd_field *f = kind.first; f < kind.end; f++)
        if (kd_text_equal(name, kd_text_of(kd_field_name(f)))) return f;
    return NULL;
}
