/* grow - text that grows as it is written. */
#include "collector/grow.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Doubling keeps the copying linear; the first piece holds a usual batch of a few records. */
static int room_for(grow *g, size_t more)
{
    if (g->failed) return 0;
    if (more <= g->size - g->used) return 1;
    size_t size = g->size ? g->size : 2048;
    while (size - g->used < more) size *= 2;
    char *at = realloc(g->at, size);
    if (!at) return g->failed = 1, 0;
    g->at = at;
    g->size = size;
    return 1;
}

void grow_add(grow *g, const char *bytes, size_t size)
{
    if (!size || !room_for(g, size)) return;
    memcpy(g->at + g->used, bytes, size);
    g->used += size;
}

void grow_say(grow *g, const char *string)
{
    grow_add(g, string, strlen(string));
}

void grow_text(grow *g, koord_text text)
{
    grow_add(g, text.at, text.size);
}

void grow_number(grow *g, int64_t number)
{
    char digits[24];
    int size = snprintf(digits, sizeof digits, "%" PRId64, number);
    grow_add(g, digits, (size_t)size);
}

void grow_free(grow *g)
{
    free(g->at);
    *g = (grow){ 0 };
}
