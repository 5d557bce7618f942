/* move.h - a raw pointer move in an imported recording: no fact, but what a `cursor` fact is condensed from.
 */
#ifndef KD_MOVE_H
#define KD_MOVE_H

#include "koord.h"

typedef struct kd_move {
    int32_t t, x, y;
} kd_move;

/* 1 where a line is a move, {"kind":"move","t":1200,"x":640,"y":371}; 0 where it is anything else. *why is
 * set where it is a move that lacks something. */
int kd_move_read(koord_text line, kd_move *move, const char **why);

#endif
