/* native - times the core against mere copying: {"feed_ns":..., "copy_ns":...}, each a fact, each the best
 * round. */
#include "mix.h"
#include <stdio.h>
#include <time.h>

enum { FACTS = 200000, ROUNDS = 15 };

static double now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double time_ns(uint32_t (*run)(uint32_t))
{
    double begin = now_ns();
    if (run(FACTS) == 0) return 0;
    return (now_ns() - begin) / FACTS;
}

/* Turn by turn, so that a busy machine slows both; the best, because other work only ever adds. */
int main(void)
{
    double feed = 1e9, copy = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        double fed = time_ns(mix_feed), copied = time_ns(mix_copy);
        feed = fed < feed ? fed : feed;
        copy = copied < copy ? copied : copy;
    }
    printf("{\"feed_ns\":%.2f,\"copy_ns\":%.2f}\n", feed, copy);
    return 0;
}
