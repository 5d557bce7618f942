/* Tests of wire/record_read: what a line says, and where and why a bad one is wrong. */
#define _DEFAULT_SOURCE
#include "../check_main.h"
#include "../edge.h"
#include "base/text.h"
#include "wire/record_read.h"

static kd_line read_line(koord_text line, koord_event *e, kd_problem *problem)
{
    return kd_record_read(at_the_edge(line), e, problem);
}

static const char click[] =
    "{\"id\":7,\"t\":5210,\"at\":5204,\"kind\":\"click\",\"target\":\"9f3a01bc\",\"x\":640,"
    "\"y\":-3,\"press_ms\":82,\"traits\":[\"operable\",\"submit\"],\"within\":\"ffffffff\","
    "\"label\":\"button Pay \\u20ac\",\"later\":{\"x\":[1,2]}}";

START_TEST(a_fact_comes_back)
{
    koord_event e;
    kd_problem problem;
    ck_assert_int_eq(read_line(KD_TEXT(click), &e, &problem), KD_LINE_FACT);
    ck_assert_uint_eq(e.kind, KOORD_EVENT_CLICK);
    ck_assert_uint_eq(e.id, 7);
    ck_assert_uint_eq(e.t, 5210);
    ck_assert_uint_eq(e.at, 5204);
    ck_assert_uint_eq(e.target, 0x9F3A01BC);
    ck_assert_int_eq(e.number[KOORD_CLICK_X], 640);
    ck_assert_int_eq(e.number[KOORD_CLICK_Y], -3);
    ck_assert_int_eq(e.number[KOORD_CLICK_TRAITS], 1 << KOORD_TRAIT_IS_OPERABLE | 1 << KOORD_TRAIT_IS_SUBMIT);
    ck_assert_int_eq(e.number[KOORD_CLICK_WITHIN], -1);
}
END_TEST

START_TEST(what_is_left_out_is_absent)
{
    koord_event e;
    kd_problem problem;
    koord_text line = KD_TEXT("{\"kind\":\"click\",\"t\":9}");
    ck_assert_int_eq(read_line(line, &e, &problem), KD_LINE_FACT);
    ck_assert_uint_eq(e.at, 9);
    ck_assert_uint_eq(e.id, 0);
    for (int i = 0; i < KOORD_NUMBERS; i++) ck_assert_int_eq(e.number[i], KOORD_ABSENT);
}
END_TEST

static const char *const verdicts[] = {
    "{\"kind\":\"signal\"}",
    "{\"id\":1,\"t\":2,\"kind\":\"decision\",\"survey\":\"x\"}",
    " { \"kind\" : \"signal\" , \"t\" : [ ] } ",
};

START_TEST(verdicts_are_known_as_such)
{
    koord_event e;
    kd_problem problem;
    ck_assert_int_eq(read_line(kd_text_of(verdicts[_i]), &e, &problem), KD_LINE_VERDICT);
}
END_TEST

static const struct {
    const char *line, *path, *why;
    uint32_t at;
} lines[] = {
    { "", "", "an object should stand here", 0 },
    { "[]", "", "an object should stand here", 0 },
    { "{\"kind\":\"click\",\"t\":5", "", "it ends too soon", 21 },
    { "{\"kind\":\"click\",\"t\":5}}", "", "something follows the end", 22 },
    { "{\"t\":5}", "kind", "is missing", 0 },
    { "{\"kind\":\"clack\",\"t\":5}", "kind", "names no kind of fact", 0 },
    { "{\"kind\":7,\"t\":5}", "kind", "is missing", 0 },
    { "{\"kind\":\"click\"}", "t", "is missing", 0 },
    { "{\"kind\":\"click\",\"t\":-1}", "t", "must not be negative", 22 },
    { "{\"kind\":\"click\",\"t\":1.5}", "t", "must be a whole number", 20 },
    { "{\"kind\":\"click\",\"t\":5,\"x\":\"5\"}", "x", "a number should stand here", 26 },
    { "{\"kind\":\"click\",\"t\":5,\"x\":2147483648}", "x", "the number is too large", 26 },
    { "{\"kind\":\"click\",\"t\":5,\"target\":\"9f3a01b\"}", "target", "must be 8 hexadecimal digits", 40 },
    { "{\"kind\":\"click\",\"t\":5,\"target\":\"9F3A01BC\"}", "target", "must be 8 hexadecimal digits", 41 },
    { "{\"kind\":\"click\",\"t\":5,\"traits\":[\"operable\",\"nice\"]}", "traits",
      "is none of the words allowed here", 49 },
    { "{\"kind\":\"click\",\"t\":5,\"traits\":\"operable\"}", "traits", "a list should stand here", 31 },
    { "{\"kind\":\"page_view\",\"t\":5,\"place\":\"moon\"}", "place", "is none of the words allowed here",
      40 },
};

START_TEST(bad_line)
{
    koord_event e;
    kd_problem problem;
    ck_assert_msg(read_line(kd_text_of(lines[_i].line), &e, &problem) == KD_LINE_BAD, "%s", lines[_i].line);
    ck_assert_msg(kd_text_equal(problem.path, kd_text_of(lines[_i].path)), "%s: path %.*s", lines[_i].line,
                  (int)problem.path.size, problem.path.at);
    ck_assert_msg(kd_text_equal(problem.why, kd_text_of(lines[_i].why)), "%s: %.*s", lines[_i].line,
                  (int)problem.why.size, problem.why.at);
    ck_assert_msg(problem.at == lines[_i].at, "%s: at %u", lines[_i].line, problem.at);
}
END_TEST

START_TEST(cut_off_anywhere_it_is_bad)
{
    koord_event e;
    kd_problem problem;
    for (uint32_t size = 0; size < sizeof click - 1; size++)
        ck_assert_msg(read_line((koord_text){ click, size }, &e, &problem) == KD_LINE_BAD, "%u bytes", size);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("record_read");
    tcase_add_test(all, a_fact_comes_back);
    tcase_add_test(all, what_is_left_out_is_absent);
    tcase_add_loop_test(all, verdicts_are_known_as_such, 0, ROWS(verdicts));
    tcase_add_loop_test(all, bad_line, 0, ROWS(lines));
    tcase_add_test(all, cut_off_anywhere_it_is_bad);
    return run_suite();
}
