/* standing.h - what a survey's predicates may ask: who the visitor is, where they are, and what just
 * happened. */
#ifndef KD_STANDING_H
#define KD_STANDING_H

#include "detect/detector.h"

enum { KD_SUBJECTS = KOORD_SUBJECT_IS_CAMPAIGN - KOORD_SUBJECT_IS_PLACE + 1 };

/* What the model does not keep. Saved. */
typedef struct kd_standing {
    int32_t
        is[KD_SUBJECTS]; /* by subject, from PLACE on; KOORD_ABSENT where not known, or kept by the model */
    uint8_t typing;      /* letters were put into a field that still has the focus */
} kd_standing;

/* Something that a step may wait for: a fact, or a verdict of the core. */
typedef struct kd_occasion {
    uint8_t source, number; /* KOORD_SOURCE, and which */
    uint32_t key;           /* of the event's name, where a shop reports its own */
    uint32_t id;            /* of its record */
    const koord_event *fact;
    const kd_verdict *verdict;
} kd_occasion;

/* Facts that say something of the visitor, or of what they are at. */
enum {
    KD_OF_STANDING = KD_OF(SESSION) | KD_OF(VISITOR) | KD_OF(TOUCHPOINT) | KD_OF(PAGE_VIEW) | KD_OF(SCROLL) |
                     KD_OF(FIELD) | KD_OF(SUBMIT) | KD_OF(SEARCH)
};

void kd_standing_reset(kd_standing *standing);
void kd_standing_take(kd_standing *standing, const koord_event *e);
void kd_standing_hear(kd_standing *standing, const kd_verdict *signal);

/* Whether all rows of that kind in a row, from `row` up to `end`, hold. `occasion` may be NULL where none
 * asks about it. */
int kd_predicates_hold(const koord_row *row, const koord_row *end, const kd_standing *standing,
                       const kd_look *look, const kd_occasion *occasion);

#endif
