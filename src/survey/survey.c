/* survey - which signal asks which question, and one budget over all of them. */
#include "survey/survey.h"
#include "base/hash.h"
#include "base/text.h"
#include <string.h>

void kd_surveys_reset(kd_surveys *surveys)
{
    surveys->count = 0;
#define KOORD_SURVEY(name, on, sample) kd_surveys_put(surveys, KD_TEXT(#name), KD_##on, sample);
#include "koord_surveys.def"
}

/* The survey of that name, a new one behind the others, or NULL where there is no room. */
static kd_survey *place_for(kd_surveys *surveys, koord_text name)
{
    for (uint32_t i = 0; i < surveys->count; i++)
        if (kd_text_equal(kd_survey_name(&surveys->item[i]), name)) return &surveys->item[i];
    return surveys->count < KD_SURVEYS ? &surveys->item[surveys->count++] : NULL;
}

int kd_surveys_put(kd_surveys *surveys, koord_text name, uint32_t on, uint32_t sample)
{
    if (name.size == 0 || name.size > KD_SURVEY_NAME || sample > 10000) return KOORD_ERR_VALUE;
    kd_survey *survey = place_for(surveys, name);
    if (!survey) return KOORD_ERR_SPACE;
    memcpy(survey->name, name.at, name.size);
    survey->name_size = (uint8_t)name.size;
    survey->on = (uint8_t)on;
    survey->sample = (uint16_t)sample;
    return KOORD_OK;
}

koord_text kd_survey_name(const kd_survey *survey)
{
    return (koord_text){ survey->name, survey->name_size };
}

uint32_t kd_surveys_hash(uint32_t hash, const kd_surveys *surveys)
{
    for (uint32_t i = 0; i < surveys->count; i++) {
        const kd_survey *s = &surveys->item[i];
        const uint8_t rest[] = { s->on, (uint8_t)(s->sample >> 8), (uint8_t)s->sample };
        hash = kd_hash(kd_hash(hash, s->name, s->name_size), rest, sizeof rest);
    }
    return hash;
}

/* A survey that could not be shown, or that another tab was asking at the time, gives its place in the budget
 * back. */
void kd_fatigue_take(kd_fatigue *fatigue, const koord_event *e)
{
    if (e->kind == KOORD_EVENT_OTHER_TAB && e->number[KOORD_OTHER_TAB_WHAT] == KOORD_TAB_IS_ASKED)
        fatigue->asked++;
    if (e->kind != KOORD_EVENT_SURVEY || !fatigue->decision) return;
    int32_t phase = e->number[KOORD_SURVEY_PHASE];
    if (phase == KOORD_SURVEY_IS_HELD || phase == KOORD_SURVEY_IS_FAILED)
        fatigue->asked -= fatigue->asked > 0;
    fatigue->decision = 0;
}

static uint8_t reason(const kd_survey *survey, const kd_fatigue *fatigue, const kd_look *look,
                      const kd_verdict *signal)
{
    const kd_session *session = &look->model->session;
    if (fatigue->incident == signal->incident) return KOORD_WHY_IS_SAME_INCIDENT;
    if (session->draw >= survey->sample) return KOORD_WHY_IS_SAMPLE;
    if (fatigue->asked >= KD_GET(look->settings, survey, VISIT_MOST)) return KOORD_WHY_IS_VISIT_BUDGET;
    if (fatigue->asked + (uint32_t)session->asked >= KD_GET(look->settings, survey, WINDOW_MOST))
        return KOORD_WHY_IS_WINDOW_BUDGET;
    return KOORD_WHY_IS_CLEAR;
}

/* The first survey of the list that waits for this detector; the others wait for another signal. */
static const kd_survey *waiting_for(const kd_surveys *surveys, uint8_t detector)
{
    for (uint32_t i = 0; i < surveys->count; i++)
        if (surveys->item[i].on == detector) return &surveys->item[i];
    return NULL;
}

void kd_survey_decide(const kd_surveys *surveys, kd_fatigue *fatigue, const kd_look *look,
                      const kd_verdict *signal)
{
    const kd_survey *survey = waiting_for(surveys, (uint8_t)signal->effect.what);
    if (!survey || signal->about) return;
    kd_verdict *decision = kd_verdicts_push(look->out);
    decision->effect.kind = KOORD_EFFECT_DECISION;
    decision->effect.what = (uint32_t)(survey - surveys->item);
    decision->effect.t = look->now;
    decision->effect.id = (*look->next_id)++;
    decision->about = signal->effect.id;
    decision->incident = signal->incident;
    decision->place = signal->place;
    decision->step = signal->step;
    decision->why = reason(survey, fatigue, look, signal);
    if (decision->why != KOORD_WHY_IS_CLEAR) return;
    decision->effect.yes = 1;
    fatigue->asked++;
    fatigue->incident = signal->incident;
    fatigue->decision = decision->effect.id;
}
