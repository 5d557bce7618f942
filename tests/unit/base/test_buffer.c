/* Tests of base/buffer: what fits, and that nothing follows what did not. */
#include "../check_main.h"
#include "base/buffer.h"
#include "base/text.h"
#include <string.h>

START_TEST(takes_what_fits)
{
    char room[8];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_buffer_add(&b, KD_TEXT("four"));
    kd_buffer_add(&b, KD_TEXT("more"));
    ck_assert_int_eq(b.over, 0);
    ck_assert(kd_text_equal(kd_buffer_text(&b), KD_TEXT("fourmore")));
}
END_TEST

START_TEST(leaves_out_whole_what_does_not_fit_and_all_after_it)
{
    char room[5] = "-----";
    kd_buffer b = kd_buffer_of(room, 4);
    kd_buffer_add(&b, KD_TEXT("ab"));
    kd_buffer_add(&b, KD_TEXT("cde"));
    kd_buffer_char(&b, 'f');
    ck_assert_int_eq(b.over, 1);
    ck_assert_uint_eq(b.used, 2);
    ck_assert_int_eq(memcmp(room, "ab---", 5), 0);
}
END_TEST

START_TEST(nothing_fits_into_nothing)
{
    kd_buffer b = kd_buffer_of(NULL, 0);
    kd_buffer_add(&b, (koord_text){ NULL, 0 });
    ck_assert_int_eq(b.over, 0);
    kd_buffer_char(&b, 'a');
    ck_assert_int_eq(b.over, 1);
}
END_TEST

static const struct {
    int64_t number;
    const char *expect;
} numbers[] = {
    { 0, "0" },
    { 7, "7" },
    { -7, "-7" },
    { 10, "10" },
    { INT32_MIN, "-2147483648" },
    { UINT32_MAX, "4294967295" },
    { INT64_MAX, "9223372036854775807" },
    { INT64_MIN, "-9223372036854775808" },
};

START_TEST(number)
{
    char room[20];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_buffer_number(&b, numbers[_i].number);
    ck_assert_msg(kd_text_equal(kd_buffer_text(&b), kd_text_of(numbers[_i].expect)), "%.*s for %s",
                  (int)b.used, room, numbers[_i].expect);
}
END_TEST

static const struct {
    uint32_t number;
    const char *expect;
} hexes[] = { { 0, "00000000" }, { 0x9F3A01BC, "9f3a01bc" }, { UINT32_MAX, "ffffffff" } };

START_TEST(hex)
{
    char room[8];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_buffer_hex(&b, hexes[_i].number);
    ck_assert(kd_text_equal(kd_buffer_text(&b), kd_text_of(hexes[_i].expect)));
}
END_TEST

int main(void)
{
    TCase *all = suite_of("buffer");
    tcase_add_test(all, takes_what_fits);
    tcase_add_test(all, leaves_out_whole_what_does_not_fit_and_all_after_it);
    tcase_add_test(all, nothing_fits_into_nothing);
    tcase_add_loop_test(all, number, 0, ROWS(numbers));
    tcase_add_loop_test(all, hex, 0, ROWS(hexes));
    return run_suite();
}
