/* config - settings and surveys from a JSON file. */
#include "cli/config.h"
#include "base/text.h"
#include <stdio.h>

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

typedef struct survey_draft {
    char name_room[33], on_room[33];
    kd_buffer name, on;
    int32_t sample;
} survey_draft;

static int survey_member(reader *r, survey_draft *s, koord_text key)
{
    at_path(r, "surveys.", key);
    if (kd_text_equal(key, KD_TEXT("id")))
        return kd_json_string(&r->json, &s->name) || wrong(r, "must be a text of at most 32 bytes");
    if (kd_text_equal(key, KD_TEXT("on")))
        return kd_json_string(&r->json, &s->on) || wrong(r, "must name a detector");
    if (kd_text_equal(key, KD_TEXT("sample")))
        return kd_json_whole(&r->json, &s->sample) || wrong(r, "must be a whole number, visitors in 10,000");
    return wrong(r, "a survey has id, on and sample");
}

static int put_survey(reader *r, const survey_draft *s)
{
    switch (koord_survey(r->engine, kd_buffer_text(&s->name), kd_buffer_text(&s->on), (uint32_t)s->sample)) {
    case KOORD_OK:
        return 1;
    case KOORD_ERR_NAME:
        return wrong(r, "\"on\" names no detector");
    case KOORD_ERR_SPACE:
        return wrong(r, "there are more than 64 surveys");
    default:
        return wrong(r, "\"id\" must have 1 to 32 bytes, \"sample\" lie between 0 and 10000");
    }
}

static int survey(reader *r)
{
    koord_text key;
    survey_draft s = { .sample = 10000 };
    s.name = kd_buffer_of(s.name_room, sizeof s.name_room);
    s.on = kd_buffer_of(s.on_room, sizeof s.on_room);
    if (!kd_json_enter(&r->json, '{')) return wrong(r, "must be an object");
    while (kd_json_next_key(&r->json, &key))
        if (!survey_member(r, &s, key)) return 0;
    if (r->json.why) return 0;
    at_path(r, "surveys.", kd_buffer_text(&s.name));
    return put_survey(r, &s);
}

static int surveys(reader *r)
{
    if (!kd_json_enter(&r->json, '[')) return wrong(r, "must be a list");
    while (kd_json_next_item(&r->json))
        if (!survey(r)) return 0;
    return !r->json.why;
}

static int section(reader *r, koord_text name)
{
    at_path(r, "", name);
    if (kd_text_equal(name, KD_TEXT("settings"))) return settings(r);
    if (kd_text_equal(name, KD_TEXT("surveys"))) return surveys(r);
    return wrong(r, "a configuration has settings and surveys");
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
    problem->at = kd_json_at(&r.json);
    return wrong(&r, r.json.why);
}
