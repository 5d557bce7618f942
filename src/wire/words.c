/* words - the closed vocabularies, by group. */
#include "wire/words.h"
#include "base/text.h"

static const char words[] =
#define KOORD_WORD(GROUP, number, NAME, wire) #wire "\0"
#include "koord_words.def"
    ;

/* Counts the rows: each group begins where the words before it end. */
enum {
#define KOORD_GROUP(GROUP)                    FIRST_##GROUP, BACK_##GROUP = FIRST_##GROUP - 1,
#define KOORD_WORD(GROUP, number, NAME, wire) ROW_##GROUP##_##NAME,
#include "koord_words.def"
    WORDS
};

/* A word's place in its group is its number. */
#define KOORD_WORD(GROUP, number, NAME, wire)                                                                \
    _Static_assert(ROW_##GROUP##_##NAME - FIRST_##GROUP == number, #GROUP ": numbers must be 0, 1, 2 ...");
#include "koord_words.def"

static const uint8_t first[] = { [KD_GROUP_NONE] = 0,
#define KOORD_GROUP(GROUP) [KD_GROUP_##GROUP] = FIRST_##GROUP,
#include "koord_words.def"
                                 WORDS };

int32_t kd_word_count(kd_group group)
{
    return first[group + 1] - first[group];
}

const char *kd_word_name(kd_group group, int32_t number)
{
    return number >= 0 && number < kd_word_count(group) ? kd_text_nth(words, first[group] + (uint32_t)number)
                                                        : "?";
}

int kd_word_find(kd_group group, koord_text name)
{
    for (int i = 0; i < kd_word_count(group); i++)
        if (kd_text_equal(name, kd_text_of(kd_word_name(group, i)))) return i;
    return -1;
}
