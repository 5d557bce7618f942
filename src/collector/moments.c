/* moments - pieces of JSON with the time at which they belong. */
#include "collector/moments.h"
#include "collector/record.h"
#include <stdlib.h>
#include <string.h>

static int has_room(moments *m)
{
    if (m->count < m->room) return 1;
    uint32_t room = m->room ? m->room * 2 : 8;
    moment *list = realloc(m->list, room * sizeof *list);
    if (!list) return m->failed = 1, 0;
    m->list = list;
    m->room = room;
    return 1;
}

/* ,"place":"cart" where the record says so. Numbers, texts and words only. */
static void copy(grow *out, koord_text record, const char *key, size_t size)
{
    char name[32];
    if (size >= sizeof name) return;
    memcpy(name, key, size);
    name[size] = '\0';
    koord_text value = record_find(record, name);
    if (!value.size || value.size > MOMENTS_VALUE_MOST || *value.at == '{' || *value.at == '[') return;
    grow_say(out, ",\"");
    grow_say(out, name);
    grow_say(out, "\":");
    grow_text(out, value);
}

void moments_say(grow *out, koord_text record, const char *keys)
{
    for (const char *key = keys; *key;) {
        size_t size = strcspn(key, "|");
        copy(out, record, key, size);
        key += size + (key[size] == '|');
    }
}

void moments_put(moments *m, int64_t at, koord_text piece)
{
    if (m->count == MOMENTS_MOST || !has_room(m)) return;
    m->list[m->count] = (moment){ at, m->count, m->text.used, piece.size };
    grow_text(&m->text, piece);
    m->count += !m->text.failed;
}

void moments_add(moments *m, const stored_record *record, const char *keys)
{
    grow piece = { 0 };
    moments_say(&piece, record->body, keys);
    if (piece.failed) m->failed = 1;
    moments_put(m, record->at, (koord_text){ piece.at, (uint32_t)piece.used });
    grow_free(&piece);
}

static int order(const void *a, const void *b)
{
    const moment *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int says_the_same(const moments *m, const moment *a, const moment *b)
{
    return a->size == b->size &&
           (!a->size || memcmp(m->text.at + a->from, m->text.at + b->from, a->size) == 0);
}

static void write(moments *m, int64_t began, int changes, grow *out)
{
    const moment *last = NULL;
    if (m->count) qsort(m->list, m->count, sizeof *m->list, order);
    grow_say(out, "[");
    for (const moment *one = m->list; one < m->list + m->count; one++) {
        if (changes && last && says_the_same(m, last, one)) continue;
        grow_say(out, last ? ",{\"t\":" : "{\"t\":");
        grow_number(out, one->at > began ? one->at - began : 0);
        if (one->size) grow_add(out, m->text.at + one->from, one->size);
        grow_say(out, "}");
        last = one;
    }
    grow_say(out, "]");
    out->failed |= m->failed | m->text.failed;
}

void moments_write(moments *m, int64_t began, grow *out)
{
    write(m, began, 0, out);
}

void moments_write_changes(moments *m, int64_t began, grow *out)
{
    write(m, began, 1, out);
}

void moments_free(moments *m)
{
    free(m->list);
    grow_free(&m->text);
    *m = (moments){ 0 };
}
