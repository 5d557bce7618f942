/* record_read - a line of a recorded trail, read back by the same table that wrote it. */
#include "base/text.h"
#include "wire/fields.h"
#include "wire/record_read.h"

typedef struct reader {
    kd_json json;
    koord_event *e;
    koord_text key; /* what is being read, for the message */
    uint8_t has_t, has_at;
    char room[64]; /* a word or a hash, decoded */
} reader;

static int wrong(reader *r, const char *why)
{
    return kd_json_fail(&r->json, why);
}

static int decoded(reader *r, koord_text *text)
{
    kd_buffer room = kd_buffer_of(r->room, sizeof r->room);
    if (!kd_json_string(&r->json, &room)) return 0;
    *text = kd_buffer_text(&room);
    return 1;
}

static int hash(reader *r, uint32_t *number)
{
    koord_text text;
    if (!decoded(r, &text)) return 0;
    if (text.size != 8) return wrong(r, "must be 8 hexadecimal digits");
    *number = 0;
    for (uint32_t i = 0; i < 8; i++) {
        char c = text.at[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return wrong(r, "must be 8 hexadecimal digits");
        *number = *number << 4 | (uint32_t)digit;
    }
    return 1;
}

static int word(reader *r, kd_group group, int *number)
{
    koord_text text;
    if (!decoded(r, &text)) return 0;
    *number = kd_word_find(group, text);
    return *number >= 0 || wrong(r, "is none of the words allowed here");
}

static int set(reader *r, kd_group group, int32_t *bits)
{
    int number;
    *bits = 0;
    if (!kd_json_enter(&r->json, '[')) return 0;
    while (kd_json_next_item(&r->json)) {
        if (!word(r, group, &number)) return 0;
        *bits |= (int32_t)(1u << number);
    }
    return !r->json.why;
}

static int field(reader *r, const kd_field *f)
{
    int32_t *number = &r->e->number[f->slot];
    switch (f->type) {
    case KD_FIELD_NUMBER:
        return kd_json_whole(&r->json, number);
    case KD_FIELD_HASH:
        return hash(r, (uint32_t *)number);
    case KD_FIELD_WORD:
        return word(r, (kd_group)f->extra, number);
    case KD_FIELD_SET:
        return set(r, (kd_group)f->extra, number);
    default: /* texts are for people; verdicts do not rest on them */
        return kd_json_skip(&r->json, NULL);
    }
}

static int moment(reader *r, koord_ms *out)
{
    int32_t number;
    if (!kd_json_whole(&r->json, &number)) return 0;
    if (number < 0) return wrong(r, "must not be negative");
    *out = (koord_ms)number;
    return 1;
}

/* One member. Keys that no table knows are passed over: a newer tag may say more. */
static int member(reader *r)
{
    koord_text key = r->key;
    if (kd_text_equal(key, KD_TEXT("id"))) return moment(r, &r->e->id);
    if (kd_text_equal(key, KD_TEXT("t"))) return r->has_t = 1, moment(r, &r->e->t);
    if (kd_text_equal(key, KD_TEXT("at"))) return r->has_at = 1, moment(r, &r->e->at);
    if (kd_text_equal(key, KD_TEXT("target"))) return hash(r, &r->e->target);
    const kd_field *f = kd_field_find(kd_kind_of((uint16_t)r->e->kind), key);
    return f ? field(r, f) : kd_json_skip(&r->json, NULL);
}

/* The value of "kind", wherever it stands: the other members are read by it. */
static int find_kind(koord_text line, koord_text *kind, kd_problem *problem)
{
    kd_json json = kd_json_of(line);
    koord_text key, span;
    *kind = (koord_text){ 0 };
    if (kd_json_enter(&json, '{'))
        while (kd_json_next_key(&json, &key))
            if (kd_json_skip(&json, &span) && kd_text_equal(key, KD_TEXT("kind")) && span.size >= 2)
                *kind = (koord_text){ span.at + 1, span.size - 2 };
    if (kd_json_done(&json)) return 1;
    problem->at = kd_json_at(&json);
    problem->why = kd_text_of(json.why);
    return 0;
}

static kd_line bad(kd_problem *problem, koord_text path, uint32_t at, const char *why)
{
    problem->path = path;
    problem->at = at;
    problem->why = kd_text_of(why);
    return KD_LINE_BAD;
}

static kd_line read_fact(reader *r, kd_problem *problem)
{
    kd_json_enter(&r->json, '{');
    while (kd_json_next_key(&r->json, &r->key))
        if (!member(r)) break;
    if (r->json.why) return bad(problem, r->key, kd_json_at(&r->json), r->json.why);
    if (!r->has_t) return bad(problem, KD_TEXT("t"), 0, "is missing");
    if (!r->has_at) r->e->at = r->e->t;
    return KD_LINE_FACT;
}

kd_line kd_record_read(koord_text line, koord_event *e, kd_problem *problem)
{
    koord_text kind;
    *problem = (kd_problem){ 0 };
    if (!find_kind(line, &kind, problem)) return KD_LINE_BAD;
    if (kd_text_equal(kind, KD_TEXT("signal")) || kd_text_equal(kind, KD_TEXT("decision")) ||
        kd_text_equal(kind, KD_TEXT("outcome")))
        return KD_LINE_VERDICT;
    *e = koord_event_of((koord_event_kind)kd_kind_find(kind), 0);
    if (e->kind == KOORD_EVENT_NONE)
        return bad(problem, KD_TEXT("kind"), 0, kind.at ? "names no kind of fact" : "is missing");
    reader r = { .json = kd_json_of(line), .e = e };
    return read_fact(&r, problem);
}
