/* moments.h - things of one sort that happened in a session, gathered trail by trail and told in the order of
 * time. */
#ifndef COLLECTOR_MOMENTS_H
#define COLLECTOR_MOMENTS_H

#include "collector/grow.h"
#include "collector/store.h"

enum { MOMENTS_MOST = 100, MOMENTS_VALUE_MOST = 1024 };

typedef struct moment {
    int64_t at;        /* Unix ms */
    uint32_t order;    /* in which it was added */
    size_t from, size; /* its piece of text */
} moment;

typedef struct moments {
    moment *list;
    uint32_t count, room;
    grow text;
    int failed; /* memory ran out */
} moments;

/* A record happened: what it says under some keys is told, "place|name", as it was written. What follows a
 * hundred is left out. */
void moments_add(moments *m, const stored_record *record, const char *keys);

/* The same in two steps: the piece of text, and the moment that it belongs to. */
void moments_say(grow *out, koord_text record, const char *keys);
void moments_put(moments *m, int64_t at, koord_text piece);

/* [{"t":5210,"place":"cart"},...] with t in ms since the session began. */
void moments_write(moments *m, int64_t began, grow *out);

/* The same, where what is equal to the one before is not told again. */
void moments_write_changes(moments *m, int64_t began, grow *out);

void moments_free(moments *m);

#endif
