/* files - which file of which folder a path means, and never one outside. */
#include "collector/files.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOUNTS_MOST = 64 };

typedef struct mount {
    char *prefix; /* "" for all, else "/dist" */
    char *root;   /* absolute, without symbolic links */
} mount;

struct files {
    mount mounts[MOUNTS_MOST];
    int count;
};

static const char *const types[][2] = {
    { ".html", "text/html; charset=utf-8" },
    { ".js", "text/javascript; charset=utf-8" },
    { ".mjs", "text/javascript; charset=utf-8" },
    { ".css", "text/css; charset=utf-8" },
    { ".json", "application/json" },
    { ".ndjson", "application/x-ndjson" },
    { ".wasm", "application/wasm" },
    { ".svg", "image/svg+xml" },
    { ".png", "image/png" },
    { ".jpg", "image/jpeg" },
    { ".webp", "image/webp" },
    { ".ico", "image/x-icon" },
    { ".woff2", "font/woff2" },
    { ".txt", "text/plain; charset=utf-8" },
    { ".md", "text/plain; charset=utf-8" },
};

static const char *type_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof types / sizeof types[0]; i++)
        if (strcmp(dot, types[i][0]) == 0) return types[i][1];
    return "application/octet-stream";
}

/* Keeps the longest prefixes first; of equal ones the one that was named first. */
static int add_mount(files *f, const char *prefix, size_t prefix_size, const char *folder)
{
    char *root = realpath(folder, NULL);
    while (prefix_size && prefix[prefix_size - 1] == '/') prefix_size--;
    char *own = strndup(prefix, prefix_size);
    if (!root || !own || f->count == MOUNTS_MOST) {
        fprintf(stderr, "koord-collector: --static cannot serve %s: %s; name a folder that is there\n",
                folder, root ? "too many folders" : strerror(errno));
        free(root);
        free(own);
        return 0;
    }
    int at = f->count++;
    for (; at > 0 && strlen(f->mounts[at - 1].prefix) < prefix_size; at--) f->mounts[at] = f->mounts[at - 1];
    f->mounts[at] = (mount){ own, root };
    return 1;
}

/* "/dist=dist,demo/shop": pieces between commas, each with or without a prefix. */
static int add_mounts(files *f, const char *setting)
{
    char *copy = strdup(setting), *rest = NULL;
    int well = copy != NULL;
    for (char *piece = well ? strtok_r(copy, ",", &rest) : NULL; well && piece;
         piece = strtok_r(NULL, ",", &rest)) {
        char *equals = piece[0] == '/' ? strchr(piece, '=') : NULL;
        well = add_mount(f, piece, equals ? (size_t)(equals - piece) : 0, equals ? equals + 1 : piece);
    }
    free(copy);
    return well;
}

files *files_open(const settings_list *folders)
{
    files *f = calloc(1, sizeof *f);
    for (int i = 0; f && i < folders->count; i++)
        if (!add_mounts(f, folders->at[i])) return files_close(f), NULL;
    return f;
}

void files_close(files *f)
{
    for (int i = 0; f && i < f->count; i++) {
        free(f->mounts[i].prefix);
        free(f->mounts[i].root);
    }
    free(f);
}

/* No segment may begin with a dot: neither ".." nor what is hidden, .git among it. */
static int is_decent(const char *path)
{
    return path[0] == '/' && !strstr(path, "/.") && !strchr(path, '\\');
}

/* Opens what the path means once all symbolic links are followed, if that still lies in the folder. */
static int open_within(const char *root, const char *path)
{
    size_t size = strlen(root);
    char *real = realpath(path, NULL);
    int within =
        real && strncmp(real, root, size) == 0 && (real[size] == '/' || real[size] == '\0' || size == 1);
    int file = within ? open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    free(real);
    return file;
}

static int describe(int file, const char *path, files_found *found)
{
    struct stat about;
    if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return 0;
    *found = (files_found){ .file = file, .size = (size_t)about.st_size, .type = type_of(path) };
    snprintf(found->etag, sizeof found->etag, "\"%" PRIxMAX "-%" PRIxMAX "-%lx\"", (uintmax_t)about.st_size,
             (uintmax_t)about.st_mtim.tv_sec, (unsigned long)about.st_mtim.tv_nsec);
    return 1;
}

static int find_in(const char *root, const char *below, files_found *found)
{
    char path[PATH_MAX];
    struct stat about;
    size_t size = strlen(below);
    int index = size == 0 || below[size - 1] == '/';
    int used = snprintf(path, sizeof path, "%s%s%s", root, below, index ? "/index.html" : "");
    if (used < 0 || (size_t)used >= sizeof path) return 0;
    int file = open_within(root, path);
    if (file < 0) return 0;
    if (describe(file, path, found)) return 1;
    int folder = fstat(file, &about) == 0 && S_ISDIR(about.st_mode);
    close(file);
    *found = (files_found){ .file = -1, .folder = folder };
    return folder;
}

int files_find(const files *f, const char *path, files_found *found)
{
    if (!is_decent(path)) return 0;
    for (int i = 0; i < f->count; i++) {
        size_t size = strlen(f->mounts[i].prefix);
        if (strncmp(path, f->mounts[i].prefix, size) != 0 || (path[size] != '/' && path[size] != '\0'))
            continue;
        if (find_in(f->mounts[i].root, path + size, found)) return 1;
    }
    return 0;
}
