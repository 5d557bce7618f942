/* marks - the last few facts that count towards something. */
#include "model/marks.h"

void kd_marks_add(kd_marks *marks, koord_ms at, uint32_t id)
{
    marks->at[marks->count % KD_MARKS] = at;
    marks->id[marks->count++ % KD_MARKS] = id;
}

static uint32_t kept(const kd_marks *marks)
{
    return marks->count < KD_MARKS ? marks->count : KD_MARKS;
}

uint32_t kd_marks_within(const kd_marks *marks, koord_ms now, uint32_t window)
{
    uint32_t within = 0;
    while (within < kept(marks) &&
           kd_between(marks->at[(marks->count - 1 - within) % KD_MARKS], now) <= window)
        within++;
    return within;
}

void kd_marks_testify(const kd_marks *marks, uint32_t count, kd_evidence *evidence)
{
    if (count > kept(marks)) count = kept(marks);
    while (count > 0) kd_evidence_add(evidence, marks->id[(marks->count - count--) % KD_MARKS]);
}
