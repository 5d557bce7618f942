/* program - surveys are taken in, checked row by row, and kept side by side. */
#include "survey/program.h"
#include "base/hash.h"
#include "base/text.h"
#include "detect/registry.h"
#include <string.h>

enum { SUBJECTS = KOORD_SUBJECT_IS_CAMPAIGN + 1, OUTCOMES = 8 };

static const struct {
    int16_t usual, least, most;
} limits[] = {
#define KOORD_LIMIT(number, NAME, wire, usual, least, most, what) { usual, least, most },
#include "koord_surveys.def"
};

enum { LIMITS = sizeof limits / sizeof *limits };

koord_text kd_survey_name(const kd_survey *survey)
{
    return (koord_text){ survey->name, survey->name_size };
}

uint32_t kd_surveys_find(const kd_surveys *surveys, uint32_t key)
{
    for (uint32_t i = 0; i < surveys->count; i++)
        if (surveys->item[i].key == key) return i;
    return KD_SURVEYS;
}

/* ---- checking ---- */

/* A bit for each number that a detector has. */
static const uint64_t detectors = 0
#define KOORD_DETECTOR(number, name, family, most) | (uint64_t)1 << number
#include "koord_detectors.def"
    ;

static int names_something(const koord_row *row)
{
    switch (row->of) {
    case KOORD_SOURCE_IS_FACT:
        return row->test > 0 && row->test < KOORD_EVENT_END;
    case KOORD_SOURCE_IS_SIGNAL:
        return row->test < 64 && detectors >> row->test & 1;
    case KOORD_SOURCE_IS_OUTCOME:
        return row->test < OUTCOMES;
    default:
        return row->of == KOORD_SOURCE_IS_NOTHING && row->what == KOORD_ROW_IS_MISS;
    }
}

static int is_step(const koord_row *row)
{
    return row->what == KOORD_ROW_IS_SEE || row->what == KOORD_ROW_IS_MISS;
}

/* `above` is the row before, NULL at the beginning. */
static int fits(const koord_row *row, const koord_row *above)
{
    switch (row->what) {
    case KOORD_ROW_IS_LIMIT:
        return row->of < LIMITS && row->value >= limits[row->of].least && row->value <= limits[row->of].most;
    case KOORD_ROW_IS_ONLY_IF:
    case KOORD_ROW_IS_WHERE:
        return row->of < SUBJECTS && row->test <= KOORD_TEST_IS_LACKS &&
               (!row->more || (above && above->what == row->what));
    case KOORD_ROW_IS_SEE:
        return names_something(row) && row->more >= 1 && row->more <= KD_SURVEY_COUNT;
    case KOORD_ROW_IS_WITHIN:
        return row->value > 0;
    case KOORD_ROW_IS_OR:
        return above && (is_step(above) || above->what == KOORD_ROW_IS_OR) && names_something(row);
    default:
        return row->what <= KOORD_ROW_IS_CANCEL && names_something(row);
    }
}

/* How many steps lead to the moment; 0 where this is no program. What must be missed needs a time. */
static uint8_t steps_of(const koord_row *rows, uint32_t count)
{
    uint8_t steps = 0;
    int open = 0; /* a step that must be missed has no time yet */
    for (uint32_t i = 0; i < count; i++) {
        if (!fits(&rows[i], i ? &rows[i - 1] : NULL)) return 0;
        if (rows[i].what == KOORD_ROW_IS_WITHIN) open = 0;
        if (!is_step(&rows[i])) continue;
        if (open || (!steps && rows[i].what == KOORD_ROW_IS_MISS)) return 0;
        open = rows[i].what == KOORD_ROW_IS_MISS;
        steps++;
    }
    return open || steps > KD_SURVEY_STEPS ? 0 : steps;
}

/* ---- keeping ---- */

static void take_out(kd_surveys *surveys, kd_survey *survey)
{
    koord_row *from = surveys->row + survey->first, *behind = from + survey->rows;
    memmove(from, behind, sizeof *from * (surveys->rows - survey->first - survey->rows));
    for (uint32_t i = 0; i < surveys->count; i++)
        if (surveys->item[i].first > survey->first)
            surveys->item[i].first = (uint16_t)(surveys->item[i].first - survey->rows);
    surveys->rows -= survey->rows;
    survey->rows = 0;
}

static void read_row(kd_surveys *surveys, kd_survey *survey, const koord_row *row)
{
    if (row->what == KOORD_ROW_IS_LIMIT) survey->limit[row->of] = (uint16_t)row->value;
    int names = is_step(row) || row->what == KOORD_ROW_IS_OR || row->what == KOORD_ROW_IS_CANCEL;
    if (names && row->of == KOORD_SOURCE_IS_FACT) surveys->hears |= 1u << row->test;
}

static void fill(kd_surveys *surveys, kd_survey *survey, const koord_row *rows, uint32_t count)
{
    if (survey->rows) take_out(surveys, survey);
    survey->first = (uint16_t)surveys->rows;
    survey->rows = (uint16_t)count;
    memcpy(surveys->row + surveys->rows, rows, sizeof *rows * count);
    surveys->rows += count;
    for (uint32_t i = 0; i < LIMITS; i++) survey->limit[i] = (uint16_t)limits[i].usual;
    for (uint32_t i = 0; i < count; i++) read_row(surveys, survey, &rows[i]);
}

int kd_surveys_put(kd_surveys *surveys, koord_text name, const koord_row *rows, uint32_t count)
{
    uint8_t steps = steps_of(rows, count);
    if (name.size == 0 || name.size > KD_SURVEY_NAME || !steps) return KOORD_ERR_VALUE;
    uint32_t key = kd_hash(KD_HASH_START, name.at, name.size);
    uint32_t place = kd_surveys_find(surveys, key);
    if (place == KD_SURVEYS) place = surveys->count;
    uint32_t old = place < surveys->count ? surveys->item[place].rows : 0;
    if (place == KD_SURVEYS || surveys->rows - old + count > KD_SURVEY_ROWS) return KOORD_ERR_SPACE;
    kd_survey *survey = &surveys->item[place];
    if (place == surveys->count) *survey = (kd_survey){ .rows = 0 }, surveys->count++;
    memcpy(survey->name, name.at, name.size);
    survey->name_size = (uint8_t)name.size;
    survey->key = key;
    survey->steps = steps;
    survey->ready = 0;
    fill(surveys, survey, rows, count);
    return KOORD_OK;
}

void kd_surveys_reset(kd_surveys *surveys)
{
    static const koord_row rows[] = {
#define KOORD_READY_ROW(what, of, test, more, value) { what, of, test, more, value },
#include "surveys.gen.h"
    };
    static const struct {
        const char *name;
        uint8_t first, count;
    } all[] = {
#define KOORD_READY(name, first, count) { name, first, count },
#include "surveys.gen.h"
    };
    memset(surveys, 0, sizeof *surveys);
    for (uint32_t i = 0; i < sizeof all / sizeof *all; i++)
        if (kd_surveys_put(surveys, kd_text_of(all[i].name), rows + all[i].first, all[i].count) == KOORD_OK)
            surveys->item[i].ready = (uint8_t)(i + 1);
}

uint32_t kd_surveys_hash(uint32_t hash, const kd_surveys *surveys)
{
    for (uint32_t i = 0; i < surveys->count; i++) {
        const kd_survey *s = &surveys->item[i];
        hash = kd_hash(hash, s->name, s->name_size);
        hash = kd_hash(hash, surveys->row + s->first, sizeof *surveys->row * s->rows);
    }
    return hash;
}
