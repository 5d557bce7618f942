/* Tests of model/page: what is kept of each page, and who has been there and back. */
#include "../check_main.h"
#include "../visit.h"

static kd_pages pages;

static void take(koord_event e)
{
    static uint32_t id;
    kd_pages_take(&pages, &e, ++id);
}

static void begin(void)
{
    pages = (kd_pages){ .count = 0 };
}

static void view(koord_ms t, int32_t key, int32_t via)
{
    koord_event e = page_fact(t, via);
    e.number[KOORD_PAGE_VIEW_KEY] = key;
    take(e);
}

static koord_event scroll_fact(koord_ms t, int32_t to, int32_t depth)
{
    koord_event e = koord_event_of(KOORD_EVENT_SCROLL, t);
    e.number[KOORD_SCROLL_TO] = to;
    e.number[KOORD_SCROLL_DEPTH] = depth;
    return e;
}

static koord_event phase_fact(koord_ms t, koord_event_kind kind, int32_t phase)
{
    koord_event e = koord_event_of(kind, t);
    e.number[0] = phase;
    return e;
}

static const kd_page *now(void)
{
    const kd_page *page = kd_pages_nth(&pages, 0);
    ck_assert_ptr_nonnull(page);
    return page;
}

START_TEST(what_a_page_view_says_is_kept)
{
    begin();
    koord_event e = page_fact(1000, KOORD_VIA_IS_HISTORY);
    e.number[KOORD_PAGE_VIEW_KEY] = -7;
    e.number[KOORD_PAGE_VIEW_INSIDE] = 1;
    e.number[KOORD_PAGE_VIEW_READY_MS] = 3100;
    kd_pages_take(&pages, &e, 42);
    ck_assert_uint_eq(now()->id, 42);
    ck_assert_uint_eq(now()->key, (uint32_t)-7);
    ck_assert_uint_eq(now()->at, 1000);
    ck_assert_uint_eq(now()->ready_ms, 3100);
    ck_assert_uint_eq(now()->place, KOORD_PLACE_IS_LISTING);
    ck_assert_uint_eq(now()->via, KOORD_VIA_IS_HISTORY);
    ck_assert_uint_eq(now()->inside, 1);
    ck_assert_uint_eq(kd_page_read_ms(now()), KOORD_NEVER);
}
END_TEST

START_TEST(what_is_not_known_is_nought)
{
    begin();
    take(koord_event_of(KOORD_EVENT_PAGE_VIEW, 5));
    ck_assert_uint_eq(now()->key, 0);
    ck_assert_uint_eq(now()->ready_ms, 0);
    ck_assert_uint_eq(now()->inside, 0);
}
END_TEST

START_TEST(a_page_that_is_hidden_has_been_left_until_it_is_shown)
{
    begin();
    view(1000, 1, KOORD_VIA_IS_LOAD);
    take(effect_fact(3000, KOORD_EFFECT_IS_HIDDEN));
    ck_assert_uint_eq(kd_page_read_ms(now()), 2000);
    take(effect_fact(4000, KOORD_EFFECT_IS_SHOWN));
    ck_assert_uint_eq(kd_page_read_ms(now()), KOORD_NEVER);
    view(6000, 2, KOORD_VIA_IS_LOAD);
    ck_assert_uint_eq(kd_page_read_ms(kd_pages_nth(&pages, 1)), 5000);
}
END_TEST

START_TEST(the_time_the_next_page_takes_to_load_is_none_of_reading)
{
    begin();
    view(1000, 1, KOORD_VIA_IS_LOAD);
    take(effect_fact(3000, KOORD_EFFECT_IS_HIDDEN));
    view(9000, 2, KOORD_VIA_IS_LOAD);
    ck_assert_uint_eq(kd_page_read_ms(kd_pages_nth(&pages, 1)), 2000);
}
END_TEST

static const struct {
    const char *says;
    int32_t kind, phase;
    int presses, inputs;
} deeds[] = {
    { "a press", KOORD_EVENT_CLICK, KOORD_ABSENT, 1, 0 },
    { "a field changed", KOORD_EVENT_FIELD, KOORD_FIELD_IS_CHANGED, 0, 1 },
    { "a field only entered", KOORD_EVENT_FIELD, KOORD_FIELD_IS_FOCUSED, 0, 0 },
    { "a form sent", KOORD_EVENT_SUBMIT, KOORD_ABSENT, 0, 1 },
    { "a finger drawn over it", KOORD_EVENT_SWIPE, KOORD_ABSENT, 0, 1 },
    { "the page did something", KOORD_EVENT_EFFECT, KOORD_EFFECT_IS_VISUAL, 0, 0 },
};

START_TEST(what_is_done_on_a_page_is_counted)
{
    begin();
    view(1000, 1, KOORD_VIA_IS_LOAD);
    take(phase_fact(2000, (koord_event_kind)deeds[_i].kind, deeds[_i].phase));
    ck_assert_msg(now()->presses == deeds[_i].presses, "%s", deeds[_i].says);
    ck_assert_msg(now()->inputs == deeds[_i].inputs, "%s", deeds[_i].says);
}
END_TEST

START_TEST(counts_stop_at_their_end)
{
    begin();
    view(1000, 1, KOORD_VIA_IS_LOAD);
    for (int i = 0; i < 300; i++) take(click_fact(2000, 7, BUTTON));
    ck_assert_uint_eq(now()->presses, 255);
}
END_TEST

/* On a viewport of 800 pixels. */
static const struct {
    const char *says;
    int32_t to, depth;
    uint32_t expect;
} ways[] = {
    { "not at all, on a page of one screen", 0, 100, 0 },
    { "a screen down a page of two: half of it", 800, 100, 50 },
    { "a quarter of a long page", 1000, 45, 25 },
    { "to the end of a very long one", 80000, 100, 99 },
    { "above its top, as rubber bands do", -30, 10, 0 },
    { "a depth that cannot be", 80000, 5000, 100 },
};

START_TEST(what_stood_in_view_anyway_was_not_scrolled)
{
    begin();
    koord_event e = page_fact(1000, KOORD_VIA_IS_LOAD);
    e.number[KOORD_PAGE_VIEW_HEIGHT] = 800;
    take(e);
    take(scroll_fact(2000, ways[_i].to, ways[_i].depth));
    ck_assert_msg(now()->scrolled == ways[_i].expect, "%s: %u", ways[_i].says, now()->scrolled);
    take(scroll_fact(3000, 0, 10));
    ck_assert_msg(now()->scrolled == ways[_i].expect, "the deepest counts");
}
END_TEST

/* From page 1 by three views. */
static const struct {
    const char *says;
    int32_t key[3], via[3];
    int turned;
} trips[] = {
    { "there and back", { 1, 2, 1 }, { 0, 0, KOORD_VIA_IS_BACK_FORWARD }, 1 },
    { "from the browser's cache", { 1, 2, 1 }, { 0, KOORD_VIA_IS_HISTORY, KOORD_VIA_IS_RESTORE }, 1 },
    { "to the same address by a link", { 1, 2, 1 }, { 0, 0, 0 }, 1 },
    { "back where addresses are not known", { 0, 0, 0 }, { 0, 0, KOORD_VIA_IS_BACK_FORWARD }, 1 },
    { "forward where addresses are not known", { 0, 0, 0 }, { 0, 0, 0 }, 0 },
    { "on to a third page", { 1, 2, 3 }, { 0, 0, 0 }, 0 },
    { "back to another page", { 1, 2, 3 }, { 0, 0, KOORD_VIA_IS_BACK_FORWARD }, 0 },
    { "there by going forward again",
      { 1, 2, 1 },
      { 0, KOORD_VIA_IS_BACK_FORWARD, KOORD_VIA_IS_BACK_FORWARD },
      0 },
    { "a reload on the way", { 1, 2, 1 }, { 0, KOORD_VIA_IS_RELOAD, KOORD_VIA_IS_BACK_FORWARD }, 0 },
    { "never away", { 1, 1, 1 }, { 0, KOORD_VIA_IS_HISTORY, KOORD_VIA_IS_BACK_FORWARD }, 0 },
    { "a reload is no way back", { 1, 2, 1 }, { 0, 0, KOORD_VIA_IS_RELOAD }, 0 },
};

START_TEST(there_and_back)
{
    begin();
    for (int i = 0; i < 3; i++) view(1000 * (koord_ms)(i + 1), trips[_i].key[i], trips[_i].via[i]);
    const kd_page *there = kd_pages_turned(&pages);
    ck_assert_msg(there == (trips[_i].turned ? kd_pages_nth(&pages, 1) : NULL), "%s", trips[_i].says);
}
END_TEST

START_TEST(two_pages_are_too_few)
{
    begin();
    view(1000, 1, KOORD_VIA_IS_LOAD);
    view(2000, 1, KOORD_VIA_IS_BACK_FORWARD);
    ck_assert_ptr_null(kd_pages_turned(&pages));
}
END_TEST

START_TEST(old_pages_are_forgotten)
{
    begin();
    ck_assert_ptr_null(kd_pages_nth(&pages, 0));
    for (int32_t i = 1; i <= KD_PAGES + 1; i++) view(1000, i, KOORD_VIA_IS_LOAD);
    ck_assert_uint_eq(kd_pages_nth(&pages, 0)->key, KD_PAGES + 1);
    ck_assert_uint_eq(kd_pages_nth(&pages, KD_PAGES - 1)->key, 2);
    ck_assert_ptr_null(kd_pages_nth(&pages, KD_PAGES));
}
END_TEST

int main(void)
{
    TCase *all = suite_of("page");
    tcase_add_test(all, what_a_page_view_says_is_kept);
    tcase_add_test(all, what_is_not_known_is_nought);
    tcase_add_test(all, a_page_that_is_hidden_has_been_left_until_it_is_shown);
    tcase_add_test(all, the_time_the_next_page_takes_to_load_is_none_of_reading);
    tcase_add_loop_test(all, what_is_done_on_a_page_is_counted, 0, ROWS(deeds));
    tcase_add_test(all, counts_stop_at_their_end);
    tcase_add_loop_test(all, what_stood_in_view_anyway_was_not_scrolled, 0, ROWS(ways));
    tcase_add_loop_test(all, there_and_back, 0, ROWS(trips));
    tcase_add_test(all, two_pages_are_too_few);
    tcase_add_test(all, old_pages_are_forgotten);
    return run_suite();
}
