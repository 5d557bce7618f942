/* sentence - puts what is known into the sentences that the detectors' documents give. */
#include "cli/sentence.h"
#include "base/text.h"
#include "cli/json_pick.h"
#include <stdio.h>
#include <string.h>

enum { LONG_MS = 120000 /* from here on in minutes, as the inspector tells it */, TEXT_MOST = 512 };

static const struct {
    const char *detector, *variant, *said[KD_LANGUAGES];
} sentences[] = {
#define KOORD_SENTENCE(detector, variant, en, nl) { #detector, #variant, { en, nl } },
#include "sentences.gen.h"
};

/* What the ready-made surveys ask first. */
static const struct {
    const char *survey, *said[KD_LANGUAGES];
} questions[] = {
#define KOORD_QUESTION(survey, en, nl) { #survey, { en, nl } },
#include "sentences.gen.h"
};

int kd_is(koord_text text, const char *word)
{
    return kd_text_equal(text, kd_text_of(word));
}

void kd_put(koord_text text)
{
    if (text.size) fwrite(text.at, 1, text.size, stdout);
}

void kd_put_measure(koord_text name, long value)
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

/* {count} of the evidence, or a setting in force. */
static void put_named(koord_text name, koord_text verdict)
{
    char key[64];
    snprintf(key, sizeof key, "%.*s", (int)name.size, name.at);
    if (kd_is(name, "count"))
        printf("%d", kd_pick_number(verdict, "evidence_count"));
    else
        kd_put_measure(name, kd_pick_number(kd_pick(verdict, "settings"), key));
}

/* What the first of the facts that say so say: the label of what was pressed, the words of a search. */
static koord_text from_evidence(const char *name, koord_text verdict, const kd_lines_by_id *lines, char *room)
{
    koord_text evidence = kd_pick(verdict, "evidence"), said = { NULL, 0 };
    int32_t id;
    for (uint32_t i = 0; !said.size && kd_pick_whole(kd_pick_nth(evidence, i), &id); i++)
        said = kd_pick_text(kd_pick(kd_recall(lines, id), name), room, TEXT_MOST);
    return said;
}

/* " for {query}", where the evidence knows it. */
static void put_known(koord_text part, koord_text verdict, const kd_lines_by_id *lines)
{
    char text[64], before[32] = "", name[32] = "", room[TEXT_MOST];
    snprintf(text, sizeof text, "%.*s", (int)part.size, part.at);
    if (sscanf(text, "%31[^{]{%31[^}]", before, name) != 2) return;
    koord_text said = from_evidence(name, verdict, lines, room);
    if (said.size) printf("%s%.*s", before, (int)said.size, said.at);
}

/* A sentence with its {names}; what stands in brackets is said only where it is known, as in the inspector.
 */
static void put_filled(const char *sentence, koord_text verdict, const kd_lines_by_id *lines)
{
    for (;;) {
        size_t plain = strcspn(sentence, "{[");
        kd_put((koord_text){ sentence, (uint32_t)plain });
        sentence += plain;
        if (!*sentence) return;
        size_t inside = strcspn(sentence, *sentence == '[' ? "]" : "}");
        koord_text part = { sentence + 1, (uint32_t)inside - 1 };
        if (*sentence == '[')
            put_known(part, verdict, lines);
        else
            put_named(part, verdict);
        sentence += inside + (sentence[inside] != 0);
    }
}

static const char *sentence_of(koord_text detector, koord_text variant, int language)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (kd_is(detector, sentences[i].detector) && kd_is(variant, sentences[i].variant))
            return sentences[i].said[language];
    return "";
}

void kd_put_sentence(koord_text signal, const kd_lines_by_id *lines, int language)
{
    koord_text detector = kd_pick_word(signal, "signal"), variant = kd_pick_word(signal, "variant");
    put_filled(sentence_of(detector, variant, language), signal, lines);
}

const char *kd_question_of(koord_text survey, int language)
{
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (kd_is(survey, questions[i].survey)) return questions[i].said[language];
    return "";
}
