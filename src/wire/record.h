/* record.h - one record of a trail as JSON, by the table of koord_events.def. */
#ifndef KD_RECORD_H
#define KD_RECORD_H

#include "base/json_write.h"
#include "model/settings.h"
#include "model/verdict.h"

/* The texts of the largest fact: a custom one. */
enum { KD_TEXTS_MOST = 4096 + 64 };

/* KOORD_OK, or KOORD_ERR_ARGUMENT for an unknown kind, a word or set that its group does not have, or facts
 * that are too large. That custom facts are a JSON object is the host's word. */
int kd_record_check(const koord_event *e);

/* Copies the texts, clipped to what the table allows, into `room`, and lets the event point there. */
void kd_record_keep(koord_event *e, kd_buffer *room);

void kd_record_fact(kd_buffer *b, const koord_event *e, uint32_t id);
void kd_record_signal(kd_buffer *b, const kd_verdict *v, const kd_settings *settings);
void kd_record_decision(kd_buffer *b, const kd_verdict *v, koord_text survey);

#endif
