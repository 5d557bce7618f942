/* tags.h - what the tags report of themselves, summed over page loads. */
#ifndef COLLECTOR_TAGS_H
#define COLLECTOR_TAGS_H

#include "collector/grow.h"

enum { TAGS_NAMES = 32, TAGS_NAME_MOST = 32, TAGS_STORAGES = 3 };

typedef struct tags {
    char name[TAGS_NAMES][TAGS_NAME_MOST + 1];
    int64_t sum[TAGS_NAMES];
    uint32_t count;
    uint64_t storage[TAGS_STORAGES]; /* page loads with each way of keeping */
} tags;

/* Adds the counters of one page load, `to` being a tags. */
void tags_add_visited(void *to, koord_text counters);

/* ,"counters":{"captured":40,...},"storage":{"memory":0,...} */
void tags_write(const tags *t, grow *out);

#endif
