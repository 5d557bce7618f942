/* describe - a survey in words. */
#include "cli/describe.h"
#include "base/text.h"
#include "cli/json_pick.h"
#include <string.h>

static int32_t whole(koord_text value, int32_t otherwise)
{
    int32_t number = otherwise;
    kd_pick_whole(value, &number);
    return number;
}

/* A text without its quotes, a number as it is. */
static void plain(FILE *to, koord_text value)
{
    int quoted = value.size > 1 && value.at[0] == '"';
    fprintf(to, "%.*s", (int)value.size - 2 * quoted, value.at + quoted);
}

/* "a, b or c" */
static void any(FILE *to, koord_text list, const char *last)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++) {
        if (i) fputs(kd_pick_nth(list, i + 1).at ? ", " : last, to);
        plain(to, one);
    }
}

static void duration(FILE *to, int32_t ms)
{
    int32_t unit = ms % 60000 == 0 ? 60000 : ms % 1000 == 0 ? 1000 : 1, count = ms / unit;
    const char *name = unit == 60000 ? "minute" : unit == 1000 ? "second" : "ms";
    fprintf(to, "%d %s%s", count, name, unit > 1 && count != 1 ? "s" : "");
}

static void days(FILE *to, int32_t count)
{
    fprintf(to, "%d day%s", count, count == 1 ? "" : "s");
}

/* ---- when ---- */

static void predicate(FILE *to, koord_text json)
{
    static const struct {
        const char *name, *says, *last;
    } conditions[] = {
        { "is", "is ", "" },
        { "is_not", "is not ", "" },
        { "any_of", "is ", " or " },
        { "none_of", "is not ", " or " },
        { "at_least", "is at least ", "" },
        { "at_most", "is at most ", "" },
    };
    plain(to, kd_pick(json, "fact"));
    koord_text known = kd_pick(json, "known");
    if (known.at) fputs(known.size == 4 ? " is known" : " is not known", to);
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        koord_text value = kd_pick(json, conditions[i].name);
        if (!value.at) continue;
        fprintf(to, " %s", conditions[i].says);
        any(to, value, conditions[i].last);
    }
}

static void predicates(FILE *to, koord_text list)
{
    koord_text one;
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++) {
        if (i) fputs(kd_pick_nth(list, i + 1).at ? ", " : " and ", to);
        predicate(to, one);
    }
}

static void step(FILE *to, koord_text json)
{
    koord_text not = kd_pick(json, "not"), where = kd_pick(json, "where"),
               within = kd_pick(json, "within_ms");
    int32_t count = whole(kd_pick(json, "count"), 1);
    if (not .at) fputs("no ", to);
    any(to, not .at ? not : kd_pick(json, "on"), " or ");
    if (where.at) {
        fputs(" (", to);
        predicates(to, where);
        fputs(")", to);
    }
    if (count > 1) fprintf(to, ", %d times", count);
    if (!within.at) return;
    fputs(not .at ? " for " : " within ", to);
    duration(to, whole(within, 0));
}

static void moment(FILE *to, koord_text trigger)
{
    koord_text one, cancel = kd_pick(trigger, "cancel_on");
    int32_t delay_ms = whole(kd_pick(trigger, "delay_ms"), 0);
    step(to, trigger);
    for (uint32_t i = 0; (one = kd_pick_nth(kd_pick(trigger, "then"), i)).at; i++) {
        fputs(", then ", to);
        step(to, one);
    }
    if (delay_ms) {
        fputs(", and ", to);
        duration(to, delay_ms);
        fputs(" more", to);
    }
    if (cancel.at) {
        fputs("; not if it comes to ", to);
        any(to, cancel, " or ");
    }
}

/* ---- whom, and how seldom ---- */

static void share(FILE *to, koord_text percent)
{
    static const char *const words[] = { "two",   "three", "four", "five",   "six",   "seven",
                                         "eight", "nine",  "ten",  "eleven", "twelve" };
    int32_t number;
    if (!percent.at || (kd_pick_whole(percent, &number) && number == 100)) {
        fputs("any visitor", to);
    } else if (kd_pick_whole(percent, &number) && number > 0 && 100 % number == 0 && 100 / number <= 12) {
        fprintf(to, "at most one visitor in %s", words[100 / number - 2]);
    } else {
        fprintf(to, "at most %.*s %% of the visitors", (int)percent.size, percent.at);
    }
}

static void often(FILE *to, int32_t visit_most, int32_t every_days)
{
    if (visit_most > 1) fprintf(to, ", %d times in a visit", visit_most);
    if (every_days == 1) fputs(", once a day", to);
    if (every_days == 7) fputs(", once a week", to);
    if (every_days == 30) fputs(", once a month", to);
    if (every_days == 365) fputs(", once a year", to);
    if (every_days == 1 || every_days == 7 || every_days == 30 || every_days == 365) return;
    fputs(every_days ? ", once in " : ", in every visit", to);
    if (every_days) days(to, every_days);
}

static void rests(FILE *to, int32_t dismissed, int32_t answered)
{
    if (dismissed) {
        fputs(",\n  ", to);
        days(to, dismissed);
        fputs(" after it was closed unanswered (twice as long each time in a row)", to);
    }
    if (!answered) return;
    fputs(", ", to);
    days(to, answered);
    fputs(" after it was answered", to);
}

static void questions(FILE *to, koord_text list)
{
    koord_text one;
    uint32_t count = 0;
    while (kd_pick_nth(list, count).at) count++;
    fprintf(to, "  asks %u question%s: ", count, count == 1 ? "" : "s");
    for (uint32_t i = 0; (one = kd_pick_nth(list, i)).at; i++) {
        if (i) fputs(", ", to);
        plain(to, kd_pick(one, "id"));
        fputs(" (", to);
        plain(to, kd_pick(one, "type"));
        fputs(")", to);
    }
    fputs("\n", to);
}

void kd_describe_survey(FILE *to, koord_text survey)
{
    koord_text limits = kd_pick(survey, "limits"), only_if = kd_pick(survey, "only_if");
    koord_text quota = kd_pick(survey, "quota");
    plain(to, kd_pick(survey, "id"));
    fputs("\n  asks ", to);
    share(to, kd_pick(survey, "sample_percent"));
    often(to, whole(kd_pick(limits, "visit_most"), 1), whole(kd_pick(limits, "every_days"), 30));
    rests(to, whole(kd_pick(limits, "dismissed_days"), 30), whole(kd_pick(limits, "answered_days"), 90));
    fputs(",\n  after ", to);
    moment(to, kd_pick(survey, "trigger"));
    if (only_if.at) {
        fputs(",\n  only if ", to);
        predicates(to, only_if);
    }
    if (quota.at) fprintf(to, ",\n  until there are %.*s answers", (int)quota.size, quota.at);
    fputs("\n", to);
    questions(to, kd_pick(survey, "questions"));
}

static void times(FILE *to, int32_t count, const char *in)
{
    if (count == 1)
        fprintf(to, "once in %s", in);
    else
        fprintf(to, "%d times in %s", count, in);
}

void kd_describe_budget(FILE *to, koord_text fatigue)
{
    int32_t held = whole(kd_pick(fatigue, "hold_out_percent"), 0);
    int32_t gap_hours = whole(kd_pick(fatigue, "gap_hours"), 24);
    fputs("All surveys together ask a visitor at most ", to);
    times(to, whole(kd_pick(fatigue, "visit_most"), 1), "a visit");
    fputs(" and ", to);
    times(to, whole(kd_pick(fatigue, "window_most"), 2), "thirty days");
    if (gap_hours) fprintf(to, ",\n  %d hours after a question in an earlier visit", gap_hours);
    rests(to, whole(kd_pick(fatigue, "dismissed_days"), 7), whole(kd_pick(fatigue, "answered_days"), 7));
    if (held) fprintf(to, ";\n  %d %% of the visitors are never asked", held);
    fputs(".\n", to);
}
