/* Tests of detect/coupon_failure beyond docs/detectors/coupon_failure.md: how one finding grows and ends. */
#include "../check_main.h"
#include "../visit.h"

static void try_code(visit *v, koord_ms t, int32_t ordinal)
{
    visit_feed(v, coupon_fact(t, KOORD_COUPON_IS_SUBMITTED, ordinal));
    visit_feed(v, coupon_fact(t + 10, KOORD_COUPON_IS_REFUSED, ordinal));
}

static const kd_verdict *newest(const visit *v)
{
    ck_assert_uint_gt(v->count, 0);
    return &v->said[v->count - 1];
}

static const struct {
    const char *says;
    koord_ms accepted;
    uint32_t expect;
} ends[] = {
    { "accepted on the last moment", 1010 + 60000, KOORD_STATE_IS_RECOVERED },
    { "accepted a moment later", 1010 + 60001, KOORD_STATE_IS_FINAL },
};

START_TEST(end)
{
    visit v;
    visit_begin(&v);
    try_code(&v, 1000, 1);
    ck_assert_uint_eq(newest(&v)->effect.state, KOORD_STATE_IS_PROVISIONAL);
    visit_feed(&v, coupon_fact(ends[_i].accepted, KOORD_COUPON_IS_ACCEPTED, 1));
    ck_assert_uint_eq(v.count, 2);
    ck_assert_msg(newest(&v)->effect.state == ends[_i].expect, "%s", ends[_i].says);
}
END_TEST

START_TEST(the_same_code_again_is_no_loop)
{
    visit v;
    visit_begin(&v);
    for (koord_ms t = 1000; t < 5000; t += 1000) try_code(&v, t, 1);
    ck_assert_uint_eq(v.count, 1);
    ck_assert_uint_eq(newest(&v)->effect.variant, KD_coupon_failure_IS_REFUSED);
}
END_TEST

START_TEST(a_second_code_makes_it_a_loop)
{
    visit v;
    visit_begin(&v);
    try_code(&v, 1000, 1);
    try_code(&v, 20000, 2);
    ck_assert_uint_eq(v.count, 2);
    ck_assert_uint_eq(newest(&v)->effect.variant, KD_coupon_failure_IS_LOOP);
    ck_assert_uint_eq(newest(&v)->rev, 2);
    ck_assert_uint_eq(newest(&v)->about, v.said[0].effect.id);
    const uint32_t expect[KD_EVIDENCE] = { 2, 3, 5, 6 };
    ck_assert_int_eq(memcmp(newest(&v)->evidence.id, expect, sizeof expect), 0);
}
END_TEST

START_TEST(a_loop_counts_codes_within_its_window)
{
    for (koord_ms gap = 300000; gap <= 300001; gap++) {
        visit v;
        visit_begin(&v);
        try_code(&v, 1000, 1);
        try_code(&v, 1000 + gap, 2);
        uint32_t expect = gap == 300000 ? KD_coupon_failure_IS_LOOP : KD_coupon_failure_IS_REFUSED;
        ck_assert_uint_eq(newest(&v)->effect.variant, expect);
    }
}
END_TEST

START_TEST(nobody_types_that_fast)
{
    for (koord_ms gap = 3330; gap <= 3331;
         gap++) { /* the fourth code 9,990 or 9,993 ms after the first ... */
        visit v;
        visit_begin(&v);
        for (int32_t code = 1; code <= 4; code++) try_code(&v, 1000 + (koord_ms)(code - 1) * gap, code);
        uint32_t expect = 3 * gap + 10 <= 10000 ? KD_coupon_failure_IS_BOT : KD_coupon_failure_IS_LOOP;
        ck_assert_msg(newest(&v)->effect.variant == expect, "... is refused 10 ms later");
    }
}
END_TEST

/* ---- no word from the shop ---- */

static const struct {
    const char *says;
    int32_t before, after; /* totals shown */
    int asked;             /* a request went out and came back */
    uint32_t expect;
} silences[] = {
    { "the total stayed as it was", 5000, 5000, 1, 1 },
    { "the total fell: it worked", 5000, 4500, 1, 0 },
    { "no total is known", KOORD_ABSENT, KOORD_ABSENT, 1, 0 },
    { "no request was seen", 5000, 5000, 0, 0 },
};

START_TEST(silence)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, cart_fact(500, silences[_i].before));
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_SUBMITTED, 1));
    if (silences[_i].asked) {
        visit_feed(&v, request_fact(1010, 1, KOORD_REQUEST_IS_STARTED));
        visit_feed(&v, request_fact(1200, 1, KOORD_REQUEST_IS_ENDED));
    }
    visit_feed(&v, cart_fact(1300, silences[_i].after));
    visit_tick(&v, 20000);
    ck_assert_msg(v.count == silences[_i].expect, "%s", silences[_i].says);
    if (v.count) ck_assert_uint_eq(v.said[0].effect.t, 4001);
    if (v.count) ck_assert_msg(v.said[0].evidence.id[0] == 3 && v.said[0].evidence.count == 1, "the try");
}
END_TEST

START_TEST(a_request_on_its_way_is_waited_for)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, cart_fact(500, 5000));
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_SUBMITTED, 1));
    visit_feed(&v, request_fact(1010, 1, KOORD_REQUEST_IS_STARTED));
    visit_tick(&v, 8000);
    ck_assert_uint_eq(v.count, 0);
    visit_feed(&v, request_fact(8000, 1, KOORD_REQUEST_IS_ENDED));
    visit_feed(&v, coupon_fact(8100, KOORD_COUPON_IS_ACCEPTED, 1));
    visit_tick(&v, 90000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

START_TEST(an_answer_without_a_try_counts)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_REFUSED, KOORD_ABSENT));
    ck_assert_uint_eq(v.count, 1);
    ck_assert_uint_eq(v.said[0].evidence.id[0], 2);
    ck_assert_uint_eq(v.said[0].evidence.count, 1);
}
END_TEST

/* ---- one finding after another ---- */

static void check_evidence(const visit *v, uint32_t first, uint32_t second)
{
    const uint32_t expect[KD_EVIDENCE] = { first, second };
    ck_assert_int_eq(memcmp(newest(v)->evidence.id, expect, sizeof expect), 0);
    ck_assert_uint_eq(newest(v)->evidence.count, second ? 2 : 1);
}

START_TEST(a_new_finding_rests_on_its_own_facts)
{
    visit v;
    visit_begin(&v);
    try_code(&v, 1000, 1);
    visit_feed(&v, coupon_fact(2000, KOORD_COUPON_IS_ACCEPTED, 1));
    try_code(&v, 40000, 1);
    ck_assert_uint_eq(v.count, 3);
    check_evidence(&v, 7, 8);
}
END_TEST

START_TEST(an_answer_that_comes_later_has_no_try_of_its_own)
{
    visit v;
    visit_begin(&v);
    try_code(&v, 1000, 1);
    visit_feed(&v, coupon_fact(2000, KOORD_COUPON_IS_ACCEPTED, 1));
    visit_feed(&v, coupon_fact(40000, KOORD_COUPON_IS_REFUSED, KOORD_ABSENT));
    check_evidence(&v, 7, 0);
}
END_TEST

START_TEST(what_was_kept_back_is_no_evidence_later)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 1);
    visit_feed(&v, session_fact());
    try_code(&v, 1000, 1);
    visit_feed(&v, coupon_fact(2000, KOORD_COUPON_IS_ACCEPTED, 1));
    try_code(&v, 40000, 1);
    ck_assert_uint_eq(v.count, 2);
    visit_feed(&v, page_fact(41000, KOORD_VIA_IS_LOAD));
    try_code(&v, 42000, 1);
    ck_assert_uint_eq(v.count, 3);
    check_evidence(&v, 10, 11);
}
END_TEST

START_TEST(a_code_that_nobody_numbered_is_one)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, cart_fact(500, 5000));
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_SUBMITTED, KOORD_ABSENT));
    visit_feed(&v, request_fact(1010, 1, KOORD_REQUEST_IS_STARTED));
    visit_feed(&v, request_fact(1200, 1, KOORD_REQUEST_IS_ENDED));
    visit_tick(&v, 20000);
    ck_assert_uint_eq(v.count, 1);
}
END_TEST

START_TEST(taking_a_code_out_says_nothing)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_REMOVED, 1));
    visit_tick(&v, 90000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("coupon_failure");
    tcase_add_loop_test(all, end, 0, ROWS(ends));
    tcase_add_test(all, the_same_code_again_is_no_loop);
    tcase_add_test(all, a_second_code_makes_it_a_loop);
    tcase_add_test(all, a_loop_counts_codes_within_its_window);
    tcase_add_test(all, nobody_types_that_fast);
    tcase_add_loop_test(all, silence, 0, ROWS(silences));
    tcase_add_test(all, a_request_on_its_way_is_waited_for);
    tcase_add_test(all, an_answer_without_a_try_counts);
    tcase_add_test(all, a_new_finding_rests_on_its_own_facts);
    tcase_add_test(all, an_answer_that_comes_later_has_no_try_of_its_own);
    tcase_add_test(all, what_was_kept_back_is_no_evidence_later);
    tcase_add_test(all, a_code_that_nobody_numbered_is_one);
    tcase_add_test(all, taking_a_code_out_says_nothing);
    return run_suite();
}
