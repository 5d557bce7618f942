/* rate.h - how many batches one address may send: a bucket that fills steadily and holds two seconds' worth.
 */
#ifndef COLLECTOR_RATE_H
#define COLLECTOR_RATE_H

#include <stdint.h>
#include <sys/socket.h>

typedef struct rate rate;

/* per_second: 0 for no limit. NULL where memory ran out. */
rate *rate_open(uint32_t per_second);
void rate_close(rate *r);

/* 0 where one more may come now, else in how many seconds. now_ms: any steady clock. */
uint32_t rate_wait(rate *r, const struct sockaddr *address, int64_t now_ms);

#endif
