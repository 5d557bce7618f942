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
    const char *name;
} kd_field;

/* A kind of fact with its fields, from `first` up to `end`. */
typedef struct kd_kind {
    const char *name;
    const kd_field *first, *end;
} kd_kind;

/* With name NULL for an unknown number. */
kd_kind kd_kind_of(uint16_t number);

/* KOORD_EVENT_NONE for an unknown name. */
uint16_t kd_kind_find(koord_text name);

/* The field of that kind with that name, or NULL. */
const kd_field *kd_field_find(kd_kind kind, koord_text name);

#endif
