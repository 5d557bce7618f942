/* batch - when to send, how much, and what to do when it did not work. */
#include "wire/batch.h"
#include "base/moments.h"

void kd_batch_reset(kd_batch *b, uint32_t seed)
{
    *b = (kd_batch){ .most = KD_BATCH_MOST, .chance = seed | 1u, .send_at = KOORD_NEVER };
}

/* Marsaglia's xorshift32: any generator will do to keep a thousand tabs from coming back at once. */
static uint32_t draw(kd_batch *b, uint32_t below)
{
    b->chance ^= b->chance << 13;
    b->chance ^= b->chance >> 17;
    b->chance ^= b->chance << 5;
    return b->chance % below;
}

void kd_batch_add(kd_batch *b, koord_ms now, uint32_t size, int news)
{
    uint32_t linger = news ? KD_BATCH_NEWS_MS : KD_BATCH_LINGER_MS;
    b->waiting += size;
    if (b->waiting >= KD_BATCH_FULL) linger = 0;
    b->send_at = kd_sooner(b->send_at, kd_later(now, linger));
}

koord_ms kd_batch_due(const kd_batch *b)
{
    if (b->in_flight || b->send_at == KOORD_NEVER) return KOORD_NEVER;
    return kd_latest(b->send_at, b->not_before);
}

int kd_batch_begin(kd_batch *b, koord_ms now)
{
    if (kd_batch_due(b) > now) return 0;
    b->in_flight = 1;
    b->send_at = KOORD_NEVER;
    b->id++;
    return 1;
}

/* Full jitter: anywhere up to a bound that doubles, with a least so that an outage is not hammered. */
static uint32_t backoff(kd_batch *b)
{
    uint32_t bound = KD_BATCH_BACKOFF_LEAST_MS,
             most = b->failures > KD_BATCH_PATIENT ? KD_BATCH_BACKOFF_LONG_MS : KD_BATCH_BACKOFF_MOST_MS;
    for (uint32_t i = 0; i < b->failures && bound < most; i++) bound *= 2;
    bound = bound < most ? bound : most;
    return bound / 2 + draw(b, bound / 2 + 1);
}

static void on_failure(kd_batch *b, koord_ms now, uint32_t wait_ms)
{
    b->failures += b->failures < UINT32_MAX;
    b->not_before = kd_later(now, wait_ms ? wait_ms : backoff(b));
    b->send_at = now;
}

/* A refused batch is tried again by halves until the culprit is alone; then the host drops it and says
 * GIVEN_UP. */
int kd_batch_end(kd_batch *b, koord_ms now, uint32_t id, koord_delivery how, uint32_t wait_ms, uint32_t left)
{
    if (!b->in_flight || id != b->id) return KOORD_ERR_ARGUMENT;
    uint32_t sent = b->waiting < b->most ? b->waiting : b->most; /* at the most */
    b->in_flight = 0;
    b->waiting = left;
    if (how == KOORD_UNREACHED) {
        on_failure(b, now, wait_ms);
    } else if (how == KOORD_TOO_MUCH) {
        b->most = sent > 1 ? sent / 2 : 1;
        b->send_at = now;
    } else {
        b->failures = 0;
        b->most = how == KOORD_GIVEN_UP         ? KD_BATCH_MOST
                  : b->most * 2 < KD_BATCH_MOST ? b->most * 2
                                                : KD_BATCH_MOST;
        if (left)
            b->send_at = kd_sooner(b->send_at, left >= KD_BATCH_FULL ? now : kd_later(now, KD_BATCH_NEWS_MS));
    }
    if (!left) b->send_at = KOORD_NEVER;
    return KOORD_OK;
}
