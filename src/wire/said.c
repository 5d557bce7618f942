/* said - the words that verdicts are written with. */
#include "wire/said.h"
#include "base/text.h"

static const char words[] =
#define KOORD_SAID_GROUP(GROUP)
#define KOORD_SAID(GROUP, number, NAME, wire) #wire "\0"
#include "koord_words.def"
    ;

/* Counts the rows: each group begins where the words before it end. */
enum {
#define KOORD_SAID_GROUP(GROUP)               FIRST_##GROUP, BACK_##GROUP = FIRST_##GROUP - 1,
#define KOORD_SAID(GROUP, number, NAME, wire) ROW_##GROUP##_##NAME,
#include "koord_words.def"
    WORDS
};

static const uint8_t first[] = {
#define KOORD_SAID_GROUP(GROUP) FIRST_##GROUP,
#define KOORD_SAID(GROUP, number, NAME, wire)
#include "koord_words.def"
    WORDS
};

const char *kd_said(kd_said_group group, uint32_t number)
{
    uint32_t place = first[group] + number;
    return place < first[group + 1] ? kd_text_nth(words, place) : "?";
}
