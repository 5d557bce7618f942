/* config - settings and surveys from a JSON file. */
#include "cli/config.h"
#include "base/text.h"
#include "cli/json_pick.h"
#include "cli/program.h"
#include <stdio.h>
#include <string.h>

enum { KD_ID_ROOM = 40 };

typedef struct reader {
    kd_json json;
    koord_engine *engine;
    kd_config_problem *problem;
} reader;

/* Remembers what is being read, for the message. */
static void at_path(reader *r, const char *section, koord_text name)
{
    r->problem->at = kd_json_at(&r->json);
    snprintf(r->problem->path, sizeof r->problem->path, "%s%.*s", section,
             (int)(name.size < 40 ? name.size : 40), name.at);
}

/* Always 0. */
static int wrong(reader *r, const char *why)
{
    if (!r->problem->why[0]) snprintf(r->problem->why, sizeof r->problem->why, "%s", why);
    return kd_json_fail(&r->json, why);
}

static int out_of_range(reader *r, koord_text name)
{
    int32_t least = 0, most = 0;
    koord_range(name, &least, &most);
    snprintf(r->problem->why, sizeof r->problem->why, "must lie between %d and %d", least, most);
    return kd_json_fail(&r->json, r->problem->why);
}

static int setting(reader *r, koord_text name)
{
    int32_t value;
    at_path(r, "settings.", name);
    if (!kd_json_whole(&r->json, &value)) return wrong(r, "must be a whole number");
    switch (koord_set(r->engine, name, value)) {
    case KOORD_OK:
        return 1;
    case KOORD_ERR_VALUE:
        return out_of_range(r, name);
    default:
        return wrong(r, "no setting has this name (docs/settings.md lists them)");
    }
}

static int settings(reader *r)
{
    koord_text name;
    if (!kd_json_enter(&r->json, '{')) return wrong(r, "must be an object");
    while (kd_json_next_key(&r->json, &name))
        if (!setting(r, name)) return 0;
    return !r->json.why;
}

static int refuse_survey(reader *r, koord_text id, int result)
{
    at_path(r, "surveys.", id);
    if (result == KOORD_ERR_SPACE) return wrong(r, "there are more than 64 surveys, or they are too long");
    return wrong(r, result == KOORD_ERR_VALUE && id.size ? "its trigger has too many steps"
                                                         : "\"id\" must have 1 to 32 characters");
}

static int survey(reader *r)
{
    char room[KD_ID_ROOM];
    kd_program program;
    koord_text span;
    if (kd_json_peek(&r->json) != '{') return wrong(r, "must be an object");
    if (!kd_json_skip(&r->json, &span)) return 0;
    koord_text id = kd_pick_text(kd_pick(span, "id"), room, sizeof room);
    if (!kd_program_read(&program, span)) {
        at_path(r, "", id);
        r->problem->at = program.at ? (uint32_t)(program.at - r->json.start) : r->problem->at;
        size_t used = strlen(r->problem->path);
        snprintf(r->problem->path + used, sizeof r->problem->path - used, ".%.60s", program.path);
        return wrong(r, program.why);
    }
    int result = koord_survey_rows(r->engine, id, program.row, program.count);
    return result == KOORD_OK ? 1 : refuse_survey(r, id, result);
}

static int surveys(reader *r)
{
    if (!kd_json_enter(&r->json, '[')) return wrong(r, "must be a list");
    while (kd_json_next_item(&r->json))
        if (!survey(r)) return 0;
    return !r->json.why;
}

static int is_of_budget(koord_text key)
{
    static const char *const keys[] = { "visit_most",    "window_most",      "gap_hours",  "dismissed_days",
                                        "answered_days", "hold_out_percent", "patience_ms" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (kd_text_equal(key, kd_text_of(keys[i]))) return 1;
    return 0;
}

/* The budget over all surveys is made of settings. */
static int fatigue(reader *r)
{
    koord_text key;
    if (!kd_json_enter(&r->json, '{')) return wrong(r, "must be an object");
    while (kd_json_next_key(&r->json, &key)) {
        at_path(r, "fatigue.", key);
        if (!is_of_budget(key)) return wrong(r, "the budget has nothing of this name (docs/surveys.md)");
        char name[64];
        int size = snprintf(name, sizeof name, "survey.%.*s", (int)(key.size < 40 ? key.size : 40), key.at);
        if (!setting(r, (koord_text){ name, (uint32_t)size })) return 0;
    }
    return !r->json.why;
}

static int version(reader *r)
{
    int32_t number;
    return (kd_json_whole(&r->json, &number) && number == 1) || wrong(r, "must be 1");
}

static int section(reader *r, koord_text name)
{
    at_path(r, "", name);
    if (kd_text_equal(name, KD_TEXT("settings"))) return settings(r);
    if (kd_text_equal(name, KD_TEXT("fatigue"))) return fatigue(r);
    if (kd_text_equal(name, KD_TEXT("surveys"))) return surveys(r);
    if (kd_text_equal(name, KD_TEXT("version"))) return version(r);
    if (kd_text_equal(name, KD_TEXT("$schema"))) return kd_json_skip(&r->json, NULL);
    return wrong(r, "a configuration has settings, version, fatigue and surveys");
}

int kd_config_apply(koord_engine *engine, koord_text json, kd_config_problem *problem)
{
    koord_text name;
    reader r = { kd_json_of(json), engine, problem };
    *problem = (kd_config_problem){ 0 };
    if (!kd_json_enter(&r.json, '{')) return wrong(&r, "a configuration is a JSON object");
    while (kd_json_next_key(&r.json, &name))
        if (!section(&r, name)) break;
    if (kd_json_done(&r.json)) return 1;
    if (!problem->why[0]) problem->at = kd_json_at(&r.json);
    return wrong(&r, r.json.why);
}
