/* registry.h - all detectors, in the order of the table, and the rules that hold for every signal. */
#ifndef KD_REGISTRY_H
#define KD_REGISTRY_H

#include "detect/detector.h"

enum {
    KD_DETECTORS = 0
#define KOORD_DETECTOR(number, name, family, most) +1
#include "koord_detectors.def"
    ,
    KD_STATES_SIZE =
        1024, /* bytes for the states of all detectors; tests/unit/detect/test_registry.c says what is used */
    KD_RECENT = 16
};

typedef struct kd_recent {
    uint32_t id, target, incident;
    koord_ms t;
    uint8_t detector, rev, step;
} kd_recent;

typedef struct kd_registry {
    uint64_t states[KD_STATES_SIZE / 8];
    koord_ms due; /* when kd_registry_tick next has work, or KOORD_NEVER */
    kd_recent recent[KD_RECENT];
    uint32_t raised;    /* ever; the newest is recent[(raised - 1) % KD_RECENT] */
    uint32_t incidents; /* ever */
    uint8_t on_page[KD_DETECTORS], in_session[KD_DETECTORS];
} kd_registry;

/* The number of the detector of that name, or 0. */
uint8_t kd_registry_find(koord_text name);

/* The kinds of facts that anybody listens to, KD_LISTEN; for look->listens. */
uint32_t kd_registry_listens(void);

/* Whether the states fit; a build that answers 0 is broken. */
int kd_registry_fits(void);

/* Both fill in look->detector, and let every detector hear of the others' signals, once, in table order. */
void kd_registry_event(kd_registry *registry, const koord_event *e, kd_look *look);
void kd_registry_tick(kd_registry *registry, kd_look *look);

#endif
