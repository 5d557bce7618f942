/* fields - which fields each kind of fact has. */
#include "wire/fields.h"
#include "base/text.h"

static const struct {
    uint8_t kind;
    const char *name;
} kinds[] = {
#define KOORD_EVENT(number, NAME, wire, what) { number, #wire },
#include "koord_events.def"
};

#define EXTRA_NUMBER(extra) 0
#define EXTRA_HASH(extra)   0
#define EXTRA_WORD(extra)   KD_GROUP_##extra
#define EXTRA_SET(extra)    KD_GROUP_##extra
#define EXTRA_TEXT(extra)   extra
#define EXTRA_JSON(extra)   extra

static const kd_field fields[] = {
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what)                                              \
    { KOORD_EVENT_##NAME, KD_FIELD_##TYPE, slot, EXTRA_##TYPE(extra), #wire },
#include "koord_events.def"
};

enum { KINDS = sizeof kinds / sizeof *kinds, FIELDS = sizeof fields / sizeof *fields };

const kd_field *kd_field_at(uint32_t i)
{
    return i < FIELDS ? &fields[i] : NULL;
}

const kd_field *kd_field_find(uint16_t kind, koord_text name)
{
    for (uint32_t i = 0; i < FIELDS; i++)
        if (fields[i].kind == kind && kd_text_equal(name, kd_text_of(fields[i].name))) return &fields[i];
    return NULL;
}

const char *kd_kind_name(uint16_t kind)
{
    for (int i = 0; i < KINDS; i++)
        if (kinds[i].kind == kind) return kinds[i].name;
    return NULL;
}

uint16_t kd_kind_find(koord_text name)
{
    for (int i = 0; i < KINDS; i++)
        if (kd_text_equal(name, kd_text_of(kinds[i].name))) return kinds[i].kind;
    return KOORD_EVENT_NONE;
}
