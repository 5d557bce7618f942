/* program.h - a survey's trigger, predicates and limits as rows for the core, by docs/surveys.md. */
#ifndef KD_CLI_PROGRAM_H
#define KD_CLI_PROGRAM_H

#include "koord.h"

enum { KD_PROGRAM_MOST = 128 };

/* What was made of a survey, or what is wrong with it. */
typedef struct kd_program {
    koord_row row[KD_PROGRAM_MOST];
    uint32_t count;
    const char *at; /* where it is wrong */
    char path[96], why[160];
} kd_program;

/* 1, or 0 where it is wrong. js/survey/compile.js makes the same rows of the same survey. */
int kd_program_read(kd_program *program, koord_text survey);

#endif
