/* journal.h - an engine whose every effect is written down and looked at: what must hold for any visit at
 * all. */
#ifndef JOURNAL_H
#define JOURNAL_H

#include "core/engine.h"

enum { JOURNAL_SIZE = 1 << 19 };

typedef struct journal {
    koord_engine engine;
    const char *broken;      /* what did not hold, or NULL */
    uint32_t last_id;        /* of the newest record */
    koord_ms last_t;         /* of the newest record */
    koord_ms reached;        /* the latest time it was told */
    uint32_t batch;          /* on its way, 0 none */
    uint32_t verdicts;       /* signals, outcomes and decisions */
    char text[JOURNAL_SIZE]; /* one line for every fact taken and every verdict */
    uint32_t used;
} journal;

/* Begins anew; the engine is then to be opened and configured. */
void journal_begin(journal *j);

/* Goes on with what another engine began: its numbers and its text. */
void journal_continue(journal *j, const journal *before);

/* Each takes all effects that come of it. Returns the call's result. */
int journal_feed(journal *j, const koord_event *e);
int journal_tick(journal *j, koord_ms now);

#endif
