/* mix.h - a shop visit without end, to be fed to the core or only copied: what the core costs is the
 * difference. */
#ifndef MIX_H
#define MIX_H

#include <stdint.h>

/* Feeds that many facts, taking every effect. Returns the effects, so that nothing can be left out. */
uint32_t mix_feed(uint32_t facts);

/* Feeds the i-th of them alone; in order, from 0. */
uint32_t mix_feed_one(uint32_t i);

/* Copies as many of the same facts into a ring of 4096. */
uint32_t mix_copy(uint32_t facts);

#endif
