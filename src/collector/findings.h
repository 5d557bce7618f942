/* findings.h - the signals of a session, each by its highest rev, and not when that is revoked. */
#ifndef COLLECTOR_FINDINGS_H
#define COLLECTOR_FINDINGS_H

#include "collector/moments.h"
#include "collector/tally.h"

typedef struct finding {
    uint32_t trail, id; /* of the first record about it */
    int64_t rev, at;
    uint32_t name;
    size_t from, size; /* what it says, in `text` */
    int revoked;
} finding;

typedef struct findings {
    finding *list;
    uint32_t count, room;
    tally names;
    grow text;
    int failed; /* memory ran out */
} findings;

/* A signal record of the trail-th trail. What follows two thousand is left out. */
void findings_add(findings *f, uint32_t trail, const stored_record *record);

/* Counts them by name, and tells each: when it was first said, and how it was said last. */
void findings_settle(findings *f, moments *to);

void findings_free(findings *f);

#endif
