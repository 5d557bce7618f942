/* open - a finding whose end is still to be seen. */
#include "detect/open.h"

void kd_open_raise(kd_open *open, const kd_look *look, uint8_t variant)
{
    uint8_t before = open->finding.variant;
    open->finding.variant = variant;
    open->finding.state = KOORD_STATE_IS_PROVISIONAL;
    if (!open->id)
        open->id = kd_raise(look, &open->finding);
    else if (before != variant)
        kd_revise(look, open->id, &open->finding);
    if (!open->id) *open = (kd_open){ .id = 0 };
}

void kd_open_end(kd_open *open, const kd_look *look, uint8_t state)
{
    open->finding.state = state;
    if (open->id) kd_revise(look, open->id, &open->finding);
    *open = (kd_open){ .id = 0 };
}
