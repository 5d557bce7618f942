/* write_trails - random visits as NDJSON, for builds of the core that only read: write_trails KIND COUNT
 * SEED.
 *
 * The first line holds the settings, {"rage_click.clicks":2}; every further line one fact (docs/wire.md). */
#include "base/json_write.h"
#include "base/text.h"
#include "trail.h"
#include "wire/fields.h"
#include <stdio.h>
#include <stdlib.h>

static trail visit;

static void show(const kd_buffer *b)
{
    printf("%.*s\n", (int)b->used, b->at);
}

static void integer(kd_buffer *b, const char *key, int64_t number)
{
    kd_json_key(b, key);
    kd_json_integer(b, number);
}

static void hash(kd_buffer *b, const char *key, uint32_t number)
{
    char digits[8];
    kd_buffer hex = kd_buffer_of(digits, sizeof digits);
    kd_buffer_hex(&hex, number);
    kd_json_key(b, key);
    kd_json_text(b, kd_buffer_text(&hex));
}

static void word(kd_buffer *b, const char *key, kd_group group, int32_t number)
{
    kd_json_key(b, key);
    kd_json_text(b, kd_text_of(kd_word_name(group, number)));
}

static void set(kd_buffer *b, const char *key, kd_group group, int32_t bits)
{
    kd_json_key(b, key);
    kd_json_open(b, '[');
    for (int32_t i = 0; i < kd_word_count(group); i++)
        if (bits >> i & 1) kd_json_text(b, kd_text_of(kd_word_name(group, i)));
    kd_json_close(b, ']');
}

static void field(kd_buffer *b, const koord_event *e, const kd_field *f)
{
    int32_t number = e->number[f->slot];
    const char *key = kd_field_name(f);
    if (f->type >= KD_FIELD_TEXT || number == KOORD_ABSENT) return;
    if (f->type == KD_FIELD_NUMBER) integer(b, key, number);
    if (f->type == KD_FIELD_HASH) hash(b, key, (uint32_t)number);
    if (f->type == KD_FIELD_WORD) word(b, key, (kd_group)f->extra, number);
    if (f->type == KD_FIELD_SET) set(b, key, (kd_group)f->extra, number);
}

static void write_fact(const koord_event *e)
{
    char room[1024];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_kind kind = kd_kind_of((uint16_t)e->kind);
    kd_json_open(&b, '{');
    integer(&b, "t", e->t);
    integer(&b, "at", e->at);
    kd_json_key(&b, "kind");
    kd_json_text(&b, kd_text_of(kd_kind_name((uint16_t)e->kind)));
    if (e->target) hash(&b, "target", e->target);
    for (const kd_field *f = kind.first; f < kind.end; f++) field(&b, e, f);
    kd_json_close(&b, '}');
    show(&b);
}

static void write_settings(void)
{
    char room[4096];
    kd_buffer b = kd_buffer_of(room, sizeof room);
    kd_settings defaults;
    kd_settings_reset(&defaults);
    kd_json_open(&b, '{');
    koord_text name = kd_setting_first();
    for (int i = 0; i < KD_SETTINGS; i++, name = kd_setting_next(name))
        if (visit.setting[i] != defaults.value[i]) integer(&b, name.at, visit.setting[i]);
    kd_json_close(&b, '}');
    show(&b);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "write_trails KIND COUNT SEED\n");
        return 2;
    }
    trail_kind kind = (trail_kind)strtoul(argv[1], NULL, 10);
    uint32_t count = (uint32_t)strtoul(argv[2], NULL, 10), first = (uint32_t)strtoul(argv[3], NULL, 10);
    trail_roll(&visit, first, kind);
    write_settings();
    for (uint32_t seed = first; seed < first + count; seed++) {
        trail_roll(&visit, seed, kind);
        for (uint32_t i = 0; i < visit.count; i++) write_fact(&visit.fact[i]);
    }
    return 0;
}
