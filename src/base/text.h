/* text.h - views of UTF-8 text: comparing, clipping, telling good bytes from bad. */
#ifndef KD_TEXT_H
#define KD_TEXT_H

#include "koord.h"

/* A view of a string literal. */
#define KD_TEXT(literal) ((koord_text){ literal, sizeof(literal) - 1 })

koord_text kd_text_of(const char *string);
int kd_text_equal(koord_text a, koord_text b);

/* The n-th (from 0) of strings that stand one behind the other, each with its NUL. Tables of names without
 * pointers are a third smaller in the module that shops load. */
const char *kd_text_nth(const char *packed, uint32_t n);

/* Bytes of the well-formed UTF-8 sequence at `at` (1 to 4), or 0 where it is none (Unicode 15, table 3-7). */
uint32_t kd_utf8_size(const char *at, const char *end);

/* The longest beginning of at most `most` bytes that does not cut a character in two. */
koord_text kd_text_clip(koord_text text, uint32_t most);

#endif
