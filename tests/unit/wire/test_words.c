/* Tests of wire/words, wire/said and wire/fields: the tables of the wire agree with each other. */
#include "../check_main.h"
#include "base/text.h"
#include "wire/fields.h"
#include "wire/said.h"
#include <string.h>

static const struct {
    kd_group group;
    int32_t number;
    const char *name;
} words[] = {
#define KOORD_WORD(GROUP, number, NAME, wire) { KD_GROUP_##GROUP, number, #wire },
#include "koord_words.def"
};

START_TEST(every_word_is_found)
{
    kd_group group = words[_i].group;
    ck_assert_str_eq(kd_word_name(group, words[_i].number), words[_i].name);
    ck_assert_int_eq(kd_word_find(group, kd_text_of(words[_i].name)), words[_i].number);
    ck_assert_int_lt(words[_i].number, kd_word_count(group));
    ck_assert_msg(strlen(words[_i].name) < 64, "%s fits what record_read decodes", words[_i].name);
}
END_TEST

START_TEST(a_groups_words_end)
{
    kd_group group = words[_i].group;
    ck_assert_str_eq(kd_word_name(group, kd_word_count(group)), "?");
    ck_assert_str_eq(kd_word_name(group, -1), "?");
    ck_assert_str_eq(kd_word_name(group, INT32_MIN), "?");
    ck_assert_int_eq(kd_word_find(group, KD_TEXT("?")), -1);
    ck_assert_int_eq(kd_word_find(group, KD_TEXT("")), -1);
}
END_TEST

static const struct {
    kd_said_group said;
    kd_group group;
    uint32_t number;
} said_words[] = {
#define KOORD_SAID(GROUP, number, NAME, wire) { KD_SAID_##GROUP, KD_GROUP_##GROUP, number },
#include "koord_words.def"
};

START_TEST(verdicts_use_the_same_words)
{
    const char *word = kd_said(said_words[_i].said, said_words[_i].number);
    ck_assert_str_eq(word, kd_word_name(said_words[_i].group, (int32_t)said_words[_i].number));
    ck_assert_str_ne(word, "?");
}
END_TEST

START_TEST(a_number_without_a_word)
{
    ck_assert_str_eq(kd_said(KD_SAID_PLACE, 255), "?");
    ck_assert_str_eq(kd_said(KD_SAID_WHY, KOORD_WHY_IS_BUSY + 1), "?");
    ck_assert_str_eq(kd_said(KD_SAID_ANSWER, 255), "?");
}
END_TEST

/* ---- fields ---- */

static const struct {
    uint16_t number;
    const char *kind;
} kinds[] = {
#define KOORD_EVENT(number, NAME, wire, what) { number, #wire },
#include "koord_events.def"
};

START_TEST(every_kind_is_found)
{
    ck_assert_str_eq(kd_kind_name(kinds[_i].number), kinds[_i].kind);
    ck_assert_uint_eq(kd_kind_find(kd_text_of(kinds[_i].kind)), kinds[_i].number);
    kd_kind kind = kd_kind_of(kinds[_i].number);
    ck_assert_ptr_nonnull(kind.first);
    ck_assert(kind.first <= kind.end);
}
END_TEST

START_TEST(a_kinds_fields_have_places_of_their_own)
{
    kd_kind kind = kd_kind_of(kinds[_i].number);
    uint32_t numbers = 0;
    for (const kd_field *f = kind.first; f < kind.end; f++) {
        ck_assert_ptr_eq(kd_field_find(kind, kd_text_of(kd_field_name(f))), f);
        if (f->type >= KD_FIELD_TEXT) continue;
        ck_assert_msg(f->slot < KOORD_NUMBERS, "%s", kd_field_name(f));
        ck_assert_msg(!(numbers >> f->slot & 1u), "%s has its slot alone", kd_field_name(f));
        if (f->type == KD_FIELD_SET) ck_assert_int_le(kd_word_count((kd_group)f->extra), 31);
        numbers |= 1u << f->slot;
    }
}
END_TEST

static const struct {
    uint16_t kind;
    const char *name;
    int slot;
} fields[] = {
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what) { KOORD_EVENT_##NAME, #wire, slot },
#include "koord_events.def"
};

START_TEST(every_field_is_found)
{
    const kd_field *f = kd_field_find(kd_kind_of(fields[_i].kind), kd_text_of(fields[_i].name));
    ck_assert_msg(f && f->slot == fields[_i].slot, "%s", fields[_i].name);
}
END_TEST

START_TEST(strangers)
{
    ck_assert_ptr_null(kd_kind_of(0).first);
    ck_assert_ptr_null(kd_kind_of(KOORD_EVENT_END).first);
    ck_assert_ptr_null(kd_kind_of(UINT16_MAX).first);
    ck_assert_uint_eq(kd_kind_find(KD_TEXT("clic")), KOORD_EVENT_NONE);
    ck_assert_ptr_null(kd_field_find(kd_kind_of(KOORD_EVENT_CLICK), KD_TEXT("place")));
    ck_assert_ptr_null(kd_field_find(kd_kind_of(0), KD_TEXT("place")));
}
END_TEST

int main(void)
{
    TCase *all = suite_of("words");
    tcase_add_loop_test(all, every_word_is_found, 0, ROWS(words));
    tcase_add_loop_test(all, a_groups_words_end, 0, ROWS(words));
    tcase_add_loop_test(all, verdicts_use_the_same_words, 0, ROWS(said_words));
    tcase_add_test(all, a_number_without_a_word);
    tcase_add_loop_test(all, every_kind_is_found, 0, ROWS(kinds));
    tcase_add_loop_test(all, a_kinds_fields_have_places_of_their_own, 0, ROWS(kinds));
    tcase_add_loop_test(all, every_field_is_found, 0, ROWS(fields));
    tcase_add_test(all, strangers);
    return run_suite();
}
