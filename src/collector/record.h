/* record.h - one record of a batch: is it fit to be stored, and what do we need to know of it? */
#ifndef COLLECTOR_RECORD_H
#define COLLECTOR_RECORD_H

#include "collector/intake.h"

/* Fills in body, id, t and kind from a value that kd_json_skip passed over. Why it cannot be stored, for
 * people; NULL when it can. The id is filled in wherever it could be read. */
const char *record_read(intake_record *record, koord_text value);

/* The value of a top-level key of a stored record as written, quotes and all; empty where it has none. */
koord_text record_find(koord_text record, const char *key);

/* The same without quotes, empty where it is no text. */
koord_text record_word(koord_text record, const char *key);

/* The same as a whole number, -1 where it is none. */
int64_t record_whole(koord_text record, const char *key);

#endif
