/* Tests of base/json_read: RFC 8259 to the letter, at the edge of readable memory, and cut off at every byte.
 */
#define _DEFAULT_SOURCE
#include "../check_main.h"
#include "../edge.h"
#include "base/json_read.h"
#include "base/text.h"

static int accepts(koord_text text)
{
    kd_json r = kd_json_of(text);
    int skipped = kd_json_skip(&r, NULL);
    return kd_json_done(&r) && skipped;
}

/* ---- what JSON is, and what it is not ---- */

static const char *const good[] = {
    "0",
    "-0",
    "10",
    "-1.5e+10",
    "1E5",
    "0.0",
    "true",
    "false",
    "null",
    "\"\"",
    "\"a\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDED2\"",
    "\"\x7F\"",
    "[]",
    "[1]",
    "[1,2]",
    "[[],[[]]]",
    "{}",
    "{\"a\":1}",
    "{\"a\":{\"b\":[{}]},\"c\":null}",
    " \t\r\n[ 1 , { \"a\" : 2 } ] \n",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
};

START_TEST(takes_what_is_json)
{
    ck_assert_msg(accepts(at_the_edge(kd_text_of(good[_i]))), "%s", good[_i]);
}
END_TEST

START_TEST(refuses_what_is_cut_off)
{
    koord_text whole = kd_text_of(good[_i]);
    while (whole.size && strchr(" \t\r\n", whole.at[whole.size - 1])) whole.size--;
    int cut_numbers_are_numbers = strchr("-0123456789", whole.at[0]) != NULL;
    for (uint32_t size = 0; size < whole.size; size++) {
        int taken = accepts(at_the_edge((koord_text){ whole.at, size }));
        ck_assert_msg(!taken || cut_numbers_are_numbers, "%.*s", (int)size, whole.at);
    }
}
END_TEST

static const koord_text bad[] = {
#define BAD(literal)                                                                                         \
    {                                                                                                        \
        literal, sizeof(literal) - 1                                                                         \
    }
    BAD(""),
    BAD(" "),
    BAD("x"),
    BAD("\0"),
    BAD("tru"),
    BAD("truE"),
    BAD("nul"),
    BAD("+1"),
    BAD("01"),
    BAD("-"),
    BAD("-a"),
    BAD(".5"),
    BAD("1."),
    BAD("1.e1"),
    BAD("1e"),
    BAD("1e+"),
    BAD("0x1"),
    BAD("1 2"),
    BAD("\""),
    BAD("\"\\"),
    BAD("\"\\\""),
    BAD("\"\\x\""),
    BAD("\"\\\0\""),
    BAD("\"\\u12\""),
    BAD("\"\\u12g4\""),
    BAD("\"\\u123"),
    BAD("\"a\nb\""),
    BAD("\"a\0b\""),
    BAD("["),
    BAD("]"),
    BAD("[,]"),
    BAD("[1,]"),
    BAD("[1 2]"),
    BAD("[1}"),
    BAD("{"),
    BAD("{]"),
    BAD("{,}"),
    BAD("{1:2}"),
    BAD("{\"a\"}"),
    BAD("{\"a\":}"),
    BAD("{\"a\":1,}"),
    BAD("{\"a\" 1}"),
    BAD("{\"a\":1 \"b\":2}"),
    BAD("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
};

START_TEST(refuses_what_is_none)
{
    koord_text text = at_the_edge(bad[_i]);
    kd_json r = kd_json_of(text);
    kd_json_skip(&r, NULL);
    ck_assert_msg(!kd_json_done(&r), "%.*s", (int)text.size, text.at);
    ck_assert_ptr_nonnull(r.why);
    ck_assert_uint_le(kd_json_at(&r), text.size);
}
END_TEST

/* ---- whole numbers ---- */

static const struct {
    const char *text;
    int taken;
    int32_t expect;
} wholes[] = {
    { "0", 1, 0 },
    { "-0", 1, 0 },
    { "2147483647", 1, INT32_MAX },
    { "2147483648", 0, 0 },
    { "-2147483648", 1, INT32_MIN },
    { "-2147483649", 0, 0 },
    { "99999999999999999999999999", 0, 0 },
    { "1.0", 0, 0 },
    { "1e3", 0, 0 },
    { "\"1\"", 0, 0 },
    { "null", 0, 0 },
};

START_TEST(whole)
{
    int32_t number = 77;
    kd_json r = kd_json_of(at_the_edge(kd_text_of(wholes[_i].text)));
    ck_assert_msg(kd_json_whole(&r, &number) == wholes[_i].taken, "%s", wholes[_i].text);
    ck_assert_int_eq(number, wholes[_i].taken ? wholes[_i].expect : 77);
}
END_TEST

/* ---- texts ---- */

static const struct {
    const char *says, *text, *expect; /* expect NULL: refused */
} strings[] = {
    { "plain", "\"cart\"", "cart" },
    { "every short escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "one byte", "\"\\u0041\"", "A" },
    { "two bytes", "\"\\u00e9\"", "\xC3\xA9" },
    { "three bytes, capitals", "\"\\u20AC\"", "\xE2\x82\xAC" },
    { "a pair", "\"\\ud83d\\uded2\"", "\xF0\x9F\x9B\x92" },
    { "a high surrogate alone", "\"\\ud83dx\"", "\xEF\xBF\xBDx" },
    { "a low one alone", "\"\\uded2\"", "\xEF\xBF\xBD" },
    { "a high one before something else", "\"\\ud83d\\u0041\"",
      "\xEF\xBF\xBD"
      "A" },
    { "two high ones", "\"\\ud83d\\ud83d\"", "\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "as much as fits", "\"0123456789\"", "0123456789" },
    { "one byte more", "\"0123456789a\"", NULL },
    { "no hexadecimal digits", "\"\\u00g0\"", NULL },
    { "no text", "12", NULL },
};

START_TEST(string)
{
    char room[10];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_json r = kd_json_of(at_the_edge(kd_text_of(strings[_i].text)));
    int taken = kd_json_string(&r, &b);
    ck_assert_msg(taken == (strings[_i].expect != NULL), "%s", strings[_i].says);
    if (taken)
        ck_assert_msg(kd_text_equal(kd_buffer_text(&b), kd_text_of(strings[_i].expect)), "%s: %.*s",
                      strings[_i].says, (int)b.used, room);
}
END_TEST

/* ---- walking ---- */

START_TEST(walks_through_an_object)
{
    koord_text key, span;
    int32_t n = 0;
    kd_json r =
        kd_json_of(at_the_edge(KD_TEXT("{\"n\": 5, \"skip\": {\"x\":[1,\"}\"]} , \"list\":[1,2,3]}")));
    ck_assert(kd_json_enter(&r, '{'));
    ck_assert(kd_json_next_key(&r, &key) && kd_text_equal(key, KD_TEXT("n")));
    ck_assert(kd_json_whole(&r, &n) && n == 5);
    ck_assert(kd_json_next_key(&r, &key) && kd_text_equal(key, KD_TEXT("skip")));
    ck_assert(kd_json_skip(&r, &span) && kd_text_equal(span, KD_TEXT("{\"x\":[1,\"}\"]}")));
    ck_assert(kd_json_next_key(&r, &key) && kd_json_enter(&r, '['));
    int32_t sum = 0;
    while (kd_json_next_item(&r) && kd_json_whole(&r, &n)) sum += n;
    ck_assert_int_eq(sum, 6);
    ck_assert(!kd_json_next_key(&r, &key));
    ck_assert(kd_json_done(&r));
}
END_TEST

START_TEST(stays_where_it_failed)
{
    koord_text key;
    int32_t n;
    kd_json r = kd_json_of(at_the_edge(KD_TEXT("{\"n\": true, \"m\": 1}")));
    kd_json_enter(&r, '{');
    kd_json_next_key(&r, &key);
    ck_assert(!kd_json_whole(&r, &n));
    const char *why = r.why;
    ck_assert(!kd_json_next_key(&r, &key) && !kd_json_skip(&r, NULL) && !kd_json_enter(&r, '{'));
    ck_assert_int_eq(kd_json_peek(&r), '\0');
    ck_assert_ptr_eq(r.why, why);
    ck_assert_uint_eq(kd_json_at(&r), 6);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("json_read");
    tcase_add_loop_test(all, takes_what_is_json, 0, ROWS(good));
    tcase_add_loop_test(all, refuses_what_is_cut_off, 0, ROWS(good));
    tcase_add_loop_test(all, refuses_what_is_none, 0, ROWS(bad));
    tcase_add_loop_test(all, whole, 0, ROWS(wholes));
    tcase_add_loop_test(all, string, 0, ROWS(strings));
    tcase_add_test(all, walks_through_an_object);
    tcase_add_test(all, stays_where_it_failed);
    return run_suite();
}
