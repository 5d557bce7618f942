/* abi - prints what the tables say, for those who cannot include them: `abi js`, `abi settings`, `abi
 * schema`.
 *
 * Built for wasm32 and run under WASI, so that the struct offsets are those of the core the host will talk
 * to. */
#include "koord.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char *comma(int *first)
{
    const char *between = *first ? "" : ", ";
    *first = 0;
    return between;
}

/* ---- js/abi.gen.js ---- */

/* Whether a host says words of that group, or verdicts alone do. */
static int is_reported(const char *group)
{
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what)                                              \
    if (!strcmp(#extra, group)) return 1;
#include "koord_events.def"
    return 0;
}

/* The vocabularies that a host says words of, or the others. */
static void words(int reported)
{
    int wanted = 0, first = 1;
#define KOORD_GROUP(GROUP)                                                                                   \
    wanted = is_reported(#GROUP) == reported;                                                                \
    if (wanted) printf("%s" #GROUP, first ? "" : "\n"), first = 0;
#define KOORD_WORD(GROUP, number, NAME, wire)                                                                \
    if (wanted) printf(" " #wire);
#include "koord_words.def"
}

static void vocabularies(void)
{
    printf("/** Closed vocabularies of facts: a word's number is its place. */\n"
           "export const WORDS = /* @__PURE__ */ vocabulariesFrom(`");
    words(1);
    printf("`);\n\n/** And those that verdicts alone use. */\n"
           "export const VERDICT_WORDS = /* @__PURE__ */ vocabulariesFrom(`");
    words(0);
    printf("`);\n\n");
}

/* A number that is one more than the last one before goes without saying. */
static void unless_next(int number, int *last)
{
    if (number != *last + 1) printf("%d", number);
    *last = number;
}

#define CODE_NUMBER(slot, wire, extra) unless_next(slot, &last_slot), printf(#wire)
#define CODE_HASH(slot, wire, extra)   unless_next(slot, &last_slot), printf(#wire ":h")
#define CODE_WORD(slot, wire, extra)   unless_next(slot, &last_slot), printf(#wire ":w" #extra)
#define CODE_SET(slot, wire, extra)    unless_next(slot, &last_slot), printf(#wire ":s" #extra)
#define CODE_TEXT(slot, wire, extra)   printf(#wire ":t" #extra)
#define CODE_JSON(slot, wire, extra)   printf(#wire ":j" #extra)

static void events(void)
{
    int last_kind = 0, last_slot = -1;
    printf("/** Kinds of facts and their fields, as js/tables.js reads them. */\nexport const EVENTS = "
           "kindsFrom(`");
#define KOORD_EVENT(number, NAME, wire, what)                                                                \
    if (last_kind) printf("\n");                                                                             \
    unless_next(number, &last_kind);                                                                         \
    printf(#wire);                                                                                           \
    last_slot = -1;
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what)                                              \
    printf(" ");                                                                                             \
    CODE_##TYPE(slot, wire, extra);
#include "koord_events.def"
    printf("`);\n\n");
}

#define AT(struct_, field) (unsigned)offsetof(struct_, field)

/* An effect is told as names in their order. */
_Static_assert(offsetof(koord_effect, most) == 9 * sizeof(uint32_t),
               "js/core.js reads ten numbers of 32 bits");

static void layout(void)
{
    printf("/** Byte offsets of an event's members; little-endian. */\n"
           "export const EVENT = { at: %u, target: %u, number: %u };\n\n",
           AT(koord_event, at), AT(koord_event, target), AT(koord_event, number));
    printf("/** An effect's members: numbers of 32 bits, one behind the other. */\n"
           "export const EFFECT_MEMBERS = 'kind id t target what variant state severity yes most';\n");
}

static void variants(void)
{
    const char *last = "";
    printf("\n/** What detectors call what they find: a variant's number is its place. */\n"
           "export const VARIANTS = /* @__PURE__ */ vocabulariesFrom(`");
#define KOORD_VARIANT(name, number, VARIANT, wire, severity)                                                 \
    if (strcmp(last, #name)) printf("%s" #name, *last ? "\n" : "");                                          \
    last = #name;                                                                                            \
    printf(" " #wire);
#include "koord_detectors.def"
    printf("`);\n");
}

/* What js/survey/compile.js makes programs of. */
static void surveys(void)
{
    printf("\n/** How a survey's moment is told to the core: include/koord_surveys.def. */\n"
           "export const SURVEY_ROW = {");
#define KOORD_ROW(number, NAME, of, test, more, value) printf(" " #NAME ": %d,", number);
#include "koord_surveys.def"
    printf(" };\nexport const SURVEY_SOURCE = {");
#define KOORD_SOURCE(number, NAME, what) printf(" " #NAME ": %d,", number);
#include "koord_surveys.def"
    printf(" };\nexport const SURVEY_TEST = {");
#define KOORD_TEST(number, NAME, wire) printf(" " #wire ": %d,", number);
#include "koord_surveys.def"
    printf(" };\n/** @type {Record<string, [number, number, number]>} number, least, most */\n"
           "export const SURVEY_LIMIT = {");
#define KOORD_LIMIT(number, NAME, wire, usual, least, most, what)                                            \
    printf(" " #wire ": [%d, %d, %d],", number, least, most);
#include "koord_surveys.def"
    printf(" };\n/** @type {[number, string, string, string][]} number, name, type, vocabulary */\n"
           "export const SURVEY_SUBJECT = [");
#define KOORD_SUBJECT(number, NAME, wire, TYPE, GROUP, what)                                                 \
    printf("\n  [%d, '" #wire "', '" #TYPE "', '%s'],", number, *#GROUP == '0' ? "" : #GROUP);
#include "koord_surveys.def"
    printf("\n];\n");
}

static void js(void)
{
    printf("// Generated by src/wasm/abi.c from the tables in include/. Do not edit.\n"
           "import { kindsFrom, vocabulariesFrom } from './tables.js';\n\n");
    printf("export const ABI = %d;\nexport const ABSENT = %d;\nexport const NEVER = %u;\n\n", KOORD_ABI,
           KOORD_ABSENT, KOORD_NEVER);
    printf("export const RESULT = {\n");
#define KOORD_RESULT(number, NAME, what) printf("  %s: %d, // %s\n", #NAME, number, what);
#include "koord_results.def"
    printf("};\n\nexport const EFFECT = { FACT: %d, SIGNAL: %d, DECISION: %d, BATCH: %d, OUTCOME: %d };\n",
           KOORD_EFFECT_FACT, KOORD_EFFECT_SIGNAL, KOORD_EFFECT_DECISION, KOORD_EFFECT_BATCH,
           KOORD_EFFECT_OUTCOME);
    printf("/** Why a visitor of the hold-out is not asked. */\nexport const HOLD_OUT = %d;\n",
           KOORD_WHY_IS_HOLD_OUT);
    printf("export const DELIVERY = { DELIVERED: %d, TOO_MUCH: %d, UNREACHED: %d, GIVEN_UP: %d };\n\n",
           KOORD_DELIVERED, KOORD_TOO_MUCH, KOORD_UNREACHED, KOORD_GIVEN_UP);
    printf("/** @type {Record<number, string>} */\nexport const DETECTORS = {\n");
#define KOORD_DETECTOR(number, name, family, most) printf("  %d: '%s',\n", number, #name);
#include "koord_detectors.def"
    printf("};\n\n");
    vocabularies();
    events();
    layout();
    variants();
    surveys();
}

/* ---- docs/settings.md ---- */

static void settings(void)
{
    printf("<!-- Generated by src/wasm/abi.c from include/koord_detectors.def. Do not edit; run `make "
           "generated`. -->\n"
           "# Settings\n\nEvery number that a shop may change, by the name that the tag, the command line "
           "and every recorded signal use.\n"
           "`koord('init', { settings: { 'rage_click.clicks': 4 } })`, or "
           "`data-settings='{\"rage_click.clicks\":4}'` on the script tag.\n");
    const char *last = "";
#define KOORD_SETTING(owner, NAME, name, initial, least, most, what)                                         \
    if (strcmp(last, #owner))                                                                                \
        printf(                                                                                              \
            "\n## %s\n\n| setting | default | least | most | meaning |\n| --- | --: | --: | --: | --- |\n",  \
            #owner);                                                                                         \
    last = #owner;                                                                                           \
    printf("| `%s.%s` | %d | %d | %d | %s |\n", #owner, #name, initial, least, most, what);
#include "koord_detectors.def"
}

/* ---- docs/wire.schema.json ---- */

static void group_words(const char *group)
{
    int first = 1;
#define KOORD_WORD(GROUP, number, NAME, wire)                                                                \
    if (!strcmp(group, #GROUP)) printf("%s\"%s\"", comma(&first), #wire);
#include "koord_words.def"
}

static void type_of(const char *type, const char *extra)
{
    if (!strcmp(type, "NUMBER")) printf("\"type\": \"integer\"");
    if (!strcmp(type, "HASH")) printf("\"type\": \"string\", \"pattern\": \"^[0-9a-f]{8}$\"");
    if (!strcmp(type, "TEXT")) printf("\"type\": \"string\", \"maxLength\": %s", extra);
    if (!strcmp(type, "JSON")) printf("\"type\": \"object\"");
    if (strcmp(type, "WORD") && strcmp(type, "SET")) return;
    if (!strcmp(type, "SET")) printf("\"type\": \"array\", \"items\": { ");
    printf("\"enum\": [");
    group_words(extra);
    printf(!strcmp(type, "SET") ? "] }" : "]");
}

static void fact_start(const char *name, const char *what)
{
    printf("    \"%s\": {\n      \"description\": \"%s\",\n      \"type\": \"object\",\n      \"required\": "
           "[\"id\", \"t\", \"kind\"],\n"
           "      \"properties\": {\n        \"id\": { \"type\": \"integer\", \"minimum\": 1 },\n"
           "        \"t\": { \"type\": \"integer\", \"minimum\": 0 },\n        \"at\": { \"type\": "
           "\"integer\", \"minimum\": 0 },\n"
           "        \"kind\": { \"const\": \"%s\" },\n        \"target\": { \"type\": \"string\", "
           "\"pattern\": \"^[0-9a-f]{8}$\" }",
           name, what, name);
}

static void fact_definitions(void)
{
    int started = 0;
#define KOORD_EVENT(number, NAME, wire, what)                                                                \
    if (started++) printf("\n      }\n    },\n");                                                            \
    fact_start(#wire, what);
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what)                                              \
    printf(",\n        \"%s\": { \"description\": \"%s\", ", #wire, what);                                   \
    type_of(#TYPE, #extra);                                                                                  \
    printf(" }");
#include "koord_events.def"
    printf("\n      }\n    },\n");
}

static void detector_names(void)
{
    int first = 1;
#define KOORD_DETECTOR(number, name, family, most) printf("%s\"%s\"", comma(&first), #name);
#include "koord_detectors.def"
}

static void words_property(const char *name, const char *group)
{
    printf("        \"%s\": { \"enum\": [", name);
    group_words(group);
    printf("] },\n");
}

static void verdict_definitions(void)
{
    printf("    \"signal\": {\n      \"description\": \"A detector found something.\",\n      \"type\": "
           "\"object\",\n"
           "      \"required\": [\"id\", \"t\", \"kind\", \"signal\", \"state\", \"rev\", \"variant\", "
           "\"severity\", \"incident\", \"evidence\", \"evidence_count\", \"settings\"],\n"
           "      \"properties\": {\n        \"kind\": { \"const\": \"signal\" },\n        \"signal\": { "
           "\"enum\": [");
    detector_names();
    printf("] },\n");
    words_property("state", "STATE");
    words_property("place", "PLACE");
    words_property("step", "STEP");
    printf("        \"rev\": { \"type\": \"integer\", \"minimum\": 1 },\n        \"about\": { \"type\": "
           "\"integer\", \"minimum\": 1 },\n"
           "        \"variant\": { \"type\": \"string\" },\n        \"severity\": { \"type\": \"integer\", "
           "\"minimum\": 1, \"maximum\": 5 },\n"
           "        \"incident\": { \"type\": \"integer\", \"minimum\": 1 },\n        \"target\": { "
           "\"type\": \"string\", \"pattern\": \"^[0-9a-f]{8}$\" },\n"
           "        \"total_cents\": { \"type\": \"integer\" },\n        \"evidence\": { \"type\": "
           "\"array\", \"maxItems\": 8, \"items\": { \"type\": \"integer\" } },\n"
           "        \"evidence_count\": { \"type\": \"integer\" },\n        \"settings\": { \"type\": "
           "\"object\", \"additionalProperties\": { \"type\": \"integer\" } }\n      }\n    },\n");
    printf("    \"decision\": {\n      \"description\": \"A moment that could have asked a question.\",\n    "
           "  \"type\": \"object\",\n"
           "      \"required\": [\"id\", \"t\", \"kind\", \"survey\", \"answer\", \"why\", \"evidence\", "
           "\"evidence_count\"],\n"
           "      \"properties\": {\n        \"kind\": { \"const\": \"decision\" },\n        \"survey\": { "
           "\"type\": \"string\" },\n");
    words_property("answer", "ANSWER");
    words_property("why", "WHY");
    words_property("place", "PLACE");
    words_property("step", "STEP");
    printf(
        "        \"signal\": { \"type\": \"integer\" },\n        \"incident\": { \"type\": \"integer\" },\n"
        "        \"evidence\": { \"type\": \"array\", \"maxItems\": 8, \"items\": { \"type\": \"integer\" } "
        "},\n"
        "        \"evidence_count\": { \"type\": \"integer\" }\n      }\n    },\n");
    printf("    \"outcome\": {\n      \"description\": \"What came of a search or a checkout.\",\n      "
           "\"type\": "
           "\"object\",\n"
           "      \"required\": [\"id\", \"t\", \"kind\", \"goal\", \"outcome\", \"about\", \"took_ms\", "
           "\"evidence\", \"evidence_count\"],\n"
           "      \"properties\": {\n        \"kind\": { \"const\": \"outcome\" },\n");
    words_property("goal", "GOAL");
    words_property("outcome", "OUTCOME");
    words_property("place", "PLACE");
    words_property("step", "STEP");
    printf("        \"about\": { \"type\": \"integer\", \"minimum\": 1 },\n        \"took_ms\": { \"type\": "
           "\"integer\", \"minimum\": 0 },\n        \"total_cents\": { \"type\": \"integer\" },\n"
           "        \"evidence\": { \"type\": \"array\", \"maxItems\": 8, \"items\": { \"type\": \"integer\" "
           "} },\n"
           "        \"evidence_count\": { \"type\": \"integer\" }\n      }\n    }\n");
}

static void schema(void)
{
    printf("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"A record of "
           "a Koord trail\",\n"
           "  \"$comment\": \"Generated by src/wasm/abi.c from include/*.def. Do not edit; run make "
           "generated.\",\n  \"oneOf\": [\n");
#define KOORD_EVENT(number, NAME, wire, what) printf("    { \"$ref\": \"#/$defs/%s\" },\n", #wire);
#include "koord_events.def"
    printf("    { \"$ref\": \"#/$defs/signal\" },\n    { \"$ref\": \"#/$defs/decision\" },\n    { \"$ref\": "
           "\"#/$defs/outcome\" }\n  ],\n  "
           "\"$defs\": {\n");
    fact_definitions();
    verdict_definitions();
    printf("  }\n}\n");
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    if (!strcmp(what, "js"))
        js();
    else if (!strcmp(what, "settings"))
        settings();
    else if (!strcmp(what, "schema"))
        schema();
    else
        return fprintf(stderr, "abi js|settings|schema: prints what the tables say\n"), 2;
    return 0;
}
