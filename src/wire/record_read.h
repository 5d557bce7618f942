/* record_read.h - a line of a recorded trail, read back by the same table that wrote it. */
#ifndef KD_RECORD_READ_H
#define KD_RECORD_READ_H

#include "base/json_read.h"

typedef enum kd_line { KD_LINE_BAD, KD_LINE_FACT, KD_LINE_VERDICT } kd_line;

/* Where something is wrong, and why, in words for people. */
typedef struct kd_problem {
    uint32_t at;     /* byte of the text */
    koord_text path; /* the member, as far as it is known */
    koord_text why;
} kd_problem;

/* Reads the numbers of one line. KD_LINE_BAD: *problem says why. */
kd_line kd_record_read(koord_text line, koord_event *e, kd_problem *problem);

#endif
