/* standing - what a survey's predicates may ask. */
#include "survey/standing.h"

enum { MOST = 1000000 }; /* nobody sees more pages or struggles more than this */

#define IS(NAME) standing->is[KOORD_SUBJECT_IS_##NAME - KOORD_SUBJECT_IS_PLACE]

void kd_standing_reset(kd_standing *standing)
{
    for (int i = 0; i < KD_SUBJECTS; i++) standing->is[i] = KOORD_ABSENT;
    IS(PAGES) = IS(TROUBLES) = IS(STRUGGLE) = 0;
    standing->typing = 0;
}

/* Who has searched or sent a form types no more, although the focus may stay. */
static void take_field(kd_standing *standing, const koord_event *e)
{
    int32_t phase = e->number[KOORD_FIELD_PHASE];
    if (phase == KOORD_FIELD_IS_CHANGED) standing->typing = 1;
    if (phase == KOORD_FIELD_IS_LEFT || phase == KOORD_FIELD_IS_FOCUSED) standing->typing = 0;
}

void kd_standing_take(kd_standing *standing, const koord_event *e)
{
    switch (e->kind) {
    case KOORD_EVENT_SESSION:
        IS(DEVICE) = e->number[KOORD_SESSION_DEVICE];
        IS(VISIT) = e->number[KOORD_SESSION_VISIT];
        IS(AUTOMATED) = e->number[KOORD_SESSION_AUTOMATED];
        break;
    case KOORD_EVENT_VISITOR:
        IS(LANGUAGE) = e->number[KOORD_VISITOR_LANGUAGE];
        IS(CAMPAIGN) = e->number[KOORD_VISITOR_CAMPAIGN];
        break;
    case KOORD_EVENT_TOUCHPOINT:
        IS(TOUCHPOINT) = e->number[KOORD_TOUCHPOINT_PLACE];
        break;
    case KOORD_EVENT_PAGE_VIEW:
        if (IS(PAGES) < MOST) IS(PAGES)++;
        IS(DEPTH) = KOORD_ABSENT;
        standing->typing = 0;
        break;
    case KOORD_EVENT_SCROLL:
        IS(DEPTH) = e->number[KOORD_SCROLL_DEPTH];
        break;
    case KOORD_EVENT_FIELD:
        take_field(standing, e);
        break;
    case KOORD_EVENT_SUBMIT:
    case KOORD_EVENT_SEARCH:
        standing->typing = 0;
        break;
    default:
        break;
    }
}

void kd_standing_hear(kd_standing *standing, const kd_verdict *signal)
{
    if (!kd_is_trouble(signal) || IS(STRUGGLE) > MOST) return;
    IS(TROUBLES)++;
    IS(STRUGGLE) += (int32_t)signal->effect.severity;
}

static int32_t said(const kd_verdict *v, uint8_t subject)
{
    switch (subject) {
    case KOORD_SUBJECT_IS_VARIANT:
        return (int32_t)v->effect.variant;
    case KOORD_SUBJECT_IS_SEVERITY:
        return (int32_t)v->effect.severity;
    case KOORD_SUBJECT_IS_STATE:
        return (int32_t)v->effect.state;
    case KOORD_SUBJECT_IS_SAID_PLACE:
        return v->place;
    case KOORD_SUBJECT_IS_SAID_STEP:
        return v->step;
    case KOORD_SUBJECT_IS_SAID_TOTAL_CENTS:
        return v->total_cents;
    default:
        return subject == KOORD_SUBJECT_IS_TOOK_MS ? (int32_t)v->took_ms : KOORD_ABSENT;
    }
}

static int32_t now(const kd_standing *standing, const kd_look *look, uint8_t subject)
{
    const kd_session *session = &look->model->session;
    switch (subject) {
    case KOORD_SUBJECT_IS_PLACE:
        return session->place;
    case KOORD_SUBJECT_IS_STEP:
        return session->step;
    case KOORD_SUBJECT_IS_TOTAL_CENTS:
        return session->total_cents;
    case KOORD_SUBJECT_IS_STAFF:
        return session->staff;
    case KOORD_SUBJECT_IS_PAGE_MS:
        return (int32_t)(kd_between(session->page_since, look->now) & INT32_MAX);
    default:
        return standing->is[(subject - KOORD_SUBJECT_IS_PLACE) % KD_SUBJECTS];
    }
}

static int32_t ask(const kd_standing *standing, const kd_look *look, const kd_occasion *occasion,
                   uint8_t subject)
{
    if (subject >= KOORD_SUBJECT_IS_PLACE) return now(standing, look, subject);
    if (occasion && subject < KOORD_NUMBERS)
        return occasion->fact ? occasion->fact->number[subject] : KOORD_ABSENT;
    return occasion && occasion->verdict ? said(occasion->verdict, subject) : KOORD_ABSENT;
}

/* What is not known is not anything. */
static int holds(const koord_row *row, int32_t value)
{
    int known = value != KOORD_ABSENT,
        bit = known && row->value >= 0 && row->value < 32 && value >> row->value & 1;
    switch (row->test) {
    case KOORD_TEST_IS_IS:
        return known && value == row->value;
    case KOORD_TEST_IS_IS_NOT:
        return value != row->value;
    case KOORD_TEST_IS_AT_LEAST:
        return known && value >= row->value;
    case KOORD_TEST_IS_AT_MOST:
        return known && value <= row->value;
    case KOORD_TEST_IS_KNOWN:
        return known == row->value;
    case KOORD_TEST_IS_HAS:
        return bit;
    default:
        return !bit;
    }
}

int kd_predicates_hold(const koord_row *row, const koord_row *end, const kd_standing *standing,
                       const kd_look *look, const kd_occasion *occasion)
{
    uint8_t what = row < end ? row->what : 0;
    while (row < end && row->what == what) {
        int any = 0;
        do any |= holds(row, ask(standing, look, occasion, row->of));
        while (++row < end && row->what == what && row->more);
        if (!any) return 0;
    }
    return 1;
}
