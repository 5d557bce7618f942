/* sentence.h - findings and questions in the words of their documents, with what is known put in. */
#ifndef KD_SENTENCE_H
#define KD_SENTENCE_H

#include "cli/recall.h"

enum { KD_LANGUAGES = 2 }; /* English, Dutch */

/* Prints the sentence of a signal's record. */
void kd_put_sentence(koord_text signal, const kd_lines_by_id *lines, int language);

/* What a ready-made survey asks first; "" of a shop's own, of which only the name is recorded. */
const char *kd_question_of(koord_text survey, int language);

void kd_put(koord_text text);

/* 3000 of window_ms is "3 s". */
void kd_put_measure(koord_text name, long value);

int kd_is(koord_text text, const char *word);

#endif
