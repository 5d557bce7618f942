/* Tests of model/verdict: evidence that counts on, and a queue that says when its bound was wrong. */
#include "../check_main.h"
#include "model/verdict.h"

START_TEST(evidence_names_the_first_and_counts_them_all)
{
    kd_evidence e = { .count = 0 };
    for (uint32_t id = 1; id <= KD_EVIDENCE + 2; id++) kd_evidence_add(&e, id * 10);
    ck_assert_uint_eq(e.count, KD_EVIDENCE + 2);
    ck_assert_uint_eq(e.id[0], 10);
    ck_assert_uint_eq(e.id[KD_EVIDENCE - 1], KD_EVIDENCE * 10);
}
END_TEST

START_TEST(no_fact_is_no_evidence)
{
    kd_evidence e = { .count = 0 };
    kd_evidence_add(&e, 0);
    ck_assert_uint_eq(e.count, 0);
}
END_TEST

START_TEST(the_queue_holds_what_one_call_can_bring)
{
    static kd_verdicts queue;
    ck_assert_int_eq(KD_VERDICTS, KD_SIGNALS_MOST + KD_OUTCOMES_MOST + KD_DECISIONS_MOST);
    for (uint32_t i = 0; i < KD_VERDICTS; i++) kd_verdicts_push(&queue)->effect.id = i;
    ck_assert_uint_eq(kd_verdicts_waiting(&queue), KD_VERDICTS);
    ck_assert_uint_eq(queue.lost, 0);
}
END_TEST

START_TEST(one_too_many_is_counted_and_stays_in_memory)
{
    static kd_verdicts queue;
    for (uint32_t i = 0; i <= KD_VERDICTS; i++) kd_verdicts_push(&queue)->effect.id = i;
    ck_assert_uint_eq(queue.lost, 1);
    ck_assert_uint_eq(queue.count, KD_VERDICTS);
    ck_assert_uint_eq(queue.item[KD_VERDICTS - 1].effect.id, KD_VERDICTS);
}
END_TEST

START_TEST(a_new_one_is_empty)
{
    static kd_verdicts queue;
    kd_verdicts_push(&queue)->rev = 7;
    queue.count = 0;
    ck_assert_uint_eq(kd_verdicts_push(&queue)->rev, 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("verdict");
    tcase_add_test(all, evidence_names_the_first_and_counts_them_all);
    tcase_add_test(all, no_fact_is_no_evidence);
    tcase_add_test(all, the_queue_holds_what_one_call_can_bring);
    tcase_add_test(all, one_too_many_is_counted_and_stays_in_memory);
    tcase_add_test(all, a_new_one_is_empty);
    return run_suite();
}
