/* Tests of base/decay. */
#include "../check_main.h"
#include "base/decay.h"
#include <math.h>

START_TEST(nothing_fades_at_once)
{
    ck_assert_uint_eq(kd_decay(8000, 0, 120000), 8000);
    ck_assert_uint_eq(kd_decay(0, 5000, 120000), 0);
}
END_TEST

static const uint32_t ages[] = { 1000, 15000, 60000, 83178, 120000, 200000, 600000, 1800000 };

START_TEST(fades_as_the_exponential_does)
{
    double exact = 1e6 * exp(-(double)ages[_i] / 120000);
    double found = kd_decay(1000000, ages[_i], 120000);
    ck_assert_msg(found >= exact * 0.999 - 1 && found <= exact * 1.046 + 1, "%u ms: %f for %f", ages[_i],
                  found, exact);
}
END_TEST

START_TEST(is_gone_in_the_end)
{
    ck_assert_uint_eq(kd_decay(UINT32_MAX, UINT32_MAX, 1), 0);
    ck_assert_uint_eq(kd_decay(UINT32_MAX, 120000u * 23, 120000), 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("decay");
    tcase_add_test(all, nothing_fades_at_once);
    tcase_add_loop_test(all, fades_as_the_exponential_does, 0, ROWS(ages));
    tcase_add_test(all, is_gone_in_the_end);
    return run_suite();
}
