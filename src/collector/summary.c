/* summary - counts what a session's records say. */
#include "collector/summary.h"
#include "collector/record.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

static int is(koord_text text, const char *word)
{
    return kd_text_equal(text, kd_text_of(word));
}

/* The place of a name, added where it is new; SUMMARY_NAMES where it is left out. */
static uint32_t place_of(summary_names *names, koord_text name)
{
    if (!name.size || name.size > SUMMARY_NAME_MOST) return SUMMARY_NAMES;
    for (uint32_t i = 0; i < names->count; i++)
        if (names->size[i] == name.size && memcmp(names->at[i], name.at, name.size) == 0) return i;
    if (names->count == SUMMARY_NAMES) return SUMMARY_NAMES;
    memcpy(names->at[names->count], name.at, name.size);
    names->size[names->count] = name.size;
    return names->count++;
}

static int has_room(summary *s)
{
    if (s->finding_count < s->finding_room) return 1;
    uint32_t room = s->finding_room ? s->finding_room * 2 : 16;
    summary_finding *findings = realloc(s->findings, room * sizeof *findings);
    if (!findings) return s->failed = 1, 0;
    s->findings = findings;
    s->finding_room = room;
    return 1;
}

static void add_signal(summary *s, const stored_record *record)
{
    int64_t about = record_whole(record->body, "about");
    summary_finding finding = { .trail = s->trails,
                                .id = about > 0 && about <= UINT32_MAX ? (uint32_t)about : record->id,
                                .rev = record_whole(record->body, "rev"),
                                .name = place_of(&s->signals, record_word(record->body, "signal")),
                                .revoked = is(record_word(record->body, "state"), "revoked") };
    if (finding.name < SUMMARY_NAMES && has_room(s)) s->findings[s->finding_count++] = finding;
}

static void note_trail(summary *s, koord_text trail)
{
    if (s->trails && kd_text_equal(trail, (koord_text){ s->trail, s->trail_size })) return;
    s->trail_size = trail.size < sizeof s->trail ? trail.size : (uint32_t)sizeof s->trail;
    memcpy(s->trail, trail.at, s->trail_size);
    s->trails++;
}

void summary_add(summary *s, const stored_record *record)
{
    s->records++;
    note_trail(s, record->trail);
    if (is(record->kind, "signal")) add_signal(s, record);
    if (is(record->kind, "page_view") || is(record->kind, "touchpoint"))
        place_of(&s->places, record_word(record->body, "place"));
    if (is(record->kind, "purchase")) s->purchased = 1;
    if (is(record->kind, "survey") && is(record_word(record->body, "phase"), "answered")) s->answers++;
}

static int order(const void *a, const void *b)
{
    const summary_finding *x = a, *y = b;
    if (x->trail != y->trail) return x->trail < y->trail ? -1 : 1;
    if (x->id != y->id) return x->id < y->id ? -1 : 1;
    return x->rev < y->rev ? -1 : x->rev > y->rev;
}

/* The highest rev of each finding has the last word. */
static void tally(summary *s)
{
    if (s->finding_count) qsort(s->findings, s->finding_count, sizeof *s->findings, order);
    for (uint32_t i = 0; i < s->finding_count; i++) {
        const summary_finding *f = &s->findings[i];
        int last = i + 1 == s->finding_count || f[1].trail != f->trail || f[1].id != f->id;
        if (last && !f->revoked) s->signals.tally[f->name]++;
    }
}

/* Names stand in the records as JSON already, so they go out as they came in. */
static void write_name(grow *out, const summary_names *names, uint32_t i, int first)
{
    grow_say(out, first ? "\"" : ",\"");
    grow_add(out, names->at[i], names->size[i]);
    grow_say(out, "\"");
}

static void write_count(grow *out, const char *key, uint32_t count)
{
    grow_say(out, key);
    grow_number(out, count);
}

void summary_write(summary *s, grow *out)
{
    int first = 1;
    tally(s);
    write_count(out, "\"records\":", s->records);
    write_count(out, ",\"trails\":", s->trails);
    grow_say(out, ",\"signals\":{");
    for (uint32_t i = 0; i < s->signals.count; i++) {
        if (!s->signals.tally[i]) continue;
        write_name(out, &s->signals, i, first);
        write_count(out, ":", s->signals.tally[i]);
        first = 0;
    }
    grow_say(out, "},\"places\":[");
    for (uint32_t i = 0; i < s->places.count; i++) write_name(out, &s->places, i, i == 0);
    grow_say(out, s->purchased ? "],\"purchased\":true" : "],\"purchased\":false");
    write_count(out, ",\"answers\":", s->answers);
    out->failed |= s->failed;
}

void summary_close(summary *s)
{
    free(s->findings);
    s->findings = NULL;
}
