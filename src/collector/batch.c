/* batch - POST /v1/batch: who may send, what is in it, and the wait for the disk. */
#include "collector/answer.h"
#include "collector/clock.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int is_listed(const settings_list *list, const char *text, size_t size)
{
    for (int i = 0; i < list->count; i++)
        if (strlen(list->at[i]) == size && memcmp(list->at[i], text, size) == 0) return 1;
    return 0;
}

/* Senders that are no browser page say no origin, and could say any: the list keeps other sites' pages out.
 */
static problem screen_origin(request *r)
{
    const settings_list *origins = &r->server->settings->origins;
    const char *origin = request_header(r, "Origin");
    if (!origins->count) r->allow_origin = "*";
    if (!origins->count || !origin) return (problem){ 0 };
    if (is_listed(origins, origin, strlen(origin))) r->allow_origin = origin;
    if (r->allow_origin) return (problem){ 0 };
    return problem_of(403, "pages of this origin may not send here",
                      "start the collector with --allow-origin and this origin");
}

/* The address behind our own proxy, which appends what it saw itself; what stands before is the sender's
 * word. */
static int forwarded(const request *r, struct sockaddr_storage *address)
{
    const char *all = request_header(r, "X-Forwarded-For");
    if (!r->server->settings->behind_proxy || !all) return 0;
    const char *comma = strrchr(all, ','), *last = comma ? comma + 1 : all;
    struct sockaddr_in *v4 = (struct sockaddr_in *)(void *)address;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)(void *)address;
    memset(address, 0, sizeof *address);
    last += strspn(last, " ");
    if (inet_pton(AF_INET, last, &v4->sin_addr) == 1) return address->ss_family = AF_INET;
    if (inet_pton(AF_INET6, last, &v6->sin6_addr) == 1) return address->ss_family = AF_INET6;
    return 0;
}

static problem screen_rate(request *r)
{
    struct sockaddr_storage far;
    const struct sockaddr *address = (const struct sockaddr *)(const void *)&far;
    if (!forwarded(r, &far))
        address = MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
    problem p = problem_of(429, "too many batches from this address", "wait as long as Retry-After says");
    p.retry_s = rate_wait(r->server->rate, address, clock_steady_ms());
    return p.retry_s ? p : (problem){ 0 };
}

problem batch_screen(request *r)
{
    problem p = screen_origin(r);
    if (!p.status) p = screen_rate(r);
    const char *encoding = request_header(r, "Content-Encoding");
    if (!p.status && encoding && strcasecmp(encoding, "identity") != 0)
        p = problem_of(400, "the body is encoded", "send it without Content-Encoding");
    return p;
}

enum MHD_Result batch_preflight(request *r)
{
    problem p = screen_origin(r);
    if (p.status) return answer_problem(r, p);
    struct MHD_Response *response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    if (!response) return MHD_NO;
    MHD_add_response_header(response, "Access-Control-Allow-Methods", "POST");
    MHD_add_response_header(response, "Access-Control-Allow-Headers", "Content-Type");
    MHD_add_response_header(response, "Access-Control-Max-Age", "86400");
    return answer_response(r, 204, response);
}

static void say_refusal(grow *body, const intake *batch, const intake_refusal *refusal)
{
    grow_say(body, "{\"nonce\":\"");
    grow_text(body, batch->pages[refusal->page].nonce);
    grow_say(body, refusal->id ? "\",\"id\":" : "\",\"at\":");
    grow_number(body, refusal->id ? refusal->id : refusal->at);
    grow_say(body, ",\"why\":\"");
    grow_say(body, refusal->why);
    grow_say(body, "\"}");
}

static enum MHD_Result answer_stored(request *r)
{
    grow body = { 0 };
    if (!r->batch->refused_count) return answer_json(r, 204, &body);
    grow_say(&body, "{\"refused\":[");
    for (uint32_t i = 0; i < r->batch->refused_count; i++) {
        if (i) grow_say(&body, ",");
        say_refusal(&body, r->batch, &r->batch->refused[i]);
    }
    grow_say(&body, "]}\n");
    return answer_json(r, 200, &body);
}

static enum MHD_Result answer_busy(request *r, const char *error)
{
    problem p = problem_of(503, error, "nothing of this batch was stored; send it again after Retry-After");
    p.retry_s = 2;
    return answer_problem(r, p);
}

/* In the writer's thread. The library then asks batch_answer again. */
static void on_disk(writer_job *job)
{
    request *r = (request *)(void *)((char *)job - offsetof(request, job));
    MHD_resume_connection(r->connection);
}

static enum MHD_Result wait_for_disk(request *r)
{
    server *s = r->server;
    if (!writer_reserve(s->writer)) return answer_busy(r, "too many batches wait for the disk");
    pthread_mutex_lock(&s->lock);
    s->deferred++;
    pthread_mutex_unlock(&s->lock);
    r->deferred = 1;
    request_patience(r, PATIENCE_FOR_EVER);
    MHD_suspend_connection(r->connection);
    r->job = (writer_job){ .batch = r->batch, .received = clock_wall_ms(), .done = on_disk };
    writer_push(s->writer, &r->job);
    return MHD_YES;
}

static problem judge(request *r)
{
    const settings_list *sites = &r->server->settings->sites;
    koord_text body = { r->body.at ? r->body.at : "", (uint32_t)r->body.used };
    intake *in = r->batch;
    if (r->too_large)
        return problem_of(413, "the body is larger than 65536 bytes", "send fewer records at a time");
    if (r->body.failed)
        return (problem){ 503, "the collector is out of memory", "send it again later", -1, 10 };
    if (!intake_read(in, body))
        return (problem){ (unsigned)in->status, in->error, in->mend, in->at, in->status == 503 ? 10 : 0 };
    if (!sites->count || is_listed(sites, in->site.at, in->site.size)) return (problem){ 0 };
    return problem_of(403, "batches of this site are not taken here",
                      "start the collector with --site and this name");
}

enum MHD_Result batch_answer(request *r)
{
    if (r->deferred) return r->job.stored ? answer_stored(r) : answer_busy(r, "the store does not take it");
    r->batch = malloc(sizeof *r->batch);
    if (!r->batch) return MHD_NO;
    *r->batch = (intake){ 0 };
    problem p = judge(r);
    return p.status ? answer_problem(r, p) : wait_for_disk(r);
}
