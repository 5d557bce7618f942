/* Tests of base/moments: time that stops at its ends. */
#include "../check_main.h"
#include "base/moments.h"

static const struct {
    koord_ms from;
    uint32_t by;
    koord_ms later, earlier;
} steps[] = {
    { 0, 0, 0, 0 },
    { 5, 5, 10, 0 },
    { 5, 6, 11, 0 },
    { KOORD_NEVER - 1, 1, KOORD_NEVER, KOORD_NEVER - 2 },
    { KOORD_NEVER - 1, 2, KOORD_NEVER, KOORD_NEVER - 3 },
    { KOORD_NEVER, UINT32_MAX, KOORD_NEVER, 0 },
};

START_TEST(later_and_earlier)
{
    ck_assert_uint_eq(kd_later(steps[_i].from, steps[_i].by), steps[_i].later);
    ck_assert_uint_eq(kd_earlier(steps[_i].from, steps[_i].by), steps[_i].earlier);
}
END_TEST

START_TEST(between)
{
    ck_assert_uint_eq(kd_between(3, 10), 7);
    ck_assert_uint_eq(kd_between(10, 10), 0);
    ck_assert_uint_eq(kd_between(10, 3), 0);
    ck_assert_uint_eq(kd_between(0, KOORD_NEVER), UINT32_MAX);
}
END_TEST

START_TEST(first_and_last)
{
    ck_assert_uint_eq(kd_sooner(1, 2), 1);
    ck_assert_uint_eq(kd_sooner(2, 1), 1);
    ck_assert_uint_eq(kd_latest(1, 2), 2);
    ck_assert_uint_eq(kd_latest(2, 1), 2);
}
END_TEST

START_TEST(after_a_window_that_counts_its_last_moment)
{
    ck_assert_uint_eq(kd_after(1000, 2500), 3501);
    ck_assert_uint_eq(kd_after(KOORD_NEVER - 1, 0), KOORD_NEVER);
    ck_assert_uint_eq(kd_after(KOORD_NEVER - 1, 5), KOORD_NEVER);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("moments");
    tcase_add_loop_test(all, later_and_earlier, 0, ROWS(steps));
    tcase_add_test(all, between);
    tcase_add_test(all, first_and_last);
    tcase_add_test(all, after_a_window_that_counts_its_last_moment);
    return run_suite();
}
