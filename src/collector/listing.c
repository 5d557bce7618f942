/* listing - sessions as JSON. */
#include "collector/listing.h"
#include "collector/record.h"
#include "collector/summary.h"

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

static void say_head(grow *out, const stored_session *session)
{
    say_text(out, "{\"session\":\"", session->session);
    say_text(out, ",\"site\":\"", session->site);
    say_text(out, ",\"visitor\":\"", session->visitor);
    say_number(out, ",\"started\":", session->started);
    say_number(out, ",\"last\":", session->last);
    if (session->staff) grow_say(out, ",\"staff\":1");
}

static void add_to_summary(void *to, const stored_record *record)
{
    summary_add(to, record);
}

/* With the number of its records, where they do not follow themselves. */
static void say_session(listing *to, const stored_session *session, int counted)
{
    summary figures = { 0 };
    grow *out = to->out;
    if (store_records(to->store, session->row, add_to_summary, &figures) < 0) to->failed = 1;
    say_head(out, session);
    say_number(out, ",\"changed\":", session->changed);
    if (counted) say_number(out, ",\"records\":", figures.records);
    summary_write(&figures, session->started, out);
    summary_free(&figures);
    to->row = session->row;
    to->started = session->started;
    to->changed = session->changed;
}

void listing_session(void *own, const stored_session *session)
{
    listing *to = own;
    if (to->count++) grow_say(to->out, ",\n");
    say_session(to, session, 1);
    grow_say(to->out, "}");
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
static void say_record(grow *out, const stored_record *record)
{
    grow_add(out, record->body.at, record->body.size - 1);
    if (!record_find(record->body, "trail").size) say_text(out, ",\"trail\":\"", record->trail);
    if (!record_find(record->body, "nonce").size) say_text(out, ",\"nonce\":\"", record->nonce);
    grow_say(out, "}");
}

static void list_record(void *own, const stored_record *record)
{
    listing *to = own;
    if (to->count++) grow_say(to->out, ",\n");
    say_record(to->out, record);
}

static void export_record(void *own, const stored_record *record)
{
    listing *to = own;
    say_record(to->out, record);
    grow_say(to->out, "\n");
}

static void list_line(void *own, const stored_record *record)
{
    listing *to = own;
    grow_text(to->out, record->body);
    grow_say(to->out, "\n");
}

static void list_pages(listing *to, const stored_session *session)
{
    to->count = 0;
    grow_say(to->out, ",\"pages\":[");
    if (store_pages(to->store, session->row, list_page, to) < 0) to->failed = 1;
    grow_say(to->out, "]");
}

static void list_records(listing *to, const stored_session *session, store_record_visit *visit)
{
    to->count = 0;
    if (store_records(to->store, session->row, visit, to) < 0) to->failed = 1;
}

void listing_whole(void *own, const stored_session *session)
{
    listing *to = own;
    say_session(to, session, 0);
    list_pages(to, session);
    grow_say(to->out, ",\"records\":[\n");
    list_records(to, session, list_record);
    grow_say(to->out, "]}\n");
}

void listing_lines(void *own, const stored_session *session)
{
    list_records(own, session, list_line);
}

void listing_export(void *own, const stored_session *session)
{
    listing *to = own;
    say_head(to->out, session);
    list_pages(to, session);
    grow_say(to->out, "}\n");
    list_records(to, session, export_record);
}
