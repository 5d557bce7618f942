/* Tests of model/response and model/judge: what answers a press, and what puts the judgement off. */
#include "../check_main.h"
#include "stage.h"

/* ---- effects ---- */

static const struct {
    const char *says;
    int32_t what;
    koord_ms at;
    kd_answer expect;
} effects[] = {
    { "a navigation at once answers", KOORD_EFFECT_IS_NAVIGATION, 5000, KD_ANSWERED },
    { "an effect on the last moment of the window answers", KOORD_EFFECT_IS_SCROLL, 6000, KD_ANSWERED },
    { "one moment later it does not", KOORD_EFFECT_IS_SCROLL, 6001, KD_UNANSWERED },
    { "an effect between pointer down and click answers", KOORD_EFFECT_IS_TOGGLE, 4920, KD_ANSWERED },
    { "an effect before pointer down does not", KOORD_EFFECT_IS_TOGGLE, 4919, KD_UNANSWERED },
    { "the page coming back into view is no effect", KOORD_EFFECT_IS_SHOWN, 5100, KD_UNANSWERED },
    { "the page getting the focus is no effect", KOORD_EFFECT_IS_FOCUSED, 5100, KD_UNANSWERED },
    { "the page losing the focus is one: something opened", KOORD_EFFECT_IS_BLURRED, 5100, KD_ANSWERED },
};

START_TEST(effects_answer)
{
    stage s = begun();
    koord_event press = click_fact(5000, THING, BUTTON);
    press.number[KOORD_CLICK_PRESS_MS] = 80;
    uint32_t id = take(&s, press);
    take(&s, effect_fact(effects[_i].at, effects[_i].what));
    ck_assert_msg(judge_late(&s, id) == effects[_i].expect, "%s", effects[_i].says);
}
END_TEST

static const struct {
    const char *says;
    koord_ms at;
    kd_answer expect;
} before_the_click[] = {
    { "what comes as the finger lands is the press's", 4920, KD_ANSWERED },
    { "what came a moment before is not", 4919, KD_UNANSWERED },
};

START_TEST(effects_are_told_before_their_click)
{
    stage s = begun();
    koord_event press = click_fact(5000, THING, BUTTON);
    press.number[KOORD_CLICK_PRESS_MS] = 80;
    take(&s, effect_fact(before_the_click[_i].at, KOORD_EFFECT_IS_TOGGLE));
    uint32_t id = take(&s, press);
    ck_assert_msg(judge_late(&s, id) == before_the_click[_i].expect, "%s", before_the_click[_i].says);
}
END_TEST

START_TEST(of_two_effects_at_once_the_first_is_the_answer)
{
    stage s = begun();
    take(&s, click_fact(5000, THING, BUTTON));
    take(&s, effect_fact(5100, KOORD_EFFECT_IS_SCROLL));
    take(&s, effect_fact(5100, KOORD_EFFECT_IS_BLURRED));
    ck_assert_uint_eq(kd_response_newest(&s.response)->answered_by, KOORD_EFFECT_IS_SCROLL);
}
END_TEST

START_TEST(news_is_what_may_settle_a_judgement)
{
    stage s = begun();
    take(&s, request_fact(5000, 1, KOORD_REQUEST_IS_STARTED));
    ck_assert_msg(!s.response.news, "a request that starts settles nothing");
    take(&s, request_fact(5100, 1, KOORD_REQUEST_IS_ENDED));
    ck_assert_msg(s.response.news, "one that comes back may");
    take(&s, visual_fact(5150, 3));
    ck_assert_msg(!s.response.news, "a change that may be ambient settles nothing");
    take(&s, request_fact(5200, 1, KOORD_REQUEST_IS_ENDED));
    ck_assert_msg(!s.response.news, "it has come back already");
}
END_TEST

START_TEST(stays_open_up_to_the_end_of_the_window)
{
    stage s = begun();
    koord_ms again = 0;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    ck_assert_int_eq(judge(&s, id, 0, 6000, &again), KD_OPEN);
    ck_assert_uint_eq(again, 6001);
    ck_assert_int_eq(judge(&s, id, 0, 6001, &again), KD_UNANSWERED);
}
END_TEST

/* ---- whose effect it is ---- */

static const struct {
    const char *says;
    uint32_t second; /* target of a press 500 ms later */
    int32_t what;
    koord_ms at;
    kd_answer expect;
} owners[] = {
    { "presses on one thing share what follows", THING, KOORD_EFFECT_IS_NAVIGATION, 5600, KD_ANSWERED },
    { "what follows soon belongs to the newest press", OTHER, KOORD_EFFECT_IS_NAVIGATION, 5600,
      KD_UNANSWERED },
};

START_TEST(effects_have_owners)
{
    stage s = begun();
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, click_fact(5500, owners[_i].second, BUTTON));
    take(&s, effect_fact(owners[_i].at, owners[_i].what));
    ck_assert_msg(judge_late(&s, id) == owners[_i].expect, "%s", owners[_i].says);
}
END_TEST

static const struct {
    const char *says;
    int32_t what;
    koord_ms at;
    kd_answer expect;
} late_owners[] = {
    { "0.3 s after the newest press the page still answers it alone", KOORD_EFFECT_IS_SCROLL, 5800,
      KD_UNANSWERED },
    { "a moment later older presses may have brought it about", KOORD_EFFECT_IS_SCROLL, 5801, KD_ANSWERED },
#define BY_HAND(what)                                                                                        \
    {                                                                                                        \
        "what is done by hand belongs to the newest press however late: " #what, KOORD_EFFECT_IS_##what,     \
            6501, KD_UNANSWERED                                                                              \
    }
    BY_HAND(INPUT),
    BY_HAND(FOCUS),
    BY_HAND(SELECTION),
    BY_HAND(TOGGLE),
    BY_HAND(CLIPBOARD),
};

START_TEST(late_effects_may_belong_to_older_presses)
{
    stage s = begun();
    koord_ms again;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, click_fact(5500, OTHER, BUTTON));
    take(&s, effect_fact(late_owners[_i].at, late_owners[_i].what));
    const kd_press *press = kd_response_find(&s.response, id);
    kd_answer answer = kd_response_judge(&s.response, &s.settings, press, 2500, 1, 60000, &again);
    ck_assert_msg(answer == late_owners[_i].expect, "%s", late_owners[_i].says);
}
END_TEST

START_TEST(a_thing_and_what_holds_it_are_the_same)
{
    kd_press card = { .target = 1 }, button = { .target = 2, .within = 1 }, other = { .target = 3 };
    ck_assert_int_eq(kd_press_same(&card, &button), 1);
    ck_assert_int_eq(kd_press_same(&button, &card), 1);
    ck_assert_int_eq(kd_press_same(&button, &other), 0);
    ck_assert_int_eq(kd_press_same(&other, &button), 0);
    ck_assert_msg(!kd_press_same(&card, &other), "two things that stand in nothing are not the same");
}
END_TEST

/* ---- requests put the judgement off ---- */

static const struct {
    const char *says;
    koord_ms started, ended; /* ended 0: never */
    koord_ms again;          /* when to ask again, at 6500 */
} requests[] = {
    { "a request of the press puts it off to the most", 5200, 0, 15001 },
    { "one that began just before the press may belong to it", 4900, 0, 15001 },
    { "one that began earlier does not", 4899, 0, 0 },
    { "one that began on the last moment belongs to it", 6000, 0, 15001 },
    { "one moment later it does not", 6001, 0, 0 },
    { "a page has time to show the answer", 5200, 6200, 6701 },
    { "the window is never cut short", 5200, 5300, 0 },
};

START_TEST(requests_put_off)
{
    stage s = begun();
    koord_ms again = 0;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, request_fact(requests[_i].started, 1, KOORD_REQUEST_IS_STARTED));
    if (requests[_i].ended) take(&s, request_fact(requests[_i].ended, 1, KOORD_REQUEST_IS_ENDED));
    kd_answer answer = judge(&s, id, 1, 6500, &again);
    ck_assert_msg(answer == (requests[_i].again ? KD_OPEN : KD_UNANSWERED), "%s", requests[_i].says);
    ck_assert_msg(again == requests[_i].again, "%s: again at %u", requests[_i].says, again);
    ck_assert_msg(judge(&s, id, 0, 6500, &again) == KD_UNANSWERED, "the impatient do not wait");
}
END_TEST

START_TEST(an_effect_within_patience_answers)
{
    stage s = begun();
    koord_ms again;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, request_fact(5100, 1, KOORD_REQUEST_IS_STARTED));
    take(&s, request_fact(9000, 1, KOORD_REQUEST_IS_ENDED));
    take(&s, effect_fact(9500, KOORD_EFFECT_IS_SCROLL));
    ck_assert_int_eq(judge(&s, id, 1, 20000, &again), KD_ANSWERED);
    ck_assert_int_eq(judge(&s, id, 0, 20000, &again), KD_UNANSWERED);
}
END_TEST

/* ---- whether a page has come to rest ---- */

static const struct {
    const char *says;
    koord_ms started, ended; /* ended 0: never */
    koord_ms now;
    int rests;
} pages[] = {
    { "a request on its way", 5000, 0, 6000, 0 },
    { "a request that starts just now", 6000, 0, 6000, 0 },
    { "one that started before anybody asked", 4999, 0, 6000, 1 },
    { "one that is waited for up to the most", 5000, 0, 14999, 0 },
    { "one that takes longer", 5000, 0, 15000, 1 },
    { "one that ended a moment too short ago", 5000, 5500, 5999, 0 },
    { "one that ended long enough ago", 5000, 5500, 6000, 1 },
};

START_TEST(comes_to_rest)
{
    stage s = begun();
    koord_ms again = 0;
    take(&s, request_fact(pages[_i].started, 1, KOORD_REQUEST_IS_STARTED));
    if (pages[_i].ended) take(&s, request_fact(pages[_i].ended, 1, KOORD_REQUEST_IS_ENDED));
    int rests = kd_response_rests(&s.response, &s.settings, 5000, 500, pages[_i].now, &again);
    ck_assert_msg(rests == pages[_i].rests, "%s", pages[_i].says);
    ck_assert_msg(rests || again > pages[_i].now, "%s: again at %u", pages[_i].says, again);
}
END_TEST

START_TEST(a_pending_request_is_waited_for_without_haste)
{
    stage s = begun();
    koord_ms again = 0;
    take(&s, request_fact(5000, 1, KOORD_REQUEST_IS_STARTED));
    ck_assert_int_eq(kd_response_rests(&s.response, &s.settings, 5000, 0, 6000, &again), 0);
    ck_assert_msg(again == 6251, "a page's timer would ring every millisecond: again at %u", again);
    ck_assert_int_eq(kd_response_rests(&s.response, &s.settings, 5000, 251, 6000, &again), 0);
    ck_assert_uint_eq(again, 6252);
}
END_TEST

START_TEST(the_last_request_to_end)
{
    stage s = begun();
    ck_assert_uint_eq(kd_response_ended(&s.response, 5000), KOORD_NEVER);
    take(&s, request_fact(4999, 1, KOORD_REQUEST_IS_STARTED));
    take(&s, request_fact(5300, 1, KOORD_REQUEST_IS_ENDED));
    take(&s, request_fact(5000, 2, KOORD_REQUEST_IS_STARTED));
    ck_assert_uint_eq(kd_response_ended(&s.response, 5000), KOORD_NEVER);
    take(&s, request_fact(5200, 2, KOORD_REQUEST_IS_ENDED));
    ck_assert_uint_eq(kd_response_ended(&s.response, 5000), 5200);
}
END_TEST

START_TEST(a_new_page_forgets_requests)
{
    stage s = begun();
    take(&s, request_fact(5100, 1, KOORD_REQUEST_IS_STARTED));
    ck_assert_uint_eq(s.response.requests, 1);
    take(&s, page_fact(6000, KOORD_VIA_IS_HISTORY));
    ck_assert_msg(s.response.requests == 1, "a view inside the page keeps them");
    take(&s, page_fact(6000, KOORD_VIA_IS_LOAD));
    ck_assert_uint_eq(s.response.requests, 0);
}
END_TEST

/* ---- which presses count ---- */

static const struct {
    const char *says;
    int32_t traits;
    int expect;
} kinds[] = {
    { "a button counts", BUTTON, 1 },
    { "a text is pressed to write in it", BUTTON | 1 << KOORD_TRAIT_IS_TEXT, 0 },
    { "what a canvas does cannot be seen", BUTTON | 1 << KOORD_TRAIT_IS_OPAQUE, 0 },
    { "the shop says: look away", BUTTON | 1 << KOORD_TRAIT_IS_IGNORED, 0 },
    { "a disabled thing does nothing by design", BUTTON | 1 << KOORD_TRAIT_IS_DISABLED, 0 },
    { "a touch counts as a press", BUTTON | 1 << KOORD_TRAIT_IS_TOUCH, 1 },
};

START_TEST(presses_count_by_what_they_are_on)
{
    stage s = begun();
    uint32_t id = take(&s, click_fact(5000, THING, kinds[_i].traits));
    ck_assert_msg(kd_press_counts(kd_response_find(&s.response, id)) == kinds[_i].expect, "%s",
                  kinds[_i].says);
}
END_TEST

START_TEST(a_press_that_brings_the_page_back_is_not_judged)
{
    stage s = begun();
    take(&s, effect_fact(4000, KOORD_EFFECT_IS_FOCUSED));
    uint32_t soon = take(&s, click_fact(4999, THING, BUTTON)),
             later = take(&s, click_fact(5000, THING, BUTTON));
    ck_assert_int_eq(kd_press_counts(kd_response_find(&s.response, soon)), 0);
    ck_assert_int_eq(kd_press_counts(kd_response_find(&s.response, later)), 1);
}
END_TEST

START_TEST(coming_back_at_nought_counts_too)
{
    stage s = begun();
    take(&s, effect_fact(0, KOORD_EFFECT_IS_SHOWN));
    uint32_t id = take(&s, click_fact(500, THING, BUTTON));
    ck_assert_int_eq(kd_press_counts(kd_response_find(&s.response, id)), 0);
}
END_TEST

START_TEST(the_oldest_press_is_forgotten)
{
    stage s = begun();
    uint32_t first = take(&s, click_fact(5000, THING, BUTTON));
    for (koord_ms t = 1; t < KD_PRESSES; t++) take(&s, click_fact(5000 + t, THING, BUTTON));
    ck_assert_ptr_nonnull(kd_response_find(&s.response, first));
    take(&s, click_fact(6000, THING, BUTTON));
    ck_assert_ptr_null(kd_response_find(&s.response, first));
}
END_TEST

START_TEST(a_page_view_answers_every_press)
{
    stage s = begun();
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, page_fact(5900, KOORD_VIA_IS_HISTORY));
    ck_assert_int_eq(judge_late(&s, id), KD_ANSWERED);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("response");
    tcase_add_loop_test(all, effects_answer, 0, ROWS(effects));
    tcase_add_loop_test(all, effects_are_told_before_their_click, 0, ROWS(before_the_click));
    tcase_add_test(all, of_two_effects_at_once_the_first_is_the_answer);
    tcase_add_test(all, news_is_what_may_settle_a_judgement);
    tcase_add_test(all, stays_open_up_to_the_end_of_the_window);
    tcase_add_loop_test(all, effects_have_owners, 0, ROWS(owners));
    tcase_add_loop_test(all, late_effects_may_belong_to_older_presses, 0, ROWS(late_owners));
    tcase_add_test(all, a_thing_and_what_holds_it_are_the_same);
    tcase_add_loop_test(all, requests_put_off, 0, ROWS(requests));
    tcase_add_test(all, an_effect_within_patience_answers);
    tcase_add_loop_test(all, comes_to_rest, 0, ROWS(pages));
    tcase_add_test(all, a_pending_request_is_waited_for_without_haste);
    tcase_add_test(all, the_last_request_to_end);
    tcase_add_test(all, a_new_page_forgets_requests);
    tcase_add_loop_test(all, presses_count_by_what_they_are_on, 0, ROWS(kinds));
    tcase_add_test(all, a_press_that_brings_the_page_back_is_not_judged);
    tcase_add_test(all, coming_back_at_nought_counts_too);
    tcase_add_test(all, the_oldest_press_is_forgotten);
    tcase_add_test(all, a_page_view_answers_every_press);
    return run_suite();
}
