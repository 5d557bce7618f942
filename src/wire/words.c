/* words - the closed vocabularies by group. */
#include "wire/words.h"
#include "base/text.h"

static const struct {
    uint8_t group, number;
    const char *name;
} words[] = {
#define KOORD_WORD(GROUP, number, NAME, wire) { KD_GROUP_##GROUP, number, #wire },
#include "koord_words.def"
};

enum { WORDS = sizeof words / sizeof *words };

const char *kd_word_name(kd_group group, int32_t number)
{
    for (int i = 0; i < WORDS; i++)
        if (words[i].group == group && words[i].number == number) return words[i].name;
    return NULL;
}

int kd_word_find(kd_group group, koord_text name)
{
    for (int i = 0; i < WORDS; i++)
        if (words[i].group == group && kd_text_equal(name, kd_text_of(words[i].name))) return words[i].number;
    return -1;
}
