/* Tests of survey/program: what is a program and what is not, and how surveys are kept side by side. */
#include "../check_main.h"
#include "base/text.h"
#include "detect/detector.h"
#include "survey/program.h"
#include <string.h>

#define SEE(kind)                                                                                            \
    {                                                                                                        \
        KOORD_ROW_IS_SEE, KOORD_SOURCE_IS_FACT, KOORD_EVENT_##kind, 1, 0                                     \
    }
#define MISS(kind)                                                                                           \
    {                                                                                                        \
        KOORD_ROW_IS_MISS, KOORD_SOURCE_IS_FACT, KOORD_EVENT_##kind, 0, 0                                    \
    }
#define WITHIN(ms)                                                                                           \
    {                                                                                                        \
        KOORD_ROW_IS_WITHIN, 0, 0, 0, ms                                                                     \
    }
#define PAUSE                                                                                                \
    {                                                                                                        \
        KOORD_ROW_IS_MISS, KOORD_SOURCE_IS_NOTHING, 0, 0, 0                                                  \
    }

enum { ROWS_MOST = 8 };

static const struct {
    const char *says;
    koord_row rows[ROWS_MOST];
    uint32_t count;
    int result;
} programs[] = {
    { "one step", { SEE(CLICK) }, 1, KOORD_OK },
    { "no step at all", { { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_SAMPLE, 0, 0, 1 } }, 1, KOORD_ERR_VALUE },
    { "nothing", { SEE(CLICK) }, 0, KOORD_ERR_VALUE },
    { "a step that must be missed, in a time", { SEE(CLICK), MISS(CART), WITHIN(1) }, 3, KOORD_OK },
    { "without one", { SEE(CLICK), MISS(CART) }, 2, KOORD_ERR_VALUE },
    { "before a step", { SEE(CLICK), MISS(CART), SEE(CART) }, 3, KOORD_ERR_VALUE },
    { "a step that must be missed first of all", { MISS(CART), WITHIN(1) }, 2, KOORD_ERR_VALUE },
    { "a pause", { SEE(CLICK), PAUSE, WITHIN(1) }, 3, KOORD_OK },
    { "seeing nothing", { { KOORD_ROW_IS_SEE, KOORD_SOURCE_IS_NOTHING, 0, 1, 0 } }, 1, KOORD_ERR_VALUE },
    { "six steps", { SEE(CLICK), SEE(CART), SEE(CLICK), SEE(CART), SEE(CLICK), SEE(CART) }, 6, KOORD_OK },
    { "seven",
      { SEE(CLICK), SEE(CART), SEE(CLICK), SEE(CART), SEE(CLICK), SEE(CART), SEE(CART) },
      7,
      KOORD_ERR_VALUE },
    { "eight times", { { KOORD_ROW_IS_SEE, 0, KOORD_EVENT_CLICK, 8, 0 } }, 1, KOORD_OK },
    { "nine", { { KOORD_ROW_IS_SEE, 0, KOORD_EVENT_CLICK, 9, 0 } }, 1, KOORD_ERR_VALUE },
    { "none", { { KOORD_ROW_IS_SEE, 0, KOORD_EVENT_CLICK, 0, 0 } }, 1, KOORD_ERR_VALUE },
    { "a fact that is none", { { KOORD_ROW_IS_SEE, 0, KOORD_EVENT_END, 1, 0 } }, 1, KOORD_ERR_VALUE },
    { "a detector that is none", { { KOORD_ROW_IS_SEE, 1, 200, 1, 0 } }, 1, KOORD_ERR_VALUE },
    { "an outcome that is none", { { KOORD_ROW_IS_SEE, 2, 8, 1, 0 } }, 1, KOORD_ERR_VALUE },
    { "a source that is none", { { KOORD_ROW_IS_SEE, 4, 1, 1, 0 } }, 1, KOORD_ERR_VALUE },
    { "no time", { SEE(CLICK), WITHIN(0) }, 2, KOORD_ERR_VALUE },
    { "a row that is none", { SEE(CLICK), { 8, 0, 1, 0, 0 } }, 2, KOORD_ERR_VALUE },
    { "the other way before any",
      { { KOORD_ROW_IS_OR, 0, KOORD_EVENT_CART, 0, 0 }, SEE(CLICK) },
      2,
      KOORD_ERR_VALUE },
    { "a subject", { SEE(CLICK), { KOORD_ROW_IS_WHERE, 46, 0, 0, 0 } }, 2, KOORD_OK },
    { "that is none", { SEE(CLICK), { KOORD_ROW_IS_WHERE, 47, 0, 0, 0 } }, 2, KOORD_ERR_VALUE },
    { "a test that is none", { SEE(CLICK), { KOORD_ROW_IS_WHERE, 1, 7, 0, 0 } }, 2, KOORD_ERR_VALUE },
    { "or, behind nothing", { SEE(CLICK), { KOORD_ROW_IS_WHERE, 1, 0, 1, 0 } }, 2, KOORD_ERR_VALUE },
    { "a limit", { { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_SAMPLE, 0, 0, 10000 }, SEE(CLICK) }, 2, KOORD_OK },
    { "beyond it",
      { { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_SAMPLE, 0, 0, 10001 }, SEE(CLICK) },
      2,
      KOORD_ERR_VALUE },
    { "a limit that is none", { { KOORD_ROW_IS_LIMIT, 6, 0, 0, 1 }, SEE(CLICK) }, 2, KOORD_ERR_VALUE },
};

START_TEST(program)
{
    kd_surveys surveys = { .count = 0 };
    int result = kd_surveys_put(&surveys, KD_TEXT("a"), programs[_i].rows, programs[_i].count);
    ck_assert_msg(result == programs[_i].result, "%s: %d", programs[_i].says, result);
    ck_assert_uint_eq(surveys.count, result == KOORD_OK);
}
END_TEST

static const koord_row one[] = { SEE(CLICK) }, two[] = { SEE(CART), SEE(CLICK) };

START_TEST(sixty_four_fit)
{
    kd_surveys surveys;
    kd_surveys_reset(&surveys);
    char name[] = "survey_00";
    while (surveys.count < KD_SURVEYS) {
        name[7] = (char)('0' + surveys.count / 10);
        name[8] = (char)('0' + surveys.count % 10);
        ck_assert_int_eq(kd_surveys_put(&surveys, kd_text_of(name), one, 1), KOORD_OK);
    }
    ck_assert_int_eq(kd_surveys_put(&surveys, KD_TEXT("more"), one, 1), KOORD_ERR_SPACE);
    ck_assert_int_eq(kd_surveys_put(&surveys, kd_text_of(name), two, 2), KOORD_OK);
    ck_assert_uint_eq(surveys.item[KD_SURVEYS - 1].steps, 2);
    ck_assert_uint_eq(surveys.count, KD_SURVEYS);
}
END_TEST

START_TEST(six_hundred_and_forty_rows_fit)
{
    kd_surveys surveys = { .count = 0 };
    koord_row rows[KD_SURVEY_ROWS + 1];
    for (uint32_t i = 0; i < KD_SURVEY_ROWS; i++)
        rows[i] = (koord_row){ KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_PRIORITY, 0, 0, 1 };
    rows[KD_SURVEY_ROWS] = one[0];
    ck_assert_int_eq(kd_surveys_put(&surveys, KD_TEXT("a"), rows + 1, KD_SURVEY_ROWS), KOORD_OK);
    ck_assert_int_eq(kd_surveys_put(&surveys, KD_TEXT("b"), one, 1), KOORD_ERR_SPACE);
    ck_assert_int_eq(kd_surveys_put(&surveys, KD_TEXT("a"), rows, KD_SURVEY_ROWS + 1), KOORD_ERR_SPACE);
    ck_assert_int_eq(kd_surveys_put(&surveys, KD_TEXT("a"), one, 1), KOORD_OK);
    ck_assert_int_eq(kd_surveys_put(&surveys, KD_TEXT("b"), one, 1), KOORD_OK);
}
END_TEST

START_TEST(one_that_is_changed_leaves_the_others_as_they_were)
{
    kd_surveys surveys = { .count = 0 };
    kd_surveys_put(&surveys, KD_TEXT("a"), two, 2);
    kd_surveys_put(&surveys, KD_TEXT("b"), two, 2);
    kd_surveys_put(&surveys, KD_TEXT("c"), one, 1);
    kd_surveys_put(&surveys, KD_TEXT("a"), one, 1);
    ck_assert_int_eq(memcmp(kd_survey_first(&surveys, 0), one, sizeof one), 0);
    ck_assert_int_eq(memcmp(kd_survey_first(&surveys, 1), two, sizeof two), 0);
    ck_assert_int_eq(memcmp(kd_survey_first(&surveys, 2), one, sizeof one), 0);
    ck_assert_uint_eq(surveys.rows, 4);
}
END_TEST

START_TEST(a_name_of_thirty_two_bytes_fits)
{
    kd_surveys surveys;
    kd_surveys_reset(&surveys);
    koord_text name = KD_TEXT("0123456789abcdef0123456789abcdef");
    ck_assert_int_eq(kd_surveys_put(&surveys, name, one, 1), KOORD_OK);
    ck_assert(kd_text_equal(kd_survey_name(&surveys.item[surveys.count - 1]), name));
}
END_TEST

START_TEST(a_shops_own_takes_the_place_of_a_ready_made_one)
{
    kd_surveys surveys;
    kd_surveys_reset(&surveys);
    ck_assert_uint_eq(surveys.item[0].ready, 1);
    uint32_t before = surveys.count;
    ck_assert_int_eq(kd_surveys_put(&surveys, kd_survey_name(&surveys.item[0]), one, 1), KOORD_OK);
    ck_assert_uint_eq(surveys.item[0].ready, 0);
    ck_assert_uint_eq(surveys.count, before);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("program");
    tcase_add_loop_test(all, program, 0, ROWS(programs));
    tcase_add_test(all, sixty_four_fit);
    tcase_add_test(all, six_hundred_and_forty_rows_fit);
    tcase_add_test(all, one_that_is_changed_leaves_the_others_as_they_were);
    tcase_add_test(all, a_name_of_thirty_two_bytes_fits);
    tcase_add_test(all, a_shops_own_takes_the_place_of_a_ready_made_one);
    return run_suite();
}
