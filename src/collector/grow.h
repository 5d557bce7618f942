/* grow.h - text that grows as it is written: bodies as they arrive, answers as they are composed. */
#ifndef COLLECTOR_GROW_H
#define COLLECTOR_GROW_H

#include "koord.h"

typedef struct grow {
    char *at; /* malloc'ed, or NULL while empty */
    size_t used, size;
    int failed; /* memory ran out, and nothing more is taken */
} grow;

void grow_add(grow *g, const char *bytes, size_t size);
void grow_say(grow *g, const char *string);
void grow_text(grow *g, koord_text text);
void grow_number(grow *g, int64_t number);

/* Lets go of the memory; what is left is empty and may be used again. */
void grow_free(grow *g);

#endif
