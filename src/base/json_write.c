/* json_write - writing compact JSON into a buffer. */
#include "base/json_write.h"
#include "base/text.h"

/* A value needs a comma unless it follows an opening bracket or a key. */
static void comma(kd_buffer *b)
{
    char last = b->used ? b->at[b->used - 1] : '[';
    if (last != '[' && last != '{' && last != ':') kd_buffer_char(b, ',');
}

void kd_json_open(kd_buffer *b, char bracket)
{
    comma(b);
    kd_buffer_char(b, bracket);
}

void kd_json_close(kd_buffer *b, char bracket)
{
    kd_buffer_char(b, bracket);
}

static void escape(kd_buffer *b, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    char code[] = { '\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15] };
    if (byte == '"' || byte == '\\') {
        code[1] = (char)byte;
        kd_buffer_add(b, (koord_text){ code, 2 });
    } else {
        kd_buffer_add(b, (koord_text){ code, sizeof code });
    }
}

static void quoted(kd_buffer *b, koord_text text)
{
    const char *end = text.at + text.size;
    kd_buffer_char(b, '"');
    for (const char *at = text.at; at < end;) {
        unsigned char byte = (unsigned char)*at;
        uint32_t size = kd_utf8_size(at, end);
        if (size == 0)
            kd_buffer_add(b, KD_TEXT("\xEF\xBF\xBD"));
        else if (byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F)
            escape(b, byte);
        else
            kd_buffer_add(b, (koord_text){ at, size });
        at += size ? size : 1;
    }
    kd_buffer_char(b, '"');
}

void kd_json_key(kd_buffer *b, const char *key)
{
    comma(b);
    quoted(b, kd_text_of(key));
    kd_buffer_char(b, ':');
}

void kd_json_text(kd_buffer *b, koord_text text)
{
    comma(b);
    quoted(b, text);
}

void kd_json_integer(kd_buffer *b, int64_t number)
{
    comma(b);
    kd_buffer_number(b, number);
}
