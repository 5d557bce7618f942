/* program - a survey's trigger, predicates and limits as rows for the core: words become numbers. */
#include "cli/program.h"
#include "base/hash.h"
#include "base/text.h"
#include "cli/json_pick.h"
#include "detect/registry.h"
#include "wire/fields.h"
#include <stdio.h>
#include <string.h>

enum { WORD = 80, FIRST_OF_VERDICTS = KOORD_SUBJECT_IS_VARIANT, FIRST_OF_NOW = KOORD_SUBJECT_IS_PLACE };

/* Always 0. */
static int wrong(kd_program *p, koord_text value, const char *path, const char *why, koord_text what)
{
    if (p->why[0]) return 0;
    p->at = value.at;
    snprintf(p->path, sizeof p->path, "%s", path);
    snprintf(p->why, sizeof p->why, why, (int)(what.size < WORD ? what.size : WORD), what.at ? what.at : "");
    return 0;
}

static int put(kd_program *p, koord_row row)
{
    if (p->count == KD_PROGRAM_MOST)
        return wrong(p, (koord_text){ 0 }, "trigger", "is too long for the core%.*s", (koord_text){ 0 });
    p->row[p->count++] = row;
    return 1;
}

static int only(kd_program *p, koord_text object, const char *path, const char *known)
{
    koord_text stranger = kd_pick_stranger(object, known);
    return stranger.at ? wrong(p, stranger, path, "nothing here is called \"%.*s\"", stranger) : 1;
}

/* ---- what happens ---- */

typedef struct named {
    uint8_t source, number;
    int32_t key;
} named;

static int outcome_of(koord_text name)
{
    const char *dot = memchr(name.at, '.', name.size);
    if (!dot) return -1;
    uint32_t size = (uint32_t)(dot - name.at);
    int goal = kd_word_find(KD_GROUP_GOAL, (koord_text){ name.at, size });
    int outcome = kd_word_find(KD_GROUP_OUTCOME, (koord_text){ dot + 1, name.size - size - 1 });
    return goal < 0 || outcome < 0 ? -1 : goal * 4 + outcome;
}

static int name_of(kd_program *p, koord_text value, const char *path, named *out)
{
    char room[WORD];
    koord_text name = kd_pick_text(value, room, sizeof room);
    if (!name.at) return wrong(p, value, path, "must be a name%.*s", (koord_text){ 0 });
    if (name.size > 6 && memcmp(name.at, "event:", 6) == 0) {
        uint32_t key = kd_hash(KD_HASH_START, name.at + 6, name.size - 6);
        return *out = (named){ KOORD_SOURCE_IS_FACT, KOORD_EVENT_CUSTOM, (int32_t)key }, 1;
    }
    int outcome = outcome_of(name);
    uint16_t kind = kd_kind_find(name);
    uint8_t detector = kd_registry_find(name);
    if (outcome >= 0) return *out = (named){ KOORD_SOURCE_IS_OUTCOME, (uint8_t)outcome, 0 }, 1;
    if (kind) return *out = (named){ KOORD_SOURCE_IS_FACT, (uint8_t)kind, 0 }, 1;
    if (detector) return *out = (named){ KOORD_SOURCE_IS_SIGNAL, detector, 0 }, 1;
    return wrong(p, value, path, "\"%.*s\" is no fact, detector or outcome", name);
}

/* A row for each name of a list. */
static int put_names(kd_program *p, koord_text list, const char *path, uint8_t first, uint8_t rest,
                     uint8_t more, named *out)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++) {
        named name;
        if (!name_of(p, one, path, &name)) return 0;
        if (i == 0) *out = name;
        if (!put(p, (koord_row){ i ? rest : first, name.source, name.number, i ? 0 : more, name.key }))
            return 0;
    }
    return 1;
}

/* ---- predicates ---- */

typedef struct subject {
    uint8_t of;
    char type; /* N number, H hash of a text, K hash as it is written, W word, S set, V variant */
    kd_group group;
} subject;

static int field_subject(koord_text name, const named *on, subject *out)
{
    static const char types[] = {
        [KD_FIELD_NUMBER] = 'N', [KD_FIELD_HASH] = 'K', [KD_FIELD_WORD] = 'W', [KD_FIELD_SET] = 'S'
    };
    const kd_field *field = kd_field_find(kd_kind_of(on->number), name);
    if (!field || field->type >= KD_FIELD_TEXT) return 0;
    *out = (subject){ field->slot, types[field->type], (kd_group)field->extra };
    return 1;
}

static int find_subject(koord_text name, const named *on, subject *out)
{
    static const struct {
        uint8_t of;
        const char *name, *type;
        kd_group group;
    } rows[] = {
    /* a subject that is no word stands in group 0 */
#define KD_GROUP_0                                           KD_GROUP_NONE
#define KOORD_SUBJECT(number, NAME, wire, TYPE, GROUP, what) { number, #wire, #TYPE, KD_GROUP_##GROUP },
#include "koord_surveys.def"
#undef KD_GROUP_0
    };
    if (on && on->source == KOORD_SOURCE_IS_FACT) return field_subject(name, on, out);
    for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int always = rows[i].of >= FIRST_OF_NOW;
        if (always != !on || !kd_text_equal(name, kd_text_of(rows[i].name))) continue;
        *out = (subject){ rows[i].of, rows[i].type[0], rows[i].group };
        return 1;
    }
    return 0;
}

static int variant_of(koord_text name, const named *on)
{
#define KOORD_VARIANT(detector, place, VARIANT, wire, severity)                                              \
    if (on && on->number == KD_##detector && kd_text_equal(name, KD_TEXT(#wire))) return place;
#include "koord_detectors.def"
    return -1;
}

static int hex_of(koord_text text, int32_t *out)
{
    unsigned number;
    char room[9] = { 0 };
    if (text.size != 8 || strspn(text.at, "0123456789abcdef") < 8) return 0;
    memcpy(room, text.at, 8);
    sscanf(room, "%x", &number);
    *out = (int32_t)number;
    return 1;
}

static int value_of(kd_program *p, koord_text value, const char *path, const subject *s, const named *on,
                    int32_t *out)
{
    char room[WORD];
    koord_text word = kd_pick_text(value, room, sizeof room);
    if (s->type == 'N')
        return kd_pick_whole(value, out) ||
               wrong(p, value, path, "must be a whole number%.*s", (koord_text){ 0 });
    if (!word.at) return wrong(p, value, path, "must be a word%.*s", (koord_text){ 0 });
    if (s->type == 'H') return *out = (int32_t)kd_hash(KD_HASH_START, word.at, word.size), 1;
    if (s->type == 'K')
        return hex_of(word, out) || wrong(p, value, path, "must be a key of 8 digits%.*s", word);
    *out = s->type == 'V' ? variant_of(word, on) : kd_word_find(s->group, word);
    return *out >= 0 || wrong(p, value, path, "\"%.*s\" is none of the words that can be here", word);
}

static const struct {
    const char *name;
    uint8_t test, of_sets;
    uint8_t list; /* 1: one row for each of a list; 2: any of them is enough */
} conditions[] = {
    { "is", KOORD_TEST_IS_IS, KOORD_TEST_IS_HAS, 0 },
    { "is_not", KOORD_TEST_IS_IS_NOT, KOORD_TEST_IS_LACKS, 0 },
    { "any_of", KOORD_TEST_IS_IS, KOORD_TEST_IS_HAS, 2 },
    { "none_of", KOORD_TEST_IS_IS_NOT, KOORD_TEST_IS_LACKS, 1 },
    { "at_least", KOORD_TEST_IS_AT_LEAST, KOORD_TEST_IS_AT_LEAST, 0 },
    { "at_most", KOORD_TEST_IS_AT_MOST, KOORD_TEST_IS_AT_MOST, 0 },
};

static int known(kd_program *p, koord_row row, koord_text value)
{
    row.test = KOORD_TEST_IS_KNOWN;
    row.value = value.size == 4 && memcmp(value.at, "true", 4) == 0;
    return put(p, row);
}

static int predicate(kd_program *p, koord_text json, const char *path, uint8_t what, const named *on)
{
    char room[WORD];
    subject s;
    koord_text fact = kd_pick_text(kd_pick(json, "fact"), room, sizeof room), value;
    if (!only(p, json, path, "fact is is_not any_of none_of at_least at_most known")) return 0;
    if (!fact.at) return wrong(p, json, path, "needs a \"fact\"%.*s", fact);
    if (!find_subject(fact, on, &s)) return wrong(p, json, path, "there is no fact \"%.*s\" here", fact);
    koord_row row = { what, s.of, 0, 0, 0 };
    if ((value = kd_pick(json, "known")).at) return known(p, row, value);
    for (uint32_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        koord_text given = kd_pick(json, conditions[i].name);
        if (!given.at) continue;
        row.test = s.type == 'S' ? conditions[i].of_sets : conditions[i].test;
        for (uint32_t n = 0; (value = kd_pick_nth(given, n)).at; n++) {
            row.more = conditions[i].list == 2 && n > 0;
            if (!value_of(p, value, path, &s, on, &row.value) || !put(p, row)) return 0;
        }
        return 1;
    }
    return wrong(p, json, path, "needs one of is, is_not, any_of, none_of, at_least, at_most, known%.*s",
                 (koord_text){ 0 });
}

static int predicates(kd_program *p, koord_text list, const char *path, uint8_t what, const named *on)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++) {
        char here[96];
        snprintf(here, sizeof here, "%.80s[%u]", path, i);
        if (!predicate(p, one, here, what, on)) return 0;
    }
    return 1;
}

/* ---- the program ---- */

static int put_time(kd_program *p, koord_text value, const char *path)
{
    int32_t time_ms;
    if (!value.at) return 1;
    if (!kd_pick_whole(value, &time_ms) || time_ms < 1)
        return wrong(p, value, path, "must be a whole number of ms, from 1%.*s", (koord_text){ 0 });
    return put(p, (koord_row){ KOORD_ROW_IS_WITHIN, 0, 0, 0, time_ms });
}

static int step(kd_program *p, koord_text json, const char *path)
{
    koord_text on = kd_pick(json, "on"), not = kd_pick(json, "not"), count = kd_pick(json, "count");
    named first = { 0 };
    int32_t times = 1;
    char here[96];
    if (!on.at == !not .at)
        return wrong(p, json, path, "needs an \"on\", or a \"not\"%.*s", (koord_text){ 0 });
    if (count.at && (!kd_pick_whole(count, &times) || times < 1 || times > 8))
        return wrong(p, count, path, "\"count\" must lie between 1 and 8%.*s", (koord_text){ 0 });
    snprintf(here, sizeof here, "%.80s.%s", path, on.at ? "on" : "not");
    uint8_t what = on.at ? KOORD_ROW_IS_SEE : KOORD_ROW_IS_MISS;
    if (!put_names(p, on.at ? on : not, here, what, KOORD_ROW_IS_OR, on.at ? (uint8_t)times : 0, &first))
        return 0;
    snprintf(here, sizeof here, "%.80s.within_ms", path);
    if (!put_time(p, kd_pick(json, "within_ms"), here)) return 0;
    snprintf(here, sizeof here, "%.80s.where", path);
    return predicates(p, kd_pick(json, "where"), here, KOORD_ROW_IS_WHERE, &first);
}

static int then(kd_program *p, koord_text list)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++) {
        char here[32];
        snprintf(here, sizeof here, "trigger.then[%u]", i);
        if (!only(p, one, here, "on not where count within_ms") || !step(p, one, here)) return 0;
    }
    return 1;
}

static int trigger(kd_program *p, koord_text json)
{
    koord_text delay = kd_pick(json, "delay_ms");
    int32_t delay_ms = 0;
    named unused;
    if (!only(p, json, "trigger", "on where count within_ms then cancel_on delay_ms")) return 0;
    if (!step(p, json, "trigger") || !then(p, kd_pick(json, "then"))) return 0;
    if (delay.at && (!kd_pick_whole(delay, &delay_ms) || delay_ms < 0))
        return wrong(p, delay, "trigger.delay_ms", "must be a whole number of ms%.*s", (koord_text){ 0 });
    if (delay_ms && (!put(p, (koord_row){ KOORD_ROW_IS_MISS, KOORD_SOURCE_IS_NOTHING, 0, 0, 0 }) ||
                     !put_time(p, delay, "trigger.delay_ms")))
        return 0;
    return put_names(p, kd_pick(json, "cancel_on"), "trigger.cancel_on", KOORD_ROW_IS_CANCEL,
                     KOORD_ROW_IS_CANCEL, 0, &unused);
}

/* A share in percent, with two decimals at the most, as visitors in 10,000. */
static int sample_of(koord_text value, int32_t *out)
{
    char room[24] = { 0 };
    double percent;
    if (value.size >= sizeof room) return 0;
    memcpy(room, value.at, value.size);
    if (sscanf(room, "%lf", &percent) != 1 || !(percent >= 0 && percent <= 100)) return 0;
    *out = (int32_t)(percent * 100 + 0.5);
    return 1;
}

static int limit(kd_program *p, koord_text survey, uint8_t of, const char *name, int32_t least, int32_t most)
{
    int is_sample = of == KOORD_LIMIT_IS_SAMPLE, is_priority = of == KOORD_LIMIT_IS_PRIORITY;
    const char *key = is_sample ? "sample_percent" : name;
    koord_text value = kd_pick(is_sample || is_priority ? survey : kd_pick(survey, "limits"), key);
    int32_t number;
    if (!value.at) return 1;
    if (!(is_sample ? sample_of(value, &number) : kd_pick_whole(value, &number)) || number < least ||
        number > most) {
        char why[64];
        snprintf(why, sizeof why, "must lie between %d and %d%%.*s", least, is_sample ? most / 100 : most);
        return wrong(p, value, key, why, (koord_text){ 0 });
    }
    return put(p, (koord_row){ KOORD_ROW_IS_LIMIT, of, 0, 0, number });
}

static int limits(kd_program *p, koord_text survey)
{
    if (!only(p, kd_pick(survey, "limits"), "limits", "visit_most every_days dismissed_days answered_days"))
        return 0;
#define KOORD_LIMIT(number, NAME, wire, usual, least, most, what)                                            \
    if (!limit(p, survey, number, #wire, least, most)) return 0;
#include "koord_surveys.def"
    return 1;
}

int kd_program_read(kd_program *p, koord_text survey)
{
    koord_text when = kd_pick(survey, "trigger");
    *p = (kd_program){ .count = 0 };
    if (!only(p, survey, "survey",
              "id about trigger only_if limits sample_percent priority quota questions thanks placement slot "
              "theme words"))
        return 0;
    if (!when.at) return wrong(p, survey, "survey", "has no \"trigger\"%.*s", (koord_text){ 0 });
    return limits(p, survey) &&
           predicates(p, kd_pick(survey, "only_if"), "only_if", KOORD_ROW_IS_ONLY_IF, NULL) &&
           trigger(p, when);
}
