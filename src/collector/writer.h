/* writer.h - the one thread that writes: all that wait share one commit, and one wait for the disk. */
#ifndef COLLECTOR_WRITER_H
#define COLLECTOR_WRITER_H

#include "collector/keeper.h"

typedef struct writer writer;

/* A job in the queue; `done` is called when it is kept, or is not, in the writer's thread. */
typedef struct writer_job {
    keeper_job keep; /* first, so that a list of one is a list of the other */
    void (*done)(struct writer_job *job);
} writer_job;

/* `most`: jobs that may wait. NULL where no thread can be had. */
writer *writer_start(keeper keeps, uint32_t most);

/* Takes a place in the queue, which writer_push then fills: 1, or 0 where it is full or closed. */
int writer_reserve(writer *w);
void writer_push(writer *w, writer_job *job);

/* What was kept, and how many wait: places reserved and not yet done. */
keeper_count writer_counts(writer *w, uint32_t *waiting);

/* Takes no more, keeps all that waits, and ends the thread. */
void writer_stop(writer *w);

/* After writer_stop, when nobody asks any more. */
void writer_free(writer *w);

#endif
