/* fatigue.h - how seldom: one budget over all surveys, and each one's own; who is in a sample; and the
 * moments at which nobody wants to be asked. */
#ifndef KD_FATIGUE_H
#define KD_FATIGUE_H

#include "survey/program.h"
#include "survey/standing.h"

enum { KD_PAST_NEVER = INT32_MIN };

/* What is known of a survey's past, or of that of all surveys together. */
typedef struct kd_past {
    int32_t asked_s;   /* when it asked last, in seconds of this session; below 0: in an earlier one */
    uint8_t dismissed; /* times in a row that it was closed unanswered */
    uint8_t answered;  /* 1: it was answered then */
    uint8_t visit;     /* times in this visit */
    uint8_t spent;     /* 1: as many answers as were wanted are there */
} kd_past;

/* Saved. */
typedef struct kd_fatigue {
    kd_past all, of[KD_SURVEYS];
    kd_past all_before,
        before;        /* the question that was decided on last, to be undone where it was not shown */
    uint32_t asked;    /* questions in this visit, in other tabs as well */
    uint32_t incident; /* the newest one that asked; 0 none */
    uint32_t moment;   /* id of the newest fact or signal that the newest question rests on */
    uint32_t decision; /* id of the newest decision to ask */
    koord_ms decided_at;
    uint8_t place;   /* of its survey */
    uint8_t shown;   /* it was seen, and counts */
    uint8_t open;    /* it was not closed yet */
    uint8_t partial; /* a part of it was answered */
} kd_fatigue;

/* Facts that say what became of questions. */
enum { KD_OF_FATIGUE = KD_OF(OTHER_TAB) | KD_OF(SURVEY_PAST) | KD_OF(SURVEY) };

void kd_fatigue_reset(kd_fatigue *fatigue);

/* Takes what the host says became of a question, here or elsewhere. */
void kd_fatigue_take(kd_fatigue *fatigue, const kd_surveys *surveys, const koord_event *e);

/* KOORD_WHY of asking at this moment, or of not asking: CLEAR, or what speaks against it. */
uint8_t kd_fatigue_reason(const kd_fatigue *fatigue, const kd_surveys *surveys, uint32_t place,
                          const kd_look *look, uint32_t incident, uint32_t moment);

/* Whether the visitor is at something that a question would disturb: TYPING, PAYING, BUSY, or CLEAR. */
uint8_t kd_fatigue_disturbs(const kd_standing *standing, const kd_look *look);

/* Whether this visitor is one of those who are never asked. */
int kd_fatigue_holds_out(const kd_look *look);

/* The question counts from now on. A hold-out's counts as if it had been asked. */
void kd_fatigue_spend(kd_fatigue *fatigue, uint32_t place, const kd_look *look, uint32_t incident,
                      uint32_t moment, uint32_t decision);

/* 0 to 9999, always the same for a visitor and a name, and independent from name to name. */
uint32_t kd_draw(uint32_t visitor, koord_text name);

#endif
