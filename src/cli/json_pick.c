/* json_pick - one member of a JSON object at a time. */
#include "cli/json_pick.h"
#include "base/text.h"
#include <string.h>

koord_text kd_pick(koord_text object, const char *name)
{
    kd_json json = kd_json_of(object);
    koord_text key, span;
    if (!object.at || !kd_json_enter(&json, '{')) return (koord_text){ 0 };
    while (kd_json_next_key(&json, &key)) {
        if (!kd_json_skip(&json, &span)) break;
        if (kd_text_equal(key, kd_text_of(name))) return span;
    }
    return (koord_text){ 0 };
}

koord_text kd_pick_text(koord_text value, char *room, uint32_t size)
{
    kd_json json = kd_json_of(value);
    kd_buffer buffer = kd_buffer_of(room, size);
    if (!value.at || !kd_json_string(&json, &buffer)) return (koord_text){ 0 };
    return kd_buffer_text(&buffer);
}

int kd_pick_whole(koord_text value, int32_t *number)
{
    kd_json json = kd_json_of(value);
    return value.at && kd_json_whole(&json, number) && kd_json_done(&json);
}

koord_text kd_pick_word(koord_text object, const char *name)
{
    koord_text value = kd_pick(object, name);
    return value.size > 1 && value.at[0] == '"' ? (koord_text){ value.at + 1, value.size - 2 } : value;
}

int32_t kd_pick_number(koord_text object, const char *name)
{
    int32_t number = 0;
    return kd_pick_whole(kd_pick(object, name), &number) ? number : 0;
}

koord_text kd_pick_nth(koord_text list, uint32_t nth)
{
    kd_json json = kd_json_of(list);
    koord_text span;
    if (!list.at) return list;
    if (kd_json_peek(&json) != '[') return nth ? (koord_text){ 0 } : list;
    kd_json_enter(&json, '[');
    while (kd_json_next_item(&json))
        if (kd_json_skip(&json, &span) && !nth--) return span;
    return (koord_text){ 0 };
}

static int is_among(koord_text name, const char *known)
{
    for (const char *at = known; *at; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        if (kd_text_equal(name, (koord_text){ at, (uint32_t)size })) return 1;
        at += size;
    }
    return 0;
}

koord_text kd_pick_stranger(koord_text object, const char *known)
{
    kd_json json = kd_json_of(object);
    koord_text key;
    if (!object.at || !kd_json_enter(&json, '{')) return (koord_text){ 0 };
    while (kd_json_next_key(&json, &key)) {
        if (!is_among(key, known)) return key;
        kd_json_skip(&json, NULL);
    }
    return (koord_text){ 0 };
}
