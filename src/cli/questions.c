/* questions - whether a survey's questions can be asked: types, texts, choices, and where branches lead. */
#include "cli/questions.h"
#include "base/text.h"
#include "cli/json_pick.h"
#include <stdio.h>
#include <string.h>

enum { ID_MOST = 32, TEXT_MOST = 1700 /* bytes: 400 characters of four each, and quotes */ };

/* Always 0. */
static int wrong(kd_fault *f, koord_text at, const char *path, const char *why)
{
    f->at = at.at;
    snprintf(f->path, sizeof f->path, "%s", path);
    snprintf(f->why, sizeof f->why, "%s", why);
    return 0;
}

static int is_one_of(koord_text word, const char *words)
{
    for (const char *at = words; *at; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        if (kd_text_equal(word, (koord_text){ at, (uint32_t)size })) return 1;
        at += size;
    }
    return 0;
}

static int has_text(koord_text value)
{
    koord_text inner = value;
    if (!value.at || value.size > TEXT_MOST * 8) return 0;
    if (value.at[0] == '"') return value.size > 2 && value.size <= TEXT_MOST;
    kd_json json = kd_json_of(value);
    koord_text key;
    int some = 0;
    if (!kd_json_enter(&json, '{')) return 0;
    while (kd_json_next_key(&json, &key)) {
        if (!kd_json_skip(&json, &inner) || inner.at[0] != '"' || inner.size < 3) return 0;
        some = 1;
    }
    return some;
}

static koord_text id_of(koord_text object, char *room)
{
    return kd_pick_text(kd_pick(object, "id"), room, ID_MOST);
}

/* The place of the question with that id, or -1. */
static int place_of(koord_text questions, koord_text id)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(questions, i)).at; i++) {
        char room[ID_MOST];
        if (kd_text_equal(id_of(one, room), id)) return (int)i;
    }
    return -1;
}

static int check_choices(koord_text question, int wanted, const char *path, kd_fault *f)
{
    koord_text list = kd_pick(question, "choices"), one;
    uint32_t count = 0;
    if (!wanted) return !list.at || wrong(f, list, path, "has choices, which only single and multiple have");
    if (!list.at) return wrong(f, question, path, "has no \"choices\"; give it 2 to 12");
    for (; (one = kd_pick_nth(list, count)).at; count++) {
        char room[ID_MOST];
        koord_text id = id_of(one, room);
        if (!id.size) return wrong(f, one, path, "has a choice without an \"id\"");
        if (place_of(list, id) != (int)count) return wrong(f, one, path, "has two choices of one \"id\"");
        if (!has_text(kd_pick(one, "text"))) return wrong(f, one, path, "has a choice without a \"text\"");
    }
    return (count >= 2 && count <= 12) || wrong(f, list, path, "must have 2 to 12 choices");
}

static int check_branches(koord_text questions, koord_text question, uint32_t place, const char *path,
                          kd_fault *f)
{
    koord_text branch;
    for (uint32_t i = 0; (branch = kd_pick_nth(kd_pick(question, "next"), i)).at; i++) {
        char room[ID_MOST];
        koord_text there = kd_pick_text(kd_pick(branch, "go_to"), room, sizeof room);
        if (!there.at) return wrong(f, branch, path, "has a branch without a \"go_to\"");
        if (kd_text_equal(there, KD_TEXT("end"))) continue;
        if (place_of(questions, there) <= (int)place)
            return wrong(f, branch, path, "branches to what is no later question; use its id, or end");
    }
    return 1;
}

static int check_link(koord_text question, const char *path, kd_fault *f)
{
    char room[512];
    koord_text link = kd_pick(question, "link"), url = kd_pick_text(kd_pick(link, "url"), room, sizeof room);
    if (!link.at) return 1;
    int far = (url.size > 8 && memcmp(url.at, "https://", 8) == 0) ||
              (url.size > 7 && memcmp(url.at, "http://", 7) == 0);
    int near = url.size && url.at[0] == '/' && (url.size == 1 || url.at[1] != '/');
    return far || near || wrong(f, link, path, "links to what is no http address, so there would be no link");
}

static int check_scale(koord_text question, koord_text type, const char *path, kd_fault *f)
{
    koord_text scale = kd_pick(question, "scale");
    int32_t points = 7;
    if (!scale.at) return 1;
    if (!kd_text_equal(type, KD_TEXT("ces"))) return wrong(f, scale, path, "has a scale, which only ces has");
    return (kd_pick_whole(scale, &points) && (points == 5 || points == 7)) ||
           wrong(f, scale, path, "\"scale\" must be 5 or 7");
}

static int check_question(koord_text questions, koord_text question, uint32_t place, kd_fault *f)
{
    char id_room[ID_MOST], type_room[ID_MOST], path[64];
    koord_text id = id_of(question, id_room);
    koord_text type = kd_pick_text(kd_pick(question, "type"), type_room, sizeof type_room);
    snprintf(path, sizeof path, "questions[%u]", place);
    if (!id.size) return wrong(f, question, path, "has no \"id\"; give it a short name");
    if (place_of(questions, id) != (int)place)
        return wrong(f, question, path, "has the \"id\" of another one");
    if (!is_one_of(type, "nps csat ces stars emoji thumbs single multiple text consent information"))
        return wrong(
            f, question, path,
            "\"type\" must be nps, csat, ces, stars, emoji, thumbs, single, multiple, text, consent or "
            "information");
    if (!has_text(kd_pick(question, "text")))
        return wrong(f, question, path, "needs a \"text\", or one for each language: {\"en\": \"...\"}");
    return check_choices(question, is_one_of(type, "single multiple"), path, f) &&
           check_scale(question, type, path, f) && check_link(question, path, f) &&
           check_branches(questions, question, place, path, f);
}

int kd_questions_check(koord_text survey, kd_fault *fault)
{
    koord_text list = kd_pick(survey, "questions"), one;
    uint32_t count = 0;
    for (; (one = kd_pick_nth(list, count)).at; count++)
        if (!check_question(list, one, count, fault)) return 0;
    if (count >= 1 && count <= KD_QUESTIONS_MOST) return 1;
    return wrong(fault, list.at ? list : survey, "questions", "there must be 1 to 12 of them");
}
