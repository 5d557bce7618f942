/* session.h - what the session facts said, and where in the shop the visitor is now. */
#ifndef KD_SESSION_H
#define KD_SESSION_H

#include "koord.h"

typedef struct kd_session {
    koord_ms last;       /* t of the newest fact */
    koord_ms page_since; /* t of the newest page view */
    int32_t draw;        /* 0 to 9999 */
    int32_t asked;       /* surveys shown in thirty days before this session, or as another tab says */
    int32_t sight;       /* bits of KOORD_SIGHT */
    int32_t staff;
    int32_t total_cents; /* newest total of cart or checkout, KOORD_ABSENT when not known */
    uint8_t place;       /* KOORD_PLACE */
    uint8_t step;        /* KOORD_STEP, NONE outside a checkout */
    uint8_t begun, ended;
} kd_session;

void kd_session_reset(kd_session *session);
void kd_session_take(kd_session *session, const koord_event *e);

static inline int kd_session_sees(const kd_session *session, int sight)
{
    return session->sight >> sight & 1;
}

#endif
