/* Tests of detect/zero_results beyond docs/detectors/zero_results.md: memory, odd orders, two in one call. */
#include "../check_main.h"
#include "../visit.h"

enum { SAID = 8 /* searches it remembers having signalled */ };

static void search_in_vain(visit *v, koord_ms t, int32_t key)
{
    visit_feed(v, search_fact(t, key));
    visit_feed(v, results_fact(t + 100, key, 0));
    visit_tick(v, t + 1000);
}

START_TEST(one_search_disappoints_once)
{
    visit v;
    visit_begin(&v);
    search_in_vain(&v, 1000, 9);
    search_in_vain(&v, 60000, 9);
    ck_assert_uint_eq(visit_count(&v, KD_zero_results), 1);
}
END_TEST

START_TEST(the_oldest_search_is_forgotten)
{
    visit v;
    visit_open(&v);
    visit_set(&v, "signal.page_most", 255);
    visit_feed(&v, session_fact());
    for (int32_t key = 1; key <= SAID + 1; key++) search_in_vain(&v, (koord_ms)key * 60000, key);
    search_in_vain(&v, 900000, 2);
    ck_assert_msg(visit_count(&v, KD_zero_results) == SAID + 1, "2 is still remembered");
    search_in_vain(&v, 960000, 1);
    ck_assert_msg(visit_count(&v, KD_zero_results) == SAID + 2, "1 is not");
}
END_TEST

START_TEST(results_without_a_search_are_evidence_alone)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, search_fact(1000, 9));
    visit_feed(&v, results_fact(2000, 10, 0));
    visit_tick(&v, 5000);
    ck_assert_uint_ge(v.count, 1);
    ck_assert_uint_eq(v.said[0].effect.target, 10);
    ck_assert_uint_eq(v.said[0].evidence.count, 1);
    ck_assert_uint_eq(v.said[0].evidence.id[0], 3);
}
END_TEST

static const struct {
    const char *says;
    int32_t count, source, key;
    uint32_t expect;
} pages[] = {
    { "a count that the shop states", 0, KOORD_SOURCE_IS_TEXT, 9, 1 },
    { "an empty state", 0, KOORD_SOURCE_IS_EMPTY_STATE, 9, 1 },
    { "something was found", 1, KOORD_SOURCE_IS_TEXT, 9, 0 },
    { "a count that is not known is not nought", KOORD_ABSENT, KOORD_SOURCE_IS_TEXT, 9, 0 },
    { "counting items may miss some", 0, KOORD_SOURCE_IS_ITEMS, 9, 0 },
    { "nobody says how it was learned", 0, KOORD_ABSENT, 9, 0 },
    { "an empty listing is no search", 0, KOORD_SOURCE_IS_TEXT, KOORD_ABSENT, 0 },
};

START_TEST(what_says_nought)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, search_fact(1000, 9));
    koord_event e = results_fact(1100, pages[_i].key, pages[_i].count);
    e.number[KOORD_RESULTS_SOURCE] = pages[_i].source;
    visit_feed(&v, e);
    visit_tick(&v, 9000);
    ck_assert_msg(visit_count(&v, KD_zero_results) == pages[_i].expect, "%s", pages[_i].says);
}
END_TEST

START_TEST(results_that_arrive_later_take_it_back)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, search_fact(1000, 9));
    visit_feed(&v, results_fact(1100, 9, 0));
    visit_feed(&v, results_fact(1699, 9, 12));
    visit_tick(&v, 9000);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

START_TEST(a_shops_own_people_search_in_peace)
{
    visit v;
    visit_open(&v);
    koord_event staff = session_fact();
    staff.number[KOORD_SESSION_STAFF] = 1;
    visit_feed(&v, staff);
    search_in_vain(&v, 1000, 9);
    ck_assert_uint_eq(v.count, 0);
}
END_TEST

/* The bound of the queue rests on it: koord_detectors.def. */
START_TEST(a_search_that_was_due_and_one_reported_late)
{
    visit v;
    visit_begin(&v);
    visit_feed(&v, search_fact(1000, 9));
    visit_feed(&v, results_fact(1100, 9, 0));
    koord_event late = results_fact(9000, 10, 0);
    late.at = 5000;
    visit_feed(&v, late);
    ck_assert_uint_eq(visit_count(&v, KD_zero_results), 2);
    ck_assert_uint_eq(v.engine.out.lost, 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("zero_results");
    tcase_add_test(all, one_search_disappoints_once);
    tcase_add_test(all, the_oldest_search_is_forgotten);
    tcase_add_test(all, results_without_a_search_are_evidence_alone);
    tcase_add_loop_test(all, what_says_nought, 0, ROWS(pages));
    tcase_add_test(all, results_that_arrive_later_take_it_back);
    tcase_add_test(all, a_shops_own_people_search_in_peace);
    tcase_add_test(all, a_search_that_was_due_and_one_reported_late);
    return run_suite();
}
