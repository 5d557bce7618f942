/* Tests of core/engine: from page to page, and what tells one configuration from another. */
#include "../check_main.h"
#include "../visit.h"

static koord_text text(const char *string)
{
    return (koord_text){ string, (uint32_t)strlen(string) };
}

START_TEST(saved_and_restored_it_goes_on)
{
    static char room[sizeof(koord_engine)];
    visit here, there;
    visit_begin(&here);
    visit_feed(&here, click_fact(1000, 7, BUTTON));
    int size = koord_save(&here.engine, room, sizeof room);
    ck_assert_int_gt(size, 0);
    visit_open(&there);
    ck_assert_int_eq(koord_restore(&there.engine, (koord_text){ room, (uint32_t)size }), KOORD_OK);
    visit_tick(&there, 9000);
    ck_assert_uint_eq(there.count, 1);
    ck_assert_uint_eq(there.said[0].evidence.id[0], 2);
}
END_TEST

START_TEST(other_settings_are_refused)
{
    static char room[sizeof(koord_engine)];
    visit here, there;
    visit_begin(&here);
    int size = koord_save(&here.engine, room, sizeof room);
    visit_open(&there);
    visit_set(&there, "rage_click.clicks", 4);
    ck_assert_int_eq(koord_restore(&there.engine, (koord_text){ room, (uint32_t)size }), KOORD_ERR_VERSION);
    ck_assert_msg(koord_feed(&there.engine, &(koord_event){ .kind = KOORD_EVENT_SESSION }) == 1, "as new");
}
END_TEST

START_TEST(settings_tell_configurations_apart)
{
    visit plain, set, asking, silent;
    visit_open(&plain);
    visit_open(&set);
    visit_set(&set, "rage_click.clicks", 4);
    visit_open(&asking);
    koord_survey(&asking.engine, text("why"), text("rage_click"), 10000);
    visit_open(&silent);
    koord_survey(&silent.engine, text("search_effort"), text("zero_results"), 0);
    ck_assert_uint_ne(koord_settings(&plain.engine), koord_settings(&set.engine));
    ck_assert_uint_ne(koord_settings(&plain.engine), koord_settings(&asking.engine));
    ck_assert_uint_ne(koord_settings(&plain.engine), koord_settings(&silent.engine));
    visit_set(&set, "rage_click.clicks", 3);
    ck_assert_uint_eq(koord_settings(&plain.engine), koord_settings(&set.engine));
}
END_TEST

int main(void)
{
    TCase *all = suite_of("pages");
    tcase_add_test(all, saved_and_restored_it_goes_on);
    tcase_add_test(all, other_settings_are_refused);
    tcase_add_test(all, settings_tell_configurations_apart);
    return run_suite();
}
