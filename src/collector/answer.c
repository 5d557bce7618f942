/* answer - headers and bodies of what goes back. */
#include "collector/answer.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

problem problem_of(unsigned status, const char *error, const char *mend)
{
    return (problem){ .status = status, .error = error, .mend = mend, .at = -1 };
}

/* Without Access-Control-Expose-Headers a script of another origin cannot see Retry-After. */
static void allow_reading(const request *r, struct MHD_Response *response)
{
    if (!r->allow_origin) return;
    MHD_add_response_header(response, MHD_HTTP_HEADER_ACCESS_CONTROL_ALLOW_ORIGIN, r->allow_origin);
    MHD_add_response_header(response, "Access-Control-Expose-Headers", "Retry-After");
    if (r->server->settings->origins.count) MHD_add_response_header(response, MHD_HTTP_HEADER_VARY, "Origin");
}

static void count(server *s, unsigned status)
{
    pthread_mutex_lock(&s->lock);
    if (status < SERVER_STATUSES) s->answers[status]++;
    pthread_mutex_unlock(&s->lock);
}

enum MHD_Result answer_response(request *r, unsigned status, struct MHD_Response *response)
{
    if (!response) return MHD_NO;
    allow_reading(r, response);
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    request_patience(r, PATIENCE_ANSWER_S);
    count(r->server, status);
    enum MHD_Result queued = MHD_queue_response(r->connection, status, response);
    MHD_destroy_response(response);
    return queued;
}

static struct MHD_Response *response_of(grow *body, const char *type)
{
    size_t size = body->used;
    if (body->failed) return grow_free(body), NULL;
    if (!size) return MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    struct MHD_Response *response = MHD_create_response_from_buffer(size, body->at, MHD_RESPMEM_MUST_FREE);
    if (!response) return grow_free(body), NULL;
    *body = (grow){ 0 };
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    return response;
}

enum MHD_Result answer_json(request *r, unsigned status, grow *body)
{
    struct MHD_Response *response = response_of(body, "application/json");
    if (response) MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    return answer_response(r, status, response);
}

enum MHD_Result answer_tagged(request *r, grow *body, const char *type, const char *etag)
{
    struct MHD_Response *response = response_of(body, type);
    if (response) MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "private, no-cache");
    if (response) MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, etag);
    return answer_response(r, 200, response);
}

static const char *methods_at(const char *path)
{
    if (strncmp(path, "/v1/", 4) == 0) return "POST, OPTIONS";
    return strncmp(path, "/api/visitors/", 14) == 0 ? "GET, HEAD, DELETE" : "GET, HEAD";
}

enum MHD_Result answer_problem(request *r, problem p)
{
    grow body = { 0 };
    char seconds[16];
    grow_say(&body, "{\"error\":\"");
    grow_say(&body, p.error);
    grow_say(&body, "\",\"mend\":\"");
    grow_say(&body, p.mend);
    grow_say(&body, "\"");
    if (p.at >= 0) grow_say(&body, ",\"at\":"), grow_number(&body, p.at);
    grow_say(&body, "}\n");
    struct MHD_Response *response = response_of(&body, "application/json");
    if (response) MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    snprintf(seconds, sizeof seconds, "%" PRIu32, p.retry_s);
    if (response && p.retry_s) MHD_add_response_header(response, MHD_HTTP_HEADER_RETRY_AFTER, seconds);
    if (response && p.status == 405)
        MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, methods_at(r->path));
    if (response && p.status == 401)
        MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, "Basic realm=\"koord\"");
    return answer_response(r, p.status, response);
}

enum MHD_Result answer_unreadable(request *r)
{
    problem p = problem_of(503, "the store cannot be read", "ask again later");
    p.retry_s = 2;
    return answer_problem(r, p);
}
