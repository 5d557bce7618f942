/* Tests of core/engine: what is refused changes nothing. */
#include "../check_main.h"
#include "../visit.h"

enum { IDLE = 1800000 };

static koord_text text(const char *string)
{
    return (koord_text){ string, (uint32_t)strlen(string) };
}

/* Engines in the state in which a call is refused. */
static void fresh(visit *v)
{
    visit_open(v);
}

static void begun(visit *v)
{
    visit_begin(v);
    visit_feed(v, click_fact(5000, 7, BUTTON));
}

static void waiting(visit *v)
{
    visit_begin(v);
    koord_event e = click_fact(5000, 7, BUTTON);
    ck_assert_int_eq(koord_feed(&v->engine, &e), 1);
}

static void ended(visit *v)
{
    visit_begin(v);
    visit_tick(v, IDLE);
}

static int feed_click(koord_engine *engine, koord_ms t, koord_ms at)
{
    koord_event e = click_fact(t, 7, BUTTON);
    e.at = at;
    return koord_feed(engine, &e);
}

static int feed_kind(koord_engine *engine, uint32_t kind)
{
    koord_event e = koord_event_of(KOORD_EVENT_CLICK, 9000);
    e.kind = kind;
    return koord_feed(engine, &e);
}

static int feed_early(koord_engine *engine)
{
    return feed_click(engine, 4999, 4999);
}

static int feed_now(koord_engine *engine)
{
    return feed_click(engine, 9000, 9000);
}

static int feed_never(koord_engine *engine)
{
    return feed_click(engine, KOORD_NEVER, 0);
}

static int feed_from_the_future(koord_engine *engine)
{
    return feed_click(engine, 9000, 9001);
}

static int feed_nothing(koord_engine *engine)
{
    return koord_feed(engine, NULL);
}

static int feed_kind_0(koord_engine *engine)
{
    return feed_kind(engine, 0);
}

static int feed_kind_beyond(koord_engine *engine)
{
    return feed_kind(engine, KOORD_EVENT_END);
}

static int feed_session(koord_engine *engine)
{
    return feed_kind(engine, KOORD_EVENT_SESSION);
}

static int feed_after_the_end(koord_engine *engine)
{
    return feed_click(engine, 5000 + IDLE, 5000 + IDLE);
}

static int feed_number_too_large(koord_engine *engine)
{
    koord_event e = click_fact(9000, 7, BUTTON);
    e.id = (uint32_t)INT32_MAX + 1;
    return koord_feed(engine, &e);
}

static int tick_early(koord_engine *engine)
{
    return koord_tick(engine, 4999);
}

static int tick_now(koord_engine *engine)
{
    return koord_tick(engine, 9000);
}

static int tick_never(koord_engine *engine)
{
    return koord_tick(engine, KOORD_NEVER);
}

static int set_now(koord_engine *engine)
{
    return koord_set(engine, text("rage_click.clicks"), 4);
}

static int set_unknown(koord_engine *engine)
{
    return koord_set(engine, text("rage_click.click"), 4);
}

static int set_too_low(koord_engine *engine)
{
    return koord_set(engine, text("rage_click.clicks"), 1);
}

static int set_too_high(koord_engine *engine)
{
    return koord_set(engine, text("rage_click.clicks"), 13);
}

static int survey_now(koord_engine *engine)
{
    return koord_survey(engine, text("why"), text("rage_click"), 10000);
}

static int survey_of_nothing(koord_engine *engine)
{
    return koord_survey(engine, text("why"), text("rage"), 10000);
}

static int survey_of_too_many(koord_engine *engine)
{
    return koord_survey(engine, text("why"), text("rage_click"), 10001);
}

static int survey_without_a_name(koord_engine *engine)
{
    return koord_survey(engine, text(""), text("rage_click"), 10000);
}

static int survey_with_a_long_name(koord_engine *engine)
{
    return koord_survey(engine, text("a-name-that-has-thirty-three-bytes"), text("rage_click"), 10000);
}

static int record_now(koord_engine *engine)
{
    char room[KOORD_RECORD_MOST];
    return koord_record(engine, room, sizeof room);
}

static int done_with_none(koord_engine *engine)
{
    return koord_batch_done(engine, 1, KOORD_DELIVERED, 0, 0);
}

static int done_somehow(koord_engine *engine)
{
    return koord_batch_done(engine, 1, (koord_delivery)4, 0, 0);
}

static int save_now(koord_engine *engine)
{
    static char room[sizeof(koord_engine)];
    return koord_save(engine, room, sizeof room);
}

static int save_where_it_is_tight(koord_engine *engine)
{
    static char room[KD_KEPT];
    return koord_save(engine, room, sizeof room);
}

static int save_nowhere(koord_engine *engine)
{
    return koord_save(engine, NULL, 1 << 20);
}

static int restore_rubbish(koord_engine *engine)
{
    return koord_restore(engine, text("rubbish"));
}

static int restore_nothing(koord_engine *engine)
{
    return koord_restore(engine, (koord_text){ NULL, 0 });
}

static int move_nowhere(koord_engine *engine)
{
    return koord_move(engine, 9000, 5, 5, NULL);
}

static const struct {
    const char *says;
    void (*before)(visit *);
    int (*call)(koord_engine *);
    int expect;
} refusals[] = {
    { "a fact before the session", fresh, feed_now, KOORD_ERR_ARGUMENT },
    { "a second session", begun, feed_session, KOORD_ERR_ARGUMENT },
    { "no fact at all", begun, feed_nothing, KOORD_ERR_ARGUMENT },
    { "kind 0", begun, feed_kind_0, KOORD_ERR_ARGUMENT },
    { "a kind this build does not know", begun, feed_kind_beyond, KOORD_ERR_ARGUMENT },
    { "a fact that never comes", begun, feed_never, KOORD_ERR_ARGUMENT },
    { "a fact that happened after it was reported", begun, feed_from_the_future, KOORD_ERR_ARGUMENT },
    { "a number that leaves none for those who follow", begun, feed_number_too_large, KOORD_ERR_ARGUMENT },
    { "a fact while effects wait", waiting, feed_now, KOORD_ERR_FULL },
    { "a fact before the one before it", begun, feed_early, KOORD_ERR_TIME },
    { "a fact half an hour after the newest one", begun, feed_after_the_end, KOORD_ERR_ENDED },
    { "a fact after the end", ended, feed_after_the_end, KOORD_ERR_ENDED },
    { "a tick that never comes", begun, tick_never, KOORD_ERR_ARGUMENT },
    { "a tick while effects wait", waiting, tick_now, KOORD_ERR_FULL },
    { "a tick back in time", begun, tick_early, KOORD_ERR_TIME },
    { "a setting after the first fact", begun, set_now, KOORD_ERR_LATE },
    { "a setting that does not exist", fresh, set_unknown, KOORD_ERR_NAME },
    { "a value below the least", fresh, set_too_low, KOORD_ERR_VALUE },
    { "a value above the most", fresh, set_too_high, KOORD_ERR_VALUE },
    { "a survey after the first fact", begun, survey_now, KOORD_ERR_LATE },
    { "a survey on no detector", fresh, survey_of_nothing, KOORD_ERR_NAME },
    { "a sample of more than all", fresh, survey_of_too_many, KOORD_ERR_VALUE },
    { "a survey without a name", fresh, survey_without_a_name, KOORD_ERR_VALUE },
    { "a survey whose name is too long", fresh, survey_with_a_long_name, KOORD_ERR_VALUE },
    { "a record when none was taken", begun, record_now, KOORD_ERR_ARGUMENT },
    { "the end of a batch that is not on its way", begun, done_with_none, KOORD_ERR_ARGUMENT },
    { "the end of a batch in no known way", begun, done_somehow, KOORD_ERR_ARGUMENT },
    { "saving while effects wait", waiting, save_now, KOORD_ERR_FULL },
    { "saving into too little room", begun, save_where_it_is_tight, KOORD_ERR_SPACE },
    { "saving nowhere", begun, save_nowhere, KOORD_ERR_ARGUMENT },
    { "restoring rubbish", fresh, restore_rubbish, KOORD_ERR_VERSION },
    { "restoring nothing", fresh, restore_nothing, KOORD_ERR_ARGUMENT },
    { "restoring after the first fact", begun, restore_rubbish, KOORD_ERR_LATE },
    { "a move that has nowhere to be written", begun, move_nowhere, KOORD_ERR_ARGUMENT },
};

START_TEST(a_refusal_changes_nothing)
{
    static visit v, before;
    refusals[_i].before(&v);
    memcpy(&before, &v, sizeof v);
    int result = refusals[_i].call(&v.engine);
    ck_assert_msg(result == refusals[_i].expect, "%s: %s", refusals[_i].says, koord_result_name(result));
    ck_assert_msg(memcmp(&before, &v, sizeof v) == 0, "%s: something changed", refusals[_i].says);
}
END_TEST

START_TEST(no_engine_is_refused)
{
    koord_effect effect;
    koord_event e = session_fact();
    ck_assert_int_eq(koord_feed(NULL, &e), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(tick_now(NULL), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(koord_next(NULL, &effect), 0);
    ck_assert_int_eq(record_now(NULL), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(set_now(NULL), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(survey_now(NULL), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(koord_batch_more(NULL, 1, 0), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(done_with_none(NULL), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(save_now(NULL), KOORD_ERR_ARGUMENT);
    ck_assert_int_eq(restore_rubbish(NULL), KOORD_ERR_ARGUMENT);
}
END_TEST

START_TEST(memory_must_fit)
{
    static _Alignas(8) unsigned char memory[sizeof(koord_engine) + 8];
    ck_assert_ptr_null(koord_open(NULL, koord_size()));
    ck_assert_ptr_null(koord_open(memory, koord_size() - 1));
    ck_assert_ptr_null(koord_open(memory + 1, koord_size()));
    ck_assert_ptr_nonnull(koord_open(memory, koord_size()));
}
END_TEST

/* ---- names ---- */

START_TEST(results_have_names)
{
    ck_assert_str_eq(koord_result_name(KOORD_OK), "KOORD_OK");
    ck_assert_str_eq(koord_result_name(KOORD_ERR_LATE), "KOORD_ERR_LATE");
    ck_assert_str_eq(koord_result_name(1), "?");
    ck_assert_str_eq(koord_result_name(-99), "?");
}
END_TEST

int main(void)
{
    TCase *all = suite_of("refusals");
    tcase_add_loop_test(all, a_refusal_changes_nothing, 0, ROWS(refusals));
    tcase_add_test(all, no_engine_is_refused);
    tcase_add_test(all, memory_must_fit);
    tcase_add_test(all, results_have_names);
    return run_suite();
}
