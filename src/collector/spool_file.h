/* spool_file.h - the file of a spool: made when it is needed, locked, written so that it is on disk. */
#ifndef COLLECTOR_SPOOL_FILE_H
#define COLLECTOR_SPOOL_FILE_H

#include <stddef.h>
#include <stdint.h>

typedef struct spool_file {
    const char *path;
    int fd;          /* -1 while there is none */
    const char *why; /* why the last call failed, for people */
} spool_file;

/* Opens it, or with `make` makes it where there is none. Its size; 0 and no fd where it cannot be had. */
int64_t spool_file_open(spool_file *f, int make);

/* Writes at `at`, where the entries end, in place of what stands behind it, and waits for the disk. 0 where
 * that failed; any part of it may be there all the same. */
int spool_file_append(spool_file *f, int64_t at, const char *bytes, size_t size);

/* Bytes read, fewer where the file ends. */
size_t spool_file_read(const spool_file *f, int64_t at, char *room, size_t size);

void spool_file_remove(spool_file *f);
void spool_file_close(spool_file *f);

#endif
