/* tally - a small table of names. */
#include "collector/tally.h"
#include <string.h>

uint32_t tally_name(tally *t, koord_text name)
{
    if (!name.size || name.size > TALLY_NAME_MOST) return TALLY_NAMES;
    for (uint32_t i = 0; i < t->count; i++)
        if (t->size[i] == name.size && memcmp(t->at[i], name.at, name.size) == 0) return i;
    if (t->count == TALLY_NAMES) return TALLY_NAMES;
    memcpy(t->at[t->count], name.at, name.size);
    t->size[t->count] = name.size;
    return t->count++;
}

static void write_name(const tally *t, uint32_t i, int first, grow *out)
{
    grow_say(out, first ? "\"" : ",\"");
    grow_add(out, t->at[i], t->size[i]);
    grow_say(out, "\"");
}

void tally_write_names(const tally *t, grow *out)
{
    for (uint32_t i = 0; i < t->count; i++) write_name(t, i, i == 0, out);
}

void tally_write(const tally *t, grow *out)
{
    int first = 1;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!t->times[i]) continue;
        write_name(t, i, first, out);
        grow_say(out, ":");
        grow_number(out, t->times[i]);
        first = 0;
    }
}
