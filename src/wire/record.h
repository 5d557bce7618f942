/* record.h - the records that the engine writes itself: signals and decisions, as docs/wire.md describes
 * them. */
#ifndef KD_RECORD_H
#define KD_RECORD_H

#include "base/json_write.h"
#include "model/settings.h"
#include "model/verdict.h"

void kd_record_signal(kd_buffer *b, const kd_verdict *v, const kd_settings *settings);
void kd_record_outcome(kd_buffer *b, const kd_verdict *v);
void kd_record_decision(kd_buffer *b, const kd_verdict *v, koord_text survey);

#endif
