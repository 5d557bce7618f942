/* summary.h - a session in a few figures and moments: what a list of sessions says about each. */
#ifndef COLLECTOR_SUMMARY_H
#define COLLECTOR_SUMMARY_H

#include "collector/findings.h"
#include "collector/moments.h"
#include "collector/tally.h"

typedef struct summary {
    uint32_t records, trails, answers;
    int gaps;       /* a trail misses a record */
    char trail[32]; /* the last one seen, */
    uint32_t trail_size;
    uint32_t last_id; /* and its last record */
    tally places;
    findings findings;
    moments touchpoints, signals, outcomes, purchases, surveys;
    grow about; /* what the first session fact says of the visitor's device */
} summary;

/* Records in the order of store_records. */
void summary_add(summary *s, const stored_record *record);

/* ,"trails":1,"complete":true,... without brackets. `began`: Unix ms. */
void summary_write(summary *s, int64_t began, grow *out);
void summary_free(summary *s);

#endif
