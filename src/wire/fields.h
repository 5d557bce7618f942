/* fields.h - which fields each kind of fact has: koord_events.def as a table to walk through. */
#ifndef KD_FIELDS_H
#define KD_FIELDS_H

#include "wire/words.h"

typedef enum kd_field_type {
    KD_FIELD_NUMBER,
    KD_FIELD_HASH,
    KD_FIELD_WORD,
    KD_FIELD_SET,
    KD_FIELD_TEXT,
    KD_FIELD_JSON
} kd_field_type;

typedef struct kd_field {
    uint8_t kind; /* koord_event_kind */
    uint8_t type; /* kd_field_type */
    uint8_t slot;
    uint16_t extra; /* WORD, SET: the kd_group; TEXT, JSON: most bytes */
    const char *name;
} kd_field;

/* The i-th field of all, in the order of the table; NULL behind the last one. */
const kd_field *kd_field_at(uint32_t i);

/* The field of that kind with that name, or NULL. */
const kd_field *kd_field_find(uint16_t kind, koord_text name);

/* "click", or NULL for an unknown number. */
const char *kd_kind_name(uint16_t kind);

/* KOORD_EVENT_NONE for an unknown name. */
uint16_t kd_kind_find(koord_text name);

#endif
