/* json_pick.h - one member of a JSON object at a time, wherever it stands: for files that people write, where
 * order is free and speed is not asked for. */
#ifndef KD_JSON_PICK_H
#define KD_JSON_PICK_H

#include "base/json_read.h"

/* The value of that member as written; nothing (at is NULL) where the object has none, or is no object. */
koord_text kd_pick(koord_text object, const char *name);

/* The text in that value, decoded into `room`; nothing where it is none, or too long. */
koord_text kd_pick_text(koord_text value, char *room, uint32_t size);

/* The word in that member, of those that are written without escapes; a number as it is written. */
koord_text kd_pick_word(koord_text object, const char *name);

/* The whole number in that member, 0 where it has none. */
int32_t kd_pick_number(koord_text object, const char *name);

/* 1 and *number where the value is a whole number within 32 bits. */
int kd_pick_whole(koord_text value, int32_t *number);

/* The values of a list, or the value itself where it is no list: the nth, nothing behind the last. */
koord_text kd_pick_nth(koord_text list, uint32_t nth);

/* The first name of a member that is not among `known` (words with blanks between them), nothing where all
 * are. */
koord_text kd_pick_stranger(koord_text object, const char *known);

#endif
