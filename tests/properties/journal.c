/* journal - an engine whose every effect is written down and looked at. */
#include "journal.h"
#include <stdio.h>
#include <string.h>

static void must(journal *j, int holds, const char *what)
{
    if (!holds && !j->broken) j->broken = what;
}

void journal_begin(journal *j)
{
    j->broken = NULL;
    j->last_id = j->last_t = j->reached = j->batch = j->verdicts = j->used = 0;
}

void journal_continue(journal *j, const journal *before)
{
    j->broken = NULL;
    j->last_id = before->last_id;
    j->last_t = before->last_t;
    j->reached = before->reached;
    j->verdicts = before->verdicts;
    j->used = before->used;
    memcpy(j->text, before->text, before->used);
}

static void write_down(journal *j, const char *line, uint32_t size)
{
    must(j, size < sizeof j->text - j->used, "the journal is too small: make JOURNAL_SIZE larger");
    if (j->broken) return;
    memcpy(j->text + j->used, line, size);
    j->used += size;
    j->text[j->used++] = '\n';
}

static void note_fact(journal *j, const koord_effect *effect)
{
    char line[64];
    int size = snprintf(line, sizeof line, "fact %u at %u of kind %u", effect->id, effect->t, effect->what);
    write_down(j, line, (uint32_t)size);
}

static void look_at_evidence(journal *j, const kd_verdict *v)
{
    must(j, v->evidence.count > 0 && v->evidence.id[0], "a verdict rests on something");
    for (uint32_t i = 0; i < KD_EVIDENCE && v->evidence.id[i]; i++)
        must(j, v->evidence.id[i] < v->effect.id, "a verdict rests on records before it");
}

static void note_verdict(journal *j, const koord_effect *effect)
{
    char record[KOORD_RECORD_MOST];
    int size = koord_record(&j->engine, record, sizeof record);
    must(j, size > 0, "every verdict fits KOORD_RECORD_MOST");
    if (size > 0) write_down(j, record, (uint32_t)size);
    if (effect->kind != KOORD_EFFECT_DECISION) look_at_evidence(j, j->engine.taken);
    j->verdicts++;
}

static void note_record(journal *j, const koord_effect *effect)
{
    must(j, effect->t >= j->last_t, "the time of records never falls");
    must(j, effect->id == j->last_id + 1, "records are numbered without a gap");
    j->last_t = effect->t;
    j->last_id = effect->id;
    if (effect->kind == KOORD_EFFECT_FACT)
        note_fact(j, effect);
    else
        note_verdict(j, effect);
}

/* Signals of every detector stay within what its row says; the queue's size is proved by that. */
static void look_at_queue(journal *j)
{
    static const struct {
        uint32_t number, most;
    } rows[] = {
#define KOORD_DETECTOR(number, name, family, most) { number, most },
#include "koord_detectors.def"
    };
    const kd_verdicts *out = &j->engine.out;
    must(j, out->lost == 0, "the queue holds all verdicts of one call");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t signals = 0;
        for (uint32_t k = 0; k < out->count; k++)
            signals +=
                out->item[k].effect.kind == KOORD_EFFECT_SIGNAL && out->item[k].effect.what == rows[i].number;
        must(j, signals <= rows[i].most, "no detector raises more signals in one call than its row says");
    }
}

static void take_effects(journal *j)
{
    koord_effect effect;
    look_at_queue(j);
    while (koord_next(&j->engine, &effect)) {
        if (effect.kind == KOORD_EFFECT_BATCH)
            must(j, j->batch == 0, "never two batches on their way"), j->batch = effect.id;
        else
            note_record(j, &effect);
    }
    must(j, koord_due(&j->engine) > j->reached, "all that was due is done");
}

int journal_feed(journal *j, const koord_event *e)
{
    int result = koord_feed(&j->engine, e);
    if (result >= 0) j->reached = e->t;
    if (result >= 0) take_effects(j);
    return result;
}

int journal_tick(journal *j, koord_ms now)
{
    int result = koord_tick(&j->engine, now);
    must(j, result >= 0, "time may always go on");
    j->reached = now;
    take_effects(j);
    return result;
}
