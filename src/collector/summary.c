/* summary - counts what a session's records say, and picks what a list should draw. */
#include "collector/summary.h"
#include "collector/record.h"
#include "base/text.h"
#include <string.h>

static int is(koord_text text, const char *word)
{
    return kd_text_equal(text, kd_text_of(word));
}

/* Ids run from 1 without a gap within a trail; what is missing was lost, or has not come yet. */
static void follow_trail(summary *s, const stored_record *record)
{
    koord_text trail = record->trail;
    if (!s->trails || !kd_text_equal(trail, (koord_text){ s->trail, s->trail_size })) {
        s->trail_size = trail.size < sizeof s->trail ? trail.size : (uint32_t)sizeof s->trail;
        memcpy(s->trail, trail.at, s->trail_size);
        s->last_id = 0;
        s->trails++;
    }
    s->gaps |= record->id > s->last_id + 1;
    s->last_id = record->id;
}

static void add_place(summary *s, const stored_record *record)
{
    tally_name(&s->places, record_word(record->body, "place"));
    moments_add(&s->touchpoints, record, "place|name");
}

static void add_survey(summary *s, const stored_record *record)
{
    if (is(record_word(record->body, "phase"), "answered")) s->answers++;
    moments_add(&s->surveys, record, "survey|phase|question|value|text");
}

void summary_add(summary *s, const stored_record *record)
{
    koord_text kind = record->kind;
    s->records++;
    follow_trail(s, record);
    if (is(kind, "signal")) findings_add(&s->findings, s->trails, record);
    if (is(kind, "outcome"))
        moments_add(&s->outcomes, record, "goal|outcome|about|took_ms|place|step|total_cents");
    if (is(kind, "page_view") || is(kind, "touchpoint")) add_place(s, record);
    if (is(kind, "purchase")) moments_add(&s->purchases, record, "total_cents|currency|items");
    if (is(kind, "survey")) add_survey(s, record);
    if (is(kind, "session") && !s->about.used)
        moments_say(&s->about, record->body, "device|language|visit|automated");
}

static void write_count(grow *out, const char *key, uint32_t count)
{
    grow_say(out, key);
    grow_number(out, count);
}

static void write_figures(const summary *s, grow *out)
{
    write_count(out, ",\"trails\":", s->trails);
    grow_say(out, s->gaps ? ",\"complete\":false" : ",\"complete\":true");
    if (s->about.used) grow_add(out, s->about.at, s->about.used);
    out->failed |= s->about.failed;
    grow_say(out, ",\"signals\":{");
    tally_write(&s->findings.names, out);
    grow_say(out, "},\"places\":[");
    tally_write_names(&s->places, out);
    grow_say(out, s->purchases.count ? "],\"purchased\":true" : "],\"purchased\":false");
    write_count(out, ",\"answers\":", s->answers);
}

void summary_write(summary *s, int64_t began, grow *out)
{
    findings_settle(&s->findings, &s->signals);
    write_figures(s, out);
    grow_say(out, ",\"touchpoints\":");
    moments_write_changes(&s->touchpoints, began, out);
    grow_say(out, ",\"findings\":");
    moments_write(&s->signals, began, out);
    grow_say(out, ",\"outcomes\":");
    moments_write(&s->outcomes, began, out);
    grow_say(out, ",\"purchases\":");
    moments_write(&s->purchases, began, out);
    grow_say(out, ",\"surveys\":");
    moments_write(&s->surveys, began, out);
}

void summary_free(summary *s)
{
    findings_free(&s->findings);
    moments_free(&s->touchpoints);
    moments_free(&s->signals);
    moments_free(&s->outcomes);
    moments_free(&s->purchases);
    moments_free(&s->surveys);
    grow_free(&s->about);
}
