/* survey.h - which signal asks which question, and one budget over all of them. The texts stay with the host.
 */
#ifndef KD_SURVEY_H
#define KD_SURVEY_H

#include "detect/detector.h"

enum { KD_SURVEYS = 64, KD_SURVEY_NAME = 32 };

/* What may ask. Configured, not saved. */
typedef struct kd_survey {
    char name[KD_SURVEY_NAME];
    uint8_t name_size;
    uint8_t on;      /* number of the detector whose signal asks */
    uint16_t sample; /* visitors in 10,000 who may be asked */
} kd_survey;

typedef struct kd_surveys {
    kd_survey item[KD_SURVEYS];
    uint32_t count;
} kd_surveys;

/* What was asked. Saved across pages. */
typedef struct kd_fatigue {
    uint32_t incident; /* the newest one that asked; 0 none */
    uint32_t decision; /* id of the newest decision to ask; 0 when it is settled */
    uint32_t asked;    /* in this visit */
} kd_fatigue;

/* The surveys of koord_surveys.def. */
void kd_surveys_reset(kd_surveys *surveys);

/* Adds one, or changes the one of that name; results as koord_survey. */
int kd_surveys_put(kd_surveys *surveys, koord_text name, uint32_t on, uint32_t sample);

koord_text kd_survey_name(const kd_survey *survey);

/* Goes on hashing from `hash`. */
uint32_t kd_surveys_hash(uint32_t hash, const kd_surveys *surveys);

/* Keeps the budget by what the host says became of a survey. */
void kd_fatigue_take(kd_fatigue *fatigue, const koord_event *e);

/* Where a signal is the moment of a survey, decides whether it asks, and says so to look->out. */
void kd_survey_decide(const kd_surveys *surveys, kd_fatigue *fatigue, const kd_look *look,
                      const kd_verdict *signal);

#endif
