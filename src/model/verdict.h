/* verdict.h - what the engine made of the facts, waiting to be taken. */
#ifndef KD_VERDICT_H
#define KD_VERDICT_H

#include "koord.h"

enum {
    KD_EVIDENCE = 8, /* fact ids a signal names at the most */
    KD_SIGNALS_MOST = 0
#define KOORD_DETECTOR(number, name, family, most) +most
#include "koord_detectors.def"
    ,
    /* The fact itself, every signal there can be, and at most one decision for each of them. */
    KD_VERDICTS = 1 + 2 * KD_SIGNALS_MOST
};

/* The facts that a signal rests on: the first ones by number, and how many there were. */
typedef struct kd_evidence {
    uint32_t id[KD_EVIDENCE];
    uint32_t count;
} kd_evidence;

static inline void kd_evidence_add(kd_evidence *evidence, uint32_t id)
{
    if (evidence->count < KD_EVIDENCE) evidence->id[evidence->count] = id;
    evidence->count++;
}

typedef struct kd_verdict {
    uint8_t kind; /* koord_effect_kind: FACT, SIGNAL, DECISION */
    uint8_t what; /* detector number, or the survey's place */
    uint8_t variant, state, rev, severity;
    uint8_t place, step; /* where in the shop, as the verdict was given */
    uint8_t yes, why;    /* decisions */
    koord_ms t;
    uint32_t id, about; /* about: the first signal of these; 0 where this is it */
    uint32_t target, incident;
    int32_t total_cents; /* at stake, KOORD_ABSENT when not known */
    kd_evidence evidence;
} kd_verdict;

typedef struct kd_verdicts {
    kd_verdict item[KD_VERDICTS];
    uint32_t taken, count;
    uint32_t lost; /* none, or the capacity above was proved wrongly */
} kd_verdicts;

static inline uint32_t kd_verdicts_waiting(const kd_verdicts *v)
{
    return v->count - v->taken;
}

/* Room for one more, or NULL. */
static inline kd_verdict *kd_verdicts_push(kd_verdicts *v)
{
    if (v->count == KD_VERDICTS) {
        v->lost++;
        return NULL;
    }
    return &v->item[v->count++];
}

#endif
