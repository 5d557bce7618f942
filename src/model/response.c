/* response - whether, when and how the page answered each press. */
#include "model/response.h"
#include "base/moments.h"

/* What a page does at once answers the newest press. What it does later may have been asked for by an older
 * one, a moment before. */
enum { AT_ONCE_MS = 300 };

static uint32_t least_of(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t kept_presses(const kd_response *r)
{
    return least_of(r->presses, KD_PRESSES);
}

static kd_press *newest(kd_response *r)
{
    return r->presses ? &r->press[(r->presses - 1) % KD_PRESSES] : NULL;
}

int kd_press_same(const kd_press *a, const kd_press *b)
{
    return a->target == b->target || (a->within && a->within == b->target) ||
           (b->within && b->within == a->target);
}

int kd_press_counts(const kd_press *press)
{
    const uint32_t never = 1u << KOORD_TRAIT_IS_TEXT | 1u << KOORD_TRAIT_IS_OPAQUE |
                           1u << KOORD_TRAIT_IS_IGNORED | 1u << KOORD_TRAIT_IS_DISABLED;
    return !press->unjudged && !press->drawn && !(press->traits & never);
}

int kd_press_asks(const kd_press *press)
{
    const uint32_t elsewhere = 1u << KOORD_TRAIT_IS_LINK | 1u << KOORD_TRAIT_IS_DOWNLOAD;
    return kd_press_counts(press) && kd_press_is(press, KOORD_TRAIT_IS_OPERABLE) &&
           !(press->traits & elsewhere);
}

static uint32_t known(int32_t number)
{
    return number == KOORD_ABSENT ? 0 : (uint32_t)number;
}

static void answer(kd_response *r, kd_press *p, koord_ms at, uint8_t by)
{
    if (at >= p->answered) return;
    p->answered = at;
    p->answered_by = by;
    r->news = 1;
}

/* More regions than fit: a page that changes in so many places did answer. */
static void change(kd_response *r, kd_press *p, uint32_t region, koord_ms at)
{
    if (p->changes >= KD_CHANGES) {
        answer(r, p, at, KOORD_EFFECT_IS_VISUAL);
        return;
    }
    for (uint8_t i = 0; i < p->changes; i++)
        if (p->changed[i] == region) return;
    p->changed[p->changes] = region;
    p->changed_at[p->changes++] = at;
}

static void affect(kd_response *r, kd_press *p, const kd_lately *effect)
{
    if (effect->at < p->from) return;
    if (effect->region)
        change(r, p, effect->region, effect->at);
    else
        answer(r, p, effect->at, effect->what);
}

static void on_press(kd_response *r, const kd_settings *settings, const koord_event *e, uint32_t id)
{
    kd_press *p = &r->press[r->presses++ % KD_PRESSES];
    int drawn = e->kind == KOORD_EVENT_SWIPE;
    koord_ms from = drawn ? e->at : kd_earlier(e->at, known(e->number[KOORD_CLICK_PRESS_MS]));
    *p = (kd_press){
        .id = id,
        .target = e->target,
        .from = from,
        .at = e->at,
        .traits = known(e->number[drawn ? KOORD_SWIPE_TRAITS : KOORD_CLICK_TRAITS]),
        .answered = KOORD_NEVER,
        .unjudged = r->back && kd_between(r->back, from) < KD_GET(settings, response, REFOCUS_MS),
        .drawn = (uint8_t)drawn,
    };
    if (!drawn) {
        p->within = known(e->number[KOORD_CLICK_WITHIN]);
        p->x = (int32_t)known(e->number[KOORD_CLICK_X]);
        p->y = (int32_t)known(e->number[KOORD_CLICK_Y]);
    }
    for (uint32_t i = 0; i < least_of(r->latelies, KD_LATELY); i++) affect(r, p, &r->lately[i]);
}

int kd_response_ambient(const kd_response *r, uint32_t region)
{
    for (uint32_t i = 0; i < least_of(r->ambients, KD_AMBIENT); i++)
        if (r->ambient[i] == region) return 1;
    return 0;
}

/* Takes one region out of what a press may have brought about. */
static void forget_change(kd_press *p, uint32_t region)
{
    uint8_t kept = 0;
    uint8_t changes = p->changes < KD_CHANGES ? p->changes : KD_CHANGES;
    for (uint8_t i = 0; i < changes; i++) {
        if (p->changed[i] == region) continue;
        p->changed[kept] = p->changed[i];
        p->changed_at[kept++] = p->changed_at[i];
    }
    p->changes = kept;
}

/* A clock ticks evenly: no gap is more than three times another (and 200 ms of timer drift). */
static void learn_ambient(kd_response *r, const koord_event *e, uint32_t region)
{
    uint32_t least = known(e->number[KOORD_EFFECT_GAP_LEAST_MS]),
             most = known(e->number[KOORD_EFFECT_GAP_MOST_MS]);
    if (most / 3 > least + 66 || kd_response_ambient(r, region)) return;
    r->ambient[r->ambients++ % KD_AMBIENT] = region;
    r->news = 1;
    for (uint32_t i = 0; i < kept_presses(r); i++) forget_change(&r->press[i], region);
}

/* What visitors do by hand belongs to their newest press; what the page does may belong to older ones as
 * well. */
static int by_hand(int32_t what)
{
    return what == KOORD_EFFECT_IS_INPUT || what == KOORD_EFFECT_IS_FOCUS ||
           what == KOORD_EFFECT_IS_SELECTION || what == KOORD_EFFECT_IS_TOGGLE ||
           what == KOORD_EFFECT_IS_CLIPBOARD;
}

static int belongs(const kd_press *p, const kd_press *last, const koord_event *e)
{
    if (kd_press_same(p, last)) return 1;
    return !by_hand(e->number[KOORD_EFFECT_WHAT]) && kd_between(last->from, e->at) > AT_ONCE_MS;
}

static void reach_presses(kd_response *r, const koord_event *e, uint32_t region)
{
    const kd_press *last = newest(r);
    kd_lately *effect = &r->lately[r->latelies++ % KD_LATELY];
    *effect = (kd_lately){ e->at, region, (uint8_t)known(e->number[KOORD_EFFECT_WHAT]) };
    for (uint32_t i = 0; i < kept_presses(r); i++)
        if (belongs(&r->press[i], last, e)) affect(r, &r->press[i], effect);
}

static void on_effect(kd_response *r, const koord_event *e)
{
    int32_t what = e->number[KOORD_EFFECT_WHAT];
    uint32_t region = known(e->number[KOORD_EFFECT_REGION]);
    if (what == KOORD_EFFECT_IS_SHOWN || what == KOORD_EFFECT_IS_FOCUSED) {
        r->back = kd_latest(e->at, 1);
    } else if (what == KOORD_EFFECT_IS_VISUAL && region) {
        if (e->number[KOORD_EFFECT_COUNT] != KOORD_ABSENT)
            learn_ambient(r, e, region);
        else if (!kd_response_ambient(r, region))
            reach_presses(r, e, region);
    } else {
        reach_presses(r, e, 0);
    }
}

static void on_page(kd_response *r, const koord_event *e)
{
    for (uint32_t i = 0; i < kept_presses(r); i++) answer(r, &r->press[i], e->at, KOORD_EFFECT_IS_NAVIGATION);
    if (e->number[KOORD_PAGE_VIEW_VIA] == KOORD_VIA_IS_HISTORY) return;
    r->ambients = 0; /* region numbers start again with every page that loads */
    r->requests = 0;
}

static void on_request(kd_response *r, const koord_event *e)
{
    int32_t number = e->number[KOORD_REQUEST_REQUEST];
    if (e->number[KOORD_REQUEST_PHASE] == KOORD_REQUEST_IS_STARTED) {
        r->request[r->requests++ % KD_REQUESTS] = (kd_request){ number, e->at, KOORD_NEVER };
        return;
    }
    r->news = 1;
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++)
        if (r->request[i].number == number) r->request[i].ended = e->at;
}

void kd_response_take(kd_response *r, const kd_settings *settings, const koord_event *e, uint32_t id)
{
    r->news = 0;
    switch (e->kind) {
    case KOORD_EVENT_CLICK:
    case KOORD_EVENT_SWIPE:
        on_press(r, settings, e, id);
        break;
    case KOORD_EVENT_EFFECT:
        on_effect(r, e);
        break;
    case KOORD_EVENT_PAGE_VIEW:
        on_page(r, e);
        break;
    case KOORD_EVENT_REQUEST:
        on_request(r, e);
        break;
    default:
        break;
    }
}

const kd_press *kd_response_find(const kd_response *r, uint32_t id)
{
    for (uint32_t k = 1; k <= kept_presses(r); k++) { /* mostly the newest is wanted */
        const kd_press *p = &r->press[(r->presses - k) % KD_PRESSES];
        if (p->id == id) return p;
    }
    return NULL;
}

const kd_press *kd_response_cause(const kd_response *r, koord_ms at, uint32_t window)
{
    for (uint32_t i = 1; i <= kept_presses(r); i++) {
        const kd_press *p = &r->press[(r->presses - i) % KD_PRESSES];
        if (p->from <= at) return at <= kd_later(p->at, window) && kd_press_counts(p) ? p : NULL;
    }
    return NULL;
}

static int is_own(const kd_settings *settings, const kd_press *p, const kd_request *q)
{
    return q->started >= kd_earlier(p->from, KD_GET(settings, response, BUSY_BEFORE_MS)) &&
           q->started <= kd_later(p->at, KD_GET(settings, response, BUSY_AFTER_MS));
}

/* The last moment at which an effect still counts: the window, or later while a request of the press is on
 * its way. */
static koord_ms patience(const kd_response *r, const kd_settings *settings, const kd_press *p, koord_ms until)
{
    koord_ms most = kd_later(p->at, KD_GET(settings, response, BUSY_MOST_MS));
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++) {
        const kd_request *q = &r->request[i];
        if (!is_own(settings, p, q)) continue;
        koord_ms end = kd_later(q->ended, KD_GET(settings, response, SETTLE_MS));
        until = kd_latest(until, kd_sooner(end, most));
    }
    return until;
}

koord_ms kd_response_fetched(const kd_response *r, const kd_settings *settings, const kd_press *press)
{
    koord_ms ended = 0;
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++)
        if (is_own(settings, press, &r->request[i])) ended = kd_latest(ended, r->request[i].ended);
    return ended ? ended : KOORD_NEVER;
}

koord_ms kd_response_started(const kd_response *r, int32_t number)
{
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++)
        if (r->request[i].number == number) return r->request[i].started;
    return KOORD_NEVER;
}

/* The first change within `until` that is not known to be ambient, or KOORD_NEVER. */
static koord_ms first_change(const kd_press *p, koord_ms until)
{
    koord_ms first = KOORD_NEVER;
    uint8_t changes = p->changes < KD_CHANGES ? p->changes : KD_CHANGES;
    for (uint8_t i = 0; i < changes; i++)
        if (p->changed_at[i] <= until) first = kd_sooner(first, p->changed_at[i]);
    return first;
}

koord_ms kd_press_answer(const kd_press *press)
{
    return kd_sooner(press->answered, first_change(press, KOORD_NEVER));
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
    if (first_change(press, until) == KOORD_NEVER) return KD_UNANSWERED;
    koord_ms watched = kd_later(until, KD_GET(settings, response, WATCH_MS));
    if (now > watched) return KD_ANSWERED;
    *again = kd_later(watched, 1);
    return KD_OPEN;
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
    *again = pending(r, settings, since, now) ? kd_after(now, settle)
             : ended == KOORD_NEVER           ? now
                                              : kd_later(ended, settle);
    return *again <= now;
}
