/* rate.h - how much one sender may send: a bucket that fills steadily and holds two seconds' worth. */
#ifndef COLLECTOR_RATE_H
#define COLLECTOR_RATE_H

#include <stdint.h>

typedef struct rate rate;

/* per_second: 0 for no limit. NULL where memory ran out. */
rate *rate_open(uint32_t per_second);
void rate_close(rate *r);

/* Takes so many and answers 0; where not even one may be had, takes none and answers in how many seconds. Who
 * takes more than there is goes into debt. now_ms: any steady clock. */
uint32_t rate_take(rate *r, uint64_t sender, uint32_t count, int64_t now_ms);

#endif
