/* keeper - the store while it is well, the spool while it is not. */
#include "collector/keeper.h"
#include "collector/clock.h"
#include <inttypes.h>
#include <stdio.h>

enum {
    WAIT_MS = 2000,      /* for a lock on a store that was well; a tag gives a request up after 10 s */
    WAIT_AGAIN_MS = 100, /* on one that was not: senders wait meanwhile */
    RETRY_MS = 1000,
    REPLAY_MOST = 1024, /* entries a transaction, more than can come in meanwhile: the spool gets shorter */
    SWEEP_MS = 3600 * 1000,
    SWEEP_AGAIN_MS = 60 * 1000,
    SWEEP_MOST = 20 /* sessions a transaction, so that senders hardly notice */
};

keeper keeper_of(store *s, spool *spooled, int64_t retain_ms)
{
    keeper k = { .store = s, .spool = spooled, .retain_ms = retain_ms };
    k.count.ailing = spool_waiting(spooled) > 0; /* what was left goes in first, in its order */
    k.sweep_ms = retain_ms ? 0 : INT64_MAX;
    return k;
}

static int save_batch(keeper *k, intake *batch, int64_t received)
{
    if (!store_save(k->store, batch, received, &k->count.records)) return 0;
    k->count.batches++;
    k->count.refused += batch->refused_count;
    return 1;
}

static int save_erasure(keeper *k, koord_text visitor, int64_t received)
{
    if (!store_erase(k->store, visitor, received)) return 0;
    k->count.erasures++;
    return 1;
}

static int save_jobs(keeper *k, const keeper_job *job)
{
    for (; job; job = job->next)
        if (!(job->what == KEEPER_BATCH ? save_batch(k, job->batch, job->received)
                                        : save_erasure(k, job->body, job->received)))
            return 0;
    return 1;
}

static int commit(keeper *k)
{
    k->count.commits++;
    return store_commit(k->store);
}

/* Undoes a transaction, and what was counted in it. */
static int undo(keeper *k, keeper_count before)
{
    if (!before.ailing && !before.failing)
        fprintf(stderr,
                "koord-collector: the store does not take it: %s; batches go to the spool until it does\n",
                store_why(k->store));
    store_rollback(k->store);
    k->count = before;
    k->count.ailing = 1;
    k->retry_ms = clock_steady_ms() + RETRY_MS;
    return 0;
}

static int keep_in_store(keeper *k, const keeper_job *jobs)
{
    keeper_count before = k->count;
    return (store_begin(k->store, WAIT_MS) && save_jobs(k, jobs) && commit(k)) || undo(k, before);
}

/* Says so once until it goes well again: a full disk must not fill the log as well. */
static void note_failing(keeper *k, int failing)
{
    if (failing && !k->count.failing)
        fprintf(stderr, "koord-collector: nor does the spool: %s; senders are told to wait\n",
                spool_why(k->spool));
    if (!failing && k->count.failing) fputs("koord-collector: writing goes well again\n", stderr);
    k->count.failing = failing;
    if (failing) k->count.failed_ms = clock_steady_ms();
}

static int kind_of(const keeper_job *job)
{
    return job->what == KEEPER_BATCH && job->batch->staff ? SPOOL_STAFF : job->what;
}

static int keep_in_spool(keeper *k, const keeper_job *jobs)
{
    uint64_t count = 0;
    for (const keeper_job *job = jobs; job; job = job->next, count++)
        spool_add(k->spool, &(spool_entry){ kind_of(job), job->received, job->body });
    if (!spool_sync(k->spool)) return 0;
    k->count.spooled += count;
    return 1;
}

static void note_spool(keeper *k)
{
    k->count.spool_waiting = spool_waiting(k->spool);
    k->count.spool_bytes = spool_bytes(k->spool);
}

void keeper_keep(keeper *k, keeper_job *jobs)
{
    int kept = (!k->count.ailing && keep_in_store(k, jobs)) || keep_in_spool(k, jobs);
    for (keeper_job *job = jobs; job; job = job->next) job->kept = kept;
    note_failing(k, !kept);
    note_spool(k);
}

/* A batch that was answered can be read: nobody looks here at why it could not. */
static int replay_batch(keeper *k, const spool_entry *entry)
{
    intake batch;
    int read = intake_read(&batch, entry->body);
    batch.staff = entry->kind == SPOOL_STAFF;
    int well = !read || save_batch(k, &batch, entry->received);
    intake_close(&batch);
    return well;
}

static int replay_entries(keeper *k)
{
    spool_entry entry;
    for (int i = 0; i < REPLAY_MOST && spool_read(k->spool, &entry); i++)
        if (!(entry.kind == SPOOL_ERASE ? save_erasure(k, entry.body, entry.received)
                                        : replay_batch(k, &entry)))
            return 0;
    return 1;
}

/* The store is well again when it has taken all that was spooled; where nothing was, the next job shows. */
static void replay(keeper *k)
{
    keeper_count before = k->count;
    if (!(store_begin(k->store, WAIT_AGAIN_MS) && replay_entries(k) && commit(k))) {
        undo(k, before);
        spool_rewind(k->spool);
        return;
    }
    spool_settle(k->spool);
    note_spool(k);
    k->count.ailing = k->count.spool_waiting > 0;
    if (before.spool_waiting && !k->count.ailing)
        fputs("koord-collector: the store has all that was spooled\n", stderr);
}

/* A few sessions at once, again until there are none, then after an hour. Where the store does not take it,
 * the next batch will find out. */
static void sweep(keeper *k)
{
    keeper_count before = k->count;
    int64_t swept = -1, until = clock_wall_ms() - k->retain_ms;
    if (store_begin(k->store, WAIT_AGAIN_MS)) swept = store_sweep(k->store, until, SWEEP_MOST);
    int well = swept >= 0 && commit(k);
    if (!well) {
        store_rollback(k->store);
        k->count = before;
    }
    k->count.swept += well ? (uint64_t)swept : 0;
    if (swept < SWEEP_MOST) k->sweep_ms = clock_steady_ms() + (well ? SWEEP_MS : SWEEP_AGAIN_MS);
}

void keeper_tend(keeper *k)
{
    int64_t now = clock_steady_ms();
    if (k->count.ailing) {
        if (now >= k->retry_ms) replay(k);
    } else if (now >= k->sweep_ms) {
        sweep(k);
    }
}

int64_t keeper_due(const keeper *k)
{
    return k->count.ailing ? k->retry_ms : k->sweep_ms;
}
