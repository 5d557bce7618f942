/* server - the HTTP daemon: it starts with all that it needs, and stops without losing a request. */
#include "collector/server.h"
#include "collector/clock.h"
#include "collector/listen.h"
#include "collector/request.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
    CONNECTIONS_MOST = 4096,
    CONNECTION_BYTES = 16 * 1024, /* for the headers of a request */
    THREADS = 4,
    RECORDS_A_BATCH = 60, /* on average, for an address that sends as many batches as it may */
    STOP_S = 5            /* how long answers may take to leave */
};

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
    return MHD_start_daemon(flags, 0, NULL, NULL, request_handle, s, MHD_OPTION_LISTEN_SOCKET, socket,
                            MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS, MHD_OPTION_CONNECTION_LIMIT,
                            connection_limit(), MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
                            MHD_OPTION_NOTIFY_COMPLETED, request_completed, s, MHD_OPTION_NOTIFY_CONNECTION,
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
