/* fields.h - which fields each kind of fact has: koord_events.def as a table to walk through. */
#ifndef KD_FIELDS_H
#define KD_FIELDS_H

#include "wire/words.h"

typedef enum kd_field_type {
    KD_FIELD_NUMBER,
    KD_FIELD_HASH,
    KD_FIELD_WORD,
    KD_FIELD_SET,
    KD_FIELD_TEXT, /* from here on: in text[slot] */
    KD_FIELD_JSON
} kd_field_type;

typedef struct kd_field {
    uint8_t type; /* kd_field_type */
    uint8_t slot;
    uint16_t extra; /* WORD, SET: the kd_group; TEXT, JSON: most bytes */
} kd_field;

/* The fields of a kind of fact, from `first` up to `end`. */
typedef struct kd_kind {
    const kd_field *first, *end;
} kd_kind;

/* With first NULL for an unknown number. */
kd_kind kd_kind_of(uint16_t number);

/* "click"; the number must be known. */
const char *kd_kind_name(uint16_t number);

const char *kd_field_name(const kd_field *field);

/* KOORD_EVENT_NONE for an unknown name. */
uint16_t kd_kind_find(koord_text name);

/* The field of that kind with that name, or NULL. */
const kd_field *kd_field_find(kd_kind kind, koord_text name);

#endif
