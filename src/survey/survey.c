/* survey - which moment asks, and why not the others. */
#include "survey/survey.h"
#include <string.h>

_Static_assert(KD_SURVEYS == 64, "a set of surveys has 64 bits");
_Static_assert(KD_DECISIONS_MOST == 2 * KD_SURVEYS, "one for each survey, before a fact and after it");

void kd_asking_reset(kd_asking *asking)
{
    memset(asking, 0, sizeof *asking);
    kd_standing_reset(&asking->standing);
    kd_triggers_reset(&asking->triggers);
    kd_fatigue_reset(&asking->fatigue);
}

static void hear(kd_asking *asking, const kd_surveys *surveys, const kd_occasion *occasion,
                 const kd_look *look)
{
    kd_triggers_hear(&asking->triggers, surveys, occasion, &asking->standing, look);
    kd_triggers_settle(&asking->triggers, surveys, KD_GET(look->settings, survey, PATIENCE_MS));
}

void kd_asking_take(kd_asking *asking, const kd_surveys *surveys, const koord_event *e, const kd_look *look)
{
    uint32_t of = 1u << e->kind;
    if (of & KD_OF_STANDING) kd_standing_take(&asking->standing, e);
    if (of & KD_OF_FATIGUE) kd_fatigue_take(&asking->fatigue, surveys, e);
    if (!(of & surveys->hears)) return;
    int32_t name = e->kind == KOORD_EVENT_CUSTOM ? e->number[KOORD_CUSTOM_KEY] : 0;
    kd_occasion occasion = { .source = KOORD_SOURCE_IS_FACT,
                             .number = (uint8_t)e->kind,
                             .key = (uint32_t)name,
                             .id = look->id,
                             .fact = e };
    hear(asking, surveys, &occasion, look);
}

void kd_asking_hear(kd_asking *asking, const kd_surveys *surveys, const kd_verdict *verdict,
                    const kd_look *look)
{
    const koord_effect *e = &verdict->effect;
    kd_occasion occasion = { .id = e->id, .verdict = verdict };
    if (e->kind == KOORD_EFFECT_SIGNAL) {
        kd_standing_hear(&asking->standing, verdict);
        occasion.source = KOORD_SOURCE_IS_SIGNAL;
        occasion.number = (uint8_t)e->what;
    } else if (e->kind == KOORD_EFFECT_OUTCOME) {
        occasion.source = KOORD_SOURCE_IS_OUTCOME;
        occasion.number = (uint8_t)(e->what * 4 + e->variant);
    } else {
        return;
    }
    hear(asking, surveys, &occasion, look);
}

void kd_asking_tick(kd_asking *asking, const kd_surveys *surveys, const kd_look *look)
{
    kd_triggers_tick(&asking->triggers, surveys, look);
    kd_triggers_settle(&asking->triggers, surveys, KD_GET(look->settings, survey, PATIENCE_MS));
}

/* ---- deciding ---- */

/* A bit of a set of surveys; sets it. 1 where it was set already. */
static int mark(uint64_t *set, uint32_t place)
{
    uint64_t before = *set;
    *set |= (uint64_t)1 << place;
    return (int)(before >> place & 1u);
}

static int is_allowed(const kd_asking *asking, const kd_surveys *surveys, uint32_t place, const kd_look *look)
{
    const koord_row *end = kd_survey_end(surveys, place);
    for (const koord_row *row = kd_survey_first(surveys, place); row < end; row++)
        if (row->what == KOORD_ROW_IS_ONLY_IF)
            return kd_predicates_hold(row, end, &asking->standing, look, NULL);
    return 1;
}

static kd_verdict *write(const kd_asking *asking, uint32_t place, const kd_look *look, uint8_t why)
{
    const kd_run *run = &asking->triggers.run[place];
    kd_verdict *decision = kd_verdicts_push(look->out);
    decision->effect.kind = KOORD_EFFECT_DECISION;
    decision->effect.what = place;
    decision->effect.t = look->now;
    decision->effect.id = (*look->next_id)++;
    decision->effect.variant = why;
    decision->effect.yes = why == KOORD_WHY_IS_CLEAR;
    decision->about = run->signal;
    decision->incident = run->incident;
    decision->place = look->model->session.place;
    decision->step = look->model->session.step;
    decision->why = why;
    kd_triggers_testify(&asking->triggers, place, &decision->evidence);
    return decision;
}

/* The newest thing that the moment rests on. */
static uint32_t moment_of(const kd_asking *asking, uint32_t place)
{
    uint32_t newest = 0;
    for (uint32_t i = 0; i < KD_TRACES; i++) {
        const kd_trace *t = &asking->triggers.trace[i];
        if (t->place == place && t->id > newest) newest = t->id;
    }
    return newest;
}

/* KOORD_WHY, or -1 where the visitor is at something that is worth waiting for. */
static int judge(const kd_asking *asking, const kd_surveys *surveys, uint32_t place, const kd_look *look)
{
    const kd_run *run = &asking->triggers.run[place];
    uint8_t why =
        kd_fatigue_reason(&asking->fatigue, surveys, place, look, run->incident, moment_of(asking, place));
    if (why != KOORD_WHY_IS_CLEAR) return why;
    why = kd_fatigue_disturbs(&asking->standing, look);
    if (why != KOORD_WHY_IS_CLEAR)
        return kd_between(run->since, look->now) < KD_GET(look->settings, survey, PATIENCE_MS) ? -1 : why;
    return kd_fatigue_holds_out(look) ? KOORD_WHY_IS_HOLD_OUT : KOORD_WHY_IS_CLEAR;
}

static void say(kd_asking *asking, uint32_t place, const kd_look *look, uint8_t why)
{
    const kd_verdict *decision = write(asking, place, look, why);
    uint32_t id = why == KOORD_WHY_IS_CLEAR ? decision->effect.id : 0;
    if (why == KOORD_WHY_IS_CLEAR || why == KOORD_WHY_IS_HOLD_OUT)
        kd_fatigue_spend(&asking->fatigue, place, look, decision->incident, moment_of(asking, place), id);
}

static void decide(kd_asking *asking, const kd_surveys *surveys, uint32_t place, const kd_look *look)
{
    if (is_allowed(asking, surveys, place, look)) {
        int why = judge(asking, surveys, place, look);
        if (why < 0) return;
        if (!mark(&asking->decided, place)) say(asking, place, look, (uint8_t)why);
    }
    kd_triggers_forget(&asking->triggers, place);
}

/* The moment with the highest priority that is not in `done`, the first of equals; KD_SURVEYS: there is none.
 */
static uint32_t most_important(const kd_asking *asking, const kd_surveys *surveys, uint64_t done)
{
    uint32_t best = KD_SURVEYS;
    for (uint32_t i = 0; i < surveys->count; i++) {
        if (!kd_triggers_came(&asking->triggers, surveys, i) || done >> i & 1u) continue;
        if (best == KD_SURVEYS || surveys->item[i].limit[KOORD_LIMIT_IS_PRIORITY] >
                                      surveys->item[best].limit[KOORD_LIMIT_IS_PRIORITY])
            best = i;
    }
    return best;
}

void kd_asking_decide(kd_asking *asking, const kd_surveys *surveys, const kd_look *look)
{
    uint64_t done = 0;
    for (uint32_t next; (next = most_important(asking, surveys, done)) < KD_SURVEYS;) {
        mark(&done, next);
        decide(asking, surveys, next, look);
    }
    kd_triggers_settle(&asking->triggers, surveys, KD_GET(look->settings, survey, PATIENCE_MS));
}
