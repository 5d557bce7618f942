/* writer.h - the one thread that writes: all batches that wait share one commit, and one fsync. */
#ifndef COLLECTOR_WRITER_H
#define COLLECTOR_WRITER_H

#include "collector/store.h"

enum { WRITER_WAITING_MOST = 512 }; /* batches, 32 MiB at most; more are told to come back */

typedef struct writer writer;

/* A batch on its way to the disk. It belongs to the caller, who must leave it alone until `done` is called,
 * in the writer's thread. */
typedef struct writer_job {
    const intake *batch;
    int64_t received; /* Unix ms */
    void (*done)(struct writer_job *job);
    int stored; /* 1: it is on disk, 0: the store failed */
    struct writer_job *next;
} writer_job;

typedef struct writer_count {
    uint64_t batches, commits, stored, known; /* records already known were sent again */
    uint32_t waiting;
    int failing;       /* the last write failed, */
    int64_t failed_ms; /* then, by the steady clock */
} writer_count;

/* NULL where no thread can be had. */
writer *writer_start(store *s);

/* Takes a place in the queue, which writer_push then fills: 1, or 0 where it is full or closed. */
int writer_reserve(writer *w);
void writer_push(writer *w, writer_job *job);

writer_count writer_counts(writer *w);

/* Takes no more, writes all that waits, and ends the thread. */
void writer_stop(writer *w);

/* After writer_stop, when nobody asks any more. */
void writer_free(writer *w);

#endif
