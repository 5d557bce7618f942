/* buffer - appending to a piece of memory of fixed size. */
#include "base/buffer.h"
#include <string.h>

kd_buffer kd_buffer_of(char *at, uint32_t size)
{
    return (kd_buffer){ at, size, 0, 0 };
}

void kd_buffer_add(kd_buffer *b, koord_text more)
{
    if (b->over || more.size > b->size - b->used) {
        b->over = 1;
        return;
    }
    if (more.size) memcpy(b->at + b->used, more.at, more.size);
    b->used += more.size;
}

void kd_buffer_char(kd_buffer *b, char one)
{
    kd_buffer_add(b, (koord_text){ &one, 1 });
}

void kd_buffer_number(kd_buffer *b, int64_t number)
{
    char digits[20];
    uint32_t first = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do digits[--first] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) digits[--first] = '-';
    kd_buffer_add(b, (koord_text){ digits + first, (uint32_t)sizeof digits - first });
}

void kd_buffer_hex(kd_buffer *b, uint32_t number)
{
    char digits[8];
    for (int i = 7; i >= 0; i--, number >>= 4) digits[i] = "0123456789abcdef"[number & 15];
    kd_buffer_add(b, (koord_text){ digits, sizeof digits });
}
