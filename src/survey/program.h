/* program.h - a survey as the core knows it: a name, its limits, and a small program that says at which
 * moment it asks. The texts stay with the host. */
#ifndef KD_PROGRAM_H
#define KD_PROGRAM_H

#include "koord.h"

enum { KD_SURVEYS = 64, KD_SURVEY_NAME = 32, KD_SURVEY_ROWS = 640, KD_SURVEY_STEPS = 6, KD_SURVEY_COUNT = 8 };

/* Configured, not saved. */
typedef struct kd_survey {
    char name[KD_SURVEY_NAME];
    uint8_t name_size;
    uint8_t steps; /* that lead to its moment */
    uint8_t ready; /* which of the ready-made ones, from 1; 0: the shop's own */
    uint16_t first, rows;
    uint32_t key; /* hash of its name */
    uint16_t limit[KOORD_LIMIT_IS_ANSWERED_DAYS + 1];
} kd_survey;

typedef struct kd_surveys {
    kd_survey item[KD_SURVEYS];
    koord_row row[KD_SURVEY_ROWS];
    uint32_t count, rows;
    uint32_t hears; /* bits of the kinds of facts that any of them mentions */
} kd_surveys;

/* Puts the ready-made ones; survey.ready says how many of them are on. */
void kd_surveys_reset(kd_surveys *surveys);

/* Adds one, or changes the one of that name; results as koord_survey_rows. */
int kd_surveys_put(kd_surveys *surveys, koord_text name, const koord_row *rows, uint32_t count);

koord_text kd_survey_name(const kd_survey *survey);

/* The place of the survey whose name has that hash, or KD_SURVEYS. */
uint32_t kd_surveys_find(const kd_surveys *surveys, uint32_t key);

/* The rows of a survey: from the first up to the end. */
static inline const koord_row *kd_survey_first(const kd_surveys *surveys, uint32_t place)
{
    return surveys->row + surveys->item[place].first;
}

static inline const koord_row *kd_survey_end(const kd_surveys *surveys, uint32_t place)
{
    return kd_survey_first(surveys, place) + surveys->item[place].rows;
}

/* Goes on hashing from `hash`. */
uint32_t kd_surveys_hash(uint32_t hash, const kd_surveys *surveys);

#endif
