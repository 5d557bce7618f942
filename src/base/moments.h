/* moments.h - arithmetic on koord_ms that stops at its ends instead of starting over. */
#ifndef KD_MOMENTS_H
#define KD_MOMENTS_H

#include "koord.h"

static inline koord_ms kd_later(koord_ms from, uint32_t by)
{
    return from > KOORD_NEVER - by ? KOORD_NEVER : from + by;
}

static inline koord_ms kd_earlier(koord_ms from, uint32_t by)
{
    return from < by ? 0 : from - by;
}

/* From `from` to `to`, 0 where `to` comes first. */
static inline uint32_t kd_between(koord_ms from, koord_ms to)
{
    return to > from ? to - from : 0;
}

static inline koord_ms kd_sooner(koord_ms a, koord_ms b)
{
    return a < b ? a : b;
}

static inline koord_ms kd_latest(koord_ms a, koord_ms b)
{
    return a > b ? a : b;
}

/* One moment after a window that counts its last millisecond has passed. */
static inline koord_ms kd_after(koord_ms from, uint32_t window)
{
    return kd_later(kd_later(from, window), 1);
}

#endif
