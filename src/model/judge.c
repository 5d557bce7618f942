/* judge - what is asked about presses: whose answer is what, and may it be said yet? */
#include "base/moments.h"
#include "model/response.h"

/* How often somebody who waits for a request looks whether it is back, at the most: a timer of the page rings
 * for it. */
enum { LOOK_MS = 250 };

static uint32_t least_of(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

const kd_press *kd_response_nth(const kd_response *r, uint32_t nth)
{
    const kd_press *p = &r->press[(nth - 1) % KD_PRESSES];
    return p->nth == nth ? p : NULL;
}

const kd_press *kd_response_find(const kd_response *r, uint32_t id)
{
    for (uint32_t k = 1; k <= least_of(r->presses, KD_PRESSES); k++) { /* mostly the newest is wanted */
        const kd_press *p = &r->press[(r->presses - k) % KD_PRESSES];
        if (p->id == id) return p;
    }
    return NULL;
}

const kd_press *kd_response_cause(const kd_response *r, koord_ms at, uint32_t window)
{
    for (uint32_t i = 1; i <= least_of(r->presses, KD_PRESSES); i++) {
        const kd_press *p = &r->press[(r->presses - i) % KD_PRESSES];
        if (p->from <= at) return at <= kd_later(p->at, window) && kd_press_counts(p) ? p : NULL;
    }
    return NULL;
}

/* When requests that a press asked for may have started. */
typedef struct span {
    koord_ms from, to;
} span;

static span own_requests(const kd_settings *settings, const kd_press *p)
{
    return (span){ kd_earlier(p->from, KD_GET(settings, response, BUSY_BEFORE_MS)),
                   kd_later(p->at, KD_GET(settings, response, BUSY_AFTER_MS)) };
}

static int is_within(const kd_request *q, span own)
{
    return q->started >= own.from && q->started <= own.to;
}

/* The last moment at which an effect still counts: the window, or later while a request of the press is on
 * its way. */
static koord_ms patience(const kd_response *r, const kd_settings *settings, const kd_press *p, koord_ms until)
{
    span own = own_requests(settings, p);
    koord_ms most = kd_later(p->at, KD_GET(settings, response, BUSY_MOST_MS));
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++) {
        if (!is_within(&r->request[i], own)) continue;
        koord_ms end = kd_later(r->request[i].ended, KD_GET(settings, response, SETTLE_MS));
        until = kd_latest(until, kd_sooner(end, most));
    }
    return until;
}

koord_ms kd_response_fetched(const kd_response *r, const kd_settings *settings, const kd_press *press)
{
    span own = own_requests(settings, press);
    koord_ms ended = 0;
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++)
        if (is_within(&r->request[i], own)) ended = kd_latest(ended, r->request[i].ended);
    return ended ? ended : KOORD_NEVER;
}

koord_ms kd_response_started(const kd_response *r, int32_t number)
{
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++)
        if (r->request[i].number == number) return r->request[i].started;
    return KOORD_NEVER;
}

/* What came after the click belongs to the newest press, to those on the same thing, and to all when it came
 * late; what came between pointer down and click to that press as well. */
int kd_change_concerns(const kd_response *r, const kd_change *c, const kd_press *p)
{
    if (c->last < p->from) return 0;
    return c->late || p->nth >= c->since || kd_press_same(p, &r->press[(c->since - 1) % KD_PRESSES]);
}

/* The first change that is not known to be ambient, KOORD_NEVER where there is none until `until`. */
static koord_ms first_change(const kd_response *r, const kd_press *p, koord_ms until)
{
    uint32_t forgotten = r->changes - least_of(r->changes, KD_CHANGES);
    for (uint32_t i = p->first > forgotten ? p->first : forgotten; i < r->changes; i++) {
        const kd_change *c = &r->change[i % KD_CHANGES];
        koord_ms at = c->at >= p->from ? c->at : c->last;
        if (at <= until && c->region && kd_change_concerns(r, c, p)) return at;
    }
    return KOORD_NEVER;
}

koord_ms kd_response_answer(const kd_response *r, const kd_press *press)
{
    return kd_sooner(press->answered, first_change(r, press, KOORD_NEVER));
}

kd_answer kd_response_judge(const kd_response *r, const kd_settings *settings, const kd_press *press,
                            uint32_t window, int patient, koord_ms now, koord_ms *again)
{
    koord_ms until = kd_later(press->at, window);
    if (patient) until = patience(r, settings, press, until);
    if (press->answered <= until) return KD_ANSWERED;
    if (now <= until) {
        *again = kd_later(until, 1);
        return KD_OPEN;
    }
    if (first_change(r, press, until) == KOORD_NEVER) return KD_UNANSWERED;
    koord_ms watched = kd_later(until, KD_GET(settings, response, WATCH_MS));
    if (now > watched) return KD_ANSWERED;
    *again = kd_later(watched, 1);
    return KD_PERHAPS;
}

koord_ms kd_response_ended(const kd_response *r, koord_ms since)
{
    koord_ms ended = KOORD_NEVER;
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++) {
        const kd_request *q = &r->request[i];
        if (q->started < since || q->ended == KOORD_NEVER) continue;
        ended = ended == KOORD_NEVER ? q->ended : kd_latest(ended, q->ended);
    }
    return ended;
}

static int pending(const kd_response *r, const kd_settings *settings, koord_ms since, koord_ms now)
{
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++) {
        const kd_request *q = &r->request[i];
        int fresh = q->started <= now && now - q->started < KD_GET(settings, response, BUSY_MOST_MS);
        if (q->started >= since && q->ended == KOORD_NEVER && fresh) return 1;
    }
    return 0;
}

int kd_response_rests(const kd_response *r, const kd_settings *settings, koord_ms since, uint32_t settle,
                      koord_ms now, koord_ms *again)
{
    koord_ms ended = kd_response_ended(r, since);
    *again = pending(r, settings, since, now) ? kd_after(now, settle > LOOK_MS ? settle : LOOK_MS)
             : ended == KOORD_NEVER           ? now
                                              : kd_later(ended, settle);
    return *again <= now;
}
