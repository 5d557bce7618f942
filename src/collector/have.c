/* have - POST /v1/have: which records of a page load are stored, so that nobody need send them again. */
#include "collector/answer.h"
#include "collector/names.h"
#include "base/json_read.h"
#include "base/text.h"

/* Page loads asked for at once; records looked at of each, and spans told of each. What lies beyond is left
 * out: the answer is true as far as it goes. */
enum { LOADS_MOST = 20, RECORDS_MOST = 20000, SPANS_MOST = 100 };

typedef struct load {
    koord_text nonce, trail;
} load;

typedef struct question {
    load loads[LOADS_MOST];
    int count;
} question;

static int read_name(kd_json *r, koord_text *name, int (*is_one)(koord_text), const char *ought)
{
    koord_text span = { NULL, 0 };
    if (kd_json_peek(r) == '"' && kd_json_skip(r, &span)) *name = (koord_text){ span.at + 1, span.size - 2 };
    return is_one(*name) || kd_json_fail(r, ought);
}

static int read_load(kd_json *r, load *to)
{
    koord_text key;
    if (!kd_json_enter(r, '{')) return 0;
    while (kd_json_next_key(r, &key)) {
        if (kd_text_equal(key, KD_TEXT("nonce")))
            read_name(r, &to->nonce, names_is_nonce, "nonce must be a text of 8 to 24 characters a-z 0-9");
        else if (kd_text_equal(key, KD_TEXT("trail")))
            read_name(r, &to->trail, names_is_trail, "trail must be a text of 4 to 24 characters a-z 0-9");
        else
            kd_json_skip(r, NULL);
    }
    return (to->nonce.size && to->trail.size) || kd_json_fail(r, "nonce or trail is missing");
}

static int read_loads(kd_json *r, question *q)
{
    if (!kd_json_enter(r, '[')) return 0;
    while (kd_json_next_item(r)) {
        if (q->count == LOADS_MOST) return kd_json_fail(r, "more than 20 pages are asked for");
        if (!read_load(r, &q->loads[q->count++])) return 0;
    }
    return 1;
}

static int read_question(kd_json *r, question *q)
{
    koord_text key;
    if (!kd_json_enter(r, '{')) return 0;
    while (kd_json_next_key(r, &key))
        if (!(kd_text_equal(key, KD_TEXT("pages")) ? read_loads(r, q) : kd_json_skip(r, NULL))) return 0;
    return kd_json_done(r) || kd_json_fail(r, "something follows the end");
}

/* [[1,40],[43,43]]: from and to, both included. */
typedef struct spans {
    grow *out;
    uint32_t from, to; /* the span that grows; none while from is 0 */
    int count;
} spans;

static void end_span(spans *s)
{
    if (!s->from || s->count == SPANS_MOST) return;
    grow_say(s->out, s->count++ ? ",[" : "[");
    grow_number(s->out, s->from);
    grow_say(s->out, ",");
    grow_number(s->out, s->to);
    grow_say(s->out, "]");
}

/* Ids come rising. */
static void take_id(void *own, uint32_t id)
{
    spans *s = own;
    if (s->from && id <= s->to + 1) {
        s->to = id;
        return;
    }
    end_span(s);
    s->from = s->to = id;
}

static int say_load(store *s, const load *asked, grow *out)
{
    spans found = { .out = out };
    grow_say(out, "{\"nonce\":\"");
    grow_text(out, asked->nonce);
    grow_say(out, "\",\"trail\":\"");
    grow_text(out, asked->trail);
    grow_say(out, "\",\"ids\":[");
    int64_t count = store_ids(s, asked->nonce, asked->trail, RECORDS_MOST, take_id, &found);
    end_span(&found);
    grow_say(out, "]}");
    return count >= 0;
}

static enum MHD_Result answer_question(request *r, const question *q)
{
    grow out = { 0 };
    grow_say(&out, "{\"have\":[");
    for (int i = 0; i < q->count; i++) {
        if (i) grow_say(&out, ",");
        if (!say_load(r->server->store, &q->loads[i], &out)) return grow_free(&out), answer_unreadable(r);
    }
    grow_say(&out, "]}\n");
    return answer_json(r, 200, &out);
}

enum MHD_Result have_answer(request *r)
{
    question q = { 0 };
    kd_json json = kd_json_of((koord_text){ r->body.at ? r->body.at : "", (uint32_t)r->body.used });
    if (!r->too_large && read_question(&json, &q)) return answer_question(r, &q);
    problem p = problem_of(400, json.why ? json.why : "the body is too large",
                           "docs/wire.md describes the question, for 20 pages at most");
    p.at = kd_json_at(&json);
    return answer_problem(r, p);
}
