/* marks.h - the last few facts that count towards something: when they were, and which. */
#ifndef KD_MARKS_H
#define KD_MARKS_H

#include "base/moments.h"
#include "model/verdict.h"

enum { KD_MARKS = 6 };

typedef struct kd_marks {
    koord_ms at[KD_MARKS];
    uint32_t id[KD_MARKS];
    uint32_t count; /* ever; the newest is at[(count - 1) % KD_MARKS] */
} kd_marks;

void kd_marks_add(kd_marks *marks, koord_ms at, uint32_t id);

/* When the newest was, 0 where there is none. */
static inline koord_ms kd_marks_newest(const kd_marks *marks)
{
    return marks->count ? marks->at[(marks->count - 1) % KD_MARKS] : 0;
}

/* How many of the newest lie within `window` ms of `now`; at the most KD_MARKS. */
uint32_t kd_marks_within(const kd_marks *marks, koord_ms now, uint32_t window);

/* The newest `count` of them, oldest first, become evidence. */
void kd_marks_testify(const kd_marks *marks, uint32_t count, kd_evidence *evidence);

#endif
