/* trigger.h - how far each survey's program has come: which step it waits for, since when, and what was seen.
 */
#ifndef KD_TRIGGER_H
#define KD_TRIGGER_H

#include "survey/program.h"
#include "survey/standing.h"

enum { KD_TRACES = 48 };

/* One survey's attempt. With all steps behind it, its moment has come and waits to be decided. */
typedef struct kd_run {
    koord_ms since;    /* when the newest step was taken */
    uint32_t signal;   /* the newest one that it rests on, 0 none */
    uint32_t incident; /* of that signal */
    uint8_t step;      /* that it waits for */
} kd_run;

/* Something seen on the way. Of too many the oldest is forgotten. */
typedef struct kd_trace {
    uint32_t id; /* 0: free */
    koord_ms at;
    uint8_t place, step; /* whose */
} kd_trace;

/* Saved. */
typedef struct kd_triggers {
    kd_run run[KD_SURVEYS];
    kd_trace trace[KD_TRACES];
    koord_ms due;     /* when time alone takes a step further */
    uint32_t waiting; /* moments that wait to be decided */
} kd_triggers;

void kd_triggers_reset(kd_triggers *triggers);

/* Lets all surveys hear of something. */
void kd_triggers_hear(kd_triggers *triggers, const kd_surveys *surveys, const kd_occasion *occasion,
                      const kd_standing *standing, const kd_look *look);

/* Takes the steps that time alone takes at look->now. */
void kd_triggers_tick(kd_triggers *triggers, const kd_surveys *surveys, const kd_look *look);

/* Finds `due` and `waiting` anew. A moment waits for at most `patience_ms`. */
void kd_triggers_settle(kd_triggers *triggers, const kd_surveys *surveys, uint32_t patience_ms);

/* Whether the moment of that survey has come. */
int kd_triggers_came(const kd_triggers *triggers, const kd_surveys *surveys, uint32_t place);

/* What an attempt rests on, oldest first. */
void kd_triggers_testify(const kd_triggers *triggers, uint32_t place, kd_evidence *evidence);

void kd_triggers_forget(kd_triggers *triggers, uint32_t place);

#endif
