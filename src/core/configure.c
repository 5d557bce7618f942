/* configure - settings and surveys from JSON: all of it, or none. */
#include "base/json_read.h"
#include "base/hash.h"
#include "base/text.h"
#include "core/engine.h"
#include <string.h>

typedef struct draft {
    kd_json json;
    kd_settings settings;
    kd_surveys surveys;
    koord_problem *problem;
    kd_buffer path, why;
} draft;

/* Says what is wrong, at the value last read; the first word counts. Always 0. */
static int wrong(draft *d, int result, const char *why)
{
    if (d->problem->result == KOORD_OK) {
        d->problem->result = result;
        d->problem->at = kd_json_at(&d->json);
        kd_buffer_add(&d->why, kd_text_of(why));
    }
    return kd_json_fail(&d->json, why);
}

static void at_path(draft *d, const char *section, koord_text name)
{
    if (d->problem->result != KOORD_OK) return;
    d->path.used = 0;
    kd_buffer_add(&d->path, kd_text_of(section));
    kd_buffer_add(&d->path, kd_text_clip(name, 40));
}

static int out_of_range(draft *d, kd_setting setting)
{
    int32_t least, most;
    kd_settings_range(setting, &least, &most);
    kd_buffer_add(&d->why, KD_TEXT("must lie between "));
    kd_buffer_number(&d->why, least);
    kd_buffer_add(&d->why, KD_TEXT(" and "));
    kd_buffer_number(&d->why, most);
    return wrong(d, KOORD_ERR_VALUE, "");
}

static int setting(draft *d, koord_text name)
{
    int32_t value;
    int found = kd_settings_find(name);
    at_path(d, "settings.", name);
    if (found < 0) return wrong(d, KOORD_ERR_NAME, "no setting has this name (docs/settings.md lists them)");
    if (!kd_json_whole(&d->json, &value)) return wrong(d, KOORD_ERR_VALUE, "must be a whole number");
    return kd_settings_put(&d->settings, (kd_setting)found, value) == KOORD_OK ||
           out_of_range(d, (kd_setting)found);
}

static int settings(draft *d)
{
    koord_text name;
    if (!kd_json_enter(&d->json, '{')) return wrong(d, KOORD_ERR_SYNTAX, "must be an object");
    while (kd_json_next_key(&d->json, &name))
        if (!setting(d, name)) return 0;
    return !d->json.why;
}

static uint8_t detector_called(koord_text name)
{
#define KOORD_DETECTOR(number, detector, family, most)                                                       \
    if (kd_text_equal(name, KD_TEXT(#detector))) return number;
#include "koord_detectors.def"
    return 0;
}

typedef struct survey_draft {
    char name_room[KD_SURVEY_NAME], on_room[KD_SURVEY_NAME];
    kd_buffer name, on;
    int32_t sample;
} survey_draft;

static int survey_member(draft *d, survey_draft *s, koord_text key)
{
    at_path(d, "surveys.", key);
    if (kd_text_equal(key, KD_TEXT("id")))
        return kd_json_string(&d->json, &s->name) ||
               wrong(d, KOORD_ERR_VALUE, "must be a text of at most 32 bytes");
    if (kd_text_equal(key, KD_TEXT("on")))
        return kd_json_string(&d->json, &s->on) || wrong(d, KOORD_ERR_VALUE, "must name a detector");
    if (kd_text_equal(key, KD_TEXT("sample")))
        return kd_json_whole(&d->json, &s->sample) ||
               wrong(d, KOORD_ERR_VALUE, "must be a whole number, visitors in 10,000");
    return wrong(d, KOORD_ERR_NAME, "a survey has id, on and sample");
}

static int survey(draft *d)
{
    koord_text key;
    survey_draft s = { .sample = 10000 };
    s.name = kd_buffer_of(s.name_room, sizeof s.name_room);
    s.on = kd_buffer_of(s.on_room, sizeof s.on_room);
    if (!kd_json_enter(&d->json, '{')) return wrong(d, KOORD_ERR_SYNTAX, "must be an object");
    while (kd_json_next_key(&d->json, &key))
        if (!survey_member(d, &s, key)) return 0;
    if (d->json.why) return 0;
    at_path(d, "surveys.", KD_TEXT("on"));
    uint8_t on = detector_called(kd_buffer_text(&s.on));
    if (!on) return wrong(d, KOORD_ERR_NAME, "no detector has this name");
    at_path(d, "surveys.", KD_TEXT("sample"));
    if (s.sample < 0 || s.sample > 10000) return wrong(d, KOORD_ERR_VALUE, "must lie between 0 and 10000");
    at_path(d, "surveys.", KD_TEXT("id"));
    int added = kd_surveys_add(&d->surveys, kd_buffer_text(&s.name), on, (uint16_t)s.sample);
    if (added == KOORD_ERR_SPACE) return wrong(d, added, "at most 64 surveys");
    return added == KOORD_OK || wrong(d, added, "is missing");
}

static int surveys(draft *d)
{
    d->surveys.count = 0;
    if (!kd_json_enter(&d->json, '[')) return wrong(d, KOORD_ERR_SYNTAX, "must be a list");
    while (kd_json_next_item(&d->json))
        if (!survey(d)) return 0;
    return !d->json.why;
}

static int section(draft *d, koord_text name)
{
    at_path(d, "", name);
    if (kd_text_equal(name, KD_TEXT("settings"))) return settings(d);
    if (kd_text_equal(name, KD_TEXT("surveys"))) return surveys(d);
    return wrong(d, KOORD_ERR_NAME, "a configuration has settings and surveys");
}

static int read(draft *d)
{
    koord_text name;
    if (!kd_json_enter(&d->json, '{')) return wrong(d, KOORD_ERR_SYNTAX, "a configuration is a JSON object");
    while (kd_json_next_key(&d->json, &name))
        if (!section(d, name)) break;
    return kd_json_done(&d->json) || wrong(d, KOORD_ERR_SYNTAX, d->json.why);
}

int koord_configure(koord_engine *engine, koord_text json, koord_problem *problem)
{
    koord_problem unused;
    if (!engine || (!json.at && json.size)) return KOORD_ERR_ARGUMENT;
    if (!problem) problem = &unused;
    *problem = (koord_problem){ .result = KOORD_OK };
    if (engine->state.next_id > 1) return problem->result = KOORD_ERR_LATE;
    draft d = { .json = kd_json_of(json), .problem = problem };
    d.path = kd_buffer_of(problem->path_room, sizeof problem->path_room);
    d.why = kd_buffer_of(problem->why_room, sizeof problem->why_room);
    kd_settings_reset(&d.settings);
    kd_surveys_reset(&d.surveys);
    int well = read(&d);
    problem->path = kd_buffer_text(&d.path);
    problem->why = kd_buffer_text(&d.why);
    if (!well) return problem->result;
    engine->settings = d.settings;
    engine->surveys = d.surveys;
    kd_engine_begin(engine);
    return KOORD_OK;
}
