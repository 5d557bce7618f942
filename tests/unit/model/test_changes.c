/* Tests of model/response: what changes on the page, and what goes on by itself. */
#include "../check_main.h"
#include "stage.h"

START_TEST(a_change_counts_only_after_the_watch)
{
    stage s = begun();
    koord_ms again = 0;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, visual_fact(5200, 31));
    ck_assert_int_eq(judge(&s, id, 0, 11000, &again), KD_PERHAPS);
    ck_assert_uint_eq(again, 11001);
    ck_assert_int_eq(judge(&s, id, 0, 11001, &again), KD_ANSWERED);
}
END_TEST

static const struct {
    const char *says;
    int32_t least, most;
    kd_answer expect;
} gaps[] = {
    { "a region that changes every second is a clock", 1000, 1000, KD_UNANSWERED },
    { "three times the least gap is even", 1000, 3000, KD_UNANSWERED },
    { "200 ms more is the drift of a timer", 1000, 3200, KD_UNANSWERED },
    { "more is no clock", 1000, 3201, KD_ANSWERED },
    { "a burst of changes is no clock", 10, 900, KD_ANSWERED },
};

START_TEST(clocks_do_not_answer)
{
    stage s = begun();
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, visual_fact(5200, 31));
    take(&s, ambient_fact(9000, 31, gaps[_i].least, gaps[_i].most));
    ck_assert_msg(judge_late(&s, id) == gaps[_i].expect, "%s", gaps[_i].says);
}
END_TEST

START_TEST(a_known_clock_is_remembered_until_the_page_is_left)
{
    stage s = begun();
    take(&s, ambient_fact(1000, 31, 1000, 1000));
    uint32_t here = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, visual_fact(5200, 31));
    ck_assert_int_eq(judge_late(&s, here), KD_UNANSWERED);
    take(&s, page_fact(30000, KOORD_VIA_IS_HISTORY));
    ck_assert_uint_eq(s.response.ambients, 1);
    take(&s, page_fact(31000, KOORD_VIA_IS_LOAD));
    uint32_t there = take(&s, click_fact(35000, THING, BUTTON));
    take(&s, visual_fact(35200, 31));
    ck_assert_msg(judge_late(&s, there) == KD_ANSWERED, "regions are numbered anew on every page");
}
END_TEST

START_TEST(another_change_beside_a_clock_answers)
{
    stage s = begun();
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, visual_fact(5100, 31));
    take(&s, visual_fact(5900, 32));
    take(&s, ambient_fact(9000, 31, 1000, 1000));
    ck_assert_int_eq(judge_late(&s, id), KD_ANSWERED);
}
END_TEST

START_TEST(more_regions_than_fit_answer_beyond_doubt)
{
    stage s = begun();
    koord_ms again;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    for (int32_t region = 1; region <= KD_CHANGES; region++) take(&s, visual_fact(5100, region));
    ck_assert_int_eq(judge(&s, id, 0, 6001, &again), KD_PERHAPS);
    take(&s, visual_fact(5200, KD_CHANGES + 1));
    ck_assert_int_eq(judge(&s, id, 0, 6001, &again), KD_ANSWERED);
}
END_TEST

START_TEST(a_region_that_changes_often_is_one_region)
{
    stage s = begun();
    koord_ms again;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    for (koord_ms t = 5100; t < 5100 + 2 * KD_CHANGES; t++) take(&s, visual_fact(t, 31));
    ck_assert_int_eq(judge(&s, id, 0, 6001, &again), KD_PERHAPS);
}
END_TEST

START_TEST(a_region_that_changes_often_takes_one_place)
{
    stage s = begun();
    koord_ms again;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    for (koord_ms t = 5100; t < 5120; t++) take(&s, visual_fact(t, KD_CHANGES));
    for (int32_t region = 1; region < KD_CHANGES; region++) take(&s, visual_fact(5120, region));
    take(&s, visual_fact(5130, KD_CHANGES));
    ck_assert_msg(judge(&s, id, 0, 6001, &again) == KD_PERHAPS, "the oldest of them is still known");
}
END_TEST

START_TEST(what_proved_ambient_does_not_answer_when_it_makes_room)
{
    stage s = begun();
    koord_ms again;
    uint32_t id = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, visual_fact(5100, 31));
    take(&s, ambient_fact(5150, 31, 10, 10));
    for (int32_t region = 1; region <= KD_CHANGES; region++) take(&s, visual_fact(5200, region));
    ck_assert_int_eq(judge(&s, id, 0, 6001, &again), KD_PERHAPS);
}
END_TEST

START_TEST(the_oldest_ambient_region_makes_room)
{
    stage s = begun();
    for (int32_t region = 1; region <= KD_AMBIENT + 1; region++)
        take(&s, ambient_fact(1000, region, 1000, 1000));
    uint32_t first = take(&s, click_fact(5000, THING, BUTTON));
    take(&s, visual_fact(5100, 1));
    ck_assert_msg(judge_late(&s, first) == KD_ANSWERED, "the first one is forgotten");
    uint32_t second = take(&s, click_fact(15000, OTHER, BUTTON));
    take(&s, visual_fact(15100, KD_AMBIENT + 1));
    ck_assert_msg(judge_late(&s, second) == KD_UNANSWERED, "the newest one is known");
}
END_TEST

int main(void)
{
    TCase *all = suite_of("changes");
    tcase_add_test(all, a_change_counts_only_after_the_watch);
    tcase_add_loop_test(all, clocks_do_not_answer, 0, ROWS(gaps));
    tcase_add_test(all, a_known_clock_is_remembered_until_the_page_is_left);
    tcase_add_test(all, another_change_beside_a_clock_answers);
    tcase_add_test(all, more_regions_than_fit_answer_beyond_doubt);
    tcase_add_test(all, a_region_that_changes_often_is_one_region);
    tcase_add_test(all, a_region_that_changes_often_takes_one_place);
    tcase_add_test(all, what_proved_ambient_does_not_answer_when_it_makes_room);
    tcase_add_test(all, the_oldest_ambient_region_makes_room);
    return run_suite();
}
