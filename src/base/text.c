/* text - views of UTF-8 text. */
#include "base/text.h"
#include <string.h>

/* Names are short: the C library's strlen, which reads whole words, is five times this in the module. */
static uint32_t length_of(const char *string)
{
    uint32_t size = 0;
    while (string[size]) size++;
    return size;
}

koord_text kd_text_of(const char *string)
{
    return (koord_text){ string, length_of(string) };
}

const char *kd_text_nth(const char *packed, uint32_t n)
{
    while (n-- > 0) packed += length_of(packed) + 1;
    return packed;
}

int kd_text_equal(koord_text a, koord_text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

static int continues(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The second byte is narrower after E0, ED, F0 and F4: no overlong forms, no surrogates, nothing above
 * U+10FFFF. */
static int second_fits(unsigned char first, unsigned char second)
{
    if (first == 0xE0) return second >= 0xA0;
    if (first == 0xED) return second <= 0x9F;
    if (first == 0xF0) return second >= 0x90;
    if (first == 0xF4) return second <= 0x8F;
    return 1;
}

uint32_t kd_utf8_size(const char *at, const char *end)
{
    const unsigned char *byte = (const unsigned char *)at;
    uint32_t size = byte[0] < 0x80   ? 1
                    : byte[0] < 0xC2 ? 0
                    : byte[0] < 0xE0 ? 2
                    : byte[0] < 0xF0 ? 3
                    : byte[0] < 0xF5 ? 4
                                     : 0;
    if (size == 0 || (size_t)(end - at) < size) return 0;
    for (uint32_t i = 1; i < size; i++)
        if (!continues(byte[i])) return 0;
    return size == 1 || second_fits(byte[0], byte[1]) ? size : 0;
}

koord_text kd_text_clip(koord_text text, uint32_t most)
{
    if (text.size <= most) return text;
    while (most > 0 && continues((unsigned char)text.at[most])) most--;
    return (koord_text){ text.at, most };
}
