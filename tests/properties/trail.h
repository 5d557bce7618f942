/* trail.h - random visits: presses that are answered and that are not, searches, coupons, odd orders and
 * large jumps, packed closely enough that detectors have much to say. */
#ifndef TRAIL_H
#define TRAIL_H

#include "dice.h"
#include "model/settings.h"

enum { TRAIL_MOST = 120 };

typedef enum trail_kind {
    TRAIL_PLAIN,   /* settings as they come */
    TRAIL_TOUCHY,  /* settings that make detectors talk */
    TRAIL_RANDOM,  /* any settings that are allowed */
    TRAIL_HOSTILE, /* any settings, and numbers that no host would report */
    TRAIL_KINDS
} trail_kind;

typedef struct trail {
    trail_kind kind;
    uint32_t seed;
    int32_t setting[KD_SETTINGS];
    uint8_t asks; /* a survey waits for every detector */
    koord_event fact[TRAIL_MOST];
    uint32_t count;
} trail;

void trail_roll(trail *trail, uint32_t seed, trail_kind kind);

/* Settings and surveys put into a new engine, which nothing was fed to yet. */
koord_engine *trail_engine(const trail *trail, void *memory, size_t size);

#endif
