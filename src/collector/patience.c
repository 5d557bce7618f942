/* patience - a list of connections, and a thread that looks through it once a second. */
#include "collector/patience.h"
#include "collector/clock.h"
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

struct patience_entry {
    patience_entry *before, *after;
    int64_t until_ms; /* of the steady clock */
    int socket;
};

struct patience {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t stop;
    patience_entry *first;
    int stopping;
};

/* Shutting down is enough: the library finds the end of the stream, and closes the socket itself. */
static void hang_up_late(patience *p)
{
    int64_t now = clock_steady_ms();
    for (patience_entry *entry = p->first; entry; entry = entry->after)
        if (now >= entry->until_ms) shutdown(entry->socket, SHUT_RDWR);
}

static void *look_through(void *own)
{
    patience *p = own;
    pthread_mutex_lock(&p->lock);
    while (!p->stopping) {
        struct timespec next;
        clock_gettime(CLOCK_REALTIME, &next);
        next.tv_sec++;
        pthread_cond_timedwait(&p->stop, &p->lock, &next);
        hang_up_late(p);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

patience *patience_start(void)
{
    patience *p = calloc(1, sizeof *p);
    if (!p) return NULL;
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->stop, NULL);
    if (pthread_create(&p->thread, NULL, look_through, p) == 0) return p;
    free(p);
    return NULL;
}

void patience_stop(patience *p)
{
    pthread_mutex_lock(&p->lock);
    p->stopping = 1;
    pthread_cond_signal(&p->stop);
    pthread_mutex_unlock(&p->lock);
    pthread_join(p->thread, NULL);
    pthread_cond_destroy(&p->stop);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

static int64_t until(int seconds)
{
    return seconds == PATIENCE_FOR_EVER ? INT64_MAX : clock_steady_ms() + seconds * (int64_t)1000;
}

patience_entry *patience_begin(patience *p, int socket)
{
    patience_entry *entry = malloc(sizeof *entry);
    if (!entry) return NULL;
    *entry = (patience_entry){ .until_ms = until(PATIENCE_HEADERS_S), .socket = socket };
    pthread_mutex_lock(&p->lock);
    entry->after = p->first;
    if (p->first) p->first->before = entry;
    p->first = entry;
    pthread_mutex_unlock(&p->lock);
    return entry;
}

void patience_give(patience *p, patience_entry *entry, int seconds)
{
    if (!entry) return;
    pthread_mutex_lock(&p->lock);
    entry->until_ms = until(seconds);
    pthread_mutex_unlock(&p->lock);
}

void patience_end(patience *p, patience_entry *entry)
{
    if (!entry) return;
    pthread_mutex_lock(&p->lock);
    if (entry->before)
        entry->before->after = entry->after;
    else
        p->first = entry->after;
    if (entry->after) entry->after->before = entry->before;
    pthread_mutex_unlock(&p->lock);
    free(entry);
}
