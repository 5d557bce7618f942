/* Tests of base/json_write: commas, escapes, and bytes that are no UTF-8. */
#include "../check_main.h"
#include "base/json_write.h"
#include "base/text.h"

static const struct {
    const char *says;
    koord_text text;
    const char *expect;
} texts[] = {
    { "plain", { "cart", 4 }, "\"cart\"" },
    { "empty", { "", 0 }, "\"\"" },
    { "quotes and backslashes", { "a\"b\\c", 5 }, "\"a\\\"b\\\\c\"" },
    { "a slash stays as it is", { "</", 2 }, "\"</\"" },
    { "control characters", { "a\nb\tc\x1F", 6 }, "\"a\\u000ab\\u0009c\\u001f\"" },
    { "NUL and delete", { "\0\x7F", 2 }, "\"\\u0000\\u007f\"" },
    { "characters of two to four bytes",
      { "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9B\x92", 9 },
      "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9B\x92\"" },
    { "a byte that is none becomes U+FFFD", { "a\xFFz", 3 }, "\"a\xEF\xBF\xBDz\"" },
    { "each byte of a surrogate does", { "\xED\xA0\x80", 3 }, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
    { "so does a character that is cut off", { "\xE2\x82", 2 }, "\"\xEF\xBF\xBD\xEF\xBF\xBD\"" },
};

START_TEST(text)
{
    char room[64];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_json_text(&b, texts[_i].text);
    ck_assert_msg(kd_text_equal(kd_buffer_text(&b), kd_text_of(texts[_i].expect)), "%s: %.*s", texts[_i].says,
                  (int)b.used, room);
}
END_TEST

/* Every kind of value behind every other. */
static void write_all(kd_buffer *b)
{
    kd_json_open(b, '{');
    kd_json_key(b, "list");
    kd_json_open(b, '[');
    kd_json_integer(b, 1);
    kd_json_integer(b, -2);
    kd_json_text(b, KD_TEXT("[{:"));
    kd_json_open(b, '[');
    kd_json_close(b, ']');
    kd_json_open(b, '{');
    kd_json_close(b, '}');
    kd_json_text(b, KD_TEXT(""));
    kd_json_close(b, ']');
    kd_json_key(b, "n");
    kd_json_integer(b, 3);
    kd_json_key(b, "s");
    kd_json_text(b, KD_TEXT("x"));
    kd_json_close(b, '}');
}

static const char all[] = "{\"list\":[1,-2,\"[{:\",[],{},\"\"],\"n\":3,\"s\":\"x\"}";

START_TEST(commas)
{
    char room[sizeof all];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    write_all(&b);
    ck_assert_msg(kd_text_equal(kd_buffer_text(&b), KD_TEXT(all)), "%.*s", (int)b.used, room);
}
END_TEST

START_TEST(every_room_too_small_is_noticed)
{
    char room[sizeof all];
    for (uint32_t size = 0; size < sizeof all - 1; size++) {
        kd_buffer b = kd_buffer_of(room, size);
        write_all(&b);
        ck_assert_int_eq(b.over, 1);
        ck_assert_uint_le(b.used, size);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_of("json_write");
    tcase_add_loop_test(tests, text, 0, ROWS(texts));
    tcase_add_test(tests, commas);
    tcase_add_test(tests, every_room_too_small_is_noticed);
    return run_suite();
}
