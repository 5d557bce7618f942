/* cursor.h - pointer moves condensed: the only thing kept of them is that the pointer went to and fro. */
#ifndef KD_CURSOR_H
#define KD_CURSOR_H

#include "koord.h"

enum { KD_STROKES = 16 };

/* A stroke is the straight way between two turns. Not part of a snapshot: a new page begins anew. */
typedef struct kd_cursor {
    int32_t x, y;           /* newest move */
    int32_t from_x, from_y; /* where the present stroke began */
    koord_ms turned_at[KD_STROKES];
    int32_t turn_x[KD_STROKES], turn_y[KD_STROKES];
    uint32_t turns; /* ever */
    koord_ms quiet_until;
    uint8_t begun;
} kd_cursor;

/* Takes a move. 1 when it completes a to and fro worth a fact, which is written to *fact. */
int kd_cursor_move(kd_cursor *c, koord_ms at, int32_t x, int32_t y, koord_event *fact);

#endif
