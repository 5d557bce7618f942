/* health - GET /healthz for who watches over programs, GET /api/health for who wants to know how delivery
 * goes.
 */
#include "collector/answer.h"
#include "collector/clock.h"
#include "collector/strict.h"
#include "collector/tags.h"
#include "base/text.h"

/* The figures of tags are those of the last day unless asked otherwise: a day shows what goes wrong now. */
enum { FAILING_MS = 10000, DAY_MS = 24 * 3600 * 1000 };

static void say(grow *out, const char *key, uint64_t number)
{
    grow_say(out, key);
    grow_number(out, (int64_t)number);
}

static void say_truth(grow *out, const char *key, int truth)
{
    grow_say(out, key);
    grow_say(out, truth ? "true" : "false");
}

/* For a while only: who is shut off because of a 503 gets no batch that could show that the disk is well
 * again. */
static int is_failing(const keeper_count *count)
{
    return count->failing && clock_steady_ms() - count->failed_ms < FAILING_MS;
}

static void say_kept(grow *out, const keeper_count *count, uint32_t waiting)
{
    say(out, ",\"batches\":", count->batches);
    say(out, ",\"commits\":", count->commits);
    say(out, ",\"stored\":", count->records.stored);
    say(out, ",\"known\":", count->records.known);
    say(out, ",\"waiting\":", waiting);
    say_truth(out, ",\"store_well\":", !count->ailing);
    say(out, ",\"spool_waiting\":", count->spool_waiting);
}

enum MHD_Result health_short(request *r)
{
    grow body = { 0 };
    uint32_t waiting;
    keeper_count count = writer_counts(r->server->writer, &waiting);
    int failing = is_failing(&count);
    r->allow_origin = "*";
    say_truth(&body, "{\"ok\":", !failing);
    say(&body, ",\"up_s\":", (uint64_t)(clock_steady_ms() - r->server->started_ms) / 1000);
    say_kept(&body, &count, waiting);
    grow_say(&body, "}\n");
    return answer_json(r, failing ? 503 : 200, &body);
}

static void say_answers(grow *out, server *s)
{
    int some = 0;
    grow_say(out, ",\"answers\":{");
    pthread_mutex_lock(&s->lock);
    for (int status = 0; status < SERVER_STATUSES; status++) {
        if (!s->answers[status]) continue;
        grow_say(out, some++ ? ",\"" : "\"");
        grow_number(out, status);
        say(out, "\":", s->answers[status]);
    }
    pthread_mutex_unlock(&s->lock);
    grow_say(out, "}");
}

static void say_collector(grow *out, server *s)
{
    uint32_t waiting;
    keeper_count count = writer_counts(s->writer, &waiting);
    say_truth(out, "{\"collector\":{\"ok\":", !is_failing(&count));
    say(out, ",\"up_s\":", (uint64_t)(clock_steady_ms() - s->started_ms) / 1000);
    say_kept(out, &count, waiting);
    say(out, ",\"refused\":", count.refused);
    say(out, ",\"erased\":", count.records.erased);
    say(out, ",\"erasures\":", count.erasures);
    say(out, ",\"swept\":", count.swept);
    say(out, ",\"spooled\":", count.spooled);
    say(out, ",\"spool_bytes\":", (uint64_t)count.spool_bytes);
    say_answers(out, s);
    grow_say(out, "}");
}

/* since=MS: counts the page loads of sessions that began then or later. */
static int64_t since(const request *r)
{
    const char *asked = request_argument(r, "since");
    return asked ? strict_whole(kd_text_of(asked)) : clock_wall_ms() - DAY_MS;
}

enum MHD_Result health_whole(request *r)
{
    grow body = { 0 };
    tags sums = { 0 };
    const char *site = request_argument(r, "site");
    int64_t from = since(r);
    if (from < 0)
        return answer_problem(r, problem_of(400, "since is not understood", "give a Unix time in ms"));
    int64_t pages =
        store_counters(r->server->store, kd_text_of(site ? site : ""), from, tags_add_visited, &sums);
    if (pages < 0) return answer_unreadable(r);
    say_collector(&body, r->server);
    say(&body, ",\"tags\":{\"since\":", (uint64_t)from);
    say(&body, ",\"pages\":", (uint64_t)pages);
    tags_write(&sums, &body);
    grow_say(&body, "}}\n");
    return answer_json(r, 200, &body);
}
