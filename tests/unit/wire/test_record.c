/* Tests of wire/record: verdicts to the letter, and the largest one fits KOORD_RECORD_MOST. */
#include "../check_main.h"
#include "base/text.h"
#include "detect/detector.h"
#include "wire/record.h"
#include <string.h>

static kd_settings settings(void)
{
    kd_settings s;
    kd_settings_reset(&s);
    return s;
}

static const struct {
    const char *says;
    kd_verdict verdict;
    const char *expect;
} signals[] = {
    { "the least that a signal says",
      { .effect = { .kind = KOORD_EFFECT_SIGNAL, .id = 12, .t = 9105, .what = KD_dead_click, .severity = 2 },
        .incident = 2,
        .total_cents = KOORD_ABSENT,
        .rev = 1,
        .place = KOORD_PLACE_IS_CART,
        .evidence = { { 7 }, 1 } },
      "{\"id\":12,\"t\":9105,\"kind\":\"signal\",\"signal\":\"dead_click\",\"state\":\"final\",\"rev\":1,"
      "\"variant\":\"dead\",\"severity\":2,\"incident\":2,\"place\":\"cart\",\"evidence\":[7],"
      "\"evidence_count\":1,\"settings\":{\"effect_ms\":2500}}" },
    { "all that a signal can say",
      { .effect = { .kind = KOORD_EFFECT_SIGNAL,
                    .id = 13,
                    .t = 9999,
                    .what = KD_dead_click,
                    .target = 0x9F3A01BC,
                    .state = KOORD_STATE_IS_RECOVERED,
                    .severity = 2 },
        .about = 12,
        .incident = 2,
        .total_cents = 0,
        .rev = 2,
        .place = KOORD_PLACE_IS_CHECKOUT,
        .step = KOORD_STEP_IS_PAYMENT,
        .evidence = { { 1, 2, 3, 4, 5, 6, 7, 8 }, 40 } },
      "{\"id\":13,\"t\":9999,\"kind\":\"signal\",\"signal\":\"dead_click\",\"state\":\"recovered\",\"rev\":2,"
      "\"about\":12,\"variant\":\"dead\",\"severity\":2,\"incident\":2,\"target\":\"9f3a01bc\","
      "\"place\":\"checkout\",\"step\":\"payment\",\"total_cents\":0,\"evidence\":[1,2,3,4,5,6,7,8],"
      "\"evidence_count\":40,\"settings\":{\"effect_ms\":2500}}" },
};

START_TEST(signal_record)
{
    char room[KOORD_RECORD_MOST];
    kd_settings s = settings();
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_record_signal(&b, &signals[_i].verdict, &s);
    ck_assert_msg(kd_text_equal(kd_buffer_text(&b), kd_text_of(signals[_i].expect)), "%s:\n%.*s",
                  signals[_i].says, (int)b.used, room);
}
END_TEST

static const struct {
    kd_verdict verdict;
    const char *expect;
} decisions[] = {
    { { .effect = { .id = 4, .t = 700, .yes = 1 },
        .about = 3,
        .incident = 1,
        .place = KOORD_PLACE_IS_SEARCH },
      "{\"id\":4,\"t\":700,\"kind\":\"decision\",\"survey\":\"search_effort\",\"answer\":\"ask\",\"why\":"
      "\"clear\","
      "\"signal\":3,\"incident\":1,\"place\":\"search\",\"evidence\":[],\"evidence_count\":0}" },
    { { .effect = { .id = 4, .t = 700 },
        .about = 3,
        .incident = 1,
        .why = KOORD_WHY_IS_VISIT_BUDGET,
        .place = KOORD_PLACE_IS_CHECKOUT,
        .step = KOORD_STEP_IS_REVIEW },
      "{\"id\":4,\"t\":700,\"kind\":\"decision\",\"survey\":\"search_effort\",\"answer\":\"hold\","
      "\"why\":\"visit_budget\",\"signal\":3,\"incident\":1,\"place\":\"checkout\",\"step\":\"review\","
      "\"evidence\":[],\"evidence_count\":0}" },
};

START_TEST(decision_record)
{
    char room[KOORD_RECORD_MOST];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_record_decision(&b, &decisions[_i].verdict, KD_TEXT("search_effort"));
    ck_assert_msg(kd_text_equal(kd_buffer_text(&b), kd_text_of(decisions[_i].expect)), "%.*s", (int)b.used,
                  room);
}
END_TEST

/* ---- every variant, at its largest ---- */

static const struct {
    uint8_t detector, variant;
    const char *detector_name, *name;
} variants[] = {
#define KOORD_VARIANT(name, number, VARIANT, wire, severity) { KD_##name, number, #name, #wire },
#include "koord_detectors.def"
};

START_TEST(the_largest_fits)
{
    char room[KOORD_RECORD_MOST];
    kd_settings s = settings();
    for (int i = 0; i < KD_SETTINGS; i++) s.value[i] = INT32_MIN;
    kd_verdict v = { .effect = { .id = UINT32_MAX,
                                 .t = KOORD_NEVER,
                                 .target = UINT32_MAX,
                                 .what = variants[_i].detector,
                                 .variant = variants[_i].variant,
                                 .state = KOORD_STATE_IS_PROVISIONAL,
                                 .severity = UINT32_MAX },
                     .about = UINT32_MAX,
                     .incident = UINT32_MAX,
                     .total_cents = INT32_MIN + 1,
                     .rev = UINT8_MAX,
                     .place = KOORD_PLACE_IS_CONFIRMATION,
                     .step = KOORD_STEP_IS_DELIVERY,
                     .evidence.count = UINT32_MAX };
    for (int i = 0; i < KD_EVIDENCE; i++) v.evidence.id[i] = UINT32_MAX;
    kd_buffer b = kd_buffer_of(room, sizeof room - 1);
    kd_record_signal(&b, &v, &s);
    room[b.used] = '\0';
    ck_assert_int_eq(b.over, 0);
    ck_assert_ptr_nonnull(strstr(room, variants[_i].detector_name));
    ck_assert_ptr_nonnull(strstr(room, variants[_i].name));
    ck_assert_msg(!strstr(room, "enabled"), "the switch is no threshold");
}
END_TEST

START_TEST(the_largest_decision_fits)
{
    char room[KOORD_RECORD_MOST], name[32];
    memset(name, '\x01', sizeof name); /* six bytes each when it is written */
    kd_verdict v = { .effect = { .id = UINT32_MAX, .t = KOORD_NEVER },
                     .about = UINT32_MAX,
                     .incident = UINT32_MAX };
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_record_decision(&b, &v, (koord_text){ name, sizeof name });
    ck_assert_int_eq(b.over, 0);
}
END_TEST

/* A snapshot made with care can hold any variant. */
static const struct {
    uint8_t detector, variant;
} strange[] = {
    { KD_rage_click, 3 }, { KD_dead_click, 1 }, { KD_coupon_failure, 3 }, { KD_coupon_failure, 255 }
};

START_TEST(a_variant_of_nobody)
{
    char room[KOORD_RECORD_MOST];
    kd_settings s = settings();
    kd_verdict v = { .effect = { .what = strange[_i].detector, .variant = strange[_i].variant } };
    kd_buffer b = kd_buffer_of(room, sizeof room - 1);
    kd_record_signal(&b, &v, &s);
    room[b.used] = '\0';
    ck_assert_ptr_nonnull(strstr(room, "\"variant\":\"?\""));
}
END_TEST

START_TEST(numbers_nobody_knows_are_written_as_such)
{
    char room[KOORD_RECORD_MOST];
    kd_settings s = settings();
    kd_verdict v = {
        .effect = { .what = 99, .state = 99 }, .place = 255, .step = 255, .total_cents = KOORD_ABSENT
    };
    kd_buffer b = kd_buffer_of(room, sizeof room - 1);
    kd_record_signal(&b, &v, &s);
    room[b.used] = '\0';
    ck_assert_ptr_nonnull(strstr(room, "\"signal\":\"?\""));
    ck_assert_ptr_nonnull(strstr(room, "\"place\":\"?\""));
}
END_TEST

int main(void)
{
    TCase *all = suite_of("record");
    tcase_add_loop_test(all, signal_record, 0, ROWS(signals));
    tcase_add_loop_test(all, decision_record, 0, ROWS(decisions));
    tcase_add_loop_test(all, the_largest_fits, 0, ROWS(variants));
    tcase_add_test(all, the_largest_decision_fits);
    tcase_add_loop_test(all, a_variant_of_nobody, 0, ROWS(strange));
    tcase_add_test(all, numbers_nobody_knows_are_written_as_such);
    return run_suite();
}
