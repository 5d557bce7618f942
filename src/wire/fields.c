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
    { KD_FIELD_##TYPE, slot, EXTRA_##TYPE(extra), #wire },
#include "koord_events.def"
};

/* Counts the rows: each kind begins where the rows before it end. */
enum {
#define KOORD_EVENT(number, NAME, wire, what)                   FIRST_##NAME, BACK_##NAME = FIRST_##NAME - 1,
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what) ROW_##NAME##_##FIELD,
#include "koord_events.def"
    FIELDS
};

static const struct {
    const char *name;
    uint8_t first;
} kinds[] = {
#define KOORD_EVENT(number, NAME, wire, what) [number] = { #wire, FIRST_##NAME },
#include "koord_events.def"
};

enum { KINDS = sizeof kinds / sizeof *kinds };

_Static_assert(FIELDS == sizeof fields / sizeof *fields, "the rows were counted wrongly");

static const kd_field *first_of(uint16_t number)
{
    return &fields[number < KINDS ? kinds[number].first : FIELDS];
}

kd_kind kd_kind_of(uint16_t number)
{
    int known = number > 0 && number < KINDS;
    return known ? (kd_kind){ kinds[number].name, first_of(number), first_of((uint16_t)(number + 1)) }
                 : (kd_kind){ 0 };
}

uint16_t kd_kind_find(koord_text name)
{
    for (uint16_t i = 1; i < KINDS; i++)
        if (kd_text_equal(name, kd_text_of(kinds[i].name))) return i;
    return KOORD_EVENT_NONE;
}

const kd_field *kd_field_find(kd_kind kind, koord_text name)
{
    for (const kd_field *f = kind.first; f < kind.end; f++)
        if (kd_text_equal(name, kd_text_of(f->name))) return f;
    return NULL;
}
