/* writer - one thread, one queue, group commit. */
#include "collector/writer.h"
#include "collector/clock.h"
#include <pthread.h>
#include <stdlib.h>

struct writer {
    keeper keeper; /* the thread's own */
    pthread_t thread;
    uint32_t most;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t work;
    keeper_job *first, **end;
    keeper_count count;
    uint32_t waiting; /* places reserved and not yet done */
    int closed;
};

static void wait_until(writer *w, int64_t until_ms)
{
    struct timespec until = { .tv_sec = (time_t)(until_ms / 1000),
                              .tv_nsec = (long)(until_ms % 1000) * 1000000 };
    if (until_ms == INT64_MAX)
        pthread_cond_wait(&w->work, &w->lock);
    else
        pthread_cond_timedwait(&w->work, &w->lock, &until);
}

/* All waiting jobs, none where something else falls due first: 1. 0 once the queue is closed and empty. */
static int take_all(writer *w, int64_t due_ms, keeper_job **jobs)
{
    pthread_mutex_lock(&w->lock);
    while (!w->first && !(w->closed && !w->waiting) && clock_steady_ms() < due_ms) wait_until(w, due_ms);
    int more = w->first || !w->closed || w->waiting;
    *jobs = w->first;
    w->first = NULL;
    w->end = &w->first;
    pthread_mutex_unlock(&w->lock);
    return more;
}

static void publish(writer *w, const keeper_job *done)
{
    pthread_mutex_lock(&w->lock);
    for (; done; done = done->next) w->waiting--;
    w->count = w->keeper.count;
    pthread_mutex_unlock(&w->lock);
}

static void keep(writer *w, keeper_job *jobs)
{
    keeper_keep(&w->keeper, jobs);
    publish(w, jobs);
    for (keeper_job *next; jobs; jobs = next) {
        writer_job *job = (writer_job *)(void *)jobs;
        next = jobs->next; /* `done` gives the job back */
        job->done(job);
    }
}

static void *write_all(void *own)
{
    writer *w = own;
    for (keeper_job *jobs; take_all(w, keeper_due(&w->keeper), &jobs);) {
        if (jobs) keep(w, jobs);
        keeper_tend(&w->keeper);
        publish(w, NULL);
    }
    return NULL;
}

/* Waits by the clock that nobody sets. */
static void open_condition(pthread_cond_t *condition)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

writer *writer_start(keeper keeps, uint32_t most)
{
    writer *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    w->keeper = keeps;
    w->count = keeps.count;
    w->most = most;
    w->end = &w->first;
    pthread_mutex_init(&w->lock, NULL);
    open_condition(&w->work);
    if (pthread_create(&w->thread, NULL, write_all, w) == 0) return w;
    writer_free(w);
    return NULL;
}

int writer_reserve(writer *w)
{
    pthread_mutex_lock(&w->lock);
    int granted = !w->closed && w->waiting < w->most;
    w->waiting += (uint32_t)granted;
    pthread_mutex_unlock(&w->lock);
    return granted;
}

void writer_push(writer *w, writer_job *job)
{
    job->keep.next = NULL;
    pthread_mutex_lock(&w->lock);
    *w->end = &job->keep;
    w->end = &job->keep.next;
    pthread_cond_signal(&w->work);
    pthread_mutex_unlock(&w->lock);
}

keeper_count writer_counts(writer *w, uint32_t *waiting)
{
    pthread_mutex_lock(&w->lock);
    keeper_count count = w->count;
    *waiting = w->waiting;
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
