/* Tests of base/text: which bytes are UTF-8 (Unicode 15, table 3-7), and clipping between characters. */
#include "../check_main.h"
#include "base/text.h"
#include <string.h>

#define BYTES(literal) literal, sizeof(literal) - 1

static const struct {
    const char *says;
    const char *at;
    uint32_t size, expect;
} sequences[] = {
    { "NUL", BYTES("\x00"), 1 },
    { "the last of one byte", BYTES("\x7F"), 1 },
    { "a continuation alone", BYTES("\x80"), 0 },
    { "the last continuation alone", BYTES("\xBF"), 0 },
    { "C0: overlong", BYTES("\xC0\x80"), 0 },
    { "C1: overlong", BYTES("\xC1\xBF"), 0 },
    { "U+0080", BYTES("\xC2\x80"), 2 },
    { "U+07FF", BYTES("\xDF\xBF"), 2 },
    { "two bytes, the second missing", BYTES("\xDF"), 0 },
    { "two bytes, the second below", BYTES("\xC2\x7F"), 0 },
    { "two bytes, the second above", BYTES("\xC2\xC0"), 0 },
    { "E0 9F: overlong", BYTES("\xE0\x9F\xBF"), 0 },
    { "U+0800", BYTES("\xE0\xA0\x80"), 3 },
    { "U+CFFF and on", BYTES("\xEC\xBF\xBF"), 3 },
    { "U+D7FF", BYTES("\xED\x9F\xBF"), 3 },
    { "U+D800: a surrogate", BYTES("\xED\xA0\x80"), 0 },
    { "U+DFFF: a surrogate", BYTES("\xED\xBF\xBF"), 0 },
    { "U+E000", BYTES("\xEE\x80\x80"), 3 },
    { "U+FFFF", BYTES("\xEF\xBF\xBF"), 3 },
    { "three bytes, the third missing", BYTES("\xE2\x82"), 0 },
    { "three bytes, the third no continuation", BYTES("\xE2\x82\x41"), 0 },
    { "F0 8F: overlong", BYTES("\xF0\x8F\xBF\xBF"), 0 },
    { "U+10000", BYTES("\xF0\x90\x80\x80"), 4 },
    { "U+FFFFF", BYTES("\xF3\xBF\xBF\xBF"), 4 },
    { "U+10FFFF", BYTES("\xF4\x8F\xBF\xBF"), 4 },
    { "above U+10FFFF", BYTES("\xF4\x90\x80\x80"), 0 },
    { "F5", BYTES("\xF5\x80\x80\x80"), 0 },
    { "FF", BYTES("\xFF"), 0 },
    { "four bytes, the fourth missing", BYTES("\xF0\x9F\x9B"), 0 },
    { "four bytes, the fourth no continuation", BYTES("\xF0\x9F\x9B\x20"), 0 },
};

START_TEST(utf8)
{
    const char *at = sequences[_i].at;
    uint32_t size = kd_utf8_size(at, at + sequences[_i].size);
    ck_assert_msg(size == sequences[_i].expect, "%s: %u", sequences[_i].says, size);
}
END_TEST

static const struct {
    const char *says, *text;
    uint32_t most, expect;
} clips[] = {
    { "short enough", "cart", 4, 4 },
    { "cut between letters", "carts", 4, 4 },
    { "cut before a character of two bytes", "caf\xC3\xA9s", 4, 3 },
    { "cut after it", "caf\xC3\xA9s", 5, 5 },
    { "cut before one of four bytes", "\xF0\x9F\x9B\x92!", 3, 0 },
    { "to nothing", "cart", 0, 0 },
    { "stray continuations have no beginning", "\x80\x80\x80", 2, 0 },
};

START_TEST(clip)
{
    koord_text text = kd_text_clip(kd_text_of(clips[_i].text), clips[_i].most);
    ck_assert_msg(text.size == clips[_i].expect && text.at == clips[_i].text, "%s: %u", clips[_i].says,
                  text.size);
}
END_TEST

START_TEST(equal)
{
    ck_assert(kd_text_equal(KD_TEXT("cart"), kd_text_of("cart")));
    ck_assert(!kd_text_equal(KD_TEXT("cart"), KD_TEXT("cars")));
    ck_assert(!kd_text_equal(KD_TEXT("cart"), KD_TEXT("car")));
    ck_assert(kd_text_equal((koord_text){ NULL, 0 }, KD_TEXT("")));
}
END_TEST

START_TEST(nth)
{
    const char packed[] = "one\0two\0\0four";
    ck_assert_str_eq(kd_text_nth(packed, 0), "one");
    ck_assert_str_eq(kd_text_nth(packed, 1), "two");
    ck_assert_str_eq(kd_text_nth(packed, 2), "");
    ck_assert_str_eq(kd_text_nth(packed, 3), "four");
}
END_TEST

int main(void)
{
    TCase *all = suite_of("text");
    tcase_add_loop_test(all, utf8, 0, ROWS(sequences));
    tcase_add_loop_test(all, clip, 0, ROWS(clips));
    tcase_add_test(all, equal);
    tcase_add_test(all, nth);
    return run_suite();
}
