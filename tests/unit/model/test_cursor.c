/* Tests of model/cursor: ten turns on the spot make a fact, ordinary ways of moving make none. */
#include "../check_main.h"
#include "model/cursor.h"
#include <string.h>

/* To and fro between x 0 and `width`, a move every `step_ms`, until a fact comes or `moves` are made. */
static int thrash(kd_cursor *c, koord_ms *at, int32_t width, koord_ms step_ms, int moves, koord_event *fact)
{
    for (int i = 0; i < moves; i++, *at += step_ms)
        if (kd_cursor_move(c, *at, i % 2 ? width : 0, 50, fact)) return 1;
    return 0;
}

START_TEST(ten_turns_make_a_fact)
{
    kd_cursor c = { 0 };
    koord_ms at = 6000;
    koord_event fact;
    ck_assert_int_eq(thrash(&c, &at, 200, 100, 20, &fact), 1);
    ck_assert_uint_eq(fact.kind, KOORD_EVENT_CURSOR);
    ck_assert_msg(at == 7100, "the eleventh stroke completes the tenth turn: %u", at);
    ck_assert_uint_eq(fact.at, at);
    ck_assert_int_eq(fact.number[KOORD_CURSOR_REVERSALS], 10);
    ck_assert_int_eq(fact.number[KOORD_CURSOR_PATH], 2000);
    ck_assert_int_eq(fact.number[KOORD_CURSOR_DIAGONAL], 200);
    ck_assert_int_eq(fact.number[KOORD_CURSOR_TOOK_MS], 900);
}
END_TEST

static const struct {
    const char *says;
    int32_t width;
    koord_ms step_ms;
    int expect;
} ways[] = {
    { "strokes of 200 pixels are long enough", 200, 100, 1 },
    { "strokes of 199 pixels are everyday", 199, 100, 0 },
    { "ten turns in just under two seconds", 200, 222, 1 },
    { "ten turns in a little more", 200, 223, 0 },
};

START_TEST(thresholds)
{
    kd_cursor c = { 0 };
    koord_ms at = 6000;
    koord_event fact;
    ck_assert_msg(thrash(&c, &at, ways[_i].width, ways[_i].step_ms, 40, &fact) == ways[_i].expect, "%s",
                  ways[_i].says);
}
END_TEST

START_TEST(quiet_for_five_seconds_after_a_fact)
{
    kd_cursor c = { 0 };
    koord_ms at = 6000;
    koord_event fact;
    ck_assert_int_eq(thrash(&c, &at, 200, 100, 20, &fact), 1);
    koord_ms first = fact.at;
    ck_assert_int_eq(thrash(&c, &at, 200, 100, 100, &fact), 1);
    ck_assert_uint_ge(fact.at, first + 5000);
    ck_assert_uint_le(fact.at, first + 5200);
}
END_TEST

/* Round and round, 8 moves or 4 a lap. */
static const int32_t lap_x[] = { 100, 170, 200, 170, 100, 30, 0, 30 },
                     lap_y[] = { 0, 30, 100, 170, 200, 170, 100, 30 };

START_TEST(laps_at_ease_are_none)
{
    for (int corners = 4; corners <= 8; corners += 4) {
        kd_cursor c = { 0 };
        koord_event fact;
        for (int i = 0; i < 80; i++) {
            int k = i * (8 / corners) % 8;
            koord_ms at = 6000 + (koord_ms)(i * 800 / corners); /* a lap in 800 ms */
            ck_assert_int_eq(kd_cursor_move(&c, at, lap_x[k], lap_y[k], &fact), 0);
        }
    }
}
END_TEST

static const int32_t far[] = { INT32_MIN, INT32_MAX, 0, -8192, 8192, 1 << 20 };

START_TEST(no_distance_overflows)
{
    kd_cursor c = { 0 };
    koord_event fact;
    for (uint32_t i = 0; i < 1000; i++) {
        int32_t x = far[i * 7 % ROWS(far)], y = far[i * i % ROWS(far)];
        if (!kd_cursor_move(&c, i, x, y, &fact)) continue;
        ck_assert_int_ge(fact.number[KOORD_CURSOR_PATH], 0);
        ck_assert_int_ge(fact.number[KOORD_CURSOR_DIAGONAL], 0);
    }
}
END_TEST

int main(void)
{
    TCase *all = suite_of("cursor");
    tcase_add_test(all, ten_turns_make_a_fact);
    tcase_add_loop_test(all, thresholds, 0, ROWS(ways));
    tcase_add_test(all, quiet_for_five_seconds_after_a_fact);
    tcase_add_test(all, laps_at_ease_are_none);
    tcase_add_test(all, no_distance_overflows);
    return run_suite();
}
