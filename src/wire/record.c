/* record - one record of a trail as JSON. */
#include "wire/record.h"
#include "base/text.h"
#include "detect/detector.h"
#include "wire/fields.h"

/* ---- looking at what the host gives ---- */

static int is_known(const kd_field *f, int32_t number)
{
    int32_t words = kd_word_count((kd_group)f->extra);
    if (number == KOORD_ABSENT) return 1;
    return f->type == KD_FIELD_WORD ? number >= 0 && number < words : (uint32_t)number >> words == 0;
}

int kd_record_check(const koord_event *e)
{
    kd_kind kind = kd_kind_of(e->kind);
    if (!kind.name) return KOORD_ERR_ARGUMENT;
    for (const kd_field *f = kind.first; f < kind.end; f++) {
        if ((f->type == KD_FIELD_WORD || f->type == KD_FIELD_SET) && !is_known(f, e->number[f->slot]))
            return KOORD_ERR_ARGUMENT;
        if (f->type == KD_FIELD_JSON && e->text[f->slot].size > f->extra) return KOORD_ERR_ARGUMENT;
    }
    return KOORD_OK;
}

void kd_record_keep(koord_event *e, kd_buffer *room)
{
    kd_kind kind = kd_kind_of(e->kind);
    for (const kd_field *f = kind.first; f < kind.end; f++) {
        if (f->type < KD_FIELD_TEXT) continue;
        koord_text clipped = kd_text_clip(e->text[f->slot], f->extra);
        e->text[f->slot] = (koord_text){ room->at + room->used, clipped.size };
        kd_buffer_add(room, clipped);
    }
}

/* ---- writing ---- */

static void word(kd_buffer *b, kd_group group, int32_t number)
{
    const char *name = kd_word_name(group, number);
    kd_json_text(b, name ? kd_text_of(name) : KD_TEXT("?"));
}

static void hash(kd_buffer *b, uint32_t number)
{
    kd_buffer_char(b, '"');
    kd_buffer_hex(b, number);
    kd_buffer_char(b, '"');
}

static void set(kd_buffer *b, kd_group group, uint32_t bits)
{
    kd_json_open(b, '[');
    for (int32_t bit = 0; bit < 32; bit++)
        if (bits >> bit & 1u) word(b, group, bit);
    kd_json_close(b, ']');
}

static void number_field(kd_buffer *b, const kd_field *f, int32_t number)
{
    if (number == KOORD_ABSENT || (f->type == KD_FIELD_SET && number == 0)) return;
    kd_json_key(b, f->name);
    if (f->type == KD_FIELD_NUMBER)
        kd_json_integer(b, number);
    else if (f->type == KD_FIELD_HASH)
        hash(b, (uint32_t)number);
    else if (f->type == KD_FIELD_WORD)
        word(b, (kd_group)f->extra, number);
    else
        set(b, (kd_group)f->extra, (uint32_t)number);
}

static void text_field(kd_buffer *b, const kd_field *f, koord_text text)
{
    if (text.size == 0) return;
    kd_json_key(b, f->name);
    if (f->type == KD_FIELD_JSON)
        kd_buffer_add(b, text);
    else
        kd_json_text(b, text);
}

static void integer(kd_buffer *b, const char *key, int64_t number)
{
    kd_json_key(b, key);
    kd_json_integer(b, number);
}

static void named(kd_buffer *b, const char *key, const char *name)
{
    kd_json_key(b, key);
    kd_json_text(b, kd_text_of(name));
}

static void target(kd_buffer *b, uint32_t key)
{
    if (!key) return;
    kd_json_key(b, "target");
    hash(b, key);
}

static void head(kd_buffer *b, uint32_t id, koord_ms t)
{
    kd_json_open(b, '{');
    integer(b, "id", id);
    integer(b, "t", t);
}

void kd_record_fact(kd_buffer *b, const koord_event *e, uint32_t id)
{
    kd_kind kind = kd_kind_of(e->kind);
    head(b, id, e->t);
    if (e->at != e->t) integer(b, "at", e->at);
    named(b, "kind", kind.name);
    target(b, e->target);
    for (const kd_field *f = kind.first; f < kind.end; f++) {
        if (f->type >= KD_FIELD_TEXT)
            text_field(b, f, e->text[f->slot]);
        else
            number_field(b, f, e->number[f->slot]);
    }
    kd_json_close(b, '}');
}

static const char *variant_name(uint8_t detector, uint8_t variant)
{
    static const struct {
        uint8_t detector, variant;
        const char *name;
    } variants[] = {
#define KOORD_VARIANT(name, number, VARIANT, wire, severity) { KD_##name, number, #wire },
#include "koord_detectors.def"
    };
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (variants[i].detector == detector && variants[i].variant == variant) return variants[i].name;
    return "?";
}

static void where(kd_buffer *b, const kd_verdict *v)
{
    kd_json_key(b, "place");
    word(b, KD_GROUP_PLACE, v->place);
    if (v->step == KOORD_STEP_IS_NONE) return;
    kd_json_key(b, "step");
    word(b, KD_GROUP_STEP, v->step);
}

static void evidence(kd_buffer *b, const kd_evidence *found)
{
    kd_json_key(b, "evidence");
    kd_json_open(b, '[');
    for (uint32_t i = 0; i < found->count && i < KD_EVIDENCE; i++) kd_json_integer(b, found->id[i]);
    kd_json_close(b, ']');
    integer(b, "evidence_count", found->count);
}

/* The thresholds in force: all settings of the detector but its switch, without its name. */
static void thresholds(kd_buffer *b, koord_text detector, const kd_settings *settings)
{
    kd_json_key(b, "settings");
    kd_json_open(b, '{');
    for (int i = 0; i < KD_SETTINGS; i++) {
        koord_text name = kd_setting_name((kd_setting)i);
        if (name.size <= detector.size || name.at[detector.size] != '.') continue;
        const char *rest = name.at + detector.size + 1;
        if (!kd_text_equal((koord_text){ name.at, detector.size }, detector)) continue;
        if (!kd_text_equal(kd_text_of(rest), KD_TEXT("enabled"))) integer(b, rest, settings->value[i]);
    }
    kd_json_close(b, '}');
}

void kd_record_signal(kd_buffer *b, const kd_verdict *v, const kd_settings *settings)
{
    const char *detector = koord_detector_name(v->what);
    head(b, v->id, v->t);
    named(b, "kind", "signal");
    named(b, "signal", detector);
    kd_json_key(b, "state");
    word(b, KD_GROUP_STATE, v->state);
    integer(b, "rev", v->rev);
    if (v->about) integer(b, "about", v->about);
    named(b, "variant", variant_name(v->what, v->variant));
    integer(b, "severity", v->severity);
    integer(b, "incident", v->incident);
    target(b, v->target);
    where(b, v);
    if (v->total_cents != KOORD_ABSENT) integer(b, "total_cents", v->total_cents);
    evidence(b, &v->evidence);
    thresholds(b, kd_text_of(detector), settings);
    kd_json_close(b, '}');
}

void kd_record_decision(kd_buffer *b, const kd_verdict *v, koord_text survey)
{
    head(b, v->id, v->t);
    named(b, "kind", "decision");
    kd_json_key(b, "survey");
    kd_json_text(b, survey);
    kd_json_key(b, "answer");
    word(b, KD_GROUP_ANSWER, v->yes ? KOORD_ANSWER_IS_ASK : KOORD_ANSWER_IS_HOLD);
    kd_json_key(b, "why");
    word(b, KD_GROUP_WHY, v->why);
    integer(b, "signal", v->about);
    integer(b, "incident", v->incident);
    where(b, v);
    kd_json_close(b, '}');
}
