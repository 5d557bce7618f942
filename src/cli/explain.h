/* explain.h - verdicts as sentences, with the facts they rest on: koord replay --explain. */
#ifndef KD_EXPLAIN_H
#define KD_EXPLAIN_H

#include "koord.h"

/* The lines of a trail, so that evidence can be shown as it was recorded. */
typedef struct kd_lines_by_id {
    char **line; /* by record id, NULL where there was none */
    uint32_t size;
} kd_lines_by_id;

/* Keeps a copy of a fact's line. 0 when there is no memory left; then evidence is shown by number only. */
int kd_remember(kd_lines_by_id *lines, uint32_t id, koord_text line);
void kd_forget(kd_lines_by_id *lines);

/* Prints a verdict's record for people, in English (0) or Dutch (1). */
void kd_explain(koord_text verdict, const kd_lines_by_id *lines, int language);

/* 0 for "en", 1 for "nl", -1 for others. */
int kd_language_of(const char *name);

#endif
