/* Tests of core/engine: what the host is handed back, its numbers and its records. */
#include "../check_main.h"
#include "../visit.h"

/* ---- numbers ---- */

START_TEST(facts_are_numbered)
{
    visit v;
    koord_effect effect;
    koord_event e = click_fact(1000, 7, BUTTON);
    visit_begin(&v);
    koord_feed(&v.engine, &e);
    ck_assert_int_eq(koord_next(&v.engine, &effect), 1);
    ck_assert_uint_eq(effect.kind, KOORD_EFFECT_FACT);
    ck_assert_uint_eq(effect.id, 2);
    e.id = 40; /* a recorded trail that lacks some */
    koord_feed(&v.engine, &e);
    koord_next(&v.engine, &effect);
    ck_assert_uint_eq(effect.id, 40);
    e.id = 3; /* never back */
    koord_feed(&v.engine, &e);
    koord_next(&v.engine, &effect);
    ck_assert_uint_eq(effect.id, 41);
}
END_TEST

START_TEST(next_leaves_the_effect_alone_when_there_is_none)
{
    visit v;
    koord_effect effect = { .kind = 99 };
    visit_begin(&v);
    ck_assert_int_eq(koord_next(&v.engine, &effect), 0);
    ck_assert_uint_eq(effect.kind, 99);
}
END_TEST

/* ---- records ---- */

START_TEST(a_record_needs_its_room)
{
    visit v;
    koord_effect effect;
    char room[KOORD_RECORD_MOST];
    visit_begin(&v);
    visit_feed(&v, click_fact(1000, 7, BUTTON));
    ck_assert_int_ge(koord_tick(&v.engine, 9000), 1);
    koord_next(&v.engine, &effect);
    int size = koord_record(&v.engine, room, sizeof room);
    ck_assert_int_gt(size, 100);
    ck_assert_int_eq(koord_record(&v.engine, room, (uint32_t)size - 1), KOORD_ERR_SPACE);
    ck_assert_int_eq(koord_record(&v.engine, room, (uint32_t)size), size);
    visit_drain(&v);
    ck_assert_msg(koord_record(&v.engine, room, sizeof room) == KOORD_ERR_ARGUMENT, "it was the last taken");
}
END_TEST

START_TEST(facts_have_no_record_here)
{
    visit v;
    koord_effect effect;
    koord_event e = click_fact(1000, 7, BUTTON);
    char room[KOORD_RECORD_MOST];
    visit_begin(&v);
    koord_feed(&v.engine, &e);
    koord_next(&v.engine, &effect);
    ck_assert_int_eq(koord_record(&v.engine, room, sizeof room), KOORD_ERR_ARGUMENT);
}
END_TEST

int main(void)
{
    TCase *all = suite_of("effects");
    tcase_add_test(all, facts_are_numbered);
    tcase_add_test(all, next_leaves_the_effect_alone_when_there_is_none);
    tcase_add_test(all, a_record_needs_its_room);
    tcase_add_test(all, facts_have_no_record_here);
    return run_suite();
}
