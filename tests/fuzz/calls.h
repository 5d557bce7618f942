/* calls.h - bytes as calls to an engine: each call takes its kind and its numbers from what is left of them.
 */
#ifndef CALLS_H
#define CALLS_H

#include "koord.h"
#include <stddef.h>

typedef struct calls {
    const uint8_t *at, *end;
} calls;

/* Makes calls until the bytes are used up, and takes all effects. Aborts where something impossible comes
 * back. */
void calls_make(calls *c, koord_engine *engine);

/* The next numbers, 0 when there are none left. */
uint8_t calls_byte(calls *c);
uint32_t calls_number(calls *c);

#endif
