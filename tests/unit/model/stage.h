/* stage.h - a response for tests: facts go in one after the other, and presses are judged. */
#ifndef STAGE_H
#define STAGE_H

#include "../visit.h"

enum { WINDOW = 1000, THING = 7, OTHER = 8 };

typedef struct stage {
    kd_response response;
    kd_settings settings;
    uint32_t id;
} stage;

static inline stage begun(void)
{
    stage s = { .id = 1 };
    kd_settings_reset(&s.settings);
    return s;
}

static inline uint32_t take(stage *s, koord_event e)
{
    kd_response_take(&s->response, &s->settings, &e, s->id);
    return s->id++;
}

static inline kd_answer judge(const stage *s, uint32_t id, int patient, koord_ms now, koord_ms *again)
{
    const kd_press *press = kd_response_find(&s->response, id);
    ck_assert_ptr_nonnull(press);
    return kd_response_judge(&s->response, &s->settings, press, WINDOW, patient, now, again);
}

static inline kd_answer judge_late(const stage *s, uint32_t id)
{
    koord_ms again;
    return judge(s, id, 1, 60000, &again);
}

#endif
