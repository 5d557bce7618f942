/* replay - feeds the facts of recorded trails to a fresh engine, and prints the verdicts.
 *
 * A file may hold many trails one after the other; each begins with its `session` fact. Stored verdicts are
 * passed over, or with --check compared with those that come out. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/config.h"
#include "cli/explain.h"
#include "cli/json_pick.h"
#include "cli/move.h"
#include "wire/record_read.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CONFIG = 1 << 20, LATEST_MS = 30 * 60 * 1000 };

typedef struct replay {
    const char *file, *config;
    int check;
    int explain, language; /* print for people; kd_language_of */
    kd_lines_by_id told;   /* for explaining: facts and verdicts of this trail, as the engine numbers them */
    koord_text fact;       /* the line that is being fed */
    koord_engine *engine;
    koord_text settings; /* the configuration, or nothing */
    uint32_t line;       /* being read */
    uint32_t bad, trails, verdicts, stored, extra, differing, incomplete;
    koord_ms last;    /* t of the newest record of this trail */
    uint32_t next_id; /* what the next record of this trail should be called */
    int open, gap;    /* a trail is being replayed; and it lacks a record */
    char *expected;   /* --check: verdicts that came out and were not yet met in the file, one a line */
    size_t expected_size, expected_room;
} replay;

static void help(void)
{
    printf("koord replay FILE.ndjson [--config CONFIG.json] [--check]\n\n"
           "Reads recorded facts, one JSON record a line (docs/wire.md), judges them again and prints the\n"
           "verdicts as NDJSON. FILE may be - for stdin. A line that cannot be used is named and passed "
           "over.\nRecordings of other tools may bring raw pointer moves as well: "
           "{\"kind\":\"move\",\"t\":1200,\"x\":640,\"y\":371}.\n\n"
           "  --config FILE   settings and surveys to judge by: {\"settings\":{\"rage_click.clicks\":4}}\n"
           "  --explain [en|nl]  print the verdicts for people: a sentence, what it rests on, the\n"
           "                  thresholds in force\n"
           "  --check         print nothing, but compare with the verdicts in the file: they must be the\n"
           "                  same, byte for byte\n\n"
           "  koord replay visit.ndjson\n"
           "  curl -s localhost:8787/api/sessions/$ID.ndjson | koord replay - --check\n"
           "  koord replay visit.ndjson --config stricter.json | grep rage_click\n\n"
           "Exit codes: 0 well, 1 a file cannot be read, 2 wrong usage, 3 lines were passed over,\n"
           "4 --check found other verdicts.\n");
}

static void complain(replay *r, const char *path, koord_text why)
{
    r->bad++;
    fprintf(stderr, "koord replay: %s:%u: %s%s%.*s\n", r->file, r->line, path, *path ? ": " : "",
            (int)why.size, why.at);
}

/* ---- what comes out ---- */

static void expect(replay *r, koord_text verdict)
{
    size_t size = r->expected_size + verdict.size + 1;
    if (size > r->expected_room) {
        char *room = realloc(r->expected, size * 2);
        if (!room) return;
        r->expected = room;
        r->expected_room = size * 2;
    }
    memcpy(r->expected + r->expected_size, verdict.at, verdict.size);
    r->expected[size - 1] = '\n';
    r->expected_size = size;
}

/* Later verdicts may rest on this one. */
static void explain(replay *r, koord_text verdict)
{
    int32_t id;
    if (kd_pick_whole(kd_pick(verdict, "id"), &id)) kd_remember(&r->told, (uint32_t)id, verdict);
    kd_explain(verdict, &r->told, r->language);
}

static void show(replay *r, koord_text verdict)
{
    r->verdicts++;
    if (r->check)
        expect(r, verdict);
    else if (r->explain)
        explain(r, verdict);
    else
        printf("%.*s\n", (int)verdict.size, verdict.at);
}

static void drain(replay *r)
{
    char room[KOORD_RECORD_MOST];
    koord_effect effect;
    while (koord_next(r->engine, &effect)) {
        if (effect.kind == KOORD_EFFECT_FACT && r->explain) kd_remember(&r->told, effect.id, r->fact);
        if (effect.kind == KOORD_EFFECT_FACT || effect.kind == KOORD_EFFECT_BATCH) continue;
        int size = koord_record(r->engine, room, sizeof room);
        if (size > 0) show(r, (koord_text){ room, (uint32_t)size });
    }
}

static void differ(replay *r, koord_text stored, koord_text replayed)
{
    if (r->differing++) return; /* what follows the first difference differs because of it */
    fprintf(stderr, "koord replay: %s:%u: another verdict\n  stored    %.*s\n  replayed  %.*s\n", r->file,
            r->line, (int)stored.size, stored.at, (int)replayed.size, replayed.at);
}

/* Compares a stored verdict with the oldest one that came out. A verdict may have been stored before a fact
 * that comes later in time was, so the engine is first told the verdict's own time. */
static void compare(replay *r, koord_text stored)
{
    r->stored++;
    if (r->gap) return;
    const char *end = r->expected_size ? memchr(r->expected, '\n', r->expected_size) : NULL;
    if (!end) {
        differ(r, stored, KD_TEXT("(none)"));
        return;
    }
    koord_text next = { r->expected, (uint32_t)(end - r->expected) };
    if (!kd_text_equal(next, stored)) differ(r, stored, next);
    r->expected_size -= next.size + 1;
    memmove(r->expected, end + 1, r->expected_size);
}

/* ---- trails ---- */

/* Verdicts that fell due after the last record are news: whoever recorded the trail had gone by then. Earlier
 * ones are missing from the file. */
static void close_trail(replay *r)
{
    if (!r->open) return;
    if (r->expected_size && !r->gap)
        differ(r, KD_TEXT("(none)"),
               (koord_text){ r->expected, (uint32_t)(strchr(r->expected, '\n') - r->expected) });
    r->expected_size = 0;
    koord_tick(r->engine, r->last + LATEST_MS * 4u);
    uint32_t before = r->verdicts;
    drain(r);
    r->extra += r->verdicts - before;
    r->expected_size = 0;
    kd_forget(&r->told);
    r->incomplete += (uint32_t)r->gap;
    r->open = 0;
}

static int open_trail(replay *r)
{
    kd_config_problem problem;
    close_trail(r);
    koord_open(r->engine, koord_size());
    if (r->settings.size && !kd_config_apply(r->engine, r->settings, &problem)) {
        fprintf(stderr, "koord replay: %s: byte %u: %s: %s\n", r->config, problem.at, problem.path,
                problem.why);
        return 0;
    }
    r->open = 1;
    r->gap = 0;
    r->next_id = 1;
    r->trails++;
    return 1;
}

/* Every record of a complete trail carries the number after the one before it. */
static void follow(replay *r, uint32_t id)
{
    if (!id) return;
    if (id != r->next_id) r->gap = 1;
    r->next_id = id + 1;
}

static void feed(replay *r, const koord_event *e)
{
    if (!r->open) {
        complain(r, "kind", KD_TEXT("a trail begins with a fact of kind session"));
        return;
    }
    follow(r, e->id);
    koord_tick(r->engine, e->t);
    drain(r);
    int result = koord_feed(r->engine, e);
    if (result < 0) complain(r, koord_result_name(result), KD_TEXT("the engine refused this fact"));
    r->last = e->t > r->last ? e->t : r->last;
    drain(r);
}

static void meet_verdict(replay *r, koord_text line)
{
    int32_t t = 0, id = 0;
    if (!r->check || !r->open) return;
    if (kd_pick_whole(kd_pick(line, "id"), &id)) follow(r, (uint32_t)id);
    if (kd_pick_whole(kd_pick(line, "t"), &t) && t >= 0 && !koord_ended(r->engine)) {
        koord_tick(r->engine, (koord_ms)t);
        drain(r);
        r->last = (koord_ms)t > r->last ? (koord_ms)t : r->last;
    }
    compare(r, line);
}

/* 1 where the line was a move: the core is told of it, as a page would, and fed what it makes of it. */
static int take_move(replay *r, koord_text line)
{
    kd_move move;
    const char *why;
    koord_event fact;
    if (!kd_move_read(line, &move, &why)) return 0;
    if (why || !r->open)
        complain(r, "move", kd_text_of(why ? why : "a trail begins with a fact of kind session"));
    else if (koord_move(r->engine, (koord_ms)move.t, move.x, move.y, &fact))
        feed(r, &fact);
    return 1;
}

static int take_line(replay *r, koord_text line)
{
    koord_event e;
    kd_problem problem;
    r->fact = line;
    if (line.size == 0) return 1;
    switch (kd_record_read(line, &e, &problem)) {
    case KD_LINE_VERDICT:
        meet_verdict(r, line);
        return 1;
    case KD_LINE_FACT:
        if (e.kind == KOORD_EVENT_SESSION && !open_trail(r)) return 0;
        feed(r, &e);
        return 1;
    default: {
        char path[64];
        if (take_move(r, line)) return 1;
        snprintf(path, sizeof path, "%.*s", (int)(problem.path.size < 60 ? problem.path.size : 60),
                 problem.path.at ? problem.path.at : "");
        complain(r, path, problem.why);
        return 1;
    }
    }
}

/* ---- the command ---- */

/* The likeliest reason, where nothing says that it was thought of. */
static void say_why_differing(const replay *r)
{
    if (r->config) return;
    fprintf(stderr,
            "koord replay: verdicts follow from facts and settings; what the shop set itself, settings and "
            "surveys, is given with --config\n");
}

static int report(const replay *r)
{
    if (r->check) {
        fprintf(stderr, "koord replay: %u trails, %u stored verdicts, %s", r->trails, r->stored,
                r->differing ? "some differ" : "all the same");
        if (r->extra) fprintf(stderr, "; %u more fell due after the recording ended", r->extra);
        if (r->incomplete) fprintf(stderr, "; %u trails lack a record and were not compared", r->incomplete);
        fprintf(stderr, "\n");
    }
    if (r->differing) return say_why_differing(r), KD_EXIT_DIFFERS;
    return r->bad ? KD_EXIT_BAD_LINES : KD_EXIT_WELL;
}

static int cannot_read(const char *file)
{
    fprintf(stderr, "koord replay: cannot read %s: %s\n", file, strerror(errno));
    return KD_EXIT_FAILED;
}

static int run(replay *r, kd_lines *lines)
{
    koord_text line;
    while (kd_lines_next(lines, &line)) {
        r->line = lines->number;
        if (!take_line(r, line)) return KD_EXIT_USAGE;
    }
    close_trail(r);
    return report(r);
}

static int with_files(replay *r)
{
    kd_lines lines, config = { 0 };
    if (r->config && !kd_lines_open(&config, r->config)) return cannot_read(r->config);
    if (r->config && !kd_lines_rest(&config, MOST_CONFIG, &r->settings)) {
        fprintf(stderr, "koord replay: %s is larger than %d bytes\n", r->config, MOST_CONFIG);
        return kd_lines_close(&config), KD_EXIT_USAGE;
    }
    if (!kd_lines_open(&lines, r->file)) return kd_lines_close(&config), cannot_read(r->file);
    r->engine = calloc(1, koord_size());
    int result = r->engine && koord_open(r->engine, koord_size()) ? run(r, &lines) : KD_EXIT_FAILED;
    free(r->engine);
    free(r->expected);
    kd_lines_close(&lines);
    kd_lines_close(&config);
    return result;
}

static int usage(const char *why, const char *word)
{
    fprintf(stderr, "koord replay: %s%s\nkoord replay --help says how it is used\n", why, word);
    return KD_EXIT_USAGE;
}

/* The word behind --explain, where it is a language: how many words that took. */
static int take_language(replay *r, int left, char **argv)
{
    int language = left > 1 ? kd_language_of(argv[1]) : -1;
    if (language < 0) return 0;
    r->language = language;
    return 1;
}

int kd_command_replay(int argc, char **argv)
{
    replay r = { 0 };
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return help(), KD_EXIT_WELL;
        if (strcmp(argv[i], "--check") == 0)
            r.check = 1;
        else if (strcmp(argv[i], "--explain") == 0)
            r.explain = 1, i += take_language(&r, argc - i, argv + i);
        else if (strcmp(argv[i], "--config") == 0 && i + 1 < argc)
            r.config = argv[++i];
        else if (argv[i][0] == '-' && argv[i][1])
            return usage("unknown, or without its value: ", argv[i]);
        else if (r.file)
            return usage("one file at a time, not also ", argv[i]);
        else
            r.file = argv[i];
    }
    return r.file ? with_files(&r) : usage("which file? (- for stdin)", "");
}
