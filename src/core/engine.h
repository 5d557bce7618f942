/* engine.h - what koord_engine is made of; for the files of this floor only. */
#ifndef KD_ENGINE_H
#define KD_ENGINE_H

#include "detect/registry.h"
#include "model/cursor.h"
#include "score/outcome.h"
#include "survey/survey.h"
#include "wire/batch.h"
#include "wire/record.h"

/* All that verdicts rest on besides settings and the facts to come; what a snapshot holds. */
typedef struct kd_state {
    kd_model model;
    kd_registry registry;
    kd_outcomes outcomes;
    kd_fatigue fatigue;
    uint32_t next_id;
    koord_ms now;
} kd_state;

struct koord_engine {
    kd_state state;
    kd_settings settings;
    kd_surveys surveys;
    uint32_t settings_hash; /* of settings and surveys */
    kd_batch batch;
    kd_cursor cursor;
    kd_verdicts out;
    kd_roster roster;
    kd_look look;      /* what detectors get to see; it points into this engine */
    koord_effect fact; /* that the newest fact was taken; it waits behind what was due before it */
    uint32_t fact_behind;
    uint8_t fact_waits;
    uint32_t told;     /* signals of `out` that the others have heard of */
    uint8_t sending;   /* a BATCH effect waits */
    kd_verdict *taken; /* the verdict handed out last, or NULL */
};

#endif
