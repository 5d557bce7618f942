/* Tests of detect/rage_click beyond docs/detectors/rage_click.md: long bursts, late reports, hostile places.
 */
#include "../check_main.h"
#include "../visit.h"

static void press(visit *v, koord_ms t, uint32_t target, int32_t x)
{
    koord_event e = click_fact(t, target, 0); /* not operable: dead_click has no opinion */
    e.number[KOORD_CLICK_X] = x;
    visit_feed(v, e);
}

START_TEST(a_burst_speaks_once)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.cooldown_ms", 0); /* it is not the cooldown that keeps it quiet */
    visit_feed(&v, session_fact());
    for (koord_ms t = 1000; t < 21000; t += 500) press(&v, t, 7, 100);
    visit_tick(&v, 40000);
    ck_assert_uint_eq(v.count, 1);
}
END_TEST

START_TEST(the_evidence_is_what_had_no_answer)
{
    visit v;
    visit_begin(&v);
    press(&v, 1000, 7, 100);
    visit_feed(&v, effect_fact(1100, KOORD_EFFECT_IS_TOGGLE));
    for (koord_ms t = 1500; t <= 2500; t += 500) press(&v, t, 7, 100);
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 1);
    const uint32_t expect[KD_EVIDENCE] = { 4, 5, 6 };
    ck_assert_int_eq(memcmp(v.said[0].evidence.id, expect, sizeof expect), 0);
    ck_assert_uint_eq(v.said[0].evidence.count, 3);
}
END_TEST

static const struct {
    const char *says;
    koord_ms gap;
    int32_t shift; /* pixels from press to press */
    uint32_t expect;
} bursts[] = {
    { "a second between presses", 1000, 0, 1 },
    { "a little more", 1001, 0, 0 },
    { "the third press 30 pixels from the first", 500, 15, 1 },
    { "the third press 32 pixels from the first", 500, 16, 0 },
};

START_TEST(burst)
{
    visit v;
    visit_begin(&v);
    for (uint32_t i = 0; i < 3; i++)
        press(&v, 1000 + i * bursts[_i].gap, 7, 100 + (int32_t)i * bursts[_i].shift);
    visit_tick(&v, 9000);
    ck_assert_msg(v.count == bursts[_i].expect, "%s", bursts[_i].says);
}
END_TEST

START_TEST(three_presses_within_the_window)
{
    for (int32_t window = 1999; window <= 2000; window++) {
        visit v;
        visit_open(&v);
        visit_set(&v, "rage_click.window_ms", window);
        visit_feed(&v, session_fact());
        for (koord_ms t = 1000; t <= 3000; t += 1000) press(&v, t, 7, 100);
        visit_tick(&v, 9000);
        ck_assert_uint_eq(v.count, window == 2000);
    }
}
END_TEST

START_TEST(the_window_slides_over_a_long_burst)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "rage_click.window_ms", 1500);
    visit_feed(&v, session_fact());
    for (koord_ms t = 1000; t <= 4000; t += 1000) press(&v, t, 7, 100); /* never three in 1.5 s */
    press(&v, 4300, 7, 100);
    press(&v, 4600, 7, 100);
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 1);
    const uint32_t expect[KD_EVIDENCE] = { 2, 3, 4, 5, 6 }; /* the last one still had its time */
    ck_assert_int_eq(memcmp(v.said[0].evidence.id, expect, sizeof expect), 0);
}
END_TEST

START_TEST(mash)
{
    static const struct {
        const char *says;
        uint32_t presses;
        koord_ms gap;
        int32_t traits;
        uint32_t expect;
    } rows[] = {
        { "seven that are all answered within two seconds", 7, 333, 0, 1 },
        { "six", 6, 333, 0, 0 },
        { "seven, a little slower", 7, 334, 0, 0 },
        { "a stepper is made for it", 7, 333, 1 << KOORD_TRAIT_IS_REPEAT, 0 },
    };
    for (int i = 0; i < ROWS(rows); i++) {
        visit v;
        visit_begin(&v);
        for (uint32_t k = 0; k < rows[i].presses; k++) {
            visit_feed(&v, click_fact(1000 + k * rows[i].gap, 7, rows[i].traits));
            visit_feed(&v, effect_fact(1010 + k * rows[i].gap, KOORD_EFFECT_IS_SCROLL));
        }
        visit_tick(&v, 9000);
        ck_assert_msg(v.count == rows[i].expect, "%s", rows[i].says);
        if (v.count) ck_assert_uint_eq(v.said[0].effect.variant, KD_rage_click_IS_MASH);
    }
}
END_TEST

START_TEST(unseen)
{
    static const struct {
        const char *says;
        uint32_t presses;
        koord_ms gap;
        int32_t traits;
        uint32_t expect;
    } rows[] = {
        { "five within two seconds", 5, 500, 0, 1 },
        { "four", 4, 500, 0, 0 },
        { "five, a little slower", 5, 501, 0, 0 },
        { "a toggle may be pressed to and fro", 5, 500, 1 << KOORD_TRAIT_IS_TOGGLE, 0 },
        { "a label belongs to one", 5, 500, 1 << KOORD_TRAIT_IS_LABEL, 0 },
        { "keys repeat when they are held", 5, 500, 1 << KOORD_TRAIT_IS_KEYBOARD, 0 },
    };
    for (int i = 0; i < ROWS(rows); i++) {
        visit v;
        visit_open(&v);
        koord_event blind = session_fact();
        blind.number[KOORD_SESSION_SIGHT] = 0;
        visit_feed(&v, blind);
        for (uint32_t k = 0; k < rows[i].presses; k++)
            visit_feed(&v, click_fact(1000 + k * rows[i].gap, 7, rows[i].traits));
        ck_assert_msg(v.count == rows[i].expect, "%s", rows[i].says);
        if (!v.count) continue;
        const uint32_t expect[KD_EVIDENCE] = { 2, 3, 4, 5, 6 };
        ck_assert_uint_eq(v.said[0].effect.variant, KD_rage_click_IS_UNSEEN);
        ck_assert_int_eq(memcmp(v.said[0].evidence.id, expect, sizeof expect), 0);
    }
}
END_TEST

START_TEST(places_that_no_screen_has)
{
    visit v;
    visit_begin(&v);
    press(&v, 1000, 7, INT32_MAX);
    press(&v, 1100, 7, INT32_MIN + 1);
    press(&v, 1200, 7, INT32_MAX);
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

START_TEST(a_new_page_ends_the_burst)
{
    visit v;
    visit_begin(&v);
    press(&v, 1000, 7, 100);
    press(&v, 1500, 7, 100);
    visit_feed(&v, page_fact(1700, KOORD_VIA_IS_HISTORY));
    press(&v, 2000, 7, 100);
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("rage_click");
    tcase_add_test(all, a_burst_speaks_once);
    tcase_add_test(all, the_evidence_is_what_had_no_answer);
    tcase_add_loop_test(all, burst, 0, ROWS(bursts));
    tcase_add_test(all, three_presses_within_the_window);
    tcase_add_test(all, the_window_slides_over_a_long_burst);
    tcase_add_test(all, mash);
    tcase_add_test(all, unseen);
    tcase_add_test(all, places_that_no_screen_has);
    tcase_add_test(all, a_new_page_ends_the_burst);
    return run_suite();
}
