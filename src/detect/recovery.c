/* recovery - something went wrong, and it ended well all the same. docs/detectors/recovery.md */
#include "detect/detector.h"
#include "model/marks.h"

#define SET(NAME) KD_GET(look->settings, recovery, NAME)

typedef struct state {
    kd_marks trouble; /* signals of friction that nothing made up for yet */
} state;

static void raise(state *s, const kd_look *look)
{
    uint32_t count = kd_marks_within(&s->trouble, look->now, SET(WINDOW_MS));
    kd_finding finding = { .target = 0 };
    kd_marks_testify(&s->trouble, count, &finding.evidence);
    kd_evidence_add(&finding.evidence, look->id);
    s->trouble.count = 0;
    if (count) kd_raise(look, &finding);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    if (e->kind == KOORD_EVENT_PURCHASE || kd_is_choice(e)) raise(memory, look);
}

static void on_signal(void *memory, const kd_verdict *signal, const kd_look *look)
{
    state *s = memory;
    if (signal->effect.state == KOORD_STATE_IS_RECOVERED)
        raise(s, look);
    else if (kd_is_trouble(signal) && signal->effect.severity >= SET(SEVERITY))
        kd_marks_add(&s->trouble, look->now, signal->effect.id);
}

const kd_detector kd_recovery = {
    .listens = KD_LISTEN(PURCHASE) | KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_recovery_ENABLED,
    .on_event = on_event,
    .on_signal = on_signal,
};
