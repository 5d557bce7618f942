/* summary.h - a session in a few figures: what the list of sessions says about each. */
#ifndef COLLECTOR_SUMMARY_H
#define COLLECTOR_SUMMARY_H

#include "collector/grow.h"
#include "collector/store.h"

enum { SUMMARY_NAMES = 48, SUMMARY_NAME_MOST = 64 };

/* Distinct names in the order in which they came; what is more or longer is left out. */
typedef struct summary_names {
    char at[SUMMARY_NAMES][SUMMARY_NAME_MOST];
    uint32_t size[SUMMARY_NAMES], tally[SUMMARY_NAMES], count;
} summary_names;

typedef struct summary_finding {
    uint32_t trail, id; /* id: of the first record about it */
    int64_t rev;
    uint32_t name;
    int revoked;
} summary_finding;

typedef struct summary {
    uint32_t records, trails, answers;
    int purchased;
    char trail[32]; /* the last one seen */
    uint32_t trail_size;
    summary_names signals, places;
    summary_finding *findings;
    uint32_t finding_count, finding_room;
    int failed; /* memory ran out */
} summary;

/* Records in the order of store_records. */
void summary_add(summary *s, const stored_record *record);

/* "records":61,"trails":1,... without brackets. */
void summary_write(summary *s, grow *out);
void summary_close(summary *s);

#endif
