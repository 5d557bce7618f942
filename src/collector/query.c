/* query - GET: the health of the collector, the list of sessions, and one session. */
#include "collector/answer.h"
#include "collector/clock.h"
#include "collector/record.h"
#include "collector/strict.h"
#include "collector/summary.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum { LIMIT_INITIAL = 50, LIMIT_MOST = 500, FAILING_MS = 10000 };

static void say_number(grow *out, const char *key, int64_t number)
{
    grow_say(out, key);
    grow_number(out, number);
}

static void say_text(grow *out, const char *key, koord_text text)
{
    if (!text.size) return;
    grow_say(out, key);
    grow_text(out, text);
    grow_say(out, "\"");
}

static enum MHD_Result answer_broken(request *r)
{
    problem p = problem_of(503, "the store cannot be read", "ask again later");
    p.retry_s = 2;
    return answer_problem(r, p);
}

/* For a while only: who is shut off because of a 503 gets no batch that could show that the disk is well
 * again. */
static int is_failing(const writer_count *count)
{
    return count->failing && clock_steady_ms() - count->failed_ms < FAILING_MS;
}

enum MHD_Result query_health(request *r)
{
    grow body = { 0 };
    writer_count count = writer_counts(r->server->writer);
    r->allow_origin = "*";
    int failing = is_failing(&count);
    grow_say(&body, failing ? "{\"ok\":false" : "{\"ok\":true");
    say_number(&body, ",\"up_s\":", (clock_steady_ms() - r->server->started_ms) / 1000);
    say_number(&body, ",\"batches\":", (int64_t)count.batches);
    say_number(&body, ",\"commits\":", (int64_t)count.commits);
    say_number(&body, ",\"stored\":", (int64_t)count.stored);
    say_number(&body, ",\"known\":", (int64_t)count.known);
    say_number(&body, ",\"waiting\":", count.waiting);
    grow_say(&body, "}\n");
    return answer_json(r, failing ? 503 : 200, &body);
}

/* Writes sessions one after the other, each with its figures. */
typedef struct listing {
    store *store;
    grow *out;
    int64_t count, limit;
    int64_t row, started; /* of the last one written */
    int failed;
} listing;

static void add_to_summary(void *to, const stored_record *record)
{
    summary_add(to, record);
}

static void write_session(listing *to, const stored_session *session)
{
    summary figures = { 0 };
    grow *out = to->out;
    if (store_records(to->store, session->row, add_to_summary, &figures) < 0) to->failed = 1;
    say_text(out, "{\"session\":\"", session->session);
    say_text(out, ",\"site\":\"", session->site);
    say_text(out, ",\"visitor\":\"", session->visitor);
    say_number(out, ",\"started\":", session->started);
    say_number(out, ",\"last\":", session->last);
    grow_say(out, ",");
    summary_write(&figures, out);
    summary_close(&figures);
    to->row = session->row;
    to->started = session->started;
}

static void list_session(void *own, const stored_session *session)
{
    listing *to = own;
    if (to->count++) grow_say(to->out, ",");
    write_session(to, session);
    grow_say(to->out, "}");
}

static koord_text argument(const request *r, const char *name)
{
    const char *value = request_argument(r, name);
    return kd_text_of(value ? value : "");
}

/* before=MS, or MS-ROW as `next` gives it: sessions may begin in the same millisecond. */
static int read_before(koord_text before, store_filter *filter)
{
    const char *dash = before.size ? memchr(before.at, '-', before.size) : NULL;
    koord_text ms = { before.at, dash ? (uint32_t)(dash - before.at) : before.size };
    filter->before = INT64_MAX;
    filter->before_row = 0;
    if (!before.size) return 1;
    filter->before = strict_whole(ms);
    if (dash) filter->before_row = strict_whole((koord_text){ dash + 1, before.size - ms.size - 1 });
    return filter->before >= 0 && filter->before_row >= 0;
}

static int read_filter(const request *r, store_filter *filter)
{
    koord_text limit = argument(r, "limit");
    *filter = (store_filter){ .site = argument(r, "site"), .limit = LIMIT_INITIAL };
    if (limit.size) filter->limit = strict_whole(limit);
    return read_before(argument(r, "before"), filter) && filter->limit >= 1 && filter->limit <= LIMIT_MOST;
}

enum MHD_Result query_sessions(request *r)
{
    grow body = { 0 };
    store_filter filter;
    listing to = { .store = r->server->store, .out = &body };
    if (!read_filter(r, &filter))
        return answer_problem(
            r,
            problem_of(400, "limit or before is not understood",
                       "limit is a number from 1 to 500, before a Unix time in ms or the next of an answer"));
    grow_say(&body, "{\"sessions\":[");
    if (store_sessions(to.store, &filter, list_session, &to) < 0 || to.failed)
        return grow_free(&body), answer_broken(r);
    grow_say(&body, "]");
    if (to.count == filter.limit) {
        say_number(&body, ",\"next\":\"", to.started);
        say_number(&body, "-", to.row);
        grow_say(&body, "\"");
    }
    grow_say(&body, "}\n");
    return answer_json(r, 200, &body);
}

static void list_page(void *own, const stored_page *page)
{
    listing *to = own;
    grow_say(to->out, to->count++ ? ",{" : "{");
    say_text(to->out, "\"nonce\":\"", page->nonce);
    say_text(to->out, ",\"trail\":\"", page->trail);
    say_number(to->out, ",\"origin\":", page->origin);
    if (page->counters.size) grow_say(to->out, ",\"counters\":"), grow_text(to->out, page->counters);
    grow_say(to->out, "}");
}

/* The record as it was sent, and where it came from before its closing bracket; a `session` fact says its
 * trail itself. */
static void list_record(void *own, const stored_record *record)
{
    listing *to = own;
    if (to->count++) grow_say(to->out, ",\n");
    grow_add(to->out, record->body.at, record->body.size - 1);
    if (!record_find(record->body, "trail").size) say_text(to->out, ",\"trail\":\"", record->trail);
    if (!record_find(record->body, "nonce").size) say_text(to->out, ",\"nonce\":\"", record->nonce);
    grow_say(to->out, "}");
}

static void list_line(void *own, const stored_record *record)
{
    listing *to = own;
    grow_text(to->out, record->body);
    grow_say(to->out, "\n");
}

static void whole_session(void *own, const stored_session *session)
{
    listing *to = own;
    write_session(to, session);
    grow_say(to->out, ",\"pages\":[");
    if (store_pages(to->store, session->row, list_page, to) < 0) to->failed = 1;
    grow_say(to->out, "],\"records\":[\n");
    to->count = 0;
    if (store_records(to->store, session->row, list_record, to) < 0) to->failed = 1;
    grow_say(to->out, "]}\n");
}

static void session_lines(void *own, const stored_session *session)
{
    listing *to = own;
    if (store_records(to->store, session->row, list_line, to) < 0) to->failed = 1;
}

static enum MHD_Result answer_lines(request *r, grow *body)
{
    struct MHD_Response *response =
        body->failed ? NULL : MHD_create_response_from_buffer(body->used, body->at, MHD_RESPMEM_MUST_FREE);
    if (!response) return grow_free(body), MHD_NO;
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "application/x-ndjson");
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    return answer_response(r, 200, response);
}

enum MHD_Result query_session(request *r)
{
    grow body = { 0 };
    listing to = { .store = r->server->store, .out = &body };
    koord_text id = kd_text_of(strrchr(r->path, '/') + 1);
    int lines = id.size > 7 && memcmp(id.at + id.size - 7, ".ndjson", 7) == 0;
    if (lines) id.size -= 7;
    store_filter filter = { .site = argument(r, "site"), .session = id, .before = INT64_MAX, .limit = 1 };
    int64_t found =
        id.size ? store_sessions(to.store, &filter, lines ? session_lines : whole_session, &to) : 0;
    if (found < 0 || to.failed) return grow_free(&body), answer_broken(r);
    if (!found)
        return answer_problem(
            r, problem_of(404, "there is no such session", "GET /api/sessions lists those there are"));
    return lines ? answer_lines(r, &body) : answer_json(r, 200, &body);
}
