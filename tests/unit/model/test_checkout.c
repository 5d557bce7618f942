/* Tests of model/checkout: when one is going on, what is kept of it, and when a visitor turns away. */
#include "../check_main.h"
#include "../visit.h"

/* The fact's number is its time, so that rows below can name it. */
static void take(kd_checkout *c, koord_event e)
{
    kd_checkout_take(c, &e, e.t);
}

static koord_event with(koord_event e, uint32_t slot, int32_t number)
{
    e.number[slot] = number;
    return e;
}

static koord_event fact(koord_event_kind kind, koord_ms t, uint32_t slot, int32_t number)
{
    return with(koord_event_of(kind, t), slot, number);
}

static koord_event step(koord_ms t, int32_t which)
{
    return checkout_fact(t, which, 5000);
}

static koord_event payment(koord_ms t, int32_t phase)
{
    return fact(KOORD_EVENT_PAYMENT, t, KOORD_PAYMENT_PHASE, phase);
}

static koord_event page(koord_ms t, int32_t place)
{
    return with(page_fact(t, KOORD_VIA_IS_LOAD), KOORD_PAGE_VIEW_PLACE, place);
}

static kd_checkout begun(void)
{
    kd_checkout c = { 0 };
    take(&c, step(10, KOORD_STEP_IS_CONTACT));
    return c;
}

START_TEST(begins_with_its_first_step)
{
    kd_checkout c = { 0 };
    take(&c, page(5, KOORD_PLACE_IS_CHECKOUT));
    take(&c, step(6, KOORD_STEP_IS_NONE));
    ck_assert_uint_eq(c.id, 0);
    ck_assert_ptr_null(kd_checkout_step(&c, 0));
    take(&c, step(10, KOORD_ABSENT));
    take(&c, step(20, KOORD_STEP_IS_DELIVERY));
    ck_assert_uint_eq(c.id, 10);
    ck_assert_uint_eq(c.since, 10);
    ck_assert_uint_eq(kd_checkout_step(&c, 1)->step, KOORD_STEP_IS_START);
}
END_TEST

START_TEST(a_step_seen_again_counts_once)
{
    kd_checkout c = begun();
    take(&c, step(20, KOORD_STEP_IS_CONTACT));
    ck_assert_uint_eq(c.steps, 1);
    take(&c, step(30, KOORD_STEP_IS_DELIVERY));
    ck_assert_uint_eq(c.steps, 2);
    ck_assert_uint_eq(kd_checkout_step(&c, 0)->id, 30);
    ck_assert_uint_eq(kd_checkout_step(&c, 1)->id, 10);
    ck_assert_ptr_null(kd_checkout_step(&c, 2));
}
END_TEST

START_TEST(old_steps_are_forgotten)
{
    kd_checkout c = begun();
    for (koord_ms t = 1; t <= KD_STEPS; t++) take(&c, step(10 + t, KOORD_STEP_IS_CONTACT + (int32_t)t % 2));
    ck_assert_uint_eq(kd_checkout_step(&c, KD_STEPS - 1)->id, 11);
    ck_assert_ptr_null(kd_checkout_step(&c, KD_STEPS));
}
END_TEST

static const struct {
    const char *says;
    koord_event_kind kind;
    uint32_t slot;
    int32_t number;
    int ends;
} ends[] = {
    { "a purchase", KOORD_EVENT_PURCHASE, KOORD_PURCHASE_ITEMS, 1, 1 },
    { "a purchase in another tab", KOORD_EVENT_OTHER_TAB, KOORD_OTHER_TAB_WHAT, KOORD_TAB_IS_PURCHASED, 1 },
    { "other news from another tab", KOORD_EVENT_OTHER_TAB, KOORD_OTHER_TAB_WHAT, KOORD_TAB_IS_CLOSED, 0 },
    { "a payment accepted", KOORD_EVENT_PAYMENT, KOORD_PAYMENT_PHASE, KOORD_PAYMENT_IS_ACCEPTED, 1 },
    { "a payment declined", KOORD_EVENT_PAYMENT, KOORD_PAYMENT_PHASE, KOORD_PAYMENT_IS_DECLINED, 0 },
    { "the page that confirms", KOORD_EVENT_PAGE_VIEW, KOORD_PAGE_VIEW_PLACE, KOORD_PLACE_IS_CONFIRMATION,
      1 },
    { "another page", KOORD_EVENT_PAGE_VIEW, KOORD_PAGE_VIEW_PLACE, KOORD_PLACE_IS_HOME, 0 },
};

START_TEST(an_order_ends_it)
{
    kd_checkout c = begun();
    take(&c, fact(ends[_i].kind, 20, ends[_i].slot, ends[_i].number));
    ck_assert_msg(c.id == (ends[_i].ends ? 0 : 10), "%s", ends[_i].says);
    ck_assert_msg(c.bought == (ends[_i].ends ? 20 : 0), "%s", ends[_i].says);
}
END_TEST

START_TEST(the_next_one_knows_nothing_of_it)
{
    kd_checkout c = begun();
    take(&c, fact(KOORD_EVENT_PURCHASE, 20, KOORD_PURCHASE_ITEMS, 1));
    take(&c, step(30, KOORD_STEP_IS_CONTACT));
    ck_assert(c.id == 30 && c.bought == 0 && c.steps == 1);
}
END_TEST

START_TEST(a_confirmation_without_a_checkout_is_no_order)
{
    kd_checkout c = { 0 };
    take(&c, page(5, KOORD_PLACE_IS_CONFIRMATION));
    ck_assert_uint_eq(c.bought, 0);
}
END_TEST

static const struct {
    const char *says;
    int32_t phase;
    int paying, trouble;
} payments[] = {
    { "begun", KOORD_PAYMENT_IS_STARTED, 1, 0 },       { "challenged", KOORD_PAYMENT_IS_CHALLENGED, 1, 0 },
    { "declined", KOORD_PAYMENT_IS_DECLINED, 0, 1 },   { "failed", KOORD_PAYMENT_IS_FAILED, 0, 1 },
    { "cancelled", KOORD_PAYMENT_IS_CANCELLED, 0, 0 },
};

START_TEST(a_payment_waits_for_its_answer)
{
    kd_checkout c = begun();
    take(&c, payment(20, KOORD_PAYMENT_IS_STARTED));
    take(&c, payment(30, payments[_i].phase));
    ck_assert_msg(c.paying == payments[_i].paying, "%s", payments[_i].says);
    ck_assert_msg((c.trouble == 30) == payments[_i].trouble, "%s", payments[_i].says);
    ck_assert_uint_eq(c.paying_since, payments[_i].phase == KOORD_PAYMENT_IS_STARTED ? 30 : 20);
    take(&c, step(40, KOORD_STEP_IS_PAYMENT));
    ck_assert_msg(!c.paying, "back at a step, no payment is going on");
}
END_TEST

START_TEST(what_was_seen_is_kept_by_kind)
{
    kd_checkout c = begun();
    take(&c, fact(KOORD_EVENT_SEEN, 20, KOORD_SEEN_WHAT, KOORD_SEEN_IS_SHIPPING));
    take(&c, fact(KOORD_EVENT_SEEN, 30, KOORD_SEEN_WHAT, KOORD_SEEN_IS_SHIPPING));
    take(&c, fact(KOORD_EVENT_SEEN, 31, KOORD_SEEN_WHAT, KOORD_SEEN_IS_ITEM));
    take(&c, fact(KOORD_EVENT_SEEN, 32, KOORD_SEEN_WHAT, KOORD_SEEN_IS_ITEM + 1));
    take(&c, fact(KOORD_EVENT_SEEN, 33, KOORD_SEEN_WHAT, KOORD_ABSENT));
    take(&c, fact(KOORD_EVENT_ERROR, 40, KOORD_ERROR_SOURCE, KOORD_ERROR_IS_EXCEPTION));
    ck_assert_uint_eq(c.trouble, 0);
    take(&c, fact(KOORD_EVENT_ERROR, 41, KOORD_ERROR_SOURCE, KOORD_ERROR_IS_SHOWN));
    ck_assert_uint_eq(c.trouble, 41);
    ck_assert_uint_eq(c.seen[KOORD_SEEN_IS_SHIPPING], 30);
    ck_assert_uint_eq(c.seen[KOORD_SEEN_IS_ITEM], 31);
    ck_assert_uint_eq(c.seen[KOORD_SEEN_IS_TOTAL], 0);
}
END_TEST

START_TEST(knows_an_empty_cart)
{
    kd_checkout c = begun();
    take(&c, fact(KOORD_EVENT_CART, 20, KOORD_CART_ITEMS, 0));
    ck_assert_uint_eq(c.empty, 1);
    take(&c, cart_fact(21, 0));
    ck_assert_msg(c.empty, "a total says nothing of items");
    take(&c, fact(KOORD_EVENT_CART, 22, KOORD_CART_PHASE, KOORD_CART_IS_ADDED));
    ck_assert_uint_eq(c.empty, 0);
    take(&c, with(step(30, KOORD_STEP_IS_CONTACT), KOORD_CHECKOUT_ITEMS, 0));
    ck_assert_uint_eq(c.empty, 1);
    take(&c, with(step(31, KOORD_STEP_IS_CONTACT), KOORD_CHECKOUT_ITEMS, 2));
    ck_assert_uint_eq(c.empty, 0);
}
END_TEST

static const struct {
    const char *says;
    koord_event_kind kind;
    int32_t word;
    int elsewhere;
} ways[] = {
    { "a call", KOORD_EVENT_TOUCHPOINT, KOORD_PLACE_IS_PHONE, 1 },
    { "a mail", KOORD_EVENT_TOUCHPOINT, KOORD_PLACE_IS_MAIL, 1 },
    { "the store", KOORD_EVENT_TOUCHPOINT, KOORD_PLACE_IS_STORE, 1 },
    { "a chat", KOORD_EVENT_TOUCHPOINT, KOORD_PLACE_IS_CHAT, 0 },
    { "a cart that is kept", KOORD_EVENT_CART, KOORD_CART_IS_SAVED, 1 },
    { "a cart that is seen", KOORD_EVENT_CART, KOORD_CART_IS_SEEN, 0 },
};

START_TEST(may_go_on_elsewhere)
{
    kd_checkout c = begun();
    take(&c, fact(ways[_i].kind, 20, 0, ways[_i].word));
    ck_assert_msg(c.elsewhere == ways[_i].elsewhere, "%s", ways[_i].says);
}
END_TEST

static const struct {
    const char *says;
    int32_t before, what;
    koord_ms t;
    int exits;
} exits[] = {
    { "out of sight", KOORD_EFFECT_IS_VISUAL, KOORD_EFFECT_IS_HIDDEN, 1100, 1 },
    { "out of focus only", KOORD_EFFECT_IS_VISUAL, KOORD_EFFECT_IS_BLURRED, 1100, 0 },
    { "as the next page comes", KOORD_EFFECT_IS_NAVIGATION, KOORD_EFFECT_IS_HIDDEN, 11000, 0 },
    { "as a form is sent", KOORD_EFFECT_IS_SUBMIT, KOORD_EFFECT_IS_HIDDEN, 11000, 0 },
    { "too late for the next page", KOORD_EFFECT_IS_NAVIGATION, KOORD_EFFECT_IS_HIDDEN, 11001, 1 },
};

START_TEST(tells_leaving_from_going_on)
{
    kd_checkout c = begun();
    koord_event e = effect_fact(exits[_i].t, exits[_i].what);
    take(&c, effect_fact(1000, exits[_i].before));
    ck_assert_msg(kd_checkout_exits(&c, &e) == exits[_i].exits, "%s", exits[_i].says);
}
END_TEST

START_TEST(a_page_that_came_is_not_on_its_way)
{
    kd_checkout c = begun();
    koord_event hidden = effect_fact(1002, KOORD_EFFECT_IS_HIDDEN), click = click_fact(1002, 5, BUTTON);
    take(&c, effect_fact(0, KOORD_EFFECT_IS_NAVIGATION));
    ck_assert_msg(!kd_checkout_exits(&c, &hidden), "also in the first millisecond");
    take(&c, page(1001, KOORD_PLACE_IS_CHECKOUT));
    ck_assert_int_eq(kd_checkout_exits(&c, &hidden), 1);
    ck_assert_int_eq(kd_checkout_exits(&c, &click), 0);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("checkout");
    tcase_add_test(all, begins_with_its_first_step);
    tcase_add_test(all, a_step_seen_again_counts_once);
    tcase_add_test(all, old_steps_are_forgotten);
    tcase_add_loop_test(all, an_order_ends_it, 0, ROWS(ends));
    tcase_add_test(all, the_next_one_knows_nothing_of_it);
    tcase_add_test(all, a_confirmation_without_a_checkout_is_no_order);
    tcase_add_loop_test(all, a_payment_waits_for_its_answer, 0, ROWS(payments));
    tcase_add_test(all, what_was_seen_is_kept_by_kind);
    tcase_add_test(all, knows_an_empty_cart);
    tcase_add_loop_test(all, may_go_on_elsewhere, 0, ROWS(ways));
    tcase_add_loop_test(all, tells_leaving_from_going_on, 0, ROWS(exits));
    tcase_add_test(all, a_page_that_came_is_not_on_its_way);
    return run_suite();
}
