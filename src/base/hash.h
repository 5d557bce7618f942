/* hash.h - FNV-1a, 32 bits: stable keys for targets, settings and snapshots. Not for secrets. */
#ifndef KD_HASH_H
#define KD_HASH_H

#include "koord.h"

#define KD_HASH_START 0x811C9DC5u

/* Goes on from `hash`; begin with KD_HASH_START. (Fowler, Noll, Vo; offset basis and prime of the 32-bit
 * form.) */
static inline uint32_t kd_hash(uint32_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++) hash = (hash ^ at[i]) * 0x01000193u;
    return hash;
}

#endif
