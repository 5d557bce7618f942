/* explain - verdicts as sentences, with what they rest on. */
#include "cli/explain.h"
#include "base/text.h"
#include "cli/json_pick.h"
#include "cli/sentence.h"
#include <stdio.h>
#include <string.h>

static const struct {
    const char *severity, *goal[2], *succeeded, *failed, *abandoned, *unknown, *asked, *held, *rests_on,
        *with;
} words[KD_LANGUAGES] = {
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

static void put_clock(long t)
{
    printf("%3ld:%02ld  ", t / 60000, t / 1000 % 60);
}

static void put_settings(koord_text settings, int language)
{
    kd_json json = kd_json_of(settings);
    koord_text key;
    int32_t value;
    int count = 0;
    if (!settings.at || !kd_json_enter(&json, '{')) return;
    while (kd_json_next_key(&json, &key) && kd_json_whole(&json, &value)) {
        printf(count ? ", " : "        %s ", words[language].with);
        count++;
        kd_put(key);
        putchar(' ');
        kd_put_measure(key, value);
    }
    if (count) putchar('\n');
}

/* "The search found nothing.  [zero_results.zero, severity 3, final]" */
static void put_signal(koord_text v, const kd_lines_by_id *lines, int language)
{
    koord_text detector = kd_pick_word(v, "signal"), variant = kd_pick_word(v, "variant");
    kd_put_sentence(v, lines, language);
    printf("  [");
    kd_put(detector);
    printf(".");
    kd_put(variant);
    printf(", %s %d, ", words[language].severity, kd_pick_number(v, "severity"));
    kd_put(kd_pick_word(v, "state"));
    printf("]\n");
}

/* A finding as its sentence, a fact as it was recorded. */
static void put_proof(koord_text record, const kd_lines_by_id *lines, int language)
{
    if (kd_is(kd_pick_word(record, "kind"), "signal")) {
        put_clock(kd_pick_number(record, "t"));
        put_signal(record, lines, language);
    } else {
        kd_put(record);
        putchar('\n');
    }
}

static void put_evidence(koord_text evidence, const kd_lines_by_id *lines, int language)
{
    kd_json json = kd_json_of(evidence);
    int32_t id;
    if (!evidence.at || !kd_json_enter(&json, '[')) return;
    printf("        %s\n", words[language].rests_on);
    while (kd_json_next_item(&json) && kd_json_whole(&json, &id)) {
        koord_text record = kd_recall(lines, id);
        printf("          ");
        if (record.size)
            put_proof(record, lines, language);
        else
            printf("#%d\n", id);
    }
}

static void explain_signal(koord_text v, const kd_lines_by_id *lines, int language)
{
    put_signal(v, lines, language);
    put_evidence(kd_pick(v, "evidence"), lines, language);
    put_settings(kd_pick(v, "settings"), language);
}

static void explain_outcome(koord_text v, int language)
{
    koord_text outcome = kd_pick_word(v, "outcome");
    const char *said = kd_is(outcome, "succeeded")   ? words[language].succeeded
                       : kd_is(outcome, "failed")    ? words[language].failed
                       : kd_is(outcome, "abandoned") ? words[language].abandoned
                                                     : words[language].unknown;
    printf("%s %s  (", words[language].goal[kd_is(kd_pick_word(v, "goal"), "checkout")], said);
    kd_put_measure(KD_TEXT("took_ms"), kd_pick_number(v, "took_ms"));
    printf(")\n");
}

/* The survey's question where it is a ready-made one; of a shop's own only the name is known. */
static void explain_decision(koord_text v, int language)
{
    koord_text survey = kd_pick_word(v, "survey");
    const char *question = kd_question_of(survey, language);
    printf("%s ", kd_is(kd_pick_word(v, "answer"), "ask") ? words[language].asked : words[language].held);
    printf("%s%s[", question, *question ? "  " : "");
    kd_put(survey);
    printf(", ");
    kd_put(kd_pick_word(v, "why"));
    printf("]\n");
}

void kd_explain(koord_text verdict, const kd_lines_by_id *lines, int language)
{
    koord_text kind = kd_pick_word(verdict, "kind");
    put_clock(kd_pick_number(verdict, "t"));
    if (kd_is(kind, "signal"))
        explain_signal(verdict, lines, language);
    else if (kd_is(kind, "outcome"))
        explain_outcome(verdict, language);
    else
        explain_decision(verdict, language);
}
