/* precision - GET /api/precision: how often each detector is right, as people say who were asked; and GET
 * /v1/quota: how many answers each survey has. docs/surveys.md */
#include "base/text.h"
#include "collector/answer.h"
#include "collector/clock.h"
#include "collector/names.h"
#include "collector/strict.h"

#define DAY_MS  (24 * 3600 * (int64_t)1000)
#define Z_95    1.959964 /* of the normal distribution: 95 % lie within so many deviations */
#define NEWTONS 40       /* steps from 1 that find the root of anything from 1e-9 to 1e9 */

static double root(double of)
{
    double near = 1;
    for (int i = 0; i < NEWTONS && of > 0; i++) near = (near + of / near) / 2;
    return of > 0 ? near : 0;
}

/* Wilson's interval for a share of few: never beyond 0 and 1, and honest about small numbers. */
static void interval(double right, double all, double *low, double *high)
{
    double z2 = Z_95 * Z_95, share = right / all;
    double middle = share + z2 / (2 * all);
    double reach = Z_95 * root(share * (1 - share) / all + z2 / (4 * all * all));
    *low = (middle - reach) / (1 + z2 / all);
    *high = (middle + reach) / (1 + z2 / all);
}

/* A share as 0.000 to 1.000. */
static void say_share(grow *out, const char *key, double share)
{
    int thousandths = (int)(share * 1000 + 0.5);
    thousandths = thousandths < 0 ? 0 : thousandths > 1000 ? 1000 : thousandths;
    grow_say(out, key);
    grow_number(out, thousandths / 1000);
    grow_say(out, ".");
    for (int tenth = 100; tenth; tenth /= 10) grow_number(out, thousandths / tenth % 10);
}

typedef struct list {
    grow out;
    int some;
} list;

static void comma(list *to)
{
    if (to->some++) grow_say(&to->out, ",");
}

static void say_judged(void *own, const stored_judgement *found)
{
    list *to = own;
    double low, high, right = (double)found->right, all = (double)(found->right + found->wrong);
    interval(right, all, &low, &high);
    comma(to);
    grow_say(&to->out, "{\"signal\":\"");
    grow_text(&to->out, found->signal);
    grow_say(&to->out, "\",\"variant\":\"");
    grow_text(&to->out, found->variant);
    grow_say(&to->out, "\",\"right\":");
    grow_number(&to->out, found->right);
    grow_say(&to->out, ",\"wrong\":");
    grow_number(&to->out, found->wrong);
    say_share(&to->out, ",\"precision\":", right / all);
    say_share(&to->out, ",\"low\":", low);
    say_share(&to->out, ",\"high\":", high);
    grow_say(&to->out, "}");
}

/* Names are written as they are where they are plain; a tag that was tampered with may say anything. */
static void say_plain(void *own, const stored_judgement *found)
{
    int is_plain = names_is_plain(found->signal) && names_is_plain(found->variant);
    if (is_plain && found->right + found->wrong > 0) say_judged(own, found);
}

static void say_answers(void *own, koord_text survey, int64_t count)
{
    list *to = own;
    if (!names_is_plain(survey)) return;
    comma(to);
    grow_say(&to->out, "\"");
    grow_text(&to->out, survey);
    grow_say(&to->out, "\":");
    grow_number(&to->out, count);
}

static koord_text site_of(const request *r)
{
    const char *site = request_argument(r, "site");
    return kd_text_of(site ? site : "");
}

enum MHD_Result precision_answer(request *r)
{
    list to = { 0 };
    const char *asked = request_argument(r, "since");
    int64_t since = asked ? strict_whole(kd_text_of(asked)) : clock_wall_ms() - 90 * DAY_MS;
    if (since < 0)
        return answer_problem(r, problem_of(400, "since is not understood", "give a Unix time in ms"));
    grow_say(&to.out, "{\"since\":");
    grow_number(&to.out, since);
    grow_say(&to.out, ",\"detectors\":[");
    if (store_judgements(r->server->store, site_of(r), since, say_plain, &to) < 0)
        return grow_free(&to.out), answer_unreadable(r);
    grow_say(&to.out, "]}\n");
    return answer_json(r, 200, &to.out);
}

enum MHD_Result quota_answer(request *r)
{
    list to = { 0 };
    koord_text site = site_of(r);
    if (!site.size)
        return answer_problem(r, problem_of(400, "site is missing", "ask /v1/quota?site= and its name"));
    grow_say(&to.out, "{\"answers\":{");
    if (store_answers(r->server->store, site, say_answers, &to) < 0)
        return grow_free(&to.out), answer_unreadable(r);
    grow_say(&to.out, "}}\n");
    return answer_json(r, 200, &to.out);
}
