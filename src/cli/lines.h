/* lines.h - a file, or stdin, line by line, however long the lines are. */
#ifndef KD_LINES_H
#define KD_LINES_H

#include "koord.h"
#include <stdio.h>

typedef struct kd_lines {
    FILE *file;
    char *room; /* owned: free with kd_lines_close */
    size_t size;
    uint32_t number; /* of the line last read, from 1 */
} kd_lines;

/* "-" is stdin. 0 when it cannot be opened, with errno set. */
int kd_lines_open(kd_lines *lines, const char *path);

/* The next line without its end, valid until the next call. 1, or 0 at the end of the file. */
int kd_lines_next(kd_lines *lines, koord_text *line);

/* The rest of the file in one piece, at most `most` bytes. 0 when there is more, or no memory for it. */
int kd_lines_rest(kd_lines *lines, size_t most, koord_text *text);

void kd_lines_close(kd_lines *lines);

#endif
