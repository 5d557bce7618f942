/* record - what the collector looks at in a record. Everything else is stored unread. */
#include "collector/record.h"
#include "collector/strict.h"
#include "base/json_read.h"
#include "base/text.h"

enum { KIND_MOST = 64 };

static koord_text unquoted(koord_text value)
{
    if (value.size < 2 || value.at[0] != '"') return (koord_text){ NULL, 0 };
    return (koord_text){ value.at + 1, value.size - 2 };
}

/* Finds the three keys that every record has. 0 where one of them stands there twice: readers would differ.
 */
static int find_keys(koord_text body, koord_text *id, koord_text *t, koord_text *kind)
{
    kd_json r = kd_json_of(body);
    koord_text key;
    if (!kd_json_enter(&r, '{')) return 0;
    while (kd_json_next_key(&r, &key)) {
        koord_text *value = kd_text_equal(key, KD_TEXT("id"))     ? id
                            : kd_text_equal(key, KD_TEXT("t"))    ? t
                            : kd_text_equal(key, KD_TEXT("kind")) ? kind
                                                                  : NULL;
        if (value && value->at) return 0;
        if (!kd_json_skip(&r, value)) return 0;
    }
    return !r.why;
}

const char *record_read(intake_record *record, koord_text value)
{
    koord_text id = { NULL, 0 }, t = { NULL, 0 }, kind = { NULL, 0 };
    if (value.at[0] != '{') return "is no JSON object";
    int single = find_keys(value, &id, &t, &kind);
    int64_t number = strict_whole(id), when = strict_whole(t);
    record->id = number > 0 && number <= UINT32_MAX ? (uint32_t)number : 0;
    if (!single) return "has id, t or kind twice";
    if (value.size > INTAKE_RECORD_MOST) return "is larger than 16384 bytes";
    if (!record->id) return "has no id that is a whole number from 1 to 4294967295";
    if (when < 0 || when > UINT32_MAX) return "has no t that is a whole number of ms from 0 to 4294967295";
    record->t = (uint32_t)when;
    record->kind = unquoted(kind);
    if (!record->kind.size || record->kind.size > KIND_MOST)
        return "has no kind that is a text of 1 to 64 bytes";
    record->body = value;
    return strict_objection(value);
}

koord_text record_find(koord_text record, const char *key)
{
    kd_json r = kd_json_of(record);
    koord_text wanted = kd_text_of(key), found, value = { NULL, 0 };
    if (!kd_json_enter(&r, '{')) return value;
    while (kd_json_next_key(&r, &found)) {
        int is_it = kd_text_equal(found, wanted);
        if (!kd_json_skip(&r, is_it ? &value : NULL) || is_it) break;
    }
    return value;
}

koord_text record_word(koord_text record, const char *key)
{
    return unquoted(record_find(record, key));
}

int64_t record_whole(koord_text record, const char *key)
{
    return strict_whole(record_find(record, key));
}
