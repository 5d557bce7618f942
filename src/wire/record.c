/* record - verdicts as JSON. */
#include "wire/record.h"
#include "base/text.h"
#include "detect/detector.h"
#include "wire/said.h"

static void hash(kd_buffer *b, uint32_t number)
{
    kd_buffer_char(b, '"');
    kd_buffer_hex(b, number);
    kd_buffer_char(b, '"');
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

/* Variants stand in the table one behind the other, numbered from 0 for each detector. */
static const char *variant_name(uint8_t detector, uint8_t variant)
{
    static const uint8_t owners[] = {
#define KOORD_VARIANT(name, number, VARIANT, wire, severity) KD_##name,
#include "koord_detectors.def"
    };
    static const char names[] =
#define KOORD_VARIANT(name, number, VARIANT, wire, severity) #wire "\0"
#include "koord_detectors.def"
        ;
    for (uint32_t i = 0; i + variant < sizeof owners; i++)
        if (owners[i] == detector && owners[i + variant] == detector) return kd_text_nth(names, i + variant);
    return "?";
}

static void where(kd_buffer *b, const kd_verdict *v)
{
    named(b, "place", kd_said(KD_SAID_PLACE, v->place));
    if (v->step != KOORD_STEP_IS_NONE) named(b, "step", kd_said(KD_SAID_STEP, v->step));
}

static void evidence(kd_buffer *b, const kd_evidence *found)
{
    kd_json_key(b, "evidence");
    kd_json_open(b, '[');
    for (int i = 0; i < KD_EVIDENCE && found->id[i]; i++) kd_json_integer(b, found->id[i]);
    kd_json_close(b, ']');
    integer(b, "evidence_count", found->count);
}

/* The thresholds in force: all settings of the detector but its switch, without its name. */
static void thresholds(kd_buffer *b, koord_text detector, const kd_settings *settings)
{
    kd_json_key(b, "settings");
    kd_json_open(b, '{');
    koord_text name = kd_setting_first();
    for (int i = 0; i < KD_SETTINGS; i++, name = kd_setting_next(name)) {
        if (name.size <= detector.size || name.at[detector.size] != '.') continue;
        const char *rest = name.at + detector.size + 1;
        if (!kd_text_equal((koord_text){ name.at, detector.size }, detector)) continue;
        if (!kd_text_equal(kd_text_of(rest), KD_TEXT("enabled"))) integer(b, rest, settings->value[i]);
    }
    kd_json_close(b, '}');
}

void kd_record_signal(kd_buffer *b, const kd_verdict *v, const kd_settings *settings)
{
    const koord_effect *e = &v->effect;
    const char *detector = koord_detector_name(e->what);
    head(b, e->id, e->t);
    named(b, "kind", "signal");
    named(b, "signal", detector);
    named(b, "state", kd_said(KD_SAID_STATE, e->state));
    integer(b, "rev", v->rev);
    if (v->about) integer(b, "about", v->about);
    named(b, "variant", variant_name((uint8_t)e->what, (uint8_t)e->variant));
    integer(b, "severity", e->severity);
    integer(b, "incident", v->incident);
    target(b, e->target);
    where(b, v);
    if (v->total_cents != KOORD_ABSENT) integer(b, "total_cents", v->total_cents);
    evidence(b, &v->evidence);
    thresholds(b, kd_text_of(detector), settings);
    kd_json_close(b, '}');
}

void kd_record_decision(kd_buffer *b, const kd_verdict *v, koord_text survey)
{
    head(b, v->effect.id, v->effect.t);
    named(b, "kind", "decision");
    kd_json_key(b, "survey");
    kd_json_text(b, survey);
    named(b, "answer", kd_said(KD_SAID_ANSWER, v->effect.yes ? KOORD_ANSWER_IS_ASK : KOORD_ANSWER_IS_HOLD));
    named(b, "why", kd_said(KD_SAID_WHY, v->why));
    if (v->about) integer(b, "signal", v->about);
    if (v->incident) integer(b, "incident", v->incident);
    where(b, v);
    evidence(b, &v->evidence);
    kd_json_close(b, '}');
}

void kd_record_outcome(kd_buffer *b, const kd_verdict *v)
{
    const koord_effect *e = &v->effect;
    head(b, e->id, e->t);
    named(b, "kind", "outcome");
    named(b, "goal", kd_said(KD_SAID_GOAL, e->what));
    named(b, "outcome", kd_said(KD_SAID_OUTCOME, e->variant));
    integer(b, "about", v->about);
    integer(b, "took_ms", v->took_ms);
    target(b, e->target);
    where(b, v);
    if (v->total_cents != KOORD_ABSENT) integer(b, "total_cents", v->total_cents);
    evidence(b, &v->evidence);
    kd_json_close(b, '}');
}
