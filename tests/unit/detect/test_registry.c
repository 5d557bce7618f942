/* Tests of detect/registry: the rules that hold for every signal, whichever detector raises it. */
#include "../check_main.h"
#include "../visit.h"
#include <stdio.h>

enum { SECOND = 1000 };

/* One coupon that the shop refuses: the quickest way to a signal, about target 77. */
static void refuse(visit *v, koord_ms t, uint32_t target)
{
    koord_event e = coupon_fact(t, KOORD_COUPON_IS_SUBMITTED, 1);
    e.target = target;
    visit_feed(v, e);
    visit_feed(v, coupon_fact(t, KOORD_COUPON_IS_REFUSED, 1));
    visit_feed(v, coupon_fact(t, KOORD_COUPON_IS_ACCEPTED, 1));
}

/* Every refusal above gives two records: the signal, and that it recovered. */
static uint32_t refusals(const visit *v)
{
    return visit_count(v, KD_coupon_failure) / 2;
}

START_TEST(states_fit)
{
    size_t used = 0;
#define KOORD_DETECTOR(number, name, family, most)                                                           \
    extern const kd_detector kd_##name;                                                                      \
    used += (kd_##name.state_size + 7u) & ~(size_t)7;
#include "koord_detectors.def"
    kd_settings settings;
    static kd_registry registry;
    kd_roster roster;
    kd_settings_reset(&settings);
    ck_assert_int_eq(kd_roster_make(&roster, &registry, &settings), 1);
    ck_assert_uint_le(used, KD_STATES_SIZE);
    printf("%zu of %d bytes are used by the states of detectors\n", used, KD_STATES_SIZE);
}
END_TEST

static const struct {
    const char *says;
    uint32_t target;
    koord_ms t;
    uint32_t expect;
} cooldowns[] = {
    { "the same target a moment before the cooldown is over", 77, 1000 + 29999, 1 },
    { "the same target as it is over", 77, 1000 + 30000, 2 },
    { "another target at once", 78, 1001, 2 },
};

START_TEST(cooldown)
{
    visit v;
    visit_begin(&v);
    refuse(&v, 1000, 77);
    refuse(&v, cooldowns[_i].t, cooldowns[_i].target);
    ck_assert_msg(refusals(&v) == cooldowns[_i].expect, "%s", cooldowns[_i].says);
}
END_TEST

START_TEST(a_page_hears_so_much_and_no_more)
{
    visit v;
    visit_begin(&v);
    for (uint32_t i = 0; i < 7; i++) refuse(&v, 1000 + i, 100 + i);
    ck_assert_uint_eq(refusals(&v), 5);
    visit_feed(&v, page_fact(2000, KOORD_VIA_IS_LOAD));
    refuse(&v, 2001, 200);
    ck_assert_msg(refusals(&v) == 6, "a new page begins anew");
}
END_TEST

START_TEST(a_session_hears_so_much_and_no_more)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.session_most", 3);
    visit_feed(&v, session_fact());
    for (uint32_t i = 0; i < 5; i++) {
        visit_feed(&v, page_fact(i * SECOND, KOORD_VIA_IS_LOAD));
        refuse(&v, i * SECOND, 100 + i);
    }
    ck_assert_uint_eq(refusals(&v), 3);
}
END_TEST

START_TEST(limits_are_a_detectors_own)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 1);
    visit_feed(&v, session_fact());
    refuse(&v, 1000, 77);
    visit_feed(&v, click_fact(2000, 7, BUTTON));
    visit_feed(&v, search_fact(3000, 9));
    visit_feed(&v, results_fact(3100, 9, 0));
    visit_tick(&v, 20000);
    ck_assert_uint_eq(refusals(&v), 1);
    ck_assert_uint_eq(visit_count(&v, KD_dead_click), 1);
    ck_assert_uint_eq(visit_count(&v, KD_zero_results), 1);
    ck_assert_msg(v.said[0].effect.severity == 3 && v.said[v.count - 1].effect.severity == 2,
                  "as the table says");
}
END_TEST

/* ---- the last word ---- */

START_TEST(an_open_finding_is_remembered_until_its_last_word)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 255);
    visit_set(&v, "signal.session_most", 255);
    visit_feed(&v, session_fact());
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_SUBMITTED, 1));
    visit_feed(&v, coupon_fact(1000, KOORD_COUPON_IS_REFUSED, 1));
    uint32_t open = v.said[0].effect.id;
    koord_ms t = 1000;
    for (uint32_t key = 1; visit_count(&v, KD_zero_results) < KD_RECENT; key++) {
        visit_feed(&v, search_fact(t += SECOND, (int32_t)key));
        visit_feed(&v, results_fact(t, (int32_t)key, 0));
    }
    visit_feed(&v, coupon_fact(t + SECOND, KOORD_COUPON_IS_ACCEPTED, 1));
    const kd_verdict *last = &v.said[v.count - 1];
    ck_assert_uint_eq(last->effect.what, KD_coupon_failure);
    ck_assert_uint_eq(last->effect.state, KOORD_STATE_IS_RECOVERED);
    ck_assert_uint_eq(last->about, open);
}
END_TEST

START_TEST(the_oldest_makes_room)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 255);
    visit_set(&v, "signal.session_most", 255);
    visit_set(&v, "survey.ready", 0);
    visit_feed(&v, session_fact());
    for (uint32_t i = 0; i <= KD_RECENT; i++) refuse(&v, 1000 + i, 100 + i);
    ck_assert_uint_eq(refusals(&v), KD_RECENT + 1);
    refuse(&v, 2000, 100 + KD_RECENT - 1);
    refuse(&v, 2001, 101);
    ck_assert_msg(refusals(&v) == KD_RECENT + 1, "the others are on cooldown still");
    refuse(&v, 2002, 100);
    ck_assert_msg(refusals(&v) == KD_RECENT + 2, "the first is forgotten");
}
END_TEST

/* ---- incidents ---- */

static const struct {
    const char *says;
    uint32_t target;
    int32_t step, later_step;
    koord_ms t;
    int same;
} incidents[] = {
    { "one target, ten seconds later", 77, KOORD_ABSENT, KOORD_ABSENT, 11000, 1 },
    { "one target, a moment later than that", 77, KOORD_ABSENT, KOORD_ABSENT, 11001, 0 },
    { "another target outside the checkout", 78, KOORD_ABSENT, KOORD_ABSENT, 2000, 0 },
    { "another target in the same step", 78, KOORD_STEP_IS_PAYMENT, KOORD_STEP_IS_PAYMENT, 2000, 1 },
    { "another target in the next step", 78, KOORD_STEP_IS_DELIVERY, KOORD_STEP_IS_PAYMENT, 2000, 0 },
    { "no target is not one target", 0, KOORD_ABSENT, KOORD_ABSENT, 2000, 0 },
};

START_TEST(incident)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.cooldown_ms", 0);
    visit_feed(&v, session_fact());
    if (incidents[_i].step != KOORD_ABSENT) visit_feed(&v, checkout_fact(900, incidents[_i].step, 100));
    refuse(&v, 1000, incidents[_i].target ? 77 : 0);
    if (incidents[_i].step != KOORD_ABSENT)
        visit_feed(&v, checkout_fact(1500, incidents[_i].later_step, 100));
    refuse(&v, incidents[_i].t, incidents[_i].target);
    ck_assert_uint_eq(v.count, 4);
    ck_assert_msg((v.said[0].incident == v.said[2].incident) == incidents[_i].same, "%s", incidents[_i].says);
}
END_TEST

/* ---- what a signal carries ---- */

START_TEST(a_revision_names_the_first_one)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, checkout_fact(900, KOORD_STEP_IS_PAYMENT, 4995));
    refuse(&v, 1000, 77);
    ck_assert_uint_eq(v.said[0].about, 0);
    ck_assert_uint_eq(v.said[0].rev, 1);
    ck_assert_uint_eq(v.said[1].about, v.said[0].effect.id);
    ck_assert_uint_eq(v.said[1].rev, 2);
    ck_assert_uint_eq(v.said[1].effect.state, KOORD_STATE_IS_RECOVERED);
    ck_assert_uint_eq(v.said[1].incident, v.said[0].incident);
    ck_assert_uint_eq(v.said[0].step, KOORD_STEP_IS_PAYMENT);
    ck_assert_int_eq(v.said[0].total_cents, 4995);
}
END_TEST

START_TEST(a_signal_kept_back_is_not_revised)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 1);
    visit_feed(&v, session_fact());
    refuse(&v, 1000, 77);
    refuse(&v, 2000, 78);
    ck_assert_uint_eq(v.count, 2);
}
END_TEST

static const struct {
    const char *setting;
    uint32_t detector;
} switches[] = {
#define KOORD_DETECTOR(number, name, family, most) { #name ".enabled", number },
#include "koord_detectors.def"
};

/* A visit in which everything goes wrong. */
static void suffer(visit *v)
{
    for (koord_ms t = 1000; t < 1600; t += 200) visit_feed(v, click_fact(t, 5, BUTTON));
    visit_feed(v, click_fact(12000, 6, BUTTON));
    visit_feed(v, search_fact(20000, 9));
    visit_feed(v, results_fact(20100, 9, 0));
    refuse(v, 30000, 77);
    visit_tick(v, 60000);
}

START_TEST(a_switch_silences_one_detector)
{
    static visit all, v;
    visit_begin(&all);
    suffer(&all);
    visit_open(&v);
    visit_set(&v, switches[_i].setting, 0);
    visit_feed(&v, session_fact());
    suffer(&v);
    for (int i = 0; i < ROWS(switches); i++) {
        uint32_t detector = switches[i].detector, count = visit_count(&v, detector);
        int expected = i != _i && visit_count(&all, detector) > 0;
        ck_assert_msg((count > 0) == expected, "%s raised %u with %s at 0", koord_detector_name(detector),
                      count, switches[_i].setting);
    }
}
END_TEST

START_TEST(names_are_found)
{
    ck_assert_uint_eq(kd_registry_find((koord_text){ "rage_click", 10 }), KD_rage_click);
    ck_assert_uint_eq(kd_registry_find((koord_text){ "rage_clic", 9 }), 0);
    ck_assert_uint_eq(kd_registry_find((koord_text){ "", 0 }), 0);
    ck_assert_str_eq(koord_detector_name(KD_coupon_failure), "coupon_failure");
    ck_assert_str_eq(koord_detector_name(0), "?");
    ck_assert_str_eq(koord_detector_name(UINT32_MAX), "?");
}
END_TEST

int main(void)
{
    TCase *all = suite_of("registry");
    tcase_add_test(all, states_fit);
    tcase_add_loop_test(all, cooldown, 0, ROWS(cooldowns));
    tcase_add_test(all, a_page_hears_so_much_and_no_more);
    tcase_add_test(all, a_session_hears_so_much_and_no_more);
    tcase_add_test(all, limits_are_a_detectors_own);
    tcase_add_test(all, an_open_finding_is_remembered_until_its_last_word);
    tcase_add_test(all, the_oldest_makes_room);
    tcase_add_loop_test(all, incident, 0, ROWS(incidents));
    tcase_add_test(all, a_revision_names_the_first_one);
    tcase_add_test(all, a_signal_kept_back_is_not_revised);
    tcase_add_loop_test(all, a_switch_silences_one_detector, 0, ROWS(switches));
    tcase_add_test(all, names_are_found);
    return run_suite();
}
