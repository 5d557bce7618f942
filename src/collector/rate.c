/* rate - a token bucket per address, in a table of fixed size. */
#include "collector/rate.h"
#include "base/hash.h"
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Where a set is full the address that was quiet longest is forgotten, which is to its favour. */
enum { SETS = 1024, WAYS = 8, BURST_SECONDS = 2 };

typedef struct bucket {
    unsigned char address[8];
    int64_t at_ms; /* when it was last looked at */
    int64_t level; /* thousandths of a batch */
    int used;
} bucket;

struct rate {
    pthread_mutex_t lock;
    uint32_t per_second;
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

/* Of IPv6 the first 64 bits: whoever has one address there has them all. */
static void address_of(const struct sockaddr *address, unsigned char *out)
{
    memset(out, 0, 8);
    if (address->sa_family == AF_INET)
        memcpy(out, &((const struct sockaddr_in *)(const void *)address)->sin_addr, 4);
    if (address->sa_family == AF_INET6)
        memcpy(out, &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr, 8);
}

static bucket *find(rate *r, const unsigned char *address, int64_t now_ms)
{
    bucket *set = r->buckets[kd_hash(KD_HASH_START, address, 8) % SETS], *oldest = set;
    for (bucket *b = set; b < set + WAYS; b++) {
        if (b->used && memcmp(b->address, address, 8) == 0) return b;
        if (!b->used || (oldest->used && b->at_ms < oldest->at_ms)) oldest = b;
    }
    *oldest = (bucket){ .at_ms = now_ms, .level = (int64_t)r->per_second * BURST_SECONDS * 1000, .used = 1 };
    memcpy(oldest->address, address, 8);
    return oldest;
}

/* A thousandth of a batch is what one batch a second brings in a millisecond. */
static uint32_t take(const rate *r, bucket *b, int64_t now_ms)
{
    int64_t most = (int64_t)r->per_second * BURST_SECONDS * 1000;
    int64_t level = b->level + (now_ms - b->at_ms) * r->per_second;
    b->level = level > most ? most : level;
    b->at_ms = now_ms;
    if (b->level < 1000) return (uint32_t)((1000 - b->level) / (1000 * (int64_t)r->per_second) + 1);
    b->level -= 1000;
    return 0;
}

uint32_t rate_wait(rate *r, const struct sockaddr *address, int64_t now_ms)
{
    unsigned char key[8];
    if (!r->per_second) return 0;
    address_of(address, key);
    pthread_mutex_lock(&r->lock);
    uint32_t wait = take(r, find(r, key, now_ms), now_ms);
    pthread_mutex_unlock(&r->lock);
    return wait;
}
