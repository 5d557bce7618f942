/* registry.h - all detectors, in the order of the table, and the rules that hold for every signal. */
#ifndef KD_REGISTRY_H
#define KD_REGISTRY_H

#include "detect/detector.h"

enum {
    KD_DETECTORS = 0
#define KOORD_DETECTOR(number, name, family, most) +1
#include "koord_detectors.def"
    ,
    KD_STATES_SIZE = 4096, /* bytes for the states of all detectors; test_registry.c says what is used */
    KD_RECENT = 32
};

/* A set of detectors, by their places in the table. */
typedef uint64_t kd_places;
_Static_assert(KD_DETECTORS <= 64, "a set of detectors has 64 places");

/* Who is to be asked when; follows from the table and the settings. */
typedef struct kd_roster {
    kd_places heard_by[KD_HEARD_END], awaited_by[KD_HEARD_END];
    kd_places hears_signals, hears_end;
    void *state[KD_DETECTORS];
} kd_roster;

typedef struct kd_recent {
    uint32_t id, target, incident;
    koord_ms t;
    uint8_t place, rev, step;
    uint8_t open; /* its last word is still to be said */
} kd_recent;

typedef struct kd_registry {
    uint64_t states[KD_STATES_SIZE / 8];
    koord_ms wake[KD_DETECTORS]; /* what each asked for with kd_wake, or KOORD_NEVER */
    kd_places awake;             /* who asked */
    koord_ms due;                /* the soonest of them: when kd_registry_tick next has work */
    kd_recent recent[KD_RECENT];
    uint32_t raised;    /* ever; once there are more, the oldest that is not open makes room */
    uint32_t incidents; /* ever */
    uint8_t on_page[KD_DETECTORS], in_session[KD_DETECTORS];
} kd_registry;

/* The number of the detector of that name, or 0. */
uint8_t kd_registry_find(koord_text name);

/* 0 where the states do not fit into the registry: such a build is broken. */
int kd_roster_make(kd_roster *roster, kd_registry *registry, const kd_settings *settings);

void kd_registry_reset(kd_registry *registry);

/* Each lets every detector hear of the others' signals, once, in table order. */
void kd_registry_event(const koord_event *e, kd_look *look);
void kd_registry_tick(kd_look *look);
void kd_registry_end(kd_look *look);

#endif
