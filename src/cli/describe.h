/* describe.h - a survey in words: when it asks, whom, and how seldom. */
#ifndef KD_CLI_DESCRIBE_H
#define KD_CLI_DESCRIBE_H

#include "koord.h"
#include <stdio.h>

/* Both take JSON that has been checked. */
void kd_describe_survey(FILE *to, koord_text survey);
void kd_describe_budget(FILE *to, koord_text fatigue);

#endif
