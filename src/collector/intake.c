/* intake - reads a batch: the envelope by a table of its keys, each record by record.c. */
#include "collector/intake.h"
#include "collector/names.h"
#include "collector/record.h"
#include "collector/strict.h"
#include "base/json_read.h"
#include "base/text.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* One key of an object. `read` answers 0 where the value will not do, and `ought` says what would. */
typedef struct field {
    const char *key;
    int (*read)(intake *in, kd_json *r);
    int required;
    const char *ought;
} field;

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static int no(intake *in, int status, uint32_t at, const char *mend)
{
    in->status = status;
    in->at = at;
    in->mend = mend;
    return 0;
}

static intake_page *page(intake *in)
{
    return &in->pages[in->page_count];
}

/* A text without its quotes; empty where something else stands. */
static koord_text string(kd_json *r)
{
    koord_text span = { NULL, 0 };
    if (kd_json_peek(r) != '"' || !kd_json_skip(r, &span)) return span;
    return (koord_text){ span.at + 1, span.size - 2 };
}

/* Unix ms, in any case a time that the arithmetic on it can bear. */
static int moment(kd_json *r, int64_t *ms)
{
    koord_text span = { NULL, 0 };
    if (kd_json_peek(r) != '0' || !kd_json_skip(r, &span)) return 0;
    *ms = strict_whole(span);
    return *ms >= 0;
}

static int nonce(intake *in, kd_json *r)
{
    return names_is_nonce(page(in)->nonce = string(r));
}

static int session(intake *in, kd_json *r)
{
    return names_is_uuid(page(in)->session = string(r));
}

static int visitor(intake *in, kd_json *r)
{
    return names_is_uuid(page(in)->visitor = string(r));
}

static int trail(intake *in, kd_json *r)
{
    return names_is_trail(page(in)->trail = string(r));
}

static int origin(intake *in, kd_json *r)
{
    return moment(r, &page(in)->origin);
}

static int keep(intake *in, intake_record record)
{
    if (in->record_count == in->record_room) {
        uint32_t room = in->record_room ? in->record_room * 2 : 64;
        intake_record *records = realloc(in->records, room * sizeof *records);
        if (!records) {
            snprintf(in->error, sizeof in->error, "the collector is out of memory");
            return no(in, 503, 0, "send it again later");
        }
        in->records = records;
        in->record_room = room;
    }
    in->records[in->record_count++] = record;
    return 1;
}

static int refuse(intake *in, intake_refusal refusal)
{
    if (in->refused_count == INTAKE_REFUSED_MOST) {
        snprintf(in->error, sizeof in->error, "more than %d records are none", INTAKE_REFUSED_MOST);
        return no(in, 400, refusal.at,
                  "send fewer records at a time, and see docs/wire.md for what makes a record");
    }
    in->refused[in->refused_count++] = refusal;
    return 1;
}

/* A record to be kept, and what it says of its page. */
static int take(intake *in, const intake_record *record)
{
    int is_session = kd_text_equal(record->kind, KD_TEXT("session"));
    if (is_session && record_whole(record->body, "staff") == 1) page(in)->staff = 1;
    return keep(in, *record);
}

static int records(intake *in, kd_json *r)
{
    if (kd_json_peek(r) != '[' || !kd_json_enter(r, '[')) return 0;
    while (kd_json_next_item(r)) {
        koord_text span;
        intake_record record = { .page = in->page_count };
        if (!kd_json_skip(r, &span)) return 0;
        const char *why = record_read(&record, span);
        uint32_t at = (uint32_t)(span.at - r->start);
        if (!(why ? refuse(in, (intake_refusal){ why, in->page_count, record.id, at }) : take(in, &record)))
            return 0;
    }
    return 1;
}

static const field page_fields[] = {
    { "nonce", nonce, 1, "must be a text of 8 to 24 characters a-z 0-9" },
    { "session", session, 1, "must be a UUID in lower case" },
    { "visitor", visitor, 0, "must be a UUID in lower case, or be left out" },
    { "trail", trail, 1, "must be a text of 4 to 24 characters a-z 0-9" },
    { "origin", origin, 1, "must be a whole number, Unix time in ms" },
    { "records", records, 1, "must be a list of records" },
};

static int version(intake *in, kd_json *r)
{
    koord_text span = { NULL, 0 };
    (void)in;
    return kd_json_peek(r) == '0' && kd_json_skip(r, &span) && strict_whole(span) == 1;
}

static int site(intake *in, kd_json *r)
{
    return names_is_site(in->site = string(r));
}

static int sent(intake *in, kd_json *r)
{
    return moment(r, &in->sent);
}

static int counters(intake *in, kd_json *r)
{
    koord_text key;
    const char *from = r->at;
    if (kd_json_peek(r) != '{' || !kd_json_enter(r, '{')) return 0;
    from = r->at - 1;
    while (kd_json_next_key(r, &key))
        if (kd_json_peek(r) != '0' || !kd_json_skip(r, NULL)) return 0;
    in->counters = (koord_text){ from, (uint32_t)(r->at - from) };
    return !r->why && in->counters.size <= 2048 && !strict_objection(in->counters);
}

static int read_object(intake *in, kd_json *r, const field *fields, uint32_t count, const char *within);

static int pages(intake *in, kd_json *r)
{
    if (kd_json_peek(r) != '[' || !kd_json_enter(r, '[')) return 0;
    while (kd_json_next_item(r)) {
        char within[24];
        if (in->page_count == INTAKE_PAGES_MOST) return 0;
        snprintf(within, sizeof within, "pages[%" PRIu32 "]", in->page_count);
        if (!read_object(in, r, page_fields, COUNT(page_fields), within)) return 0;
        in->page_count++;
    }
    return 1;
}

static const field envelope_fields[] = {
    { "v", version, 1, "must be 1, the version of the envelope that this collector reads" },
    { "site", site, 1, "must be a text of 1 to 40 characters a-z 0-9 _ -" },
    { "sent", sent, 1, "must be a whole number, Unix time in ms as the request leaves" },
    { "counters", counters, 0, "must be an object of numbers, at most 2048 bytes" },
    { "pages", pages, 1, "must be a list of at most 100 pages" },
};

/* "pages[2].nonce must be ..." */
static int bad(intake *in, uint32_t at, const char *within, const char *key, const char *what,
               const char *ought)
{
    snprintf(in->error, sizeof in->error, "%s%s%s %s%s", within, *within ? "." : "", key, what, ought);
    return no(in, 400, at, "docs/wire.md describes the batch");
}

static uint32_t find(const field *fields, uint32_t count, koord_text key)
{
    uint32_t i = 0;
    while (i < count && !kd_text_equal(key, kd_text_of(fields[i].key))) i++;
    return i;
}

/* Unknown keys are passed over: tags may be newer than we are. */
static int read_object(intake *in, kd_json *r, const field *fields, uint32_t count, const char *within)
{
    uint32_t seen = 0;
    koord_text key;
    if (!kd_json_enter(r, '{')) return 0;
    while (kd_json_next_key(r, &key)) {
        uint32_t i = find(fields, count, key), at = kd_json_at(r);
        if (i == count && kd_json_skip(r, NULL)) continue;
        if (i == count) return 0;
        if (seen & 1u << i) return bad(in, at, within, fields[i].key, "stands there twice", "");
        seen |= 1u << i;
        if (fields[i].read(in, r) && !r->why) continue;
        return in->status || r->why ? 0 : bad(in, at, within, fields[i].key, "", fields[i].ought);
    }
    for (uint32_t i = 0; i < count && !r->why; i++)
        if (fields[i].required && !(seen & 1u << i))
            return bad(in, kd_json_at(r), within, fields[i].key, "is missing, it ", fields[i].ought);
    return !r->why;
}

int intake_read(intake *in, koord_text body)
{
    kd_json r = kd_json_of(body);
    *in = (intake){ 0 };
    if (read_object(in, &r, envelope_fields, COUNT(envelope_fields), "") && kd_json_done(&r)) return 1;
    if (in->status) return 0;
    snprintf(in->error, sizeof in->error, "the body is not the JSON it should be: %s", r.why ? r.why : "?");
    return no(in, 400, kd_json_at(&r),
              "send one JSON object as docs/wire.md describes it; at is the byte where it goes wrong");
}

void intake_close(intake *in)
{
    free(in->records);
    in->records = NULL;
}
