/* trigger - step by step towards a survey's moment: A so many times, then B in time, then not C. */
#include "survey/trigger.h"
#include <string.h>

/* One survey, for the time of one call. */
typedef struct attempt {
    kd_triggers *triggers;
    const kd_survey *survey;
    const koord_row *first, *end; /* its program */
    kd_run *run;
    const kd_standing *standing;
    const kd_look *look;
    uint8_t place;
} attempt;

static attempt attempt_of(kd_triggers *triggers, const kd_surveys *surveys, uint32_t place,
                          const kd_look *look)
{
    return (attempt){ .triggers = triggers,
                      .survey = &surveys->item[place],
                      .first = kd_survey_first(surveys, place),
                      .end = kd_survey_end(surveys, place),
                      .run = &triggers->run[place],
                      .look = look,
                      .place = (uint8_t)place };
}

void kd_triggers_reset(kd_triggers *triggers)
{
    memset(triggers, 0, sizeof *triggers);
    triggers->due = KOORD_NEVER;
}

/* ---- the program ---- */

static int is_step(const koord_row *row)
{
    return row->what == KOORD_ROW_IS_SEE || row->what == KOORD_ROW_IS_MISS;
}

/* The row of a step, or the end where there are not so many. */
static const koord_row *step_row(const koord_row *row, const koord_row *end, uint32_t step)
{
    for (; row < end; row++)
        if (is_step(row) && !step--) break;
    return row;
}

/* The time that a step has, KOORD_NEVER where it has all of the visit. */
static uint32_t within_ms(const koord_row *step, const koord_row *end)
{
    for (const koord_row *row = step + 1; row < end && !is_step(row); row++)
        if (row->what == KOORD_ROW_IS_WITHIN) return (uint32_t)row->value;
    return KOORD_NEVER;
}

static int names(const koord_row *row, const kd_occasion *o)
{
    return row->of == o->source && row->test == o->number && (!row->value || (uint32_t)row->value == o->key);
}

/* A signal is heard of once, unless the step asks how it stands. */
static int is_news(const koord_row *where, const koord_row *end, const kd_occasion *o)
{
    if (o->source != KOORD_SOURCE_IS_SIGNAL || !o->verdict->about) return 1;
    for (; where < end && where->what == KOORD_ROW_IS_WHERE; where++)
        if (where->of == KOORD_SUBJECT_IS_STATE) return 1;
    return 0;
}

static int matches(const attempt *a, const koord_row *step, const kd_occasion *o)
{
    const koord_row *row = step;
    if (row == a->end) return 0;
    int named = names(row++, o);
    for (; row < a->end && row->what == KOORD_ROW_IS_OR; row++) named |= names(row, o);
    if (!named) return 0;
    while (row < a->end && row->what == KOORD_ROW_IS_WITHIN) row++;
    if (!is_news(row, a->end, o)) return 0;
    if (row == a->end || row->what != KOORD_ROW_IS_WHERE) return 1;
    return kd_predicates_hold(row, a->end, a->standing, a->look, o);
}

static int cancels(const attempt *a, const kd_occasion *o)
{
    for (const koord_row *row = a->first; row < a->end; row++)
        if (row->what == KOORD_ROW_IS_CANCEL && names(row, o) && is_news(a->end, a->end, o)) return 1;
    return 0;
}

/* ---- what was seen ---- */

static int is_of(const kd_trace *trace, uint32_t place)
{
    return trace->id && trace->place == place;
}

/* How often the step that is awaited was seen, no longer ago than `within`; *oldest is one of those. */
static uint32_t seen(const attempt *a, uint32_t within, kd_trace **oldest)
{
    uint32_t count = 0;
    *oldest = NULL;
    for (kd_trace *t = a->triggers->trace; t < a->triggers->trace + KD_TRACES; t++) {
        if (!is_of(t, a->place) || t->step != a->run->step) continue;
        if (!*oldest || t->at < (*oldest)->at || (t->at == (*oldest)->at && t->id < (*oldest)->id))
            *oldest = t;
        count += kd_between(t->at, a->look->now) <= within;
    }
    return count;
}

/* A free one, or the oldest of all. */
static kd_trace *room_for_one(kd_triggers *triggers)
{
    kd_trace *oldest = triggers->trace;
    for (kd_trace *t = triggers->trace; t < triggers->trace + KD_TRACES; t++) {
        if (!t->id) return t;
        if (t->id < oldest->id) oldest = t;
    }
    return oldest;
}

/* Notes what was seen; 1 where that makes it often enough. */
static int note(const attempt *a, const koord_row *step, const kd_occasion *o)
{
    kd_trace *oldest;
    uint32_t within = a->run->step ? KOORD_NEVER : within_ms(step, a->end);
    uint32_t before = seen(a, KOORD_NEVER, &oldest);
    kd_trace *room = oldest && before >= step->more ? oldest : room_for_one(a->triggers);
    *room = (kd_trace){ .id = o->id, .at = a->look->now, .place = a->place, .step = a->run->step };
    if (o->source == KOORD_SOURCE_IS_SIGNAL) {
        a->run->signal = o->verdict->about ? o->verdict->about : o->id;
        a->run->incident = o->verdict->incident;
    }
    return seen(a, within, &oldest) >= step->more;
}

void kd_triggers_testify(const kd_triggers *triggers, uint32_t place, kd_evidence *evidence)
{
    for (uint32_t last = 0;;) {
        uint32_t next = UINT32_MAX;
        for (uint32_t i = 0; i < KD_TRACES; i++) {
            const kd_trace *t = &triggers->trace[i];
            if (is_of(t, place) && t->id > last && t->id < next) next = t->id;
        }
        if (next == UINT32_MAX) return;
        kd_evidence_add(evidence, last = next);
    }
}

void kd_triggers_forget(kd_triggers *triggers, uint32_t place)
{
    triggers->run[place] = (kd_run){ 0 };
    for (uint32_t i = 0; i < KD_TRACES; i++)
        if (is_of(&triggers->trace[i], place)) triggers->trace[i].id = 0;
}

/* ---- step by step ---- */

static void go_on(const attempt *a)
{
    a->run->step++;
    a->run->since = a->look->now;
}

static int is_late(const attempt *a, const koord_row *step)
{
    return a->run->step && step < a->end && step->what == KOORD_ROW_IS_SEE &&
           kd_between(a->run->since, a->look->now) > within_ms(step, a->end);
}

/* Tries the step that is awaited. 1: it heard of what it waits for. */
static int try_step(const attempt *a, const kd_occasion *o)
{
    const koord_row *step = step_row(a->first, a->end, a->run->step);
    if (!matches(a, step, o)) return 0;
    if (step->what == KOORD_ROW_IS_MISS) return kd_triggers_forget(a->triggers, a->place), 0;
    if (note(a, step, o)) go_on(a);
    return 1;
}

/* What began an attempt happens again while the next is awaited: time counts from now. */
static void begin_again(const attempt *a, const kd_occasion *o)
{
    const koord_row *first = step_row(a->first, a->end, 0), *second = step_row(a->first, a->end, 1);
    if (second == a->end || second->what != KOORD_ROW_IS_SEE || !matches(a, first, o)) return;
    a->run->since = a->look->now;
}

static void hear(const attempt *a, const kd_occasion *o)
{
    if (cancels(a, o)) kd_triggers_forget(a->triggers, a->place);
    if (a->run->step >= a->survey->steps) return;
    if (is_late(a, step_row(a->first, a->end, a->run->step))) kd_triggers_forget(a->triggers, a->place);
    uint8_t before = a->run->step;
    if (try_step(a, o)) return;
    if (before == 1 && a->run->step == 1) begin_again(a, o);
    if (before && !a->run->step) try_step(a, o);
}

void kd_triggers_hear(kd_triggers *triggers, const kd_surveys *surveys, const kd_occasion *occasion,
                      const kd_standing *standing, const kd_look *look)
{
    for (uint32_t i = 0; i < surveys->count; i++) {
        attempt a = attempt_of(triggers, surveys, i, look);
        a.standing = standing;
        if (a.survey->ready <= KD_GET(look->settings, survey, READY)) hear(&a, occasion);
    }
}

/* ---- time ---- */

/* When time alone takes this survey further. What must be missed has its last moment, too. */
static koord_ms due_of(const attempt *a, uint32_t patience_ms)
{
    if (a->run->step >= a->survey->steps) return kd_later(a->run->since, patience_ms);
    const koord_row *step = step_row(a->first, a->end, a->run->step);
    if (step->what != KOORD_ROW_IS_MISS) return KOORD_NEVER;
    uint32_t within = within_ms(step, a->end);
    return step->of == KOORD_SOURCE_IS_NOTHING ? kd_later(a->run->since, within)
                                               : kd_after(a->run->since, within);
}

void kd_triggers_tick(kd_triggers *triggers, const kd_surveys *surveys, const kd_look *look)
{
    for (uint32_t i = 0; i < surveys->count; i++) {
        attempt a = attempt_of(triggers, surveys, i, look);
        if (a.run->step < a.survey->steps && due_of(&a, 0) <= look->now) go_on(&a);
    }
}

void kd_triggers_settle(kd_triggers *triggers, const kd_surveys *surveys, uint32_t patience_ms)
{
    triggers->due = KOORD_NEVER;
    triggers->waiting = 0;
    for (uint32_t i = 0; i < surveys->count; i++) {
        attempt a = attempt_of(triggers, surveys, i, NULL);
        triggers->due = kd_sooner(triggers->due, due_of(&a, patience_ms));
        triggers->waiting += (uint32_t)kd_triggers_came(triggers, surveys, i);
    }
}

int kd_triggers_came(const kd_triggers *triggers, const kd_surveys *surveys, uint32_t place)
{
    return triggers->run[place].step >= surveys->item[place].steps;
}
