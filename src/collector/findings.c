/* findings - of several records about one finding the one with the highest rev has the last word. */
#include "collector/findings.h"
#include "collector/record.h"
#include "base/text.h"
#include <stdlib.h>

enum { FINDINGS_MOST = 2000 };

static int has_room(findings *f)
{
    if (f->count < f->room) return 1;
    uint32_t room = f->room ? f->room * 2 : 16;
    finding *list = realloc(f->list, room * sizeof *list);
    if (!list) return f->failed = 1, 0;
    f->list = list;
    f->room = room;
    return 1;
}

void findings_add(findings *f, uint32_t trail, const stored_record *record)
{
    int64_t about = record_whole(record->body, "about");
    finding one = { .trail = trail,
                    .id = about > 0 && about <= UINT32_MAX ? (uint32_t)about : record->id,
                    .rev = record_whole(record->body, "rev"),
                    .at = record->at,
                    .name = tally_name(&f->names, record_word(record->body, "signal")),
                    .from = f->text.used,
                    .revoked = kd_text_equal(record_word(record->body, "state"), KD_TEXT("revoked")) };
    if (one.name == TALLY_NAMES || f->count == FINDINGS_MOST || !has_room(f)) return;
    moments_say(&f->text, record->body, "signal|variant|state|severity|place|step|incident");
    one.size = f->text.used - one.from;
    f->list[f->count++] = one;
}

static int order(const void *a, const void *b)
{
    const finding *x = a, *y = b;
    if (x->trail != y->trail) return x->trail < y->trail ? -1 : 1;
    if (x->id != y->id) return x->id < y->id ? -1 : 1;
    return x->rev < y->rev ? -1 : x->rev > y->rev;
}

void findings_settle(findings *f, moments *to)
{
    if (f->count) qsort(f->list, f->count, sizeof *f->list, order);
    for (uint32_t i = 0; i < f->count; i++) {
        finding *one = &f->list[i];
        int more = i + 1 < f->count && one[1].trail == one->trail && one[1].id == one->id;
        if (more) one[1].at = one->at;
        if (more || one->revoked || f->text.failed) continue;
        f->names.times[one->name]++;
        moments_put(to, one->at, (koord_text){ f->text.at + one->from, (uint32_t)one->size });
    }
    to->failed |= f->failed | f->text.failed;
}

void findings_free(findings *f)
{
    free(f->list);
    grow_free(&f->text);
    *f = (findings){ 0 };
}
