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

/* A change that is forgotten has had its time to prove ambient; a page that changes in so many places did
 * answer. */
static void forget_change(kd_response *r, const kd_change *c)
{
    if (!c->region || c->since + KD_PRESSES < r->presses) return;
    for (uint32_t i = 0; i < kept_presses(r); i++)
        if (kd_change_concerns(r, c, &r->press[i])) answer(r, &r->press[i], c->last, KOORD_EFFECT_IS_VISUAL);
}

/* The same region, since the same press: one change that goes on. */
static kd_change *known_change(kd_response *r, uint32_t region, uint8_t late)
{
    for (uint32_t i = 1; i <= least_of(r->changes, KD_CHANGES); i++) {
        kd_change *c = &r->change[(r->changes - i) % KD_CHANGES];
        if (c->since != r->presses) break;
        if (c->region == region && c->late == late) return c;
    }
    return NULL;
}

static void change(kd_response *r, uint32_t region, koord_ms at)
{
    const kd_press *last = kd_response_newest(r);
    uint8_t late = last && kd_between(last->from, at) > AT_ONCE_MS;
    kd_change *c = known_change(r, region, late);
    if (!c) {
        c = &r->change[r->changes++ % KD_CHANGES];
        if (r->changes > KD_CHANGES) forget_change(r, c);
        *c = (kd_change){ .region = region, .since = r->presses, .at = at, .last = at, .late = late };
    }
    c->last = at;
}

/* The first change that may be for the sake of the press that has just been counted, and began at `from`:
 * none that was over by then. What goes on after a press is another change, so that this stays so. */
static uint32_t first_for(const kd_response *r, koord_ms from)
{
    uint32_t first = r->changes;
    for (uint32_t i = 1; i <= least_of(r->changes, KD_CHANGES); i++) {
        const kd_change *c = &r->change[(r->changes - i) % KD_CHANGES];
        if (c->last >= from)
            first = r->changes - i;
        else if (c->since + 1 < r->presses)
            break;
    }
    return first;
}

_Static_assert((int)KOORD_CLICK_TRAITS == (int)KOORD_SWIPE_TRAITS, "traits are read alike");

/* Where and on what it was; of a finger that drew, x and y mean nothing. Every member is named: zeroing a
 * press first costs more than all the rest. */
static kd_press press_of(const kd_response *r, const kd_settings *settings, const koord_event *e, uint32_t id)
{
    int drawn = e->kind == KOORD_EVENT_SWIPE;
    koord_ms from = drawn ? e->at : kd_earlier(e->at, known(e->number[KOORD_CLICK_PRESS_MS]));
    return (kd_press){
        .id = id,
        .nth = r->presses,
        .target = e->target,
        .within = drawn ? 0 : known(e->number[KOORD_CLICK_WITHIN]),
        .from = from,
        .at = e->at,
        .x = (int32_t)known(e->number[KOORD_CLICK_X]),
        .y = (int32_t)known(e->number[KOORD_CLICK_Y]),
        .first = first_for(r, from),
        .traits = known(e->number[KOORD_CLICK_TRAITS]),
        .answered = KOORD_NEVER,
        .answered_by = 0,
        .unjudged = r->back && kd_between(r->back, from) < KD_GET(settings, response, REFOCUS_MS),
        .drawn = (uint8_t)drawn,
    };
}

static void on_press(kd_response *r, const kd_settings *settings, const koord_event *e, uint32_t id)
{
    kd_press *p = &r->press[r->presses++ % KD_PRESSES];
    *p = press_of(r, settings, e, id);
    for (uint32_t i = 0; i < least_of(r->latelies, KD_LATELY); i++)
        if (r->lately[i].at >= p->from) answer(r, p, r->lately[i].at, r->lately[i].what);
}

int kd_response_ambient(const kd_response *r, uint32_t region)
{
    for (uint32_t i = 0; i < least_of(r->ambients, KD_AMBIENT); i++)
        if (r->ambient[i] == region) return 1;
    return 0;
}

/* A clock ticks evenly: no gap is more than three times another (and 200 ms of timer drift). */
static void learn_ambient(kd_response *r, const koord_event *e, uint32_t region)
{
    uint32_t least = known(e->number[KOORD_EFFECT_GAP_LEAST_MS]),
             most = known(e->number[KOORD_EFFECT_GAP_MOST_MS]);
    if (most / 3 > least + 66 || kd_response_ambient(r, region)) return;
    r->ambient[r->ambients++ % KD_AMBIENT] = region;
    r->news = 1;
    for (uint32_t i = 0; i < KD_CHANGES; i++)
        if (r->change[i].region == region) r->change[i].region = 0;
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

static void reach_presses(kd_response *r, const koord_event *e)
{
    const kd_press *last = kd_response_newest(r);
    uint8_t what = (uint8_t)known(e->number[KOORD_EFFECT_WHAT]);
    r->lately[r->latelies++ % KD_LATELY] = (kd_lately){ e->at, what };
    for (uint32_t i = 0; i < kept_presses(r); i++)
        if (e->at >= r->press[i].from && belongs(&r->press[i], last, e)) answer(r, &r->press[i], e->at, what);
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
            change(r, region, e->at);
    } else {
        reach_presses(r, e);
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
    for (uint32_t i = 0; i < least_of(r->requests, KD_REQUESTS); i++) {
        kd_request *q = &r->request[i];
        if (q->number != number) continue;
        if (q->ended == KOORD_NEVER) r->news = 1;
        q->ended = e->at;
    }
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
