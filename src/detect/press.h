/* press.h - what detectors of presses share: of several findings about one press only the gravest stands. */
#ifndef KD_PRESS_H
#define KD_PRESS_H

#include "detect/detector.h"

/* The press that a signal of these detectors is about; 0 where it is no graver than `than` (0: than any), or
 * is taken back. They name it first among their evidence. */
static inline uint32_t kd_graver_press(const kd_verdict *signal, uint32_t than)
{
    static const uint8_t gravity[] = { [KD_dead_click] = 1,
                                       [KD_slow_click] = 2,
                                       [KD_rage_click] = 3,
                                       [KD_error_click] = 4,
                                       [KD_failed_action] = 5 };
    uint32_t what = signal->effect.what;
    if (what >= sizeof gravity || signal->effect.state == KOORD_STATE_IS_REVOKED) return 0;
    return gravity[what] > gravity[than] ? signal->evidence.id[0] : 0;
}

/* Takes a signal back for a graver one, whose evidence says why. Nothing for id 0. */
static inline void kd_yield(const kd_look *look, uint32_t id, uint8_t variant, const kd_verdict *to)
{
    kd_finding finding = { variant, KOORD_STATE_IS_REVOKED, to->effect.target, to->evidence };
    kd_revise(look, id, &finding);
}

#endif
