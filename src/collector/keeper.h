/* keeper.h - gets what came in onto the disk: into the store while it is well, else into the spool and from
 * there into the store as soon as it is well again. Deletes what has grown old. For one thread. */
#ifndef COLLECTOR_KEEPER_H
#define COLLECTOR_KEEPER_H

#include "collector/spool.h"
#include "collector/store.h"

enum { KEEPER_BATCH = SPOOL_BATCH, KEEPER_ERASE = SPOOL_ERASE };

/* Something to keep. It belongs to the caller, who must leave it alone until it is done. */
typedef struct keeper_job {
    int what;
    koord_text body;  /* of a batch as it was posted; the id of a visitor to erase */
    intake *batch;    /* what was read in it */
    int64_t received; /* Unix ms */
    int kept;         /* 1: it is on disk, 0: it is not */
    struct keeper_job *next;
} keeper_job;

/* Since the start. */
typedef struct keeper_count {
    uint64_t batches, commits, erasures, spooled, swept; /* swept: sessions that grew old */
    uint64_t refused;                                    /* records that cannot be read */
    store_count records;
    uint64_t spool_waiting; /* entries that the store has not taken yet */
    int64_t spool_bytes;
    int ailing;        /* the store did not take the last write */
    int failing;       /* nor did the spool: senders were told to wait */
    int64_t failed_ms; /* then, by the steady clock */
} keeper_count;

typedef struct keeper {
    store *store;
    spool *spool;
    int64_t retain_ms;          /* how long after its end a session is kept, 0 for ever */
    int64_t retry_ms, sweep_ms; /* when to try the store again, and when to sweep, by the steady clock */
    keeper_count count;
} keeper;

keeper keeper_of(store *s, spool *spooled, int64_t retain_ms);

/* Keeps a list of jobs, all with one wait for the disk. */
void keeper_keep(keeper *k, keeper_job *jobs);

/* Does a piece of what is due besides: brings in the spool, sweeps. */
void keeper_tend(keeper *k);

/* When keeper_tend next has work, by the steady clock. */
int64_t keeper_due(const keeper *k);

#endif
