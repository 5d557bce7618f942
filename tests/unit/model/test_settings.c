/* Tests of model/settings: every row makes sense, and a value is taken only within its range. */
#include "../check_main.h"
#include "base/text.h"
#include "model/settings.h"

static const struct {
    const char *name;
    int32_t initial, least, most;
    const char *what;
} rows[] = {
#define KOORD_SETTING(owner, NAME, name, initial, least, most, what)                                         \
    { #owner "." #name, initial, least, most, what },
#include "koord_detectors.def"
};

START_TEST(row)
{
    int32_t least, most;
    kd_settings s;
    kd_settings_reset(&s);
    const char *name = rows[_i].name;
    ck_assert_msg(kd_settings_find(kd_text_of(name)) == _i, "%s is found", name);
    koord_text found = kd_setting_first();
    for (int i = 0; i < _i; i++) found = kd_setting_next(found);
    ck_assert_msg(kd_text_equal(found, kd_text_of(name)), "%s has its name", name);
    ck_assert_int_eq(koord_range(kd_text_of(name), &least, &most), KOORD_OK);
    ck_assert_int_eq(s.value[_i], rows[_i].initial);
    ck_assert_msg(least == rows[_i].least && most == rows[_i].most && least < most, "%s has a range", name);
    ck_assert_msg(0 <= least && least <= rows[_i].initial && rows[_i].initial <= most,
                  "%s has its default in its range", name);
    ck_assert_msg(rows[_i].what[0] != '\0', "%s says what it is", name);
}
END_TEST

START_TEST(takes_what_is_in_its_range)
{
    kd_settings s;
    kd_settings_reset(&s);
    kd_setting i = (kd_setting)_i;
    ck_assert_int_eq(kd_settings_put(&s, i, rows[_i].least), KOORD_OK);
    ck_assert_int_eq(kd_settings_put(&s, i, rows[_i].most), KOORD_OK);
    ck_assert_int_eq(kd_settings_put(&s, i, rows[_i].least - 1), KOORD_ERR_VALUE);
    ck_assert_int_eq(kd_settings_put(&s, i, rows[_i].most + 1), KOORD_ERR_VALUE);
    ck_assert_int_eq(kd_settings_put(&s, i, INT32_MIN), KOORD_ERR_VALUE);
    ck_assert_int_eq(s.value[_i], rows[_i].most);
}
END_TEST

START_TEST(every_setting_counts_for_the_hash)
{
    kd_settings plain, other;
    kd_settings_reset(&plain);
    other = plain;
    other.value[_i]++;
    ck_assert_uint_ne(kd_settings_hash(&plain), kd_settings_hash(&other));
}
END_TEST

static const char *const strangers[] = {
    "", "rage_click", "rage_click.", ".clicks", "rage_click.clicks ", "rage_click.CLICKS", "click.clicks"
};

START_TEST(stranger)
{
    int32_t least = 5, most = 6;
    koord_text name = kd_text_of(strangers[_i]);
    ck_assert_int_eq(kd_settings_find(name), -1);
    ck_assert_int_eq(koord_range(name, &least, &most), KOORD_ERR_NAME);
    ck_assert(least == 5 && most == 6);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("settings");
    tcase_add_loop_test(all, row, 0, KD_SETTINGS);
    tcase_add_loop_test(all, takes_what_is_in_its_range, 0, KD_SETTINGS);
    tcase_add_loop_test(all, every_setting_counts_for_the_hash, 0, KD_SETTINGS);
    tcase_add_loop_test(all, stranger, 0, ROWS(strangers));
    return run_suite();
}
