/* tags - sums of counters, by whatever names the tags of the day use. */
#include "collector/tags.h"
#include "collector/strict.h"
#include "base/json_read.h"
#include "base/text.h"
#include <ctype.h>
#include <string.h>

/* As js/transport.js numbers them. */
static const char *const storages[TAGS_STORAGES] = { "memory", "texts", "outbox" };

/* Only names that can stand in an answer as they are. */
static int is_name(koord_text key)
{
    for (uint32_t i = 0; i < key.size; i++)
        if (!islower((unsigned char)key.at[i]) && key.at[i] != '_') return 0;
    return key.size > 0 && key.size <= TAGS_NAME_MOST;
}

static void add(tags *t, koord_text key, int64_t value)
{
    uint32_t i = 0;
    while (i < t->count && !kd_text_equal(key, kd_text_of(t->name[i]))) i++;
    if (i == TAGS_NAMES) return;
    if (i == t->count) memcpy(t->name[t->count++], key.at, key.size);
    t->sum[i] += value;
}

/* A page load that claims a milliard of anything is not believed. */
static void take(tags *t, koord_text key, int64_t value)
{
    if (value < 0 || value > 1000000000 || !is_name(key)) return;
    if (!kd_text_equal(key, KD_TEXT("storage")))
        add(t, key, value);
    else if (value < TAGS_STORAGES)
        t->storage[value]++;
}

void tags_add_visited(void *to, koord_text counters)
{
    kd_json r = kd_json_of(counters);
    koord_text key, value;
    if (!kd_json_enter(&r, '{')) return;
    while (kd_json_next_key(&r, &key))
        if (kd_json_skip(&r, &value)) take(to, key, strict_whole(value));
}

void tags_write(const tags *t, grow *out)
{
    grow_say(out, ",\"counters\":{");
    for (uint32_t i = 0; i < t->count; i++) {
        grow_say(out, i ? ",\"" : "\"");
        grow_say(out, t->name[i]);
        grow_say(out, "\":");
        grow_number(out, t->sum[i]);
    }
    grow_say(out, "},\"storage\":{");
    for (int i = 0; i < TAGS_STORAGES; i++) {
        grow_say(out, i ? ",\"" : "\"");
        grow_say(out, storages[i]);
        grow_say(out, "\":");
        grow_number(out, (int64_t)t->storage[i]);
    }
    grow_say(out, "}");
}
