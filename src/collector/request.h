/* request.h - the server, and one request from its headers to its answer: what the handlers share. */
#ifndef COLLECTOR_REQUEST_H
#define COLLECTOR_REQUEST_H

#include "collector/files.h"
#include "collector/grow.h"
#include "collector/patience.h"
#include "collector/rate.h"
#include "collector/settings.h"
#include "collector/writer.h"
#include <microhttpd.h>
#include <pthread.h>

enum { SERVER_STATUSES = 600 };

typedef struct server {
    const settings *settings;
    store *store;
    spool *spool;
    writer *writer;
    rate *requests; /* of an address */
    rate *records;  /* of an address */
    rate *batches;  /* of a site */
    patience *patience;
    files *files;
    struct MHD_Daemon *daemon;
    int64_t started_ms; /* of the steady clock */

    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t answered;
    int deferred; /* requests that wait for the disk, or whose answer is on its way since */
    uint64_t answers[SERVER_STATUSES]; /* given with each status */
} server;

/* Why a request is not carried out. status 0: it is. */
typedef struct problem {
    unsigned status;
    const char *error, *mend; /* plain text without quotes; never anything the sender wrote */
    int64_t at;               /* byte of the body, -1 where that does not apply */
    uint32_t retry_s;         /* Retry-After, 0 for none */
} problem;

typedef struct request request;

typedef struct route {
    const char *method, *path;
    problem (*screen)(request *r);         /* looks at the headers; the body is then dropped unread */
    enum MHD_Result (*answer)(request *r); /* when the body is there */
    int prefix;                            /* the path is only the beginning */
} route;

struct request {
    server *server;
    struct MHD_Connection *connection;
    const char *path; /* decoded */
    const route *route;
    const char *allow_origin; /* for Access-Control-Allow-Origin, NULL for none */
    problem problem;
    grow body;
    size_t received; /* bytes of the body, kept or not */
    int too_large;

    /* While it waits for the disk. */
    intake *batch;
    char visitor[40]; /* to erase */
    writer_job job;
    int deferred;
};

/* For the library: a request goes on, and a request is over. */
enum MHD_Result request_handle(void *own, struct MHD_Connection *connection, const char *path,
                               const char *method, const char *version, const char *bytes, size_t *size,
                               void **context);
void request_completed(void *own, struct MHD_Connection *connection, void **context,
                       enum MHD_RequestTerminationCode how);

/* How many seconds the other side has for the next thing. */
void request_patience(request *r, int seconds);

const char *request_header(const request *r, const char *name);
const char *request_argument(const request *r, const char *name);

/* The answers, one subject a file. */
enum MHD_Result batch_answer(request *r);
enum MHD_Result have_answer(request *r);
enum MHD_Result erase_by_secret(request *r);
enum MHD_Result erase_by_id(request *r);
enum MHD_Result health_short(request *r);
enum MHD_Result health_whole(request *r);
enum MHD_Result precision_answer(request *r);
enum MHD_Result quota_answer(request *r);
enum MHD_Result query_sessions(request *r);
enum MHD_Result query_session(request *r);
enum MHD_Result query_visitor(request *r);

#endif
