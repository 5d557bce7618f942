/* detector.h - what every detector is made of, and what it may look at and do. */
#ifndef KD_DETECTOR_H
#define KD_DETECTOR_H

#include "base/moments.h"
#include "model/model.h"
#include "model/verdict.h"

/* The numbers of the detectors, KD_rage_click and so on. */
enum {
#define KOORD_DETECTOR(number, name, family, most) KD_##name = number,
#include "koord_detectors.def"
    KD_DETECTORS_END = 0
};

/* The variants, KD_rage_click_IS_MASH and so on. */
enum {
#define KOORD_VARIANT(name, number, VARIANT, wire, severity) KD_##name##_IS_##VARIANT = number,
#include "koord_detectors.def"
    KD_VARIANTS_END = 0
};

/* What can be listened for: kinds of facts, and parts of those that come often. KD_LISTEN(EFFECT) leaves
 * visual changes out, for pages change all the time, and KD_LISTEN(REQUEST) requests that only start. */
enum {
    KD_HEARD_VISUAL = KOORD_EVENT_NONE,
    KD_HEARD_NEWS = KOORD_EVENT_SESSION, /* effects and requests that may settle how a press was answered;
                                            nobody is asked about the session fact itself */
    KD_HEARD_WEIGHTY = KOORD_EVENT_END,  /* presses on what sends, leads on, chooses, or is greyed out */
    KD_HEARD_STARTED,                    /* requests */
    KD_HEARD_CHANGED,                    /* fields */
    KD_HEARD_INVALID,                    /* fields */
    KD_HEARD_END
};
_Static_assert(KD_HEARD_END <= 64, "what is listened for is a set of 64 bits");
#define KD_LISTEN(kind)      ((uint64_t)1 << KOORD_EVENT_##kind)
#define KD_LISTEN_ONLY(part) ((uint64_t)1 << KD_HEARD_##part)

/* Passed to every call of a detector. The two arrays of one are written like pointers and cost a load less,
 * in three hundred places. */
typedef struct kd_look {
    koord_ms now; /* t of the fact, or the time at which the work fell due */
    uint32_t id;  /* of the fact; 0 when the call is for work due */
    struct kd_registry *registry;
    const struct kd_roster *roster;
    kd_verdicts *out;
    uint32_t *next_id;
    uint8_t place; /* in the table: whose call it is */
    kd_settings settings[1];
    kd_model model[1];
} kd_look;

/* What a detector found. */
typedef struct kd_finding {
    uint8_t variant, state; /* state: KOORD_STATE */
    uint32_t target;        /* the element, or what else tells one finding from another */
    kd_evidence evidence;
} kd_finding;

/* Raises a signal. Returns its id, or 0 where it was kept back: the detector is off, on cooldown for that
 * target, or has said enough on this page or in this session. */
uint32_t kd_raise(const kd_look *look, const kd_finding *finding);

/* Raises a signal that rests on the fact with which it began, 0 for none, and on the one just now. */
uint32_t kd_raise_since(const kd_look *look, uint8_t variant, uint32_t target, uint32_t since);

/* The same, with another fact between the two. */
uint32_t kd_raise_on(const kd_look *look, uint8_t variant, uint32_t target, uint32_t since, uint32_t then);

/* Whether a signal, told for the first time, says that something is in the visitor's way. What went well does
 * not, nor does having left, which is what came of it. */
int kd_is_trouble(const kd_verdict *signal);

/* Says anew how an earlier signal stands; the variant may have become worse. Nothing for id 0. */
void kd_revise(const kd_look *look, uint32_t id, const kd_finding *finding);

/* Asks for on_due at `at`, at once where that is past, instead of what was asked before; KOORD_NEVER takes it
 * back. A detector has one such wish at a time, and on_due uses it up. */
void kd_wake(const kd_look *look, koord_ms at);

/* When on_due was asked for, or KOORD_NEVER. */
koord_ms kd_wakes(const kd_look *look);

/* One constant of these per detector; state is zeroed before the first call. Any of the calls may be NULL. */
typedef struct kd_detector {
    uint64_t listens; /* facts that reach on_event, KD_LISTEN */
    uint64_t awaits;  /* facts that reach it only while it has asked to be woken */
    uint16_t state_size;
    uint16_t enabled; /* the setting that switches it off */
    void (*on_event)(void *state, const koord_event *e, const kd_look *look);
    void (*on_due)(void *state, const kd_look *look); /* the time asked for by kd_wake has come */
    void (*on_signal)(void *state, const kd_verdict *signal, const kd_look *look); /* others' signals */
    void (*on_end)(void *state, const kd_look *look); /* the session is over: the last word */
} kd_detector;

#endif
