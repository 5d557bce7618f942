/* properties - what must hold for any visit: tried on many random ones.
 *
 *     properties              the usual number of visits
 *     properties COUNT SEED   so many, from that seed on; a failure names the seed to come back to */
#include "journal.h"
#include "trail.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL = 5000, LONG_AFTER_MS = 7300000 };

static trail visit;
static journal live, replayed, restored;
static char saved[sizeof(koord_engine)];

static const char *broken; /* the first thing that did not hold */

static void must(int holds, const char *what)
{
    if (!holds && !broken) broken = what;
}

static void open_for(journal *j)
{
    journal_begin(j);
    must(trail_engine(&visit, &j->engine, sizeof j->engine) != NULL, "an engine opens");
}

/* ---- a visit as it happens: timers late and early, batches, moves, refusals ---- */

/* A refused call leaves every byte of the engine as it was. */
static void refuse(dice *d, journal *j)
{
    static koord_engine before;
    koord_event e = koord_event_of((koord_event_kind)dice_below(d, 40), j->reached);
    memcpy(&before, &j->engine, sizeof before);
    int result = KOORD_ERR_ARGUMENT;
    switch (dice_below(d, 5)) {
    case 0:
        e.t = e.at = j->reached ? j->reached - 1 : KOORD_NEVER;
        result = koord_feed(&j->engine, &e);
        break;
    case 1:
        e.kind = KOORD_EVENT_END + dice_below(d, 9);
        result = koord_feed(&j->engine, &e);
        break;
    case 2:
        result = j->reached ? koord_tick(&j->engine, dice_below(d, j->reached)) : result;
        break;
    case 3:
        result = koord_batch_done(&j->engine, j->batch + 1, KOORD_DELIVERED, 0, 0);
        break;
    default:
        result = koord_restore(&j->engine, (koord_text){ saved, sizeof saved });
        break;
    }
    must(result < 0, "what makes no sense is refused");
    must(memcmp(&before, &j->engine, sizeof before) == 0, "a refused call changes nothing");
}

static void end_batch(dice *d, journal *j)
{
    uint32_t left = dice_chance(d, 2) ? 0 : dice_below(d, 60000),
             wait = dice_chance(d, 4) ? dice_below(d, 9000) : 0;
    if (!j->batch) return;
    must(koord_batch_done(&j->engine, j->batch, (koord_delivery)dice_below(d, 4), wait, left) == KOORD_OK,
         "a batch on its way may end");
    j->batch = 0;
}

/* What happens between two facts without being one: none of it may change a verdict. */
static void meanwhile(dice *d, journal *j, koord_ms until)
{
    koord_event unused;
    while (dice_chance(d, 2)) {
        koord_ms due = koord_due(&j->engine), ahead = until - j->reached;
        must(due >= j->reached, "work is never due in the past");
        if (dice_chance(d, 3)) journal_tick(j, j->reached + (ahead ? dice_below(d, ahead + 1) : 0));
        if (dice_chance(d, 3) && due <= until && due >= j->reached) journal_tick(j, due);
        if (dice_chance(d, 3)) koord_batch_more(&j->engine, dice_below(d, 9000), dice_chance(d, 3));
        if (dice_chance(d, 3)) end_batch(d, j);
        if (dice_chance(d, 3)) refuse(d, j);
        koord_move(&j->engine, j->reached, dice_between(d, 0, 900), dice_between(d, 0, 900), &unused);
    }
}

static void live_through(dice *d)
{
    open_for(&live);
    for (uint32_t i = 0; i < visit.count; i++) {
        koord_event *e = &visit.fact[i];
        if (i) meanwhile(d, &live, e->t);
        int ends = koord_ended(&live.engine);
        int result = journal_feed(&live, e);
        must(!ends || result == KOORD_ERR_ENDED, "a session that has ended takes no fact");
        must(result > 0 || result == KOORD_ERR_ENDED, "a fact is taken");
        if (result == KOORD_ERR_ENDED) visit.count = i;
    }
    meanwhile(d, &live, live.reached + LONG_AFTER_MS);
    journal_tick(&live, live.reached + LONG_AFTER_MS);
    must(koord_ended(&live.engine), "a visit ends");
}

/* ---- the same visit, told again ---- */

static void same_as_live(const journal *j, const char *what)
{
    if (j->used == live.used && memcmp(j->text, live.text, live.used) == 0) return;
    uint32_t at = 0, line = 0;
    while (at < j->used && at < live.used && j->text[at] == live.text[at])
        if (live.text[at++] == '\n') line = at;
    if (!broken)
        fprintf(stderr, "  live   %.*s\n  again  %.*s\n", (int)strcspn(live.text + line, "\n"),
                live.text + line, (int)strcspn(j->text + line, "\n"), j->text + line);
    must(0, what);
}

static void feed_rest(journal *j, uint32_t from)
{
    for (uint32_t i = from; i < visit.count; i++)
        must(journal_feed(j, &visit.fact[i]) > 0, "a fact is taken again");
    journal_tick(j, live.last_t + LONG_AFTER_MS);
}

static void replay(void)
{
    open_for(&replayed);
    feed_rest(&replayed, 0);
    same_as_live(&replayed, "the facts alone give the same verdicts");
}

/* As a page does that is left between two facts. */
static void move_to_another_page(dice *d)
{
    uint32_t page_ends = dice_below(d, visit.count) + 1;
    open_for(&replayed);
    for (uint32_t i = 0; i < page_ends; i++) journal_feed(&replayed, &visit.fact[i]);
    int size = koord_save(&replayed.engine, saved, sizeof saved);
    must(size > 0, "an engine can be saved between two facts");
    if (size <= 0) return;
    open_for(&restored);
    must(koord_restore(&restored.engine, (koord_text){ saved, (uint32_t)size }) == KOORD_OK, "and restored");
    journal_continue(&restored, &replayed);
    feed_rest(&restored, page_ends);
    same_as_live(&restored, "save and restore change nothing that follows");
}

static void first_broken(const journal *j)
{
    if (j->broken) must(0, j->broken);
}

static int holds(uint32_t seed)
{
    dice d = { ~(uint64_t)seed };
    trail_roll(&visit, seed, (trail_kind)(seed % TRAIL_KINDS));
    live_through(&d);
    first_broken(&live);
    replay();
    first_broken(&replayed);
    move_to_another_page(&d);
    first_broken(&restored);
    return !broken;
}

int main(int argc, char **argv)
{
    uint32_t count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : USUAL;
    uint32_t first = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
    uint64_t facts = 0, verdicts = 0;
    for (uint32_t seed = first; seed < first + count; seed++) {
        if (!holds(seed)) {
            fprintf(stderr, "broken: %s\n  again with: %s 1 %u\n", broken, argv[0], seed);
            return 1;
        }
        facts += visit.count;
        verdicts += live.verdicts;
    }
    printf("%u visits, %llu facts, %llu verdicts: all properties hold\n", count, (unsigned long long)facts,
           (unsigned long long)verdicts);
    return verdicts == 0;
}
