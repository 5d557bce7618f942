/* said.h - the words that verdicts are written with. */
#ifndef KD_SAID_H
#define KD_SAID_H

#include "koord.h"

typedef enum kd_said_group {
#define KOORD_SAID_GROUP(GROUP) KD_SAID_##GROUP,
#define KOORD_SAID(GROUP, number, NAME, wire)
#include "koord_words.def"
    KD_SAID_GROUPS
} kd_said_group;

/* The word's spelling on the wire, or "?" where the group has no such number. */
const char *kd_said(kd_said_group group, uint32_t number);

#endif
