/* recall.h - the lines of a trail by their record ids, so that what a verdict rests on can be shown. */
#ifndef KD_RECALL_H
#define KD_RECALL_H

#include "koord.h"

typedef struct kd_lines_by_id {
    char **line; /* by record id, NULL where there was none */
    uint32_t size;
} kd_lines_by_id;

/* Keeps a copy of a record's line. 0 where no memory is left; then it is shown by number only. */
int kd_remember(kd_lines_by_id *lines, uint32_t id, koord_text line);

/* The line, empty where it is not known. */
koord_text kd_recall(const kd_lines_by_id *lines, int32_t id);

void kd_forget(kd_lines_by_id *lines);

#endif
