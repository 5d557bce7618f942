/* rate - a token bucket per sender, in a table of fixed size. */
#include "collector/rate.h"
#include "base/hash.h"
#include <pthread.h>
#include <stdlib.h>

/* Where a set is full the sender that was quiet longest is forgotten, which is to its favour. */
enum { SETS = 1024, WAYS = 8, BURST_SECONDS = 2, ONE = 1000 };

typedef struct bucket {
    uint64_t sender;
    int64_t at_ms; /* when it was last looked at */
    int64_t level; /* thousandths of what is counted */
    int used;
} bucket;

struct rate {
    pthread_mutex_t lock;
    int64_t per_second;
    bucket buckets[SETS][WAYS];
};

rate *rate_open(uint32_t per_second)
{
    rate *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    r->per_second = per_second;
    pthread_mutex_init(&r->lock, NULL);
    return r;
}

void rate_close(rate *r)
{
    if (!r) return;
    pthread_mutex_destroy(&r->lock);
    free(r);
}

static bucket *find(rate *r, uint64_t sender, int64_t now_ms)
{
    bucket *set = r->buckets[kd_hash(KD_HASH_START, &sender, sizeof sender) % SETS], *oldest = set;
    for (bucket *b = set; b < set + WAYS; b++) {
        if (b->used && b->sender == sender) return b;
        if (!b->used || (oldest->used && b->at_ms < oldest->at_ms)) oldest = b;
    }
    *oldest = (bucket){ sender, now_ms, r->per_second * BURST_SECONDS * ONE, 1 };
    return oldest;
}

/* A thousandth is what one a second brings in a millisecond. */
static uint32_t take(const rate *r, bucket *b, uint32_t count, int64_t now_ms)
{
    int64_t most = r->per_second * BURST_SECONDS * ONE;
    int64_t level = b->level + (now_ms - b->at_ms) * r->per_second;
    b->level = level > most ? most : level;
    b->at_ms = now_ms;
    if (b->level < ONE) return (uint32_t)((ONE - b->level) / (ONE * r->per_second) + 1);
    b->level -= count * (int64_t)ONE;
    return 0;
}

uint32_t rate_take(rate *r, uint64_t sender, uint32_t count, int64_t now_ms)
{
    if (!r->per_second) return 0;
    pthread_mutex_lock(&r->lock);
    uint32_t wait = take(r, find(r, sender, now_ms), count, now_ms);
    pthread_mutex_unlock(&r->lock);
    return wait;
}
