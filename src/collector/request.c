/* request - the life of one request: its route, its body, its end. */
#include "collector/request.h"
#include "collector/answer.h"
#include "collector/folder.h"
#include "collector/screen.h"
#include <stdlib.h>
#include <string.h>

enum {
    BODY_MOST = 64 * 1024,
    DRAIN_MOST =
        1024 * 1024 /* read and dropped, so that the sender sees the 413 and not a broken connection */
};

static const route routes[] = {
    { "POST", "/v1/batch", screen_sender, batch_answer, 0 },
    { "OPTIONS", "/v1/batch", NULL, screen_preflight, 0 },
    { "POST", "/v1/have", screen_sender, have_answer, 0 },
    { "OPTIONS", "/v1/have", NULL, screen_preflight, 0 },
    { "POST", "/v1/erase", screen_sender, erase_by_secret, 0 },
    { "OPTIONS", "/v1/erase", NULL, screen_preflight, 0 },
    { "GET", "/healthz", NULL, health_short, 0 },
    { "GET", "/api/health", screen_reader, health_whole, 0 },
    { "GET", "/api/precision", screen_reader, precision_answer, 0 },
    { "GET", "/v1/quota", screen_sender, quota_answer, 0 },
    { "GET", "/api/sessions", screen_reader, query_sessions, 0 },
    { "GET", "/api/sessions/", screen_reader, query_session, 1 },
    { "GET", "/api/visitors/", screen_reader, query_visitor, 1 },
    { "DELETE", "/api/visitors/", screen_reader, erase_by_id, 1 },
    { "GET", "/", NULL, folder_answer, 1 },
};

static int is_at(const route *r, const char *path)
{
    return r->prefix ? strncmp(path, r->path, strlen(r->path)) == 0 : strcmp(path, r->path) == 0;
}

/* NULL where the address is known but not this method: the last route takes any path. */
static const route *route_of(const char *method, const char *path)
{
    int known = 0;
    for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
        if (!is_at(&routes[i], path) || (known && !routes[i].path[1])) continue;
        if (strcmp(method, routes[i].method) == 0) return &routes[i];
        if (strcmp(method, "HEAD") == 0 && strcmp(routes[i].method, "GET") == 0) return &routes[i];
        known = 1;
    }
    return NULL;
}

const char *request_header(const request *r, const char *name)
{
    return MHD_lookup_connection_value(r->connection, MHD_HEADER_KIND, name);
}

const char *request_argument(const request *r, const char *name)
{
    return MHD_lookup_connection_value(r->connection, MHD_GET_ARGUMENT_KIND, name);
}

static patience_entry *entry_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

void request_patience(request *r, int seconds)
{
    patience_give(r->server->patience, entry_of(r->connection), seconds);
}

/* What was announced as far too large is answered before it is read. */
static enum MHD_Result begin(request *r)
{
    const char *length = request_header(r, MHD_HTTP_HEADER_CONTENT_LENGTH);
    unsigned long long announced = length ? strtoull(length, NULL, 10) : 0;
    request_patience(r, PATIENCE_BODY_S);
    if (!r->route)
        r->problem = problem_of(405, "this method does nothing here", "docs/wire.md lists the addresses");
    else if (r->route->screen)
        r->problem = r->route->screen(r);
    r->too_large = announced > BODY_MOST;
    if (announced <= DRAIN_MOST) return MHD_YES;
    return answer_problem(
        r, problem_of(413, "the body is larger than 65536 bytes", "send fewer records at a time"));
}

static enum MHD_Result take_body(request *r, const char *bytes, size_t size)
{
    r->received += size;
    if (r->received > DRAIN_MOST) return MHD_NO;
    if (r->received > BODY_MOST) r->too_large = 1;
    if (r->too_large)
        grow_free(&r->body);
    else if (!r->problem.status)
        grow_add(&r->body, bytes, size);
    return MHD_YES;
}

enum MHD_Result request_handle(void *own, struct MHD_Connection *connection, const char *path,
                               const char *method, const char *version, const char *bytes, size_t *size,
                               void **context)
{
    request *r = *context;
    (void)version;
    if (!r) {
        *context = r = calloc(1, sizeof *r);
        if (!r) return MHD_NO;
        r->server = own;
        r->connection = connection;
        r->path = path;
        r->route = route_of(method, path);
        return begin(r);
    }
    if (*size) {
        enum MHD_Result taken = take_body(r, bytes, *size);
        *size = 0;
        return taken;
    }
    return r->problem.status ? answer_problem(r, r->problem) : r->route->answer(r);
}

/* Between two requests of a connection it has as long as for its first headers. */
void request_completed(void *own, struct MHD_Connection *connection, void **context,
                       enum MHD_RequestTerminationCode how)
{
    server *s = own;
    request *r = *context;
    (void)how;
    if (!r) return;
    patience_give(s->patience, entry_of(connection), PATIENCE_HEADERS_S);
    if (r->deferred) {
        pthread_mutex_lock(&s->lock);
        s->deferred--;
        pthread_cond_signal(&s->answered);
        pthread_mutex_unlock(&s->lock);
    }
    if (r->batch) intake_close(r->batch);
    free(r->batch);
    grow_free(&r->body);
    free(r);
    *context = NULL;
}
