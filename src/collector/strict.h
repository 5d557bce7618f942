/* strict.h - what makes text that is JSON unfit to be kept all the same. */
#ifndef COLLECTOR_STRICT_H
#define COLLECTOR_STRICT_H

#include "koord.h"

/* Looks at one value that kd_json_skip passed over, which minds brackets, commas and quotes only. Why the
 * value cannot be stored as one line that every reader understands alike, for people; NULL when it can. */
const char *strict_objection(koord_text value);

/* A whole number of at most 15 digits, not negative; else -1. */
int64_t strict_whole(koord_text number);

#endif
