/* query - GET: the list of sessions, one session, and all that there is of one visitor. */
#include "collector/answer.h"
#include "collector/listing.h"
#include "collector/names.h"
#include "collector/strict.h"
#include "base/hash.h"
#include "base/text.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LIMIT_INITIAL = 50, LIMIT_MOST = 500 };

/* What is known of sessions before their records are looked at. */
typedef struct tag {
    uint32_t hash[2];
    char etag[24];
} tag;

static void add_to_tag(void *own, const stored_session *session)
{
    tag *t = own;
    int64_t state[2] = { session->row, session->changed };
    for (int i = 0; i < 2; i++) t->hash[i] = kd_hash(t->hash[i], state, sizeof state);
}

/* Changes whenever one of the sessions that were asked for does, comes or goes. 0 where the store failed. */
static int tag_of(store *s, const store_filter *filter, tag *t)
{
    t->hash[0] = KD_HASH_START;
    t->hash[1] = ~KD_HASH_START;
    if (store_sessions(s, filter, add_to_tag, t) < 0) return 0;
    snprintf(t->etag, sizeof t->etag, "\"%08" PRIx32 "%08" PRIx32 "\"", t->hash[0], t->hash[1]);
    return 1;
}

static int is_known(const request *r, const tag *t)
{
    const char *have = request_header(r, MHD_HTTP_HEADER_IF_NONE_MATCH);
    return have && strstr(have, t->etag);
}

static enum MHD_Result answer_known(request *r, const tag *t)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    if (response) MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, t->etag);
    return answer_response(r, 304, response);
}

static koord_text argument(const request *r, const char *name)
{
    const char *value = request_argument(r, name);
    return kd_text_of(value ? value : "");
}

/* before=MS, or MS-ROW as `next` gives it: sessions may begin in the same millisecond. */
static problem read_before(koord_text before, store_filter *filter)
{
    const char *dash = before.size ? memchr(before.at, '-', before.size) : NULL;
    koord_text ms = { before.at, dash ? (uint32_t)(dash - before.at) : before.size };
    filter->before = INT64_MAX;
    filter->before_row = 0;
    if (!before.size) return (problem){ 0 };
    filter->before = strict_whole(ms);
    if (dash) filter->before_row = strict_whole((koord_text){ dash + 1, before.size - ms.size - 1 });
    if (filter->before >= 0 && filter->before_row >= 0) return (problem){ 0 };
    return problem_of(400, "before is not understood", "give a Unix time in ms, or the next of an answer");
}

static problem read_since(koord_text since, store_filter *filter)
{
    filter->since = since.size ? strict_whole(since) : -1;
    if (!since.size || filter->since >= 0) return (problem){ 0 };
    return problem_of(400, "since is not understood", "give the changed of an answer, or a Unix time in ms");
}

static problem read_limit(koord_text limit, store_filter *filter)
{
    filter->limit = limit.size ? strict_whole(limit) : LIMIT_INITIAL;
    if (filter->limit >= 1 && filter->limit <= LIMIT_MOST) return (problem){ 0 };
    return problem_of(400, "limit is not understood", "give a number from 1 to 500; next leads on to more");
}

/* staff=0 leaves the shop's own people out, staff=1 all others. */
static problem read_staff(koord_text staff, store_filter *filter)
{
    int64_t wanted = staff.size ? strict_whole(staff) : -1;
    filter->staff = wanted == 0 ? 0 : wanted == 1 ? 1 : -1;
    if (!staff.size || filter->staff >= 0) return (problem){ 0 };
    return problem_of(400, "staff is not understood",
                      "give 0 to leave the shop's own people out, 1 for only them");
}

static problem read_filter(const request *r, store_filter *filter)
{
    static const struct {
        const char *name;
        problem (*read)(koord_text value, store_filter *filter);
    } arguments[] = {
        { "before", read_before }, { "since", read_since }, { "limit", read_limit }, { "staff", read_staff }
    };
    *filter = (store_filter){ .site = argument(r, "site") };
    for (size_t i = 0; i < sizeof arguments / sizeof arguments[0]; i++) {
        problem p = arguments[i].read(argument(r, arguments[i].name), filter);
        if (p.status) return p;
    }
    return (problem){ 0 };
}

static void say_next(const listing *to, const store_filter *filter)
{
    if (to->count < filter->limit || filter->since >= 0) return;
    grow_say(to->out, ",\"next\":\"");
    grow_number(to->out, to->started);
    grow_say(to->out, "-");
    grow_number(to->out, to->row);
    grow_say(to->out, "\"");
}

/* `changed` is to be given back as `since`: all of a list, or the last of a list of changes. */
static enum MHD_Result answer_list(request *r, const store_filter *filter, const tag *t)
{
    grow body = { 0 };
    listing to = { .store = r->server->store, .out = &body };
    int64_t changed = store_changed(to.store);
    grow_say(&body, "{\"sessions\":[");
    if (store_sessions(to.store, filter, listing_session, &to) < 0 || to.failed || changed < 0)
        return grow_free(&body), answer_unreadable(r);
    grow_say(&body, "]");
    say_next(&to, filter);
    if (filter->since >= 0) changed = to.count ? to.changed : filter->since;
    grow_say(&body, ",\"changed\":");
    grow_number(&body, changed);
    grow_say(&body, "}\n");
    return answer_tagged(r, &body, "application/json", t->etag);
}

enum MHD_Result query_sessions(request *r)
{
    store_filter filter;
    tag t;
    problem p = read_filter(r, &filter);
    if (p.status) return answer_problem(r, p);
    if (!tag_of(r->server->store, &filter, &t)) return answer_unreadable(r);
    return is_known(r, &t) ? answer_known(r, &t) : answer_list(r, &filter, &t);
}

/* Takes the end off a path: 1 where it had it. */
static int take_end(koord_text *path, const char *end)
{
    uint32_t size = (uint32_t)strlen(end);
    if (path->size < size || memcmp(path->at + path->size - size, end, size) != 0) return 0;
    path->size -= size;
    return 1;
}

static enum MHD_Result answer_found(request *r, const store_filter *filter, store_session_visit *write,
                                    const char *type)
{
    grow body = { 0 };
    listing to = { .store = r->server->store, .out = &body };
    tag t;
    if (!tag_of(to.store, filter, &t)) return answer_unreadable(r);
    if (is_known(r, &t)) return answer_known(r, &t);
    int64_t found = store_sessions(to.store, filter, write, &to);
    if (found < 0 || to.failed) return grow_free(&body), answer_unreadable(r);
    if (found) return answer_tagged(r, &body, type, t.etag);
    return answer_problem(
        r, problem_of(404, "there is nothing of that id", "GET /api/sessions lists the sessions there are"));
}

enum MHD_Result query_session(request *r)
{
    koord_text id = kd_text_of(strrchr(r->path, '/') + 1);
    int lines = take_end(&id, ".ndjson");
    store_filter filter = {
        .site = argument(r, "site"), .session = id, .since = -1, .limit = 1, .staff = -1
    };
    if (!names_is_uuid(id)) filter.session = KD_TEXT("-");
    return answer_found(r, &filter, lines ? listing_lines : listing_whole,
                        lines ? "application/x-ndjson" : "application/json");
}

enum MHD_Result query_visitor(request *r)
{
    koord_text id = kd_text_of(strrchr(r->path, '/') + 1);
    int lines = take_end(&id, ".ndjson");
    store_filter filter = {
        .site = argument(r, "site"), .visitor = id, .since = -1, .limit = INT64_MAX, .staff = -1
    };
    if (!lines)
        return answer_problem(r, problem_of(404, "there is nothing here",
                                            "GET /api/visitors/{id}.ndjson gives all there is of a visitor"));
    if (!names_is_uuid(id)) filter.visitor = KD_TEXT("-");
    return answer_found(r, &filter, listing_export, "application/x-ndjson");
}
