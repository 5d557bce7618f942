/* Tests of model/marks. */
#include "../check_main.h"
#include "model/marks.h"

static kd_marks marked(uint32_t count)
{
    kd_marks marks = { .count = 0 };
    for (uint32_t i = 0; i < count; i++) kd_marks_add(&marks, 1000 * (i + 1), 100 + i);
    return marks;
}

static const struct {
    uint32_t marks, window;
    koord_ms now;
    uint32_t expect;
} windows[] = {
    { 0, 5000, 9000, 0 }, { 1, 0, 1000, 1 },    { 1, 0, 1001, 0 },
    { 3, 2000, 3000, 3 }, { 3, 1999, 3000, 2 }, { 9, 99999, 9000, 6 },
    { 9, 1000, 9000, 2 }, { 3, 0, 500, 3 },     { 2, 5000, 20000, 0 },
};

START_TEST(counts_what_lies_within_a_window)
{
    kd_marks marks = marked(windows[_i].marks);
    ck_assert_uint_eq(kd_marks_within(&marks, windows[_i].now, windows[_i].window), windows[_i].expect);
}
END_TEST

START_TEST(the_newest_testify_oldest_first)
{
    kd_marks marks = marked(8);
    kd_evidence evidence = { .count = 0 };
    kd_marks_testify(&marks, 2, &evidence);
    ck_assert_uint_eq(evidence.count, 2);
    ck_assert_uint_eq(evidence.id[0], 106);
    ck_assert_uint_eq(evidence.id[1], 107);
}
END_TEST

START_TEST(what_is_forgotten_does_not_testify)
{
    kd_marks marks = marked(8);
    kd_evidence evidence = { .count = 0 };
    kd_marks_testify(&marks, 8, &evidence);
    ck_assert_uint_eq(evidence.count, KD_MARKS);
    ck_assert_uint_eq(evidence.id[0], 102);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("marks");
    tcase_add_loop_test(all, counts_what_lies_within_a_window, 0, ROWS(windows));
    tcase_add_test(all, the_newest_testify_oldest_first);
    tcase_add_test(all, what_is_forgotten_does_not_testify);
    return run_suite();
}
