/* recall - copies of lines, in a table that grows with the ids. */
#include "cli/recall.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_ID = 1 << 20 };

int kd_remember(kd_lines_by_id *lines, uint32_t id, koord_text line)
{
    if (id > MOST_ID) return 0;
    if (id >= lines->size) {
        uint32_t size = (id + 1) * 2;
        char **room = realloc(lines->line, size * sizeof *room);
        if (!room) return 0;
        memset(room + lines->size, 0, (size - lines->size) * sizeof *room);
        lines->line = room;
        lines->size = size;
    }
    char *copy = calloc(1, line.size + 1);
    if (copy) memcpy(copy, line.at, line.size);
    free(lines->line[id]);
    lines->line[id] = copy;
    return copy != NULL;
}

koord_text kd_recall(const kd_lines_by_id *lines, int32_t id)
{
    int known = id > 0 && (uint32_t)id < lines->size && lines->line[id];
    return known ? kd_text_of(lines->line[id]) : KD_TEXT("");
}

void kd_forget(kd_lines_by_id *lines)
{
    for (uint32_t i = 0; i < lines->size; i++) free(lines->line[i]);
    free(lines->line);
    *lines = (kd_lines_by_id){ 0 };
}
