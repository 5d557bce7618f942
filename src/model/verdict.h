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
    /* Outcomes of one call: a search and a checkout that end, a search that the next one ends, and one that a
     * signal ends. */
    KD_OUTCOMES_MOST = 4,
    /* Each of 64 surveys is decided on once between two facts, and a call has a fact in its middle. */
    KD_DECISIONS_MOST = 2 * 64,
    KD_VERDICTS = KD_SIGNALS_MOST + KD_OUTCOMES_MOST + KD_DECISIONS_MOST
};

/* The facts that a signal rests on: some of them by number, 0 behind the last, and how many there were. */
typedef struct kd_evidence {
    uint32_t id[KD_EVIDENCE];
    uint32_t count;
} kd_evidence;

/* An id of 0 is no fact. */
static inline void kd_evidence_add(kd_evidence *evidence, uint32_t id)
{
    if (!id) return;
    if (evidence->count < KD_EVIDENCE) evidence->id[evidence->count] = id;
    evidence->count++;
}

typedef struct kd_verdict {
    koord_effect effect; /* what the host is told of it */
    uint32_t about;      /* signals: the first one about the same finding, 0 where this is it; decisions: the
                            signal, 0 none */
    uint32_t incident;
    uint32_t took_ms;    /* outcomes: since it began */
    int32_t total_cents; /* at stake, KOORD_ABSENT when not known */
    uint8_t rev, why;
    uint8_t place, step; /* where in the shop, as the verdict was given */
    kd_evidence evidence;
} kd_verdict;

typedef struct kd_verdicts {
    uint32_t taken, count;
    uint32_t lost; /* 0, or the capacity was proved wrongly */
    kd_verdict item[KD_VERDICTS];
} kd_verdicts;

static inline uint32_t kd_verdicts_waiting(const kd_verdicts *v)
{
    return v->count - v->taken;
}

/* Room for one more, zeroed. The capacity is proved above; should the proof be wrong, the last one is written
 * over. */
kd_verdict *kd_verdicts_push(kd_verdicts *v);

#endif
