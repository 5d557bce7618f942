/* explain.h - verdicts as sentences, with what they rest on: koord replay --explain. */
#ifndef KD_EXPLAIN_H
#define KD_EXPLAIN_H

#include "cli/recall.h"

/* Prints a verdict's record for people, in English (0) or Dutch (1). */
void kd_explain(koord_text verdict, const kd_lines_by_id *lines, int language);

/* 0 for "en", 1 for "nl", -1 for others. */
int kd_language_of(const char *name);

#endif
