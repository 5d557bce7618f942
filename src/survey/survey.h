/* survey.h - which moments ask which question: triggers and the budget together. */
#ifndef KD_SURVEY_H
#define KD_SURVEY_H

#include "survey/fatigue.h"
#include "survey/trigger.h"

/* All of the surveys that changes. Saved. */
typedef struct kd_asking {
    kd_standing standing;
    kd_triggers triggers;
    kd_fatigue fatigue;
    uint64_t decided; /* a bit for each that was decided on since the newest fact */
} kd_asking;

void kd_asking_reset(kd_asking *asking);

/* Whether a fact says something of the visitor or of a question, or may be some survey's moment. */
static inline int kd_asking_wants(const kd_surveys *surveys, const koord_event *e)
{
    return (int)((KD_OF_STANDING | KD_OF_FATIGUE | surveys->hears) >> e->kind & 1u);
}

/* Takes a fact that is wanted, before the detectors hear of it. */
void kd_asking_take(kd_asking *asking, const kd_surveys *surveys, const koord_event *e, const kd_look *look);

/* Hears of a verdict of the floors below. */
void kd_asking_hear(kd_asking *asking, const kd_surveys *surveys, const kd_verdict *verdict,
                    const kd_look *look);

/* Does what time alone does at look->now, where anything is due. */
void kd_asking_tick(kd_asking *asking, const kd_surveys *surveys, const kd_look *look);

/* Decides over the moments that wait, the most important first, and says so to look->out. A survey is
 * decided on once between two facts, which bounds what one call can say. */
void kd_asking_decide(kd_asking *asking, const kd_surveys *surveys, const kd_look *look);

#endif
