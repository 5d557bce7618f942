/* explain - verdicts as sentences, with what they rest on. */
#include "cli/explain.h"
#include "base/json_read.h"
#include "base/text.h"
#include "model/verdict.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANGUAGES = 2, LONG_MS = 120000 /* from here on in minutes, as the inspector tells it */ };

static const struct {
    const char *detector, *variant, *said[LANGUAGES];
} sentences[] = {
#define KOORD_SENTENCE(detector, variant, en, nl) { #detector, #variant, { en, nl } },
#include "sentences.gen.h"
};

/* What the ready-made surveys ask first. */
static const struct {
    const char *survey, *said[LANGUAGES];
} questions[] = {
#define KOORD_QUESTION(survey, en, nl) { #survey, { en, nl } },
#include "sentences.gen.h"
};

static const struct {
    const char *severity, *goal[2], *succeeded, *failed, *abandoned, *unknown, *asked, *held, *rests_on,
        *with;
} words[LANGUAGES] = {
    { "severity",
      { "The search", "The checkout" },
      "succeeded",
      "failed",
      "was abandoned",
      "is over, nobody knows how",
      "Asked:",
      "Did not ask:",
      "rests on",
      "with" },
    { "ernst",
      { "De zoekopdracht", "Het afrekenen" },
      "is geslaagd",
      "is mislukt",
      "is opgegeven",
      "is voorbij, niemand weet hoe",
      "Gevraagd:",
      "Niet gevraagd:",
      "berust op",
      "bij" },
};

int kd_language_of(const char *name)
{
    return strcmp(name, "en") == 0 ? 0 : strcmp(name, "nl") == 0 ? 1 : -1;
}

/* ---- reading records ---- */

/* The member of that name as it is written, or an empty text. */
static koord_text member(koord_text record, const char *name)
{
    kd_json json = kd_json_of(record);
    koord_text key, span, none = { "", 0 };
    if (!kd_json_enter(&json, '{')) return none;
    while (kd_json_next_key(&json, &key)) {
        int wanted = kd_text_equal(key, kd_text_of(name));
        if (!kd_json_skip(&json, &span)) return none;
        if (wanted) return span;
    }
    return none;
}

/* The same without the quotes around a string. */
static koord_text word(koord_text record, const char *name)
{
    koord_text span = member(record, name);
    return span.size > 1 && span.at[0] == '"' ? (koord_text){ span.at + 1, span.size - 2 } : span;
}

static long number(koord_text record, const char *name)
{
    koord_text span = member(record, name);
    return span.size ? strtol(span.at, NULL, 10) : 0;
}

static int is(koord_text text, const char *name)
{
    return kd_text_equal(text, kd_text_of(name));
}

/* ---- writing for people ---- */

static void put(koord_text text)
{
    printf("%.*s", (int)text.size, text.at);
}

/* 3000 of window_ms is "3 s". */
static void put_measure(koord_text name, long value)
{
    int ms = name.size > 3 && memcmp(name.at + name.size - 3, "_ms", 3) == 0;
    if (!ms)
        printf("%ld", value);
    else if (value < 1000)
        printf("%ld ms", value);
    else if (value < LONG_MS)
        printf(value % 1000 ? "%.1f s" : "%.0f s", (double)value / 1000);
    else
        printf(value % 60000 ? "%.1f min" : "%.0f min", (double)value / 60000);
}

static void put_clock(long t)
{
    printf("%3ld:%02ld  ", t / 60000, t / 1000 % 60);
}

/* A sentence with its {names}: settings in force, and the count of the evidence. What stands in brackets is
 * for those who know more, as the inspector does. */
static void put_sentence(const char *sentence, koord_text verdict)
{
    koord_text settings = member(verdict, "settings");
    char name[64];
    while (*sentence) {
        size_t plain = strcspn(sentence, "{["), inside = strcspn(sentence + plain, "}]");
        put((koord_text){ sentence, (uint32_t)plain });
        sentence += plain;
        if (!sentence[0] || !sentence[inside]) return;
        snprintf(name, sizeof name, "%.*s", (int)inside - 1, sentence + 1);
        if (*sentence == '[')
            inside = strcspn(sentence, "]");
        else if (strcmp(name, "count") == 0)
            printf("%ld", number(verdict, "evidence_count"));
        else
            put_measure(kd_text_of(name), number(settings, name));
        sentence += inside + (sentence[inside] != 0);
    }
}

static const char *sentence_of(koord_text detector, koord_text variant, int language)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (is(detector, sentences[i].detector) && is(variant, sentences[i].variant))
            return sentences[i].said[language];
    return "";
}

static void put_settings(koord_text settings, int language)
{
    kd_json json = kd_json_of(settings);
    koord_text key;
    int32_t value;
    int count = 0;
    if (!kd_json_enter(&json, '{')) return;
    while (kd_json_next_key(&json, &key) && kd_json_whole(&json, &value)) {
        printf(count ? ", " : "        %s ", words[language].with);
        count++;
        put(key);
        putchar(' ');
        put_measure(key, value);
    }
    if (count) putchar('\n');
}

/* "The search found nothing.  [zero_results.zero, severity 3, final]" */
static void put_signal(koord_text v, int language)
{
    koord_text detector = word(v, "signal"), variant = word(v, "variant");
    put_sentence(sentence_of(detector, variant, language), v);
    printf("  [");
    put(detector);
    printf(".");
    put(variant);
    printf(", %s %ld, ", words[language].severity, number(v, "severity"));
    put(word(v, "state"));
    printf("]\n");
}

/* A finding as its sentence, a fact as it was recorded. */
static void put_proof(koord_text record, int language)
{
    if (is(word(record, "kind"), "signal")) {
        put_clock(number(record, "t"));
        put_signal(record, language);
    } else {
        put(record);
        putchar('\n');
    }
}

static void put_evidence(koord_text evidence, const kd_lines_by_id *lines, int language)
{
    kd_json json = kd_json_of(evidence);
    int32_t id;
    if (!kd_json_enter(&json, '[')) return;
    printf("        %s\n", words[language].rests_on);
    while (kd_json_next_item(&json) && kd_json_whole(&json, &id)) {
        koord_text record = kd_recall(lines, id);
        printf("          ");
        if (record.size)
            put_proof(record, language);
        else
            printf("#%d\n", id);
    }
}

static void explain_signal(koord_text v, const kd_lines_by_id *lines, int language)
{
    put_signal(v, language);
    put_evidence(member(v, "evidence"), lines, language);
    put_settings(member(v, "settings"), language);
}

static void explain_outcome(koord_text v, int language)
{
    koord_text outcome = word(v, "outcome");
    const char *said = is(outcome, "succeeded")   ? words[language].succeeded
                       : is(outcome, "failed")    ? words[language].failed
                       : is(outcome, "abandoned") ? words[language].abandoned
                                                  : words[language].unknown;
    printf("%s %s  (", words[language].goal[is(word(v, "goal"), "checkout")], said);
    put_measure(KD_TEXT("took_ms"), number(v, "took_ms"));
    printf(")\n");
}

static const char *question_of(koord_text survey, int language)
{
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (is(survey, questions[i].survey)) return questions[i].said[language];
    return "";
}

/* The survey's question where it is a ready-made one; of a shop's own only the name is known. */
static void explain_decision(koord_text v, int language)
{
    koord_text survey = word(v, "survey");
    const char *question = question_of(survey, language);
    printf("%s ", is(word(v, "answer"), "ask") ? words[language].asked : words[language].held);
    printf("%s%s[", question, *question ? "  " : "");
    put(survey);
    printf(", ");
    put(word(v, "why"));
    printf("]\n");
}

void kd_explain(koord_text verdict, const kd_lines_by_id *lines, int language)
{
    koord_text kind = word(verdict, "kind");
    put_clock(number(verdict, "t"));
    if (is(kind, "signal"))
        explain_signal(verdict, lines, language);
    else if (is(kind, "outcome"))
        explain_outcome(verdict, language);
    else
        explain_decision(verdict, language);
}
