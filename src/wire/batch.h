/* batch.h - when to send, how much, and what to do when it did not work. No clock, no network: the host
 * carries it out. */
#ifndef KD_BATCH_H
#define KD_BATCH_H

#include "koord.h"

enum {
    KD_BATCH_MOST =
        48 * 1024, /* bytes a request: browsers allow 64 KiB in flight to a page that is leaving */
    KD_BATCH_FULL = 16 * 1024,  /* waiting bytes that are sent without waiting for more */
    KD_BATCH_LINGER_MS = 10000, /* how long a fact waits for company */
    KD_BATCH_NEWS_MS = 1000,    /* how long a verdict, a purchase or an answer waits */
    KD_BATCH_BACKOFF_LEAST_MS = 500,
    KD_BATCH_BACKOFF_MOST_MS = 4000, /* within five seconds of healing */
    KD_BATCH_PATIENT = 12,           /* failures in a row after which ... */
    KD_BATCH_BACKOFF_LONG_MS = 60000 /* ... the pauses grow up to this */
};

typedef struct kd_batch {
    uint32_t waiting;    /* bytes in the host's outbox */
    uint32_t most;       /* bytes for the next request */
    uint32_t id;         /* of the newest batch */
    uint32_t failures;   /* in a row */
    uint32_t chance;     /* state of the jitter's generator */
    koord_ms send_at;    /* KOORD_NEVER when nothing waits */
    koord_ms not_before; /* back-off, or what Retry-After asked for */
    uint8_t in_flight;
} kd_batch;

/* seed: any number; two pages should differ in it. */
void kd_batch_reset(kd_batch *b, uint32_t seed);

/* `size` more bytes wait; `news` are sent sooner. */
void kd_batch_add(kd_batch *b, koord_ms now, uint32_t size, int news);

/* When kd_batch_begin next has a batch, or KOORD_NEVER. */
koord_ms kd_batch_due(const kd_batch *b);

/* 1 and the number of the batch in b->id when one is to be sent now. */
int kd_batch_begin(kd_batch *b, koord_ms now);

/* How it ended. wait_ms: what the collector asked for, 0 nothing; left: bytes that still wait.
 * KOORD_ERR_ARGUMENT for a batch that is not on its way. */
int kd_batch_end(kd_batch *b, koord_ms now, uint32_t id, koord_delivery how, uint32_t wait_ms, uint32_t left);

#endif
