/* fuzz_json - any bytes, read by every function of base/json_read; what it takes, it takes twice alike. */
#include "base/json_read.h"
#include "base/json_write.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Walks through containers by hand, and reads every value in all ways that fit. */
static void walk(kd_json *r)
{
    char room[64];
    koord_text key;
    int32_t number;
    kd_buffer text = kd_buffer_of(room, sizeof room);
    switch (kd_json_peek(r)) {
    case '{':
        kd_json_enter(r, '{');
        while (kd_json_next_key(r, &key)) walk(r);
        break;
    case '[':
        kd_json_enter(r, '[');
        while (kd_json_next_item(r)) walk(r);
        break;
    case '"':
        kd_json_string(r, &text);
        break;
    case '0':
        kd_json_whole(r, &number);
        break;
    default:
        kd_json_skip(r, NULL);
        break;
    }
}

/* What is read as a text, written down and read again is the same text. */
static void and_back(koord_text raw)
{
    static char first[1 << 16], again[1 << 16], written[1 << 19];
    kd_buffer a = kd_buffer_of(first, sizeof first), b = kd_buffer_of(again, sizeof again);
    kd_buffer w = kd_buffer_of(written, sizeof written);
    kd_json r = kd_json_of(raw);
    if (!kd_json_string(&r, &a)) return;
    kd_json_text(&w, kd_buffer_text(&a));
    kd_json back = kd_json_of(kd_buffer_text(&w));
    if (w.over || !kd_json_string(&back, &b)) abort();
    int was_text = a.used == b.used && memcmp(first, again, a.used) == 0;
    kd_buffer twice = kd_buffer_of(written, sizeof written);
    kd_json_text(&twice, kd_buffer_text(&b));
    kd_json third = kd_json_of(kd_buffer_text(&twice));
    a.used = 0;
    if (!kd_json_string(&third, &a)) abort();
    if (!was_text && (a.used != b.used || memcmp(first, again, a.used) != 0))
        abort(); /* bad bytes were mended */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 14) return 0;
    koord_text text = { (const char *)data, (uint32_t)size };
    koord_text span = { 0 };
    kd_json by_hand = kd_json_of(text), whole = kd_json_of(text);
    walk(&by_hand);
    int skipped = kd_json_skip(&whole, &span);
    if (skipped && (span.at < text.at || span.at + span.size > text.at + text.size)) abort();
    if (kd_json_done(&whole) != (skipped && whole.why == NULL)) abort();
    if (kd_json_done(&by_hand) && !kd_json_done(&whole))
        abort(); /* by hand takes less: numbers, long texts */
    and_back(text);
    return 0;
}
