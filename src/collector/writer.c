/* writer - one thread, one queue, group commit. */
#include "collector/writer.h"
#include "collector/clock.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct writer {
    store *store;
    pthread_t thread;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t work;
    writer_job *first, **end;
    writer_count count; /* waiting: places reserved and not yet done */
    int closed;
};

/* All waiting jobs, or NULL once the queue is closed and empty. */
static writer_job *take_all(writer *w)
{
    pthread_mutex_lock(&w->lock);
    while (!w->first && !(w->closed && w->count.waiting == 0)) pthread_cond_wait(&w->work, &w->lock);
    writer_job *jobs = w->first;
    w->first = NULL;
    w->end = &w->first;
    pthread_mutex_unlock(&w->lock);
    return jobs;
}

/* Jobs from `job` up to but not including `end`, in the transaction that was begun. */
static int save_group(writer *w, writer_job *job, const writer_job *end, writer_count *count)
{
    writer_count tried = *count;
    int well = 1;
    for (; well && job != end; job = job->next) {
        well = store_save(w->store, job->batch, job->received, &tried.stored, &tried.known);
        tried.batches++;
    }
    tried.commits++;
    if (!well || !store_commit(w->store)) return 0;
    *count = tried;
    return 1;
}

/* Undoes, and says so once until it goes well again: a full disk must not fill the log as well. */
static int give_up(writer *w, writer_count *count)
{
    if (!count->failing)
        fprintf(stderr, "koord-collector: a write failed and was undone, its senders are told to wait: %s\n",
                store_why(w->store));
    store_rollback(w->store);
    count->failing = 1;
    count->failed_ms = clock_steady_ms();
    return 0;
}

/* A store that will not even begin is left alone: it has waited long enough for its lock. */
static int save_singly(writer *w, writer_job *jobs, writer_count *count)
{
    int well = 1;
    for (writer_job *job = jobs; job; job = job->next) {
        if (!store_begin(w->store)) return give_up(w, count);
        job->stored = save_group(w, job, job->next, count);
        if (!job->stored) well = give_up(w, count);
    }
    return well;
}

/* What failed together is tried one by one, so that a batch which cannot be stored takes no other with it. */
static int save_all(writer *w, writer_job *jobs, writer_count *count)
{
    if (!store_begin(w->store)) return give_up(w, count);
    int together = save_group(w, jobs, NULL, count);
    for (writer_job *job = jobs; job; job = job->next) job->stored = together;
    if (together) return 1;
    give_up(w, count);
    return jobs->next ? save_singly(w, jobs, count) : 0;
}

static void publish(writer *w, const writer_count *count, const writer_job *done)
{
    pthread_mutex_lock(&w->lock);
    uint32_t waiting = w->count.waiting;
    for (; done; done = done->next) waiting--;
    w->count = *count;
    w->count.waiting = waiting;
    pthread_mutex_unlock(&w->lock);
}

static void *write_all(void *own)
{
    writer *w = own;
    writer_count count = { 0 };
    for (writer_job *jobs; (jobs = take_all(w));) {
        int well = save_all(w, jobs, &count);
        if (well && count.failing) fputs("koord-collector: writing goes well again\n", stderr);
        count.failing = !well;
        publish(w, &count, jobs);
        for (writer_job *next; jobs; jobs = next) {
            next = jobs->next; /* `done` gives the job back */
            jobs->done(jobs);
        }
    }
    return NULL;
}

writer *writer_start(store *s)
{
    writer *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    w->store = s;
    w->end = &w->first;
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->work, NULL);
    if (pthread_create(&w->thread, NULL, write_all, w) == 0) return w;
    free(w);
    return NULL;
}

int writer_reserve(writer *w)
{
    pthread_mutex_lock(&w->lock);
    int granted = !w->closed && w->count.waiting < WRITER_WAITING_MOST;
    w->count.waiting += (uint32_t)granted;
    pthread_mutex_unlock(&w->lock);
    return granted;
}

void writer_push(writer *w, writer_job *job)
{
    job->next = NULL;
    pthread_mutex_lock(&w->lock);
    *w->end = job;
    w->end = &job->next;
    pthread_cond_signal(&w->work);
    pthread_mutex_unlock(&w->lock);
}

writer_count writer_counts(writer *w)
{
    pthread_mutex_lock(&w->lock);
    writer_count count = w->count;
    pthread_mutex_unlock(&w->lock);
    return count;
}

void writer_stop(writer *w)
{
    pthread_mutex_lock(&w->lock);
    w->closed = 1;
    pthread_cond_signal(&w->work);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
}

void writer_free(writer *w)
{
    pthread_cond_destroy(&w->work);
    pthread_mutex_destroy(&w->lock);
    free(w);
}
