/* spool - entries appended to a file, and read back from its beginning. One thread at a time. */
#include "collector/spool.h"
#include "collector/spool_file.h"
#include "collector/grow.h"
#include "base/hash.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_MOST = 64,
    BODY_MOST = 64 * 1024,
    BYTES_MOST = 1 << 30 /* of the file: a store that stays away so long is somebody's to look after */
};

static const char *const words[SPOOL_KINDS] = {
    [SPOOL_BATCH] = "batch", [SPOOL_STAFF] = "staff", [SPOOL_ERASE] = "erase"
};

struct spool {
    spool_file file;
    grow fresh;               /* added and not yet written */
    uint64_t fresh_count;     /* entries in it */
    int64_t size;             /* bytes of the file that hold entries */
    int64_t read, settled;    /* where the next entry to read begins, and the first that is not settled */
    uint64_t written, passed; /* entries written, and those read, since the file was empty */
    uint64_t done;            /* those settled */
    char body[BODY_MOST + 1]; /* of the entry read last, with its line end */
};

/* "batch 1764000000123 3021 ", over which the hash goes as well. */
static int write_line(char *line, const spool_entry *entry)
{
    return snprintf(line, LINE_MOST, "%s %" PRId64 " %" PRIu32 " ", words[entry->kind], entry->received,
                    entry->body.size);
}

static uint32_t hash_of(const char *line, int size, koord_text body)
{
    return kd_hash(kd_hash(KD_HASH_START, line, (size_t)size), body.at, body.size);
}

void spool_add(spool *s, const spool_entry *entry)
{
    char line[LINE_MOST], hash[16];
    int size = write_line(line, entry);
    snprintf(hash, sizeof hash, "%08" PRIx32 "\n", hash_of(line, size, entry->body));
    grow_add(&s->fresh, line, (size_t)size);
    grow_say(&s->fresh, hash);
    grow_text(&s->fresh, entry->body);
    grow_say(&s->fresh, "\n");
    s->fresh_count++;
}

static int kind_of(const char *word)
{
    int kind = 0;
    while (kind < SPOOL_KINDS && strcmp(word, words[kind]) != 0) kind++;
    return kind;
}

/* Reads the line of an entry: the bytes it takes, or 0 where it is none. */
static int64_t read_line(spool *s, spool_entry *entry, char *line, uint32_t *hash)
{
    char word[8] = "";
    int used = 0;
    size_t got = spool_file_read(&s->file, s->read, line, LINE_MOST - 1);
    line[got] = '\0';
    if (sscanf(line, "%7s %" SCNd64 " %" SCNu32 " %" SCNx32 "%n", word, &entry->received, &entry->body.size,
               hash, &used) != 4)
        return 0;
    entry->kind = kind_of(word);
    return line[used] == '\n' && entry->kind < SPOOL_KINDS && entry->body.size <= BODY_MOST ? used + 1 : 0;
}

int spool_read(spool *s, spool_entry *entry)
{
    char line[LINE_MOST];
    uint32_t hash;
    *entry = (spool_entry){ 0 };
    if (s->read >= s->size) return 0;
    int64_t head = read_line(s, entry, line, &hash);
    size_t whole = (size_t)entry->body.size + 1;
    if (!head || spool_file_read(&s->file, s->read + head, s->body, whole) != whole) return 0;
    entry->body.at = s->body;
    if (s->body[whole - 1] != '\n' || hash != hash_of(line, write_line(line, entry), entry->body)) return 0;
    s->read += head + (int64_t)whole;
    s->passed++;
    return 1;
}

void spool_rewind(spool *s)
{
    s->read = s->settled;
    s->passed = s->done;
}

void spool_settle(spool *s)
{
    s->settled = s->read;
    s->done = s->passed;
    if (s->file.fd < 0 || s->settled < s->size) return;
    spool_file_remove(&s->file);
    s->size = s->read = s->settled = 0;
    s->written = s->passed = s->done = 0;
}

/* Takes on a file, with the entries that somebody left in it. A last one that was cut short was never
 * answered for. */
static void take_up(spool *s, int make)
{
    spool_entry entry;
    int64_t size = s->size = spool_file_open(&s->file, make);
    while (spool_read(s, &entry)) continue;
    s->size = s->read;
    s->written = s->passed;
    if (s->size < size)
        fprintf(stderr,
                "koord-collector: the last %" PRId64 " bytes of %s hold no whole entry and are cut off\n",
                size - s->size, s->file.path);
    spool_rewind(s);
}

static int append(spool *s)
{
    if (s->file.fd < 0) take_up(s, 1);
    if (s->file.fd < 0) return 0;
    if (s->size + (int64_t)s->fresh.used > BYTES_MOST) return s->file.why = "the spool holds 1 GiB", 0;
    if (!spool_file_append(&s->file, s->size, s->fresh.at, s->fresh.used)) return 0;
    s->size += (int64_t)s->fresh.used;
    s->written += s->fresh_count;
    return 1;
}

int spool_sync(spool *s)
{
    if (s->fresh.failed) s->file.why = "out of memory";
    int well = !s->fresh.failed && append(s);
    s->fresh_count = 0;
    grow_free(&s->fresh);
    return well;
}

const char *spool_why(const spool *s)
{
    return s->file.why;
}

spool *spool_open(const char *path)
{
    spool *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->file = (spool_file){ .path = path, .fd = -1, .why = "" };
    take_up(s, 0);
    if (!s->size) spool_settle(s);
    return s;
}

void spool_close(spool *s)
{
    if (!s) return;
    spool_file_close(&s->file);
    grow_free(&s->fresh);
    free(s);
}

uint64_t spool_waiting(const spool *s)
{
    return s->written - s->done;
}

int64_t spool_bytes(const spool *s)
{
    return s->size;
}
