/* record.h - one record of a trail as JSON, in both directions, by the table of koord_events.def. */
#ifndef KD_RECORD_H
#define KD_RECORD_H

#include "base/json_read.h"
#include "base/json_write.h"
#include "model/settings.h"
#include "model/verdict.h"

enum {
    KD_FACT_ROOM = 6144,   /* the largest fact: a custom one, 4,096 bytes of facts and an escaped name */
    KD_VERDICT_ROOM = 1024 /* the largest verdict */
};

/* Clips texts to what the table allows, and looks at what the host may get wrong. KOORD_OK, or
 * KOORD_ERR_ARGUMENT for an unknown kind, a word or set that its group does not have, or facts that are no
 * JSON object of the allowed size. */
int kd_record_check(koord_event *e);

void kd_record_fact(kd_buffer *b, const koord_event *e, uint32_t id);
void kd_record_signal(kd_buffer *b, const kd_verdict *v, const kd_settings *settings);
void kd_record_decision(kd_buffer *b, const kd_verdict *v, koord_text survey);

/* What a line of a recorded trail is. */
typedef enum kd_line { KD_LINE_BAD, KD_LINE_FACT, KD_LINE_VERDICT } kd_line;

/* Reads one line. Texts are decoded into `room` and stay valid as long as it does. KD_LINE_BAD: *problem says
 * why. */
kd_line kd_record_read(koord_text line, koord_event *e, kd_buffer *room, koord_problem *problem);

#endif
