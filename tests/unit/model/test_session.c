/* Tests of model/session: what stays known of a visit, and where in the shop it is. */
#include "../check_main.h"
#include "../visit.h"

static kd_session begun(void)
{
    kd_session s;
    koord_event e = session_fact();
    kd_session_reset(&s);
    kd_session_take(&s, &e);
    return s;
}

static void take(kd_session *s, koord_event e)
{
    kd_session_take(s, &e);
}

START_TEST(a_new_one_knows_nothing)
{
    kd_session s;
    kd_session_reset(&s);
    ck_assert(!s.begun && !s.ended);
    ck_assert_int_eq(s.total_cents, KOORD_ABSENT);
    ck_assert_uint_eq(s.place, KOORD_PLACE_IS_OTHER);
}
END_TEST

START_TEST(what_is_left_out_counts_as_nought)
{
    kd_session s;
    koord_event e = koord_event_of(KOORD_EVENT_SESSION, 0);
    kd_session_reset(&s);
    kd_session_take(&s, &e);
    ck_assert(s.begun && s.draw == 0 && s.asked == 0 && s.staff == 0);
    ck_assert_int_eq(kd_session_sees(&s, KOORD_SIGHT_IS_RESPONSE), 0);
}
END_TEST

START_TEST(sees_what_the_session_fact_says)
{
    kd_session s = begun();
    ck_assert_int_eq(kd_session_sees(&s, KOORD_SIGHT_IS_RESPONSE), 1);
    ck_assert_int_eq(kd_session_sees(&s, KOORD_SIGHT_IS_REQUESTS), 1);
    ck_assert_int_eq(kd_session_sees(&s, KOORD_SIGHT_IS_STORAGE), 0);
}
END_TEST

START_TEST(every_fact_moves_the_last_moment)
{
    kd_session s = begun();
    take(&s, koord_event_of(KOORD_EVENT_CUSTOM, 4321));
    ck_assert_uint_eq(s.last, 4321);
    ck_assert_uint_eq(s.page_since, 0);
    take(&s, page_fact(5000, KOORD_VIA_IS_LOAD));
    ck_assert_uint_eq(s.page_since, 5000);
}
END_TEST

START_TEST(the_newest_total_that_is_known_stays)
{
    kd_session s = begun();
    take(&s, cart_fact(1, 2500));
    take(&s, cart_fact(2, KOORD_ABSENT));
    ck_assert_int_eq(s.total_cents, 2500);
    take(&s, checkout_fact(3, KOORD_STEP_IS_PAYMENT, 2995));
    ck_assert_int_eq(s.total_cents, 2995);
    take(&s, checkout_fact(4, KOORD_STEP_IS_REVIEW, KOORD_ABSENT));
    ck_assert_int_eq(s.total_cents, 2995);
}
END_TEST

static const struct {
    const char *says;
    int32_t place;
    uint8_t expect;
} pages[] = {
    { "another page of the checkout keeps the step", KOORD_PLACE_IS_CHECKOUT, KOORD_STEP_IS_DELIVERY },
    { "the cart is out of it", KOORD_PLACE_IS_CART, KOORD_STEP_IS_NONE },
    { "a page of which nothing is known, too", KOORD_ABSENT, KOORD_STEP_IS_NONE },
};

START_TEST(leaving_the_checkout_ends_the_step)
{
    kd_session s = begun();
    take(&s, checkout_fact(1, KOORD_STEP_IS_DELIVERY, 100));
    koord_event page = page_fact(2, KOORD_VIA_IS_LOAD);
    page.number[KOORD_PAGE_VIEW_PLACE] = pages[_i].place;
    take(&s, page);
    ck_assert_msg(s.step == pages[_i].expect, "%s", pages[_i].says);
}
END_TEST

START_TEST(a_checkout_without_a_step_is_its_start)
{
    kd_session s = begun();
    take(&s, checkout_fact(1, KOORD_ABSENT, 100));
    ck_assert_uint_eq(s.step, KOORD_STEP_IS_START);
}
END_TEST

START_TEST(another_tab_tells_what_was_asked)
{
    kd_session s = begun();
    koord_event e = koord_event_of(KOORD_EVENT_OTHER_TAB, 5);
    take(&s, e);
    ck_assert_int_eq(s.asked, 0);
    e.number[KOORD_OTHER_TAB_ASKED] = 2;
    take(&s, e);
    ck_assert_int_eq(s.asked, 2);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("session");
    tcase_add_test(all, a_new_one_knows_nothing);
    tcase_add_test(all, what_is_left_out_counts_as_nought);
    tcase_add_test(all, sees_what_the_session_fact_says);
    tcase_add_test(all, every_fact_moves_the_last_moment);
    tcase_add_test(all, the_newest_total_that_is_known_stays);
    tcase_add_loop_test(all, leaving_the_checkout_ends_the_step, 0, ROWS(pages));
    tcase_add_test(all, a_checkout_without_a_step_is_its_start);
    tcase_add_test(all, another_tab_tells_what_was_asked);
    return run_suite();
}
