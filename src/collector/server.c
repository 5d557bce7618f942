/* server - the HTTP daemon: it starts, takes each request through its life, and stops without losing one. */
#include "collector/server.h"
#include "collector/answer.h"
#include "collector/clock.h"
#include "collector/folder.h"
#include "collector/listen.h"
#include "collector/screen.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
    BODY_MOST = 64 * 1024,
    DRAIN_MOST =
        1024 * 1024, /* read and dropped, so that the sender sees the 413 and not a broken connection */
    CONNECTIONS_MOST = 4096,
    CONNECTION_BYTES = 16 * 1024, /* for the headers of a request */
    THREADS = 4,
    RECORDS_A_BATCH = 60, /* on average, for an address that sends as many batches as it may */
    STOP_S = 5            /* how long answers may take to leave */
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

static enum MHD_Result handle(void *own, struct MHD_Connection *connection, const char *path,
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
static void completed(void *own, struct MHD_Connection *connection, void **context,
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

static void connected(void *own, struct MHD_Connection *connection, void **context,
                      enum MHD_ConnectionNotificationCode what)
{
    server *s = own;
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        patience_end(s->patience, *context);
        return;
    }
    int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    *context = patience_begin(s->patience, socket);
    if (!*context) shutdown(socket, SHUT_RDWR);
}

/* As many connections as files may be open, less what the store and the folders need. */
static unsigned connection_limit(void)
{
    struct rlimit open;
    if (getrlimit(RLIMIT_NOFILE, &open) != 0) return 512;
    open.rlim_cur = open.rlim_max > CONNECTIONS_MOST + 256 ? CONNECTIONS_MOST + 256 : open.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &open) != 0) return 512;
    return open.rlim_cur > 1024 ? (unsigned)open.rlim_cur - 256 : 256;
}

static struct MHD_Daemon *start_daemon(server *s, int socket)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
    return MHD_start_daemon(flags, 0, NULL, NULL, handle, s, MHD_OPTION_LISTEN_SOCKET, socket,
                            MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS, MHD_OPTION_CONNECTION_LIMIT,
                            connection_limit(), MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
                            MHD_OPTION_NOTIFY_COMPLETED, completed, s, MHD_OPTION_NOTIFY_CONNECTION,
                            connected, s, MHD_OPTION_END);
}

static void server_free(server *s)
{
    if (s->writer) writer_free(s->writer);
    if (s->patience) patience_stop(s->patience);
    rate_close(s->requests);
    rate_close(s->records);
    rate_close(s->batches);
    spool_close(s->spool);
    files_close(s->files);
    pthread_cond_destroy(&s->answered);
    pthread_mutex_destroy(&s->lock);
    free(s);
}

static server *server_of(const settings *given, store *keep)
{
    server *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->settings = given;
    s->store = keep;
    s->started_ms = clock_steady_ms();
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->answered, NULL);
    return s;
}

static int open_rates(server *s)
{
    const settings *given = s->settings;
    s->requests = rate_open(given->rate);
    s->records = rate_open(given->rate * RECORDS_A_BATCH);
    s->batches = rate_open(given->site_rate);
    return s->requests && s->records && s->batches;
}

static writer *start_writer(server *s)
{
    const int64_t day_ms = 24 * 3600 * (int64_t)1000;
    s->spool = spool_open(s->settings->spool);
    if (!s->spool) return NULL;
    return writer_start(keeper_of(s->store, s->spool, s->settings->retain_days * day_ms), s->settings->queue);
}

server *server_start(const settings *given, store *keep)
{
    server *s = server_of(given, keep);
    if (!s) return NULL;
    s->files = files_open(&given->folders);
    int socket = s->files ? listen_on(given->listen) : -1;
    if (socket < 0) return server_free(s), NULL;
    s->patience = patience_start();
    s->writer = open_rates(s) && s->patience ? start_writer(s) : NULL;
    s->daemon = s->writer ? start_daemon(s, socket) : NULL;
    if (s->daemon) return s;
    fputs("koord-collector: no memory or no threads to start with; free some\n", stderr);
    if (s->writer) writer_stop(s->writer);
    close(socket);
    server_free(s);
    return NULL;
}

void server_address(const server *s, char *text, size_t size)
{
    listen_address(MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_LISTEN_FD)->listen_fd, text, size);
}

/* Until the answers about all that is on disk have left, or a client does not fetch its own in time. */
static void wait_for_answers(server *s)
{
    struct timespec latest;
    clock_gettime(CLOCK_REALTIME, &latest);
    latest.tv_sec += STOP_S;
    pthread_mutex_lock(&s->lock);
    while (s->deferred && pthread_cond_timedwait(&s->answered, &s->lock, &latest) == 0) continue;
    pthread_mutex_unlock(&s->lock);
}

void server_stop(server *s)
{
    close(MHD_quiesce_daemon(s->daemon));
    writer_stop(s->writer); /* what comes now on open connections is answered 503 */
    wait_for_answers(s);
    MHD_stop_daemon(s->daemon);
    server_free(s);
}
