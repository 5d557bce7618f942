/* json_read - a pull reader for JSON. */
#include "base/json_read.h"
#include "base/text.h"
#include <string.h>

kd_json kd_json_of(koord_text text)
{
    return (kd_json){ .start = text.at, .at = text.at, .end = text.at + text.size, .first = 1 };
}

uint32_t kd_json_at(const kd_json *r)
{
    return (uint32_t)(r->at - r->start);
}

int kd_json_fail(kd_json *r, const char *why)
{
    if (!r->why) r->why = why;
    return 0;
}

static void blank(kd_json *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')) r->at++;
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char kd_json_peek(kd_json *r)
{
    blank(r);
    if (r->why || r->at == r->end) return '\0';
    return *r->at == '-' || is_digit(*r->at) ? '0' : *r->at;
}

int kd_json_enter(kd_json *r, char bracket)
{
    if (kd_json_peek(r) != bracket)
        return kd_json_fail(r, bracket == '{' ? "an object should stand here" : "a list should stand here");
    if (r->depth == KD_JSON_DEPTH) return kd_json_fail(r, "nested too deep");
    r->at++;
    r->depth++;
    r->first = 1;
    return 1;
}

/* Leaves the container at its closing bracket, or steps over the comma to what follows: 1 when something
 * does. */
static int more(kd_json *r, char closing)
{
    char c = kd_json_peek(r);
    if (r->why) return 0;
    if (c == closing) {
        r->at++;
        r->depth--;
        r->first = 0;
        return 0;
    }
    if (r->first) {
        r->first = 0;
        return 1;
    }
    if (c != ',') return kd_json_fail(r, c ? "a comma or the end should stand here" : "it ends too soon");
    r->at++;
    return 1;
}

static int hex4(const char *at, const char *end, uint32_t *code)
{
    if (end - at < 4) return 0;
    *code = 0;
    for (int i = 0; i < 4; i++) {
        char c = at[i];
        uint32_t digit = is_digit(c)            ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                : 16;
        if (digit == 16) return 0;
        *code = *code << 4 | digit;
    }
    return 1;
}

/* The end of the escape whose letter is at `at`, or NULL where JSON knows none such. */
static const char *escape_end(const char *at, const char *end)
{
    uint32_t code;
    if (at == end || *at == '\0') return NULL;
    if (*at == 'u') return hex4(at + 1, end, &code) ? at + 5 : NULL;
    return strchr("\"\\/bfnrt", *at) ? at + 1 : NULL;
}

/* Moves past a string and gives what stands between its quotes, every escape checked. */
static int raw_string(kd_json *r, koord_text *raw)
{
    if (kd_json_peek(r) != '"') return kd_json_fail(r, "a text should stand here");
    const char *from = r->at + 1, *at = from, *next;
    for (; at < r->end && *at != '"'; at = next) {
        next = *at == '\\' ? escape_end(at + 1, r->end) : at + 1;
        if ((unsigned char)*at < 0x20)
            return r->at = at, kd_json_fail(r, "a control character in a text must be escaped");
        if (!next) return r->at = at, kd_json_fail(r, "not an escape that JSON knows");
    }
    if (at >= r->end) return kd_json_fail(r, "a text without an end");
    *raw = (koord_text){ from, (uint32_t)(at - from) };
    r->at = at + 1;
    r->first = 0;
    return 1;
}

int kd_json_next_key(kd_json *r, koord_text *key)
{
    if (!more(r, '}') || !raw_string(r, key)) return 0;
    if (kd_json_peek(r) != ':') return kd_json_fail(r, "a colon should stand here");
    r->at++;
    return 1;
}

int kd_json_next_item(kd_json *r)
{
    return more(r, ']');
}

static const char *digits(const char *at, const char *end)
{
    while (at < end && is_digit(*at)) at++;
    return at;
}

/* The end of the number at `at`, or NULL where it is none. */
static const char *number_end(const char *at, const char *end)
{
    const char *from = at;
    if (at < end && *at == '-') at++;
    from = at;
    at = digits(at, end);
    if (at == from || (*from == '0' && at - from > 1)) return NULL;
    if (at < end && *at == '.') {
        from = ++at;
        if ((at = digits(at, end)) == from) return NULL;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '+' || *at == '-')) at++;
        from = at;
        if ((at = digits(at, end)) == from) return NULL;
    }
    return at;
}

static int number(kd_json *r, koord_text *raw)
{
    if (kd_json_peek(r) != '0') return kd_json_fail(r, "a number should stand here");
    const char *end = number_end(r->at, r->end);
    if (!end) return kd_json_fail(r, "not a number");
    *raw = (koord_text){ r->at, (uint32_t)(end - r->at) };
    r->at = end;
    r->first = 0;
    return 1;
}

int kd_json_whole(kd_json *r, int32_t *out)
{
    koord_text raw;
    if (!number(r, &raw)) return 0;
    int minus = raw.at[0] == '-';
    int64_t value = 0;
    for (uint32_t i = (uint32_t)minus; i < raw.size; i++) {
        if (!is_digit(raw.at[i])) return r->at = raw.at, kd_json_fail(r, "must be a whole number");
        value = value * 10 + (raw.at[i] - '0');
        if (value > (int64_t)INT32_MAX + 1) return r->at = raw.at, kd_json_fail(r, "the number is too large");
    }
    value = minus ? -value : value;
    if (value > INT32_MAX) return r->at = raw.at, kd_json_fail(r, "the number is too large");
    *out = (int32_t)value;
    return 1;
}

static void add_code(kd_buffer *b, uint32_t code)
{
    char bytes[4];
    uint32_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const uint8_t lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    for (uint32_t i = size - 1; i > 0; i--, code >>= 6) bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(lead[size] | code);
    kd_buffer_add(b, (koord_text){ bytes, size });
}

/* Decodes \uXXXX (and the pair that follows a high surrogate). Returns where to go on. */
static const char *unicode(const char *at, const char *end, kd_buffer *room)
{
    uint32_t code = 0, low;
    hex4(at, end, &code);
    at += 4;
    if (code >= 0xD800 && code < 0xDC00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u' &&
        hex4(at + 2, end, &low) && low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
    }
    add_code(room, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    return at;
}

/* Decodes the escape whose letter is at `at`; raw_string has checked it. Returns where to go on. */
static const char *unescape(const char *at, const char *end, kd_buffer *room)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (*at == 'u') return unicode(at + 1, end, room);
    kd_buffer_char(room, meant[strchr(letters, *at) - letters]);
    return at + 1;
}

int kd_json_string(kd_json *r, kd_buffer *room)
{
    koord_text raw;
    if (!raw_string(r, &raw)) return 0;
    const char *end = raw.at + raw.size;
    for (const char *at = raw.at; at < end;) {
        const char *run = at;
        while (at < end && *at != '\\') at++;
        kd_buffer_add(room, (koord_text){ run, (uint32_t)(at - run) });
        if (at < end) at = unescape(at + 1, end, room);
    }
    if (room->over) return r->at = raw.at, kd_json_fail(r, "the text is too long");
    return 1;
}

static int word(kd_json *r, const char *spelling)
{
    koord_text w = kd_text_of(spelling);
    if ((size_t)(r->end - r->at) < w.size || memcmp(r->at, w.at, w.size) != 0)
        return kd_json_fail(r, "not JSON");
    r->at += w.size;
    r->first = 0;
    return 1;
}

/* One value that is no container. */
static int scalar(kd_json *r)
{
    koord_text raw;
    switch (kd_json_peek(r)) {
    case '"':
        return raw_string(r, &raw);
    case '0':
        return number(r, &raw);
    case 't':
        return word(r, "true");
    case 'f':
        return word(r, "false");
    case 'n':
        return word(r, "null");
    default:
        return kd_json_fail(r, r->at == r->end ? "it ends too soon" : "not JSON");
    }
}

/* Containers are walked with a bit per level (1 for an object) instead of by recursion. */
int kd_json_skip(kd_json *r, koord_text *span)
{
    koord_text key;
    uint32_t objects = 0;
    uint8_t outside = r->depth;
    kd_json_peek(r);
    const char *from = r->at;
    for (int value_due = 1; value_due || r->depth > outside;) {
        char c = kd_json_peek(r);
        if (!value_due) {
            int object = objects & 1;
            value_due = object ? kd_json_next_key(r, &key) : kd_json_next_item(r);
            if (!value_due) objects >>= 1;
        } else if (c == '{' || c == '[') {
            if (!kd_json_enter(r, c)) return 0;
            objects = objects << 1 | (c == '{');
            value_due = 0;
        } else {
            if (!scalar(r)) return 0;
            value_due = 0;
        }
        if (r->why) return 0;
    }
    if (span) *span = (koord_text){ from, (uint32_t)(r->at - from) };
    return 1;
}

int kd_json_done(kd_json *r)
{
    blank(r);
    if (!r->why && r->at != r->end) kd_json_fail(r, "something follows the end");
    return !r->why;
}
