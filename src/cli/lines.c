/* lines - a file, or stdin, line by line. */
#include "cli/lines.h"
#include <stdlib.h>
#include <string.h>

int kd_lines_open(kd_lines *lines, const char *path)
{
    *lines = (kd_lines){ .file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb") };
    return lines->file != NULL;
}

static int grow(kd_lines *lines)
{
    size_t size = lines->size ? lines->size * 2 : 4096;
    char *room = size > UINT32_MAX ? NULL : realloc(lines->room, size);
    if (!room) return 0;
    lines->room = room;
    lines->size = size;
    return 1;
}

/* One byte more into the room; 0 when there is no memory for it. */
static int put(kd_lines *lines, size_t used, int byte)
{
    if (used == lines->size && !grow(lines)) return 0;
    lines->room[used] = (char)byte;
    return 1;
}

int kd_lines_next(kd_lines *lines, koord_text *line)
{
    size_t used = 0;
    int byte;
    while ((byte = getc(lines->file)) != EOF && byte != '\n')
        if (put(lines, used, byte)) used++;
    if (byte == EOF && used == 0) return 0;
    lines->number++;
    if (used && lines->room[used - 1] == '\r') used--;
    *line = (koord_text){ lines->room, (uint32_t)used };
    return 1;
}

int kd_lines_rest(kd_lines *lines, size_t most, koord_text *text)
{
    size_t used = 0;
    for (int byte; (byte = getc(lines->file)) != EOF; used++)
        if (used == most || !put(lines, used, byte)) return 0;
    *text = (koord_text){ lines->room, (uint32_t)used };
    return 1;
}

void kd_lines_close(kd_lines *lines)
{
    if (lines->file && lines->file != stdin) fclose(lines->file);
    free(lines->room);
    *lines = (kd_lines){ 0 };
}
