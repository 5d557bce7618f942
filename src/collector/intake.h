/* intake.h - a batch as it came in: checked, and split into the records to store and those to refuse.
 * Its texts are views into the body that was read, which must live as long. docs/wire.md says what is asked.
 */
#ifndef COLLECTOR_INTAKE_H
#define COLLECTOR_INTAKE_H

#include "koord.h"

enum {
    INTAKE_RECORD_MOST = 16 * 1024, /* bytes of one record */
    INTAKE_REFUSED_MOST = 200, /* a batch with more of them is no batch, and its answer would outgrow it */
    INTAKE_PAGES_MOST = 100
};

typedef struct intake_page {
    koord_text nonce, session, visitor, trail;
    int64_t origin; /* Unix ms by the sender's clock */
    int staff;      /* a `session` fact in it says that this is one of the shop's own people */
    int erased; /* set by the store: its visitor asked to be forgotten, and none of its records was kept */
} intake_page;

typedef struct intake_record {
    koord_text body, kind; /* the kind without its quotes */
    uint32_t id, t;
    uint32_t page; /* its place in `pages` */
} intake_record;

typedef struct intake_refusal {
    const char *why;
    uint32_t page;
    uint32_t id; /* 0 where it has none */
    uint32_t at; /* byte of the body */
} intake_refusal;

typedef struct intake {
    koord_text site, counters;
    int64_t sent; /* Unix ms by the sender's clock */
    intake_page pages[INTAKE_PAGES_MOST];
    uint32_t page_count;
    intake_record *records;
    uint32_t record_count, record_room;
    intake_refusal refused[INTAKE_REFUSED_MOST];
    uint32_t refused_count;
    int staff; /* set by who received it: it came from an address of the shop's own people */

    /* Why the batch as a whole is refused. */
    int status;       /* of the HTTP answer */
    char error[160];  /* "pages[2].nonce: must be ..." */
    const char *mend; /* what to do about it */
    uint32_t at;      /* byte of the body */
} intake;

/* 1, or 0 with status, error, mend and at. Close it in both cases. */
int intake_read(intake *in, koord_text body);
void intake_close(intake *in);

#endif
