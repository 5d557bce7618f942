/* engine.h - what koord_engine is made of; for the files of this floor only. */
#ifndef KD_ENGINE_H
#define KD_ENGINE_H

#include "detect/registry.h"
#include "model/cursor.h"
#include "score/outcome.h"
#include "survey/survey.h"
#include "wire/batch.h"
#include "wire/record.h"

/* What verdicts rest on besides the model, the settings and the facts to come. */
typedef struct kd_state {
    kd_registry registry;
    kd_outcomes outcomes;
    kd_asking asking;
    uint32_t next_id;
    koord_ms now;
} kd_state;

struct koord_engine {
    kd_look look; /* what detectors get to see; it points into this engine, and ends with the model */
    kd_state state;
    kd_surveys surveys;
    kd_batch batch;
    kd_cursor cursor;
    kd_roster roster;
    koord_effect fact; /* that the newest fact was taken; it waits behind what was due before it */
    uint32_t fact_behind;
    uint8_t fact_waits;
    uint32_t told;     /* signals of `out` that the others have heard of */
    uint8_t sending;   /* a BATCH effect waits */
    kd_verdict *taken; /* the verdict handed out last, or NULL */
    kd_verdicts out;
};

/* What a snapshot holds: the model and the state, which lie side by side. */
enum {
    KD_KEPT_AT = offsetof(koord_engine, look.model),
    KD_KEPT = offsetof(koord_engine, state) + sizeof(kd_state) - KD_KEPT_AT
};

#endif
