/* Tests of core/engine: when there is work, and how a session ends. */
#include "../check_main.h"
#include "../visit.h"

enum { IDLE = 1800000 };

/* ---- time ---- */

START_TEST(work_carries_the_time_at_which_it_was_due)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    visit_feed(&v, cart_fact(9000, 100));
    ck_assert_uint_eq(v.count, 1);
    ck_assert_uint_eq(v.said[0].effect.t, 3501);
}
END_TEST

START_TEST(a_verdict_that_was_due_stands_before_the_fact)
{
    visit v;
    koord_effect first, second;
    koord_event e = cart_fact(9000, 100);
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    ck_assert_int_ge(koord_feed(&v.engine, &e), 2);
    koord_next(&v.engine, &first);
    koord_next(&v.engine, &second);
    ck_assert_uint_eq(first.kind, KOORD_EFFECT_SIGNAL);
    ck_assert_uint_eq(second.kind, KOORD_EFFECT_FACT);
    ck_assert_uint_eq(second.id, first.id + 1);
}
END_TEST

START_TEST(due_tells_when)
{
    visit v;
    visit_open(&v);
    ck_assert_uint_eq(koord_due(&v.engine), KOORD_NEVER);
    visit_feed(&v, session_fact());
    ck_assert_msg(koord_due(&v.engine) == 10000, "the fact's batch: %u", koord_due(&v.engine));
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    ck_assert_msg(koord_due(&v.engine) == 3501, "a dead click: %u", koord_due(&v.engine));
    visit_tick(&v, 3501);
    ck_assert_uint_eq(v.count, 1);
}
END_TEST

START_TEST(due_is_never_in_the_past)
{
    visit v;
    visit_begin(&v);
    koord_event e = click_fact(60000, 7, BUTTON);
    e.at = 1000; /* reported a minute late */
    visit_feed(&v, e);
    ck_assert_uint_ge(koord_due(&v.engine), 60000);
    ck_assert_msg(v.count == 1 && v.said[0].effect.t == 60000, "what was due is done at once");
}
END_TEST

/* ---- the end ---- */

START_TEST(a_session_ends_when_it_was_quiet_for_long)
{
    visit v;
    visit_begin(&v);
    visit_tick(&v, IDLE - 1);
    ck_assert_int_eq(koord_ended(&v.engine), 0);
    visit_tick(&v, IDLE);
    ck_assert_int_eq(koord_ended(&v.engine), 1);
    ck_assert_uint_eq(v.engine.state.now, IDLE);
}
END_TEST

START_TEST(ticks_do_not_keep_a_session_alive)
{
    visit v;
    visit_begin(&v);
    for (koord_ms t = 60000; t < IDLE; t += 60000) visit_tick(&v, t);
    visit_tick(&v, IDLE);
    ck_assert_int_eq(koord_ended(&v.engine), 1);
}
END_TEST

START_TEST(what_is_due_before_the_end_is_still_said)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_REFUSED, 1));
    visit_tick(&v, 1000 + IDLE);
    ck_assert_uint_eq(v.count, 2);
    ck_assert_uint_eq(v.said[1].effect.state, KOORD_STATE_IS_FINAL);
    ck_assert_uint_eq(v.said[1].effect.t, 61001);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("time");
    tcase_add_test(all, work_carries_the_time_at_which_it_was_due);
    tcase_add_test(all, a_verdict_that_was_due_stands_before_the_fact);
    tcase_add_test(all, due_tells_when);
    tcase_add_test(all, due_is_never_in_the_past);
    tcase_add_test(all, a_session_ends_when_it_was_quiet_for_long);
    tcase_add_test(all, ticks_do_not_keep_a_session_alive);
    tcase_add_test(all, what_is_due_before_the_end_is_still_said);
    return run_suite();
}
