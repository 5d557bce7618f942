/* dice.h - a seeded generator for tests: the same seed gives the same visits on every machine. */
#ifndef DICE_H
#define DICE_H

#include <stdint.h>

typedef struct dice {
    uint64_t state;
} dice;

/* Steele, Lea and Flood's splitmix64: every seed is as good as another, 1 and 2 give unlike rows. */
static inline uint64_t dice_roll(dice *d)
{
    uint64_t z = d->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* 0 to below - 1. */
static inline uint32_t dice_below(dice *d, uint32_t below)
{
    return (uint32_t)(dice_roll(d) % below);
}

/* least to most, both included. */
static inline int32_t dice_between(dice *d, int32_t least, int32_t most)
{
    return least + (int32_t)dice_below(d, (uint32_t)(most - least) + 1u);
}

/* 1 in `of` times. */
static inline int dice_chance(dice *d, uint32_t of)
{
    return dice_below(d, of) == 0;
}

#endif
