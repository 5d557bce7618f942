/* decay.h - what fades with time, without floating point, so that every build agrees. */
#ifndef KD_DECAY_H
#define KD_DECAY_H

#include "koord.h"

/* `value` after `ms`, when it falls to 1/e in `life_ms` (not 0). Halves in ln 2 of that; within a halving by
 * a table of 2^(-k/16) in units of 1/65536, so that it is never more than 4.4 % too high. */
static inline uint32_t kd_decay(uint32_t value, uint32_t ms, uint32_t life_ms)
{
    static const uint32_t table[16] = { 65536, 62757, 60097, 57549, 55109, 52773, 50535, 48393,
                                        46341, 44376, 42495, 40693, 38968, 37316, 35734, 34219 };
    uint64_t sixteenths = (uint64_t)ms * 16000 / ((uint64_t)life_ms * 693 + 1);
    if (sixteenths >= 32 * 16) return 0;
    return (uint32_t)((uint64_t)value * table[sixteenths % 16] >> 16 >> sixteenths / 16);
}

#endif
