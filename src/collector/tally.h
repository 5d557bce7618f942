/* tally.h - distinct names in the order in which they came, and how often. */
#ifndef COLLECTOR_TALLY_H
#define COLLECTOR_TALLY_H

#include "collector/grow.h"

enum { TALLY_NAMES = 48, TALLY_NAME_MOST = 64 };

/* What is more, or longer, is left out. */
typedef struct tally {
    char at[TALLY_NAMES][TALLY_NAME_MOST];
    uint32_t size[TALLY_NAMES], times[TALLY_NAMES], count;
} tally;

/* The place of a name, added where it is new; TALLY_NAMES where it is left out. */
uint32_t tally_name(tally *t, koord_text name);

/* "home","search": names as they stand in records, where they are JSON already. */
void tally_write_names(const tally *t, grow *out);

/* "rage_click":2 for those that came at all. */
void tally_write(const tally *t, grow *out);

#endif
