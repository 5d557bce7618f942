/* open.h - a finding whose end is still to be seen: provisional until it is known how it went on. */
#ifndef KD_OPEN_H
#define KD_OPEN_H

#include "detect/detector.h"

typedef struct kd_open {
    uint32_t id;        /* of its signal; 0: none is open */
    kd_finding finding; /* its evidence may gather before the signal and after it */
} kd_open;

/* Raises it as provisional, or revises the open one where the variant is another. All is forgotten where the
 * signal is kept back. */
void kd_open_raise(kd_open *open, const kd_look *look, uint8_t variant);

/* Says how it ended, if one is open, and forgets it with its evidence. */
void kd_open_end(kd_open *open, const kd_look *look, uint8_t state);

#endif
