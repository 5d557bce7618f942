/* Tests of survey/survey: which signal asks what, and one budget over all surveys. The rest stands in
 * docs/surveys-table.md. */
#include "../check_main.h"
#include "../visit.h"
#include "base/text.h"

/* One search in vain: the moment of the survey that is there without configuration. */
static void disappoint(visit *v, koord_ms t, int32_t key)
{
    visit_feed(v, search_fact(t, key));
    visit_feed(v, results_fact(t + 100, key, 0));
    visit_tick(v, t + 1000);
}

static const kd_verdict *decision(const visit *v, uint32_t nth)
{
    for (uint32_t i = 0; i < v->count; i++)
        if (v->said[i].effect.kind == KOORD_EFFECT_DECISION && nth-- == 0) return &v->said[i];
    return NULL;
}

static uint8_t why(const visit *v, uint32_t nth)
{
    const kd_verdict *d = decision(v, nth);
    ck_assert_ptr_nonnull(d);
    return d->why;
}

START_TEST(a_signal_asks)
{
    visit v;
    visit_begin(&v);
    disappoint(&v, 1000, 9);
    const kd_verdict *d = decision(&v, 0);
    ck_assert_ptr_nonnull(d);
    ck_assert_uint_eq(d->effect.yes, 1);
    ck_assert_uint_eq(d->about, v.said[0].effect.id);
    ck_assert_uint_eq(d->incident, v.said[0].incident);
    ck_assert_uint_eq(d->effect.t, v.said[0].effect.t);
    ck_assert_uint_gt(d->effect.id, v.said[0].effect.id);
}
END_TEST

START_TEST(a_signal_that_no_survey_waits_for_asks_nothing)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 1);
    ck_assert_ptr_null(decision(&v, 0));
}
END_TEST

/* ---- the budget ---- */

static const struct {
    const char *says;
    int32_t visit_most, window_most, asked, draw;
    uint32_t sample;
    uint8_t first, second;
} budgets[] = {
    { "one question a visit", 1, 9, 0, 0, 10000, KOORD_WHY_IS_CLEAR, KOORD_WHY_IS_VISIT_BUDGET },
    { "two where a shop says so", 2, 9, 0, 0, 10000, KOORD_WHY_IS_CLEAR, KOORD_WHY_IS_CLEAR },
    { "none where it says so", 0, 9, 0, 0, 10000, KOORD_WHY_IS_VISIT_BUDGET, KOORD_WHY_IS_VISIT_BUDGET },
    { "what was asked in thirty days counts", 9, 2, 1, 0, 10000, KOORD_WHY_IS_CLEAR,
      KOORD_WHY_IS_WINDOW_BUDGET },
    { "all of it", 9, 2, 2, 0, 10000, KOORD_WHY_IS_WINDOW_BUDGET, KOORD_WHY_IS_WINDOW_BUDGET },
    { "one of the sample", 9, 9, 0, 2, 5000, KOORD_WHY_IS_CLEAR, KOORD_WHY_IS_CLEAR },
    { "one who is not", 9, 9, 0, 1, 5000, KOORD_WHY_IS_SAMPLE, KOORD_WHY_IS_SAMPLE },
    { "a survey that is switched off", 9, 9, 0, 0, 0, KOORD_WHY_IS_SAMPLE, KOORD_WHY_IS_SAMPLE },
};

START_TEST(budget)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "survey.visit_most", budgets[_i].visit_most);
    visit_set(&v, "survey.window_most", budgets[_i].window_most);
    visit_set(&v, "survey.answered_days", 0);
    koord_survey(&v.engine, KD_TEXT("search_effort"), KD_TEXT("zero_results"), budgets[_i].sample);
    koord_event session = session_fact();
    session.number[KOORD_SESSION_ASKED] = budgets[_i].asked;
    session.number[KOORD_SESSION_DRAW] = budgets[_i].draw;
    visit_feed(&v, session);
    disappoint(&v, 1000, 9);
    visit_feed(&v, survey_fact(30000, KOORD_SURVEY_IS_COMPLETED));
    disappoint(&v, 60000, 10);
    ck_assert_msg(why(&v, 0) == budgets[_i].first, "%s: first %u", budgets[_i].says, why(&v, 0));
    ck_assert_msg(why(&v, 1) == budgets[_i].second, "%s: second %u", budgets[_i].says, why(&v, 1));
}
END_TEST

START_TEST(one_incident_asks_once)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "survey.visit_most", 9);
    visit_set(&v, "survey.window_most", 9);
    visit_feed(&v, session_fact());
    visit_feed(&v,
               checkout_fact(500, KOORD_STEP_IS_START, 100)); /* what happens in one step is one incident */
    disappoint(&v, 1000, 9);
    disappoint(&v, 3000, 10);
    ck_assert_uint_eq(why(&v, 0), KOORD_WHY_IS_CLEAR);
    ck_assert_uint_eq(why(&v, 1), KOORD_WHY_IS_SAME_INCIDENT);
}
END_TEST

/* ---- what the host says became of it ---- */

static const struct {
    const char *says;
    int32_t phase;
    uint8_t second;
} phases[] = {
    { "shown: the budget is spent", KOORD_SURVEY_IS_SHOWN, KOORD_WHY_IS_VISIT_BUDGET },
    { "dismissed: it is spent, too", KOORD_SURVEY_IS_DISMISSED, KOORD_WHY_IS_VISIT_BUDGET },
    { "held: it is given back", KOORD_SURVEY_IS_HELD, KOORD_WHY_IS_CLEAR },
    { "failed: it is given back", KOORD_SURVEY_IS_FAILED, KOORD_WHY_IS_CLEAR },
};

START_TEST(phase)
{
    visit v;
    visit_begin(&v);
    disappoint(&v, 1000, 9);
    visit_feed(&v, survey_fact(3000, phases[_i].phase));
    disappoint(&v, 60000, 10);
    ck_assert_msg(why(&v, 1) == phases[_i].second, "%s", phases[_i].says);
}
END_TEST

START_TEST(it_is_given_back_once)
{
    visit v;
    visit_begin(&v);
    disappoint(&v, 1000, 9);
    visit_feed(&v, survey_fact(3000, KOORD_SURVEY_IS_HELD));
    visit_feed(&v, survey_fact(3001, KOORD_SURVEY_IS_HELD));
    disappoint(&v, 60000, 10);
    disappoint(&v, 120000, 11);
    ck_assert_uint_eq(why(&v, 1), KOORD_WHY_IS_CLEAR);
    ck_assert_uint_eq(why(&v, 2), KOORD_WHY_IS_VISIT_BUDGET);
}
END_TEST

START_TEST(shown_and_then_failed_stays_spent)
{
    visit v;
    visit_begin(&v);
    disappoint(&v, 1000, 9);
    visit_feed(&v, survey_fact(3000, KOORD_SURVEY_IS_SHOWN));
    visit_feed(&v, survey_fact(4000, KOORD_SURVEY_IS_FAILED));
    disappoint(&v, 60000, 10);
    ck_assert_uint_eq(why(&v, 1), KOORD_WHY_IS_VISIT_BUDGET);
}
END_TEST

START_TEST(another_tab_spends_the_visits_budget)
{
    visit v;
    visit_begin(&v);
    koord_event news = koord_event_of(KOORD_EVENT_OTHER_TAB, 500);
    news.number[KOORD_OTHER_TAB_WHAT] = KOORD_TAB_IS_ASKED;
    visit_feed(&v, news);
    disappoint(&v, 1000, 9);
    ck_assert_uint_eq(why(&v, 0), KOORD_WHY_IS_VISIT_BUDGET);
}
END_TEST

/* ---- the list ---- */

START_TEST(the_first_survey_of_the_list_asks)
{
    visit v;
    visit_open(&v);
    koord_survey(&v.engine, KD_TEXT("why_not"), KD_TEXT("zero_results"), 10000);
    visit_feed(&v, session_fact());
    disappoint(&v, 1000, 9);
    ck_assert_uint_eq(decision(&v, 0)->effect.what, 0);
    ck_assert_uint_eq(why(&v, 0), KOORD_WHY_IS_CLEAR);
    ck_assert_msg(why(&v, 1) == KOORD_WHY_IS_SAME_INCIDENT, "and the other says why it does not");
    ck_assert_ptr_null(decision(&v, 2));
}
END_TEST

START_TEST(a_survey_may_wait_for_something_else)
{
    visit v;
    visit_open(&v);
    koord_survey(&v.engine, KD_TEXT("search_effort"), KD_TEXT("coupon_failure"), 10000);
    visit_feed(&v, session_fact());
    disappoint(&v, 1000, 9);
    ck_assert_ptr_null(decision(&v, 0));
    visit_feed(&v, coupon_fact(3000, KOORD_COUPON_IS_REFUSED, 1));
    ck_assert_ptr_nonnull(decision(&v, 0));
    visit_tick(&v, 90000);
    ck_assert_msg(!decision(&v, 1), "that it became final is no new moment");
}
END_TEST

int main(void)
{
    TCase *all = suite_of("survey");
    tcase_add_test(all, a_signal_asks);
    tcase_add_test(all, a_signal_that_no_survey_waits_for_asks_nothing);
    tcase_add_loop_test(all, budget, 0, ROWS(budgets));
    tcase_add_test(all, one_incident_asks_once);
    tcase_add_loop_test(all, phase, 0, ROWS(phases));
    tcase_add_test(all, it_is_given_back_once);
    tcase_add_test(all, shown_and_then_failed_stays_spent);
    tcase_add_test(all, another_tab_spends_the_visits_budget);
    tcase_add_test(all, the_first_survey_of_the_list_asks);
    tcase_add_test(all, a_survey_may_wait_for_something_else);
    return run_suite();
}
