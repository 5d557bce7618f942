/* fuzz_intake - whatever is posted: no record that is stored may be one that a reader chokes on. */
#include "collector/intake.h"
#include "collector/record.h"
#include "base/json_read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(int holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static int lies_within(koord_text part, koord_text whole)
{
    return part.at >= whole.at && part.at + part.size <= whole.at + whole.size;
}

static void check_record(const intake *in, const intake_record *record, koord_text body)
{
    kd_json r = kd_json_of(record->body);
    must(lies_within(record->body, body), "a record lies in the body");
    must(record->body.size <= INTAKE_RECORD_MOST, "a record is no larger than it may be");
    must(kd_json_skip(&r, NULL) && kd_json_done(&r), "a record is JSON by itself");
    must(!memchr(record->body.at, '\n', record->body.size), "a record is one line");
    must(record->page < in->page_count, "a record has a page");
    must(record_whole(record->body, "id") == record->id && record->id > 0, "its id is its id");
    must(record_whole(record->body, "t") == record->t, "its t is its t");
    must(record->kind.size > 0 && lies_within(record->kind, record->body), "it has a kind");
}

static void check(const intake *in, koord_text body)
{
    for (uint32_t i = 0; i < in->record_count; i++) {
        check_record(in, &in->records[i], body);
        must(i == 0 || in->records[i - 1].page <= in->records[i].page,
             "records stand in the order of their pages");
    }
    for (uint32_t i = 0; i < in->refused_count; i++)
        must(in->refused[i].page < in->page_count, "a refusal has a page");
}

/* A copy of exactly its size, so that the sanitizer sees a read beyond its end. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *copy = malloc(size ? size : 1);
    intake *in = malloc(sizeof *in);
    if (!copy || !in) abort();
    if (size) memcpy(copy, bytes, size);
    koord_text body = { copy, (uint32_t)size };
    if (intake_read(in, body))
        check(in, body);
    else
        must(in->status >= 400 && in->error[0] && in->mend && in->at <= size, "a refusal says why and where");
    intake_close(in);
    free(in);
    free(copy);
    return 0;
}
