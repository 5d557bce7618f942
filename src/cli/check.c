/* check - reads a file of surveys as the page and the core will, says what is wrong with it, or what it will
 * do. */
#include "base/text.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/describe.h"
#include "cli/json_pick.h"
#include "cli/lines.h"
#include "cli/questions.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20 };

static void help(void)
{
    printf("koord check SURVEYS.json\n\n"
           "Reads a file of surveys (docs/surveys.md) and says in words what it will do: whom it asks, how\n"
           "seldom, after what. What is wrong is named with its line and how to mend it.\n\n"
           "  koord check surveys.json\n\n"
           "Exit codes: 0 well, 1 the file cannot be read, 2 it is wrong, or the command was.\n");
}

static uint32_t line_of(koord_text text, uint32_t at)
{
    uint32_t line = 1;
    for (uint32_t i = 0; i < at && i < text.size; i++) line += text.at[i] == '\n';
    return line;
}

static int complain(const char *file, koord_text text, uint32_t at, const char *path, const char *why)
{
    fprintf(stderr, "%s:%u: %s%s%s\n", file, line_of(text, at), path, *path ? ": " : "", why);
    return KD_EXIT_USAGE;
}

/* The triggers and the budget, by the core itself. */
static int check_programs(const char *file, koord_text text)
{
    kd_config_problem problem;
    void *memory = calloc(1, koord_size());
    koord_engine *engine = memory ? koord_open(memory, koord_size()) : NULL;
    int well = engine && kd_config_apply(engine, text, &problem);
    free(memory);
    if (!engine) return KD_EXIT_FAILED;
    return well ? KD_EXIT_WELL : complain(file, text, problem.at, problem.path, problem.why);
}

/* Where a survey of this id stands in the list. */
static uint32_t place_of(koord_text list, koord_text id)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++)
        if (kd_text_equal(kd_pick(one, "id"), id)) return i;
    return UINT32_MAX;
}

static int check_survey(const char *file, koord_text text, koord_text list, uint32_t place)
{
    koord_text survey = kd_pick_nth(list, place), id = kd_pick(survey, "id");
    char path[160];
    kd_fault fault;
    if (place_of(list, id) != place)
        return complain(file, text, (uint32_t)(id.at - text.at), "surveys", "two have the same \"id\"");
    if (kd_questions_check(survey, &fault)) return KD_EXIT_WELL;
    snprintf(path, sizeof path, "surveys.%.*s.%s", (int)(id.size > 2 ? id.size - 2 : 0), id.at + 1,
             fault.path);
    return complain(file, text, fault.at ? (uint32_t)(fault.at - text.at) : 0, path, fault.why);
}

static int check(const char *file, koord_text text)
{
    koord_text list = kd_pick(text, "surveys");
    int result = check_programs(file, text);
    if (result == KD_EXIT_WELL && !list.at)
        return complain(file, text, 0, "", "has no \"surveys\"; give it a list, docs/surveys.md shows one");
    for (uint32_t i = 0; result == KD_EXIT_WELL && kd_pick_nth(list, i).at; i++)
        result = check_survey(file, text, list, i);
    if (result != KD_EXIT_WELL) return result;
    kd_describe_budget(stdout, kd_pick(text, "fatigue"));
    for (uint32_t i = 0; kd_pick_nth(list, i).at; i++) {
        printf("\n");
        kd_describe_survey(stdout, kd_pick_nth(list, i));
    }
    return KD_EXIT_WELL;
}

int kd_command_check(int argc, char **argv)
{
    kd_lines lines;
    koord_text text;
    const char *file = argc ? argv[0] : "";
    if (strcmp(file, "--help") == 0 || strcmp(file, "-h") == 0) return help(), KD_EXIT_WELL;
    if (argc != 1) return fprintf(stderr, "koord check: one file of surveys (- for stdin)\n"), KD_EXIT_USAGE;
    if (!kd_lines_open(&lines, file)) {
        fprintf(stderr, "koord check: cannot read %s: %s\n", file, strerror(errno));
        return KD_EXIT_FAILED;
    }
    int fits = kd_lines_rest(&lines, FILE_MOST, &text);
    int result = fits ? check(file, text) : KD_EXIT_USAGE;
    if (!fits) fprintf(stderr, "koord check: %s is larger than %d bytes\n", file, FILE_MOST);
    kd_lines_close(&lines);
    return result;
}
