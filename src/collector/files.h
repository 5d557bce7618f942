/* files.h - serving the files of folders: the demo shop, the tag, a dashboard. Not a web server; see
 * docs/collector.md. */
#ifndef COLLECTOR_FILES_H
#define COLLECTOR_FILES_H

#include "collector/settings.h"
#include <stddef.h>
#include <sys/types.h>

typedef struct files files;

/* What was found: `file` >= 0 to be read and closed, or `folder` where a slash is missing at the end. */
typedef struct files_found {
    int file;
    int folder;
    size_t size;
    const char *type; /* Content-Type */
    char etag[48];
} files_found;

/* Folders as --static gives them. NULL after saying on stderr which one cannot be served. */
files *files_open(const settings_list *folders);
void files_close(files *f);

/* `path` is decoded and begins with a slash. 1, or 0 where there is nothing to serve. */
int files_find(const files *f, const char *path, files_found *found);

#endif
