/* clock.h - the two clocks: the calendar's, and one that nobody sets. */
#ifndef COLLECTOR_CLOCK_H
#define COLLECTOR_CLOCK_H

#include <stdint.h>
#include <time.h>

static inline int64_t clock_ms_of(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Unix ms. */
static inline int64_t clock_wall_ms(void)
{
    return clock_ms_of(CLOCK_REALTIME);
}

static inline int64_t clock_steady_ms(void)
{
    return clock_ms_of(CLOCK_MONOTONIC);
}

#endif
