/* native - times the core against mere copying: {"feed_ns":..., "copy_ns":...}, each a fact, each the best
 * round. */
#include "mix.h"
#include <stdio.h>
#include <time.h>

enum { FACTS = 200000, ROUNDS = 15, VISIT = 2000 /* facts after which another visit begins */ };

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

/* The dearest single fact of a visit. Each counts with its best time of several visits: a fact costs the same
 * in all of them, and what the machine does meanwhile does not. */
static double worst_ns(void)
{
    static double best[VISIT];
    double worst = 0;
    for (uint32_t i = 0; i < ROUNDS * VISIT; i++) {
        double begin = now_ns(), *fact = &best[i % VISIT];
        mix_feed_one(i);
        double took = now_ns() - begin;
        if (i < VISIT || took < *fact) *fact = took;
    }
    for (uint32_t i = 1; i < VISIT; i++) worst = best[i] > worst ? best[i] : worst;
    return worst;
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
    printf("{\"feed_ns\":%.2f,\"copy_ns\":%.2f,\"worst_ns\":%.0f}\n", feed, copy, worst_ns());
    return 0;
}
