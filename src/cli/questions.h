/* questions.h - whether a survey's questions can be asked: docs/surveys.md, "questions". */
#ifndef KD_CLI_QUESTIONS_H
#define KD_CLI_QUESTIONS_H

#include "koord.h"

enum { KD_QUESTIONS_MOST = 12 };

/* What is wrong with them, and where. */
typedef struct kd_fault {
    const char *at;
    char path[64], why[160];
} kd_fault;

/* 1, or 0 and what is wrong with the survey's questions first of all. */
int kd_questions_check(koord_text survey, kd_fault *fault);

#endif
