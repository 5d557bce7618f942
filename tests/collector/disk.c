/* disk - a bad disk for tests, to be preloaded into a collector: it fails when told to, and remembers what
 * would be left of a folder if the power went now.
 *
 * KOORD_DISK names the folder that it watches, with these beside it (the folder's name and an ending):
 *   .fault   "28 journeys": writing to files whose name holds the word fails with this errno; none: no fault
 *   .clock   milliseconds by which both clocks run ahead
 *   .safe/   the files as they were when they were last synced
 *   .names   the names in the folder when that was last synced, one a line
 * Renaming is not watched: nobody here renames. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATH_MOST = 1024 };

static __thread int inside; /* our own writing is not watched */

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *folder(void)
{
    const char *set = getenv("KOORD_DISK");
    return set ? set : "";
}

/* Reads a small file beside the folder; an empty text where there is none. */
static const char *told(const char *ending, char *text, size_t size)
{
    char path[PATH_MOST];
    snprintf(path, sizeof path, "%s%s", folder(), ending);
    int fd = open(path, O_RDONLY);
    ssize_t got = fd < 0 ? 0 : read(fd, text, size - 1);
    text[got > 0 ? got : 0] = '\0';
    if (fd >= 0) close(fd);
    return text;
}

/* The name within the folder of what is open, or NULL where it lies elsewhere. */
static const char *name_of(int fd, char *path)
{
    char link[64];
    size_t size = strlen(folder());
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t got = readlink(link, path, PATH_MOST - 1);
    path[got > 0 ? got : 0] = '\0';
    if (!size || strncmp(path, folder(), size) != 0) return NULL;
    return path[size] == '/' ? path + size + 1 : path[size] ? NULL : path + size;
}

static int fails(const char *name)
{
    char text[128], word[64] = "";
    int fault = 0;
    if (!name || sscanf(told(".fault", text, sizeof text), "%d %63s", &fault, word) != 2) return 0;
    if (!strstr(name, word)) return 0;
    errno = fault;
    return 1;
}

static int file_fails(int fd)
{
    char path[PATH_MOST];
    if (inside) return 0;
    return fails(name_of(fd, path));
}

/* The whole file: what tests write is small. */
static void copy(int fd, const char *name)
{
    char path[PATH_MOST], bytes[65536];
    off_t at = 0;
    snprintf(path, sizeof path, "%.800s.safe/%.200s", folder(), name);
    int to = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    for (ssize_t got; (got = pread(fd, bytes, sizeof bytes, at)) > 0; at += got)
        if (write(to, bytes, (size_t)got) != got) abort();
    close(to);
}

static void list_names(void)
{
    char path[PATH_MOST];
    snprintf(path, sizeof path, "%.800s.names", folder());
    FILE *list = fopen(path, "w");
    DIR *names = opendir(folder());
    for (struct dirent *one; list && names && (one = readdir(names));) fprintf(list, "%s\n", one->d_name);
    if (list) fclose(list);
    if (names) closedir(names);
}

static void note_sync(int fd)
{
    char path[PATH_MOST];
    const char *name = name_of(fd, path);
    if (!name || inside) return;
    inside = 1;
    if (*name)
        copy(fd, name);
    else
        list_names();
    inside = 0;
}

int fdatasync(int fd);
int fsync(int fd);

int fdatasync(int fd)
{
    if (file_fails(fd)) return -1;
    int result = REAL(fdatasync)(fd);
    note_sync(fd);
    return result;
}

int fsync(int fd)
{
    return fdatasync(fd);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    return file_fails(fd) ? -1 : REAL(pwrite)(fd, bytes, size, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at)
{
    return file_fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, size, at);
}

int ftruncate(int fd, off_t size)
{
    return file_fails(fd) ? -1 : REAL(ftruncate)(fd, size);
}

int ftruncate64(int fd, off64_t size)
{
    return file_fails(fd) ? -1 : REAL(ftruncate64)(fd, size);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    char text[32];
    int result = REAL(clock_gettime)(clock, now);
    now->tv_sec += atol(told(".clock", text, sizeof text)) / 1000;
    return result;
}
