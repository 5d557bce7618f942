/* Tests of detect/dead_click beyond docs/detectors/dead_click.md: many presses, many things, odd orders. */
#include "../check_main.h"
#include "../visit.h"

enum { WAITING = 8 /* questions it keeps at a time */ };

START_TEST(presses_on_one_thing_are_one_question)
{
    visit v;
    visit_begin(&v);
    for (koord_ms t = 1000; t <= 9000; t += 2000) visit_feed(&v, click_fact(t, 7, BUTTON));
    visit_tick(&v, 20000);
    ck_assert_uint_eq(v.count, 1);
    const kd_evidence *e = &v.said[0].evidence;
    const uint32_t expect[KD_EVIDENCE] = { 2, 3, 4, 6 };
    ck_assert_msg(memcmp(e->id, expect, sizeof expect) == 0, "the first three and the last");
    ck_assert_uint_eq(e->count, 5);
}
END_TEST

START_TEST(an_answer_to_one_press_answers_them_all)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    visit_feed(&v, click_fact(3000, 7, BUTTON));
    visit_feed(&v, click_fact(5000, 7, BUTTON));
    koord_event late = effect_fact(5100, KOORD_EFFECT_IS_SCROLL);
    late.at = 1500;
    visit_feed(&v, late);
    visit_tick(&v, 20000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

START_TEST(somebody_who_goes_on_pressing_gets_the_verdict)
{
    visit v;
    visit_begin(&v);
    for (koord_ms t = 1000; t <= 30000; t += 2000) visit_feed(&v, click_fact(t, 7, BUTTON));
    ck_assert_uint_eq(v.count, 1);
    ck_assert_msg(v.said[0].effect.t == 11000 + 2501, "the last press that joined has its time, too");
}
END_TEST

START_TEST(every_dead_thing_is_named)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 255);
    visit_feed(&v, session_fact());
    for (uint32_t i = 0; i < WAITING; i++) visit_feed(&v, click_fact(1000 + i, 100 + i, BUTTON));
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, WAITING);
    for (uint32_t i = 0; i < WAITING; i++) ck_assert_uint_eq(v.said[i].effect.target, 100 + i);
}
END_TEST

START_TEST(the_thing_pressed_longest_ago_makes_room)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 255);
    visit_feed(&v, session_fact());
    for (uint32_t i = 0; i <= WAITING; i++) visit_feed(&v, click_fact(1000 + i, 100 + i, BUTTON));
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, WAITING);
    for (uint32_t i = 0; i < v.count; i++) ck_assert_uint_ne(v.said[i].effect.target, 100);
}
END_TEST

/* The bound of the queue rests on it: koord_detectors.def. */
START_TEST(a_press_reported_late_adds_to_what_was_due)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 255);
    visit_feed(&v, session_fact());
    for (uint32_t i = 0; i < WAITING; i++) visit_feed(&v, click_fact(1000 + i, 100 + i, BUTTON));
    koord_event late = click_fact(20000, 99, BUTTON);
    late.at = 10000;
    visit_feed(&v, late);
    ck_assert_uint_eq(v.count, WAITING + 1);
    ck_assert_uint_eq(v.engine.out.lost, 0);
}
END_TEST

/* ---- beside a rage click ---- */

static void rage_at(visit *v, koord_ms t, uint32_t target, int32_t within)
{
    for (koord_ms end = t + 600; t < end; t += 200) {
        koord_event e = click_fact(t, target, BUTTON);
        e.number[KOORD_CLICK_WITHIN] = within;
        visit_feed(v, e);
    }
}

START_TEST(a_rage_click_says_all_about_its_own_target)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 8, BUTTON));
    rage_at(&v, 1100, 7, KOORD_ABSENT);
    visit_tick(&v, 20000);
    ck_assert_uint_eq(visit_count(&v, KD_rage_click), 1);
    ck_assert_uint_eq(visit_count(&v, KD_dead_click), 1);
    ck_assert_msg(v.said[1].effect.target == 8, "what was pressed beside it is as dead as before");
}
END_TEST

START_TEST(a_rage_click_speaks_for_every_press_of_its_burst)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 8, BUTTON)); /* the card ... */
    rage_at(&v, 1100, 7, 8);                     /* ... and three times the button in it */
    visit_tick(&v, 20000);
    ck_assert_uint_eq(visit_count(&v, KD_rage_click), 1);
    ck_assert_uint_eq(visit_count(&v, KD_dead_click), 0);
}
END_TEST

START_TEST(a_page_view_closes_all_of_them)
{
    visit v;
    visit_begin(&v);
    for (uint32_t i = 0; i < WAITING; i++) visit_feed(&v, click_fact(1000 + i, 100 + i, BUTTON));
    koord_event page = page_fact(3000, KOORD_VIA_IS_HISTORY);
    page.at = 2000;
    visit_feed(&v, page);
    ck_assert_uint_eq(v.engine.state.registry.due, KOORD_NEVER);
}
END_TEST

static const struct {
    const char *says;
    int32_t traits;
    uint32_t expect;
} things[] = {
    { "a button", BUTTON, 1 },
    { "something that only looks like text", 0, 0 },
    { "a link goes elsewhere: the browser sees to it", BUTTON | 1 << KOORD_TRAIT_IS_LINK, 0 },
    { "so does a download", BUTTON | 1 << KOORD_TRAIT_IS_DOWNLOAD, 0 },
    { "a button pressed by keyboard", BUTTON | 1 << KOORD_TRAIT_IS_KEYBOARD, 1 },
    { "a canvas", BUTTON | 1 << KOORD_TRAIT_IS_OPAQUE, 0 },
};

START_TEST(what_asks_for_an_answer)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, things[_i].traits));
    visit_tick(&v, 9000);
    ck_assert_msg(v.count == things[_i].expect, "%s", things[_i].says);
}
END_TEST

START_TEST(where_answers_cannot_be_seen_nothing_is_dead)
{
    visit v;
    visit_open(&v);
    koord_event blind = session_fact();
    blind.number[KOORD_SESSION_SIGHT] = 0;
    visit_feed(&v, blind);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

START_TEST(a_page_view_closes_every_question)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    visit_feed(&v, page_fact(3500, KOORD_VIA_IS_HISTORY));
    visit_tick(&v, 20000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("dead_click");
    tcase_add_test(all, presses_on_one_thing_are_one_question);
    tcase_add_test(all, an_answer_to_one_press_answers_them_all);
    tcase_add_test(all, somebody_who_goes_on_pressing_gets_the_verdict);
    tcase_add_test(all, every_dead_thing_is_named);
    tcase_add_test(all, the_thing_pressed_longest_ago_makes_room);
    tcase_add_test(all, a_press_reported_late_adds_to_what_was_due);
    tcase_add_test(all, a_rage_click_says_all_about_its_own_target);
    tcase_add_test(all, a_rage_click_speaks_for_every_press_of_its_burst);
    tcase_add_test(all, a_page_view_closes_all_of_them);
    tcase_add_loop_test(all, what_asks_for_an_answer, 0, ROWS(things));
    tcase_add_test(all, where_answers_cannot_be_seen_nothing_is_dead);
    tcase_add_test(all, a_page_view_closes_every_question);
    return run_suite();
}
