/* deferred - the wait for the disk. */
#include "collector/deferred.h"
#include "collector/answer.h"
#include "collector/clock.h"

enum { RETRY_S = 2 };

enum MHD_Result deferred_failed(request *r, const char *error)
{
    problem p = problem_of(503, error, "nothing of this request was stored; send it again after Retry-After");
    p.retry_s = RETRY_S;
    return answer_problem(r, p);
}

/* In the writer's thread. */
static void on_disk(writer_job *job)
{
    request *r = (request *)(void *)((char *)job - offsetof(request, job));
    MHD_resume_connection(r->connection);
}

enum MHD_Result deferred_begin(request *r, int what, koord_text body)
{
    server *s = r->server;
    if (!writer_reserve(s->writer)) return deferred_failed(r, "too many requests wait for the disk");
    pthread_mutex_lock(&s->lock);
    s->deferred++;
    pthread_mutex_unlock(&s->lock);
    r->deferred = 1;
    request_patience(r, PATIENCE_FOR_EVER);
    MHD_suspend_connection(r->connection);
    r->job = (writer_job){ .done = on_disk };
    r->job.keep = (keeper_job){ .what = what, .body = body, .batch = r->batch, .received = clock_wall_ms() };
    writer_push(s->writer, &r->job);
    return MHD_YES;
}
