/* fatigue - how seldom a visitor is asked. What earlier visits and other tabs know comes as facts. */
#include "survey/fatigue.h"
#include "base/hash.h"
#include "base/text.h"

enum {
    HOUR_S = 3600,
    DAY_S = 24 * HOUR_S,
    REST_MOST_DAYS = 365,
    OPEN_MS = 120000 /* a question that nobody closed is forgotten: its page may be gone */
};

void kd_fatigue_reset(kd_fatigue *fatigue)
{
    *fatigue = (kd_fatigue){ .all.asked_s = KD_PAST_NEVER };
    for (int i = 0; i < KD_SURVEYS; i++) fatigue->of[i].asked_s = KD_PAST_NEVER;
}

/* ---- what became of a question ---- */

static uint8_t more(uint8_t count)
{
    return (uint8_t)(count + (count < UINT8_MAX));
}

static void undo(kd_fatigue *f, kd_past *own)
{
    f->asked -= f->asked > 0;
    f->all = f->all_before;
    *own = f->before;
}

static void answered(kd_fatigue *f, kd_past *own)
{
    own->answered = f->all.answered = f->partial = 1;
    own->dismissed = f->all.dismissed = 0;
}

static void dismissed(kd_fatigue *f, kd_past *own)
{
    if (f->partial) return;
    own->dismissed = more(own->dismissed);
    f->all.dismissed = more(f->all.dismissed);
}

/* Only what is said of the newest question counts; another one cannot stand. */
static void settle(kd_fatigue *f, int32_t phase)
{
    kd_past *own = &f->of[f->place % KD_SURVEYS];
    int over = phase != KOORD_SURVEY_IS_SHOWN && phase != KOORD_SURVEY_IS_ANSWERED;
    if (phase == KOORD_SURVEY_IS_HELD || phase == KOORD_SURVEY_IS_FAILED) {
        if (!f->shown) undo(f, own);
    } else {
        f->shown = 1;
    }
    if (phase == KOORD_SURVEY_IS_ANSWERED || phase == KOORD_SURVEY_IS_COMPLETED) answered(f, own);
    if (phase == KOORD_SURVEY_IS_DISMISSED) dismissed(f, own);
    if (over) f->open = 0;
}

static int32_t known(int32_t number)
{
    return number == KOORD_ABSENT ? 0 : number;
}

static uint8_t small(int32_t number)
{
    return (uint8_t)(number < 0 ? 0 : number > UINT8_MAX ? UINT8_MAX : number);
}

static void remember(kd_past *past, const koord_event *e)
{
    int32_t ago_s = e->number[KOORD_SURVEY_PAST_ASKED_S];
    if (ago_s >= 0) {
        past->asked_s = (int32_t)(e->t / 1000) - ago_s;
        past->visit = past->asked_s >= 0 && !past->visit ? 1 : past->visit;
        past->dismissed = small(e->number[KOORD_SURVEY_PAST_DISMISSED]);
        past->answered = known(e->number[KOORD_SURVEY_PAST_ANSWERED]) > 0;
    }
    int32_t left = e->number[KOORD_SURVEY_PAST_LEFT];
    if (left != KOORD_ABSENT) past->spent = left <= 0;
}

/* What is learned while a question waits to be shown holds also where that is undone. */
static void learn(kd_fatigue *f, const kd_surveys *surveys, const koord_event *e)
{
    int32_t key = e->number[KOORD_SURVEY_PAST_KEY];
    if (key == KOORD_ABSENT) {
        remember(&f->all, e);
        remember(&f->all_before, e);
        return;
    }
    uint32_t place = kd_surveys_find(surveys, (uint32_t)key);
    if (place == KD_SURVEYS) return;
    remember(&f->of[place], e);
    if (place == f->place) remember(&f->before, e);
}

void kd_fatigue_take(kd_fatigue *f, const kd_surveys *surveys, const koord_event *e)
{
    int32_t of = e->number[KOORD_SURVEY_DECISION];
    switch (e->kind) {
    case KOORD_EVENT_OTHER_TAB:
        f->asked += e->number[KOORD_OTHER_TAB_WHAT] == KOORD_TAB_IS_ASKED;
        break;
    case KOORD_EVENT_SURVEY_PAST:
        learn(f, surveys, e);
        break;
    case KOORD_EVENT_SURVEY:
        if (f->decision && (of == KOORD_ABSENT || (uint32_t)of == f->decision))
            settle(f, e->number[KOORD_SURVEY_PHASE]);
        break;
    default:
        break;
    }
}

/* ---- the sample ---- */

/* Every bit of the number decides over every bit of the result (MurmurHash3's last step, Appleby). */
static uint32_t mixed(uint32_t number)
{
    number = (number ^ number >> 16) * 0x85EBCA6Bu;
    number = (number ^ number >> 13) * 0xC2B2AE35u;
    return number ^ number >> 16;
}

uint32_t kd_draw(uint32_t visitor, koord_text name)
{
    return mixed(kd_hash(KD_HASH_START ^ mixed(visitor + 1), name.at, name.size)) % 10000;
}

int kd_fatigue_holds_out(const kd_look *look)
{
    uint32_t draw = kd_draw((uint32_t)look->model->session.draw, KD_TEXT("hold out")); /* no survey's name */
    return draw < (uint32_t)KD_GET(look->settings, survey, HOLD_OUT_PERCENT) * 100;
}

/* ---- the budget ---- */

/* Twice as long each time in a row. */
static uint32_t doubled(uint32_t days, uint32_t times)
{
    while (times-- > 1 && days < REST_MOST_DAYS) days *= 2;
    return days < REST_MOST_DAYS ? days : REST_MOST_DAYS;
}

typedef struct rest {
    uint32_t gap_s, dismissed_days, answered_days;
} rest;

/* gap_s is for questions of earlier visits: within one, the visit's own limit holds. */
static uint8_t rests(const kd_past *past, const rest *limit, int32_t now_s)
{
    if (past->asked_s == KD_PAST_NEVER) return KOORD_WHY_IS_CLEAR;
    int64_t ago_s = (int64_t)now_s - past->asked_s;
    if (past->dismissed && ago_s < (int64_t)doubled(limit->dismissed_days, past->dismissed) * DAY_S)
        return KOORD_WHY_IS_UNANSWERED;
    if (past->answered && ago_s < (int64_t)limit->answered_days * DAY_S) return KOORD_WHY_IS_ANSWERED;
    if (past->asked_s < 0 && ago_s < limit->gap_s) return KOORD_WHY_IS_TOO_SOON;
    return KOORD_WHY_IS_CLEAR;
}

static uint8_t resting(const kd_fatigue *f, const kd_survey *survey, const kd_past *own, const kd_look *look)
{
    const uint16_t *limit = survey->limit;
    rest all = { KD_GET(look->settings, survey, GAP_HOURS) * HOUR_S,
                 KD_GET(look->settings, survey, DISMISSED_DAYS),
                 KD_GET(look->settings, survey, ANSWERED_DAYS) };
    rest one = { (uint32_t)limit[KOORD_LIMIT_IS_EVERY_DAYS] * DAY_S, limit[KOORD_LIMIT_IS_DISMISSED_DAYS],
                 limit[KOORD_LIMIT_IS_ANSWERED_DAYS] };
    int32_t now_s = (int32_t)(look->now / 1000);
    uint8_t why = rests(&f->all, &all, now_s);
    return why != KOORD_WHY_IS_CLEAR ? why : rests(own, &one, now_s);
}

static int is_same(const kd_fatigue *f, uint32_t incident, uint32_t moment)
{
    return (incident && f->incident == incident) || (moment && f->moment == moment);
}

uint8_t kd_fatigue_reason(const kd_fatigue *f, const kd_surveys *surveys, uint32_t place, const kd_look *look,
                          uint32_t incident, uint32_t moment)
{
    const kd_survey *survey = &surveys->item[place];
    const kd_past *own = &f->of[place];
    const kd_session *session = &look->model->session;
    if (is_same(f, incident, moment)) return KOORD_WHY_IS_SAME_INCIDENT;
    if (kd_draw((uint32_t)session->draw, kd_survey_name(survey)) >= survey->limit[KOORD_LIMIT_IS_SAMPLE])
        return KOORD_WHY_IS_SAMPLE;
    if (own->spent) return KOORD_WHY_IS_QUOTA;
    if (f->asked >= KD_GET(look->settings, survey, VISIT_MOST) ||
        own->visit >= survey->limit[KOORD_LIMIT_IS_VISIT_MOST])
        return KOORD_WHY_IS_VISIT_BUDGET;
    if (f->asked + (uint32_t)session->asked >= KD_GET(look->settings, survey, WINDOW_MOST))
        return KOORD_WHY_IS_WINDOW_BUDGET;
    if (f->open && kd_between(f->decided_at, look->now) < OPEN_MS) return KOORD_WHY_IS_OPEN;
    return resting(f, survey, own, look);
}

uint8_t kd_fatigue_disturbs(const kd_standing *standing, const kd_look *look)
{
    koord_ms again;
    if (look->model->checkout.paying) return KOORD_WHY_IS_PAYING;
    if (standing->typing) return KOORD_WHY_IS_TYPING;
    if (!kd_response_rests(&look->model->response, look->settings, look->model->session.page_since, 0,
                           look->now, &again))
        return KOORD_WHY_IS_BUSY;
    return KOORD_WHY_IS_CLEAR;
}

static void ask(kd_past *past, int32_t now_s)
{
    past->asked_s = now_s;
    past->answered = 0;
    past->visit = more(past->visit);
}

void kd_fatigue_spend(kd_fatigue *f, uint32_t place, const kd_look *look, uint32_t incident, uint32_t moment,
                      uint32_t decision)
{
    f->all_before = f->all;
    f->before = f->of[place];
    ask(&f->all, (int32_t)(look->now / 1000));
    ask(&f->of[place], (int32_t)(look->now / 1000));
    f->asked++;
    f->incident = incident;
    f->moment = moment;
    f->decision = decision;
    f->decided_at = look->now;
    f->place = (uint8_t)place;
    f->shown = f->partial = 0;
    f->open = decision != 0;
}
