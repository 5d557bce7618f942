/* batch - POST /v1/batch: what is in it, and what became of it. */
#include "collector/answer.h"
#include "collector/deferred.h"
#include "collector/screen.h"
#include <stdlib.h>

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

static void say_erased(grow *body, const intake_page *page)
{
    grow_say(body, "{\"nonce\":\"");
    grow_text(body, page->nonce);
    grow_say(body, "\",\"why\":\"is of a visitor who was erased, as are all records of this page\"}");
}

static enum MHD_Result answer_stored(request *r)
{
    const intake *batch = r->batch;
    grow body = { 0 };
    for (uint32_t i = 0; i < batch->refused_count; i++) {
        grow_say(&body, body.used ? "," : "{\"refused\":[");
        say_refusal(&body, batch, &batch->refused[i]);
    }
    for (uint32_t i = 0; i < batch->page_count; i++) {
        if (!batch->pages[i].erased) continue;
        grow_say(&body, body.used ? "," : "{\"refused\":[");
        say_erased(&body, &batch->pages[i]);
    }
    if (body.used) grow_say(&body, "]}\n");
    return answer_json(r, body.used ? 200 : 204, &body);
}

static problem judge(request *r)
{
    koord_text body = { r->body.at ? r->body.at : "", (uint32_t)r->body.used };
    intake *in = r->batch;
    if (r->too_large)
        return problem_of(413, "the body is larger than 65536 bytes", "send fewer records at a time");
    if (r->body.failed)
        return (problem){ 503, "the collector is out of memory", "send it again later", -1, 10 };
    if (!intake_read(in, body))
        return (problem){ (unsigned)in->status, in->error, in->mend, in->at, in->status == 503 ? 10 : 0 };
    in->staff = screen_is_staff(r);
    return screen_batch(r, in->site, in->record_count);
}

enum MHD_Result batch_answer(request *r)
{
    if (r->deferred)
        return r->job.keep.kept ? answer_stored(r) : deferred_failed(r, "neither store nor spool takes it");
    r->batch = malloc(sizeof *r->batch);
    if (!r->batch) return MHD_NO;
    *r->batch = (intake){ 0 };
    problem p = judge(r);
    if (p.status) return answer_problem(r, p);
    return deferred_begin(r, KEEPER_BATCH, (koord_text){ r->body.at, (uint32_t)r->body.used });
}
