/* response.h - whether, when and how the page answered each press.
 *
 * An *effect* answers a press: something visibly happened. A pending request is no effect; it
 * puts the judgement off. A visual change may be *ambient* (a countdown, a ticker): it would have
 * happened anyway. That shows only afterwards, when the region keeps changing evenly, so a change
 * in a region not yet known counts as *perhaps* until the watch is over. See docs/response.md. */
#ifndef KD_RESPONSE_H
#define KD_RESPONSE_H

#include "model/settings.h"

enum { KD_PRESSES = 12, KD_CHANGES = 16, KD_AMBIENT = 16, KD_REQUESTS = 8, KD_LATELY = 4 };

typedef struct kd_press {
    uint32_t id;  /* of the click fact */
    uint32_t nth; /* press of the session, from 1 */
    uint32_t target, within;
    koord_ms from, at; /* pointer down, and click */
    int32_t x, y;
    uint32_t first;      /* of all changes ever, the first that may be its answer; older ones were over */
    uint32_t traits;     /* bits of KOORD_TRAIT */
    koord_ms answered;   /* first effect that is beyond doubt, or KOORD_NEVER */
    uint8_t answered_by; /* KOORD_EFFECT */
    uint8_t unjudged;    /* the page had just come back into view: the press may only be meant to focus it */
    uint8_t drawn;       /* a finger drew over it instead of pressing */
} kd_press;

/* A part of the page that changed, once for each press; whether that is a press's answer is asked later. */
typedef struct kd_change {
    uint32_t region; /* 0: it has proved ambient */
    uint32_t since;  /* nth of the newest press then, 0 none */
    koord_ms at, last;
    uint8_t late; /* so long after that press that an older one may have asked for it as well */
} kd_change;

typedef struct kd_request {
    int32_t number;
    koord_ms started, ended; /* ended: KOORD_NEVER while pending */
} kd_request;

/* An effect beyond doubt that may belong to a press whose click is still to come: menus open on pointer down.
 */
typedef struct kd_lately {
    koord_ms at;
    uint8_t what; /* KOORD_EFFECT */
} kd_lately;

typedef struct kd_response {
    kd_press press[KD_PRESSES];
    uint32_t presses; /* ever; the newest is press[(presses - 1) % KD_PRESSES] */
    kd_change change[KD_CHANGES];
    uint32_t changes;             /* ever */
    uint32_t ambient[KD_AMBIENT]; /* regions of this page that change by themselves */
    uint32_t ambients;            /* ever, on this page */
    kd_request request[KD_REQUESTS];
    uint32_t requests; /* ever */
    kd_lately lately[KD_LATELY];
    uint32_t latelies; /* ever */
    koord_ms back;     /* when the page last came back into view or focus; 0 never */
    uint8_t news;      /* the newest fact may have settled a judgement before its time */
} kd_response;

typedef enum kd_answer {
    KD_ANSWERED,
    KD_UNANSWERED,
    KD_OPEN,   /* not to be said yet: ask again at `again` */
    KD_PERHAPS /* something answered it that may yet prove ambient, but not from `again` on */
} kd_answer;

void kd_response_take(kd_response *r, const kd_settings *settings, const koord_event *e, uint32_t id);

/* The newest press, or NULL where there was none. */
static inline const kd_press *kd_response_newest(const kd_response *r)
{
    return r->presses ? &r->press[(r->presses - 1) % KD_PRESSES] : NULL;
}

/* The press of that id, or of that nth, or NULL when it is forgotten. */
const kd_press *kd_response_nth(const kd_response *r, uint32_t nth);
const kd_press *kd_response_find(const kd_response *r, uint32_t id);

/* Whether a press was answered within `window` ms, as far as can be said at `now`. With `patient`, requests
 * that it started put the judgement off. *again is set where the answer is KD_OPEN or KD_PERHAPS. */
kd_answer kd_response_judge(const kd_response *r, const kd_settings *settings, const kd_press *press,
                            uint32_t window, int patient, koord_ms now, koord_ms *again);

/* Whether a press may be held against the page at all. */
int kd_press_counts(const kd_press *press);

/* Whether a press wants an answer of the page: it looks operable, and is none that the browser answers. */
int kd_press_asks(const kd_press *press);

/* When the page first did anything that may be its answer, KOORD_NEVER where it did not; what may yet prove
 * ambient is among it. */
koord_ms kd_response_answer(const kd_response *r, const kd_press *press);

/* Whether a change that somebody saw at or after pointer down is one that this press may have asked for. */
int kd_change_concerns(const kd_response *r, const kd_change *change, const kd_press *press);

/* The newest press that something at `at` may have come of, at most `window` ms after it; NULL where there is
 * none, or where that one may not be held against the page. */
const kd_press *kd_response_cause(const kd_response *r, koord_ms at, uint32_t window);

/* When the last of the requests that a press started came back; KOORD_NEVER where it started none, or one is
 * still on its way. */
koord_ms kd_response_fetched(const kd_response *r, const kd_settings *settings, const kd_press *press);

/* When the request of that number started, KOORD_NEVER where that is forgotten. */
koord_ms kd_response_started(const kd_response *r, int32_t number);

static inline int kd_press_is(const kd_press *press, int trait)
{
    return (int)(press->traits >> trait & 1u);
}

/* Whether two presses were on the same thing, or on a thing and what holds it. */
int kd_press_same(const kd_press *a, const kd_press *b);

/* Whether a region of this page is known to change by itself. */
int kd_response_ambient(const kd_response *r, uint32_t region);

/* 1 when no request that started since `since` is pending and the last one to end did so `settle` ms ago or
 * more; else 0, and *again says when to ask again. */
int kd_response_rests(const kd_response *r, const kd_settings *settings, koord_ms since, uint32_t settle,
                      koord_ms now, koord_ms *again);

/* When the newest request that started at or after `since` ended; KOORD_NEVER when none did. */
koord_ms kd_response_ended(const kd_response *r, koord_ms since);

#endif
