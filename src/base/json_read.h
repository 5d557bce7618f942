/* json_read.h - a pull reader for JSON: no tree, no memory, bounded depth. RFC 8259.
 *
 *     kd_json r = kd_json_of(text);
 *     koord_text key;
 *     if (kd_json_enter(&r, '{'))
 *         while (kd_json_next_key(&r, &key))
 *             if (kd_text_equal(key, KD_TEXT("n"))) kd_json_whole(&r, &n);
 *             else kd_json_skip(&r);
 *     if (!kd_json_done(&r)) complain(r.why, kd_json_at(&r));
 *
 * After the first error every call answers 0 and the reader stays where it was. */
#ifndef KD_JSON_READ_H
#define KD_JSON_READ_H

#include "base/buffer.h"

enum { KD_JSON_DEPTH = 32 };

typedef struct kd_json {
    const char *start, *at, *end;
    const char *why; /* NULL while all is well, else what is wrong, for people */
    uint8_t first;   /* no value yet in the container just entered */
    uint8_t depth;
} kd_json;

kd_json kd_json_of(koord_text text);

/* What comes next: one of { [ " 0 t f n, where 0 is any number; '\0' at the end or after an error. */
char kd_json_peek(kd_json *r);

/* Enters an object '{' or an array '['. 1, or 0 where something else stands. */
int kd_json_enter(kd_json *r, char bracket);

/* The next key (as written, escapes and all), or 0 at the end of the object, which is then left. */
int kd_json_next_key(kd_json *r, koord_text *key);

/* 1 where another item follows in the array, or 0 at its end, which is then left. */
int kd_json_next_item(kd_json *r);

/* A whole number within 32 bits. */
int kd_json_whole(kd_json *r, int32_t *number);

/* A string, decoded into `room`. A lone surrogate becomes U+FFFD; too long is an error. */
int kd_json_string(kd_json *r, kd_buffer *room);

/* Passes over one value of any kind, checking it. *span, where given, is the value as written. */
int kd_json_skip(kd_json *r, koord_text *span);

/* Whether all was well and nothing but white space is left. */
int kd_json_done(kd_json *r);

/* The byte at which the reader stands. */
uint32_t kd_json_at(const kd_json *r);

/* Says that what was read is not what is wanted; always 0. */
int kd_json_fail(kd_json *r, const char *why);

#endif
