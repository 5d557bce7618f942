/* words.h - the closed vocabularies, by group. */
#ifndef KD_WORDS_H
#define KD_WORDS_H

#include "koord.h"

/* KD_GROUP_PLACE and so on. */
typedef enum kd_group {
    KD_GROUP_NONE = 0,
#define KOORD_GROUP(GROUP) KD_GROUP_##GROUP,
#include "koord_words.def"
} kd_group;

/* How many words it has; their numbers are 0 and up. */
int32_t kd_word_count(kd_group group);

/* The word's spelling on the wire, or "?" where the group has no such number. */
const char *kd_word_name(kd_group group, int32_t number);

/* The word's number, or -1. */
int kd_word_find(kd_group group, koord_text name);

#endif
