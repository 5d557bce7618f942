/* writer - one thread, one queue, group commit. */
#include "collector/writer.h"
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

static int give_up(writer *w)
{
    fprintf(stderr, "koord-collector: a write failed and was undone, its senders are told to wait: %s\n",
            store_why(w->store));
    store_rollback(w->store);
    return 0;
}

/* What failed together is tried one by one, so that a batch which cannot be stored takes no other with it. A
 * store that will not even begin is left alone: it has waited long enough for its lock. */
static int save_all(writer *w, writer_job *jobs, writer_count *count)
{
    int together = store_begin(w->store), well = 1;
    if (!together) return give_up(w);
    together = save_group(w, jobs, NULL, count) || give_up(w);
    for (writer_job *job = jobs; job; job = job->next) {
        job->stored =
            together || (jobs->next && store_begin(w->store) && save_group(w, job, job->next, count));
        if (!job->stored) well = jobs->next ? give_up(w) : 0;
    }
    return well;
}

static void *write_all(void *own)
{
    writer *w = own;
    writer_count count = { 0 };
    for (writer_job *jobs; (jobs = take_all(w));) {
        uint32_t done = 0;
        count.failing = !save_all(w, jobs, &count);
        for (writer_job *next; jobs; jobs = next, done++) {
            next = jobs->next; /* `done` gives the job back */
            jobs->done(jobs);
        }
        pthread_mutex_lock(&w->lock);
        uint32_t waiting = w->count.waiting - done;
        w->count = count;
        w->count.waiting = waiting;
        pthread_mutex_unlock(&w->lock);
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
