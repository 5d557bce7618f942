/* buffer.h - appending to a piece of memory of fixed size, remembering when it was too small. */
#ifndef KD_BUFFER_H
#define KD_BUFFER_H

#include "koord.h"

typedef struct kd_buffer {
    char *at;
    uint32_t size;
    uint32_t used;
    uint8_t over; /* something did not fit, and nothing more is taken */
} kd_buffer;

kd_buffer kd_buffer_of(char *at, uint32_t size);

/* What does not fit whole is left out whole, and so is all that comes after it: ask for `over` once, at the
 * end. */
void kd_buffer_add(kd_buffer *b, koord_text more);
void kd_buffer_char(kd_buffer *b, char one);
void kd_buffer_number(kd_buffer *b, int64_t number);

/* Eight lower-case hexadecimal digits. */
void kd_buffer_hex(kd_buffer *b, uint32_t number);

static inline koord_text kd_buffer_text(const kd_buffer *b)
{
    return (koord_text){ b->at, b->used };
}

#endif
