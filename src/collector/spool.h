/* spool.h - the file beside the store that takes what the store does not: appended to, synced, read back in
 * order, and gone when all of it is in the store.
 *
 * An entry is a line "batch 1764000000123 3021 9f3a01bc", the bytes as they were posted, and a line end. The
 * numbers are our clock when it came (Unix ms), the bytes, and a hash over line and bytes. What is read and
 * stored but not yet settled when the collector dies is read again, which the store's dedupe makes harmless.
 */
#ifndef COLLECTOR_SPOOL_H
#define COLLECTOR_SPOOL_H

#include "koord.h"

enum {
    SPOOL_BATCH,
    SPOOL_STAFF, /* a batch that came from an address of the shop's own people */
    SPOOL_ERASE,
    SPOOL_KINDS
};

typedef struct spool spool;

typedef struct spool_entry {
    int kind;
    int64_t received; /* Unix ms */
    koord_text body;  /* a batch as it was posted, or the id of a visitor */
} spool_entry;

/* Takes up a file that an earlier collector left; else there is none until the first entry. NULL where memory
 * ran out. */
spool *spool_open(const char *path);
void spool_close(spool *s);

/* Adds to what the next spool_sync writes. */
void spool_add(spool *s, const spool_entry *entry);

/* Whether all that was added is on disk; where it is not, none of it is, and spool_why says why. */
int spool_sync(spool *s);
const char *spool_why(const spool *s);

/* The oldest entry that was not read yet, its body valid until the next call: 1, or 0 where all were read. */
int spool_read(spool *s, spool_entry *entry);

/* What was read is in the store; the file goes when that is all of it. */
void spool_settle(spool *s);

/* What was read is not in the store: it will be read again. */
void spool_rewind(spool *s);

/* Entries that are not settled, and the bytes of the file. */
uint64_t spool_waiting(const spool *s);
int64_t spool_bytes(const spool *s);

#endif
