/* spool_file - what the spool asks of the disk. */
#include "collector/spool_file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(spool_file *f)
{
    f->why = strerror(errno);
    return 0;
}

/* A new file is safe when its folder is, too. */
static int sync_folder(const char *path)
{
    char *folder = strdup(path);
    if (!folder) return 0;
    char *slash = strrchr(folder, '/');
    if (slash) slash[slash == folder] = '\0';
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    if (fd < 0) return 0;
    int well = fsync(fd) == 0;
    close(fd);
    return well;
}

/* Locked, and still the file of that name: whoever held it before may have removed it meanwhile. */
static int is_ours(int fd, const char *path, struct stat *opened)
{
    struct stat named;
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 || fstat(fd, opened) != 0 || stat(path, &named) != 0) return 0;
    errno = EWOULDBLOCK;
    return opened->st_ino == named.st_ino && opened->st_dev == named.st_dev;
}

int64_t spool_file_open(spool_file *f, int make)
{
    struct stat opened = { 0 };
    int fd = open(f->path, O_RDWR | O_CLOEXEC | (make ? O_CREAT : 0), 0600);
    if (fd < 0) return fail(f);
    if (!is_ours(fd, f->path, &opened) || (make && !sync_folder(f->path))) {
        fail(f);
        if (errno == EWOULDBLOCK) f->why = "another collector holds the spool; give this one its own --spool";
        close(fd);
        return 0;
    }
    f->fd = fd;
    return opened.st_size;
}

static int write_all(int fd, int64_t at, const char *bytes, size_t size)
{
    while (size) {
        ssize_t wrote = pwrite(fd, bytes, size, at);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return 0;
        bytes += wrote;
        size -= (size_t)wrote;
        at += wrote;
    }
    return 1;
}

/* What an earlier try left behind the entries goes first, lest a shorter one leave half of it standing. */
int spool_file_append(spool_file *f, int64_t at, const char *bytes, size_t size)
{
    if (ftruncate(f->fd, at) == 0 && write_all(f->fd, at, bytes, size) && fdatasync(f->fd) == 0) return 1;
    return fail(f);
}

size_t spool_file_read(const spool_file *f, int64_t at, char *room, size_t size)
{
    size_t got = 0;
    while (got < size) {
        ssize_t more = pread(f->fd, room + got, size - got, at + (int64_t)got);
        if (more < 0 && errno == EINTR) continue;
        if (more <= 0) break;
        got += (size_t)more;
    }
    return got;
}

/* The name goes while the lock is held, so that nobody takes up a file that is gone. */
void spool_file_remove(spool_file *f)
{
    unlink(f->path);
    spool_file_close(f);
}

void spool_file_close(spool_file *f)
{
    if (f->fd >= 0) close(f->fd);
    f->fd = -1;
}
