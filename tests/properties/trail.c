/* trail - random visits. */
#include "trail.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>

/* Ways of passing the time: around every default threshold, and far beyond the end of every window. */
static koord_ms pause(dice *d)
{
    static const koord_ms thresholds[] = { 0,    1,    100,  500,  501,  600,  601,   999,
                                           1000, 1001, 2000, 2500, 2501, 3000, 10000, 30000 };
    switch (dice_below(d, 16)) {
    case 0:
        return thresholds[dice_below(d, sizeof thresholds / sizeof *thresholds)];
    case 1:
        return dice_below(d, 12000);
    case 2:
        return dice_chance(d, 6) ? dice_below(d, 1700000) : dice_below(d, 3000);
    case 3:
        return 0;
    default:
        return dice_below(d, 400);
    }
}

/* Mostly a few milliseconds, now and then a page that was busy for seconds. */
static koord_ms lateness(dice *d)
{
    return dice_chance(d, 12) ? dice_below(d, 9000) : dice_chance(d, 2) ? 0 : dice_below(d, 40);
}

static uint32_t some_target(dice *d)
{
    return 0x1000u + dice_below(d, 12) / 3u; /* few, so that bursts come about */
}

static void click(dice *d, koord_event *e)
{
    e->target = some_target(d);
    if (dice_chance(d, 6)) e->target = 0x2000u + dice_below(d, 12);
    e->number[KOORD_CLICK_X] = dice_between(d, 0, 60);
    e->number[KOORD_CLICK_Y] = dice_between(d, 0, 60);
    if (dice_chance(d, 2)) e->number[KOORD_CLICK_PRESS_MS] = dice_between(d, 0, 200);
    int32_t traits = dice_chance(d, 5) ? dice_between(d, 0, (1 << 14) - 1) : 0;
    e->number[KOORD_CLICK_TRAITS] = traits | (!dice_chance(d, 5) << KOORD_TRAIT_IS_OPERABLE);
    if (dice_chance(d, 8)) e->number[KOORD_CLICK_WITHIN] = (int32_t)some_target(d);
}

static void effect(dice *d, koord_event *e)
{
    int visual = !dice_chance(d, 3);
    e->number[KOORD_EFFECT_WHAT] =
        visual ? KOORD_EFFECT_IS_VISUAL : dice_between(d, 0, KOORD_EFFECT_IS_FOCUSED);
    if (!visual) return;
    if (!dice_chance(d, 8)) e->number[KOORD_EFFECT_REGION] = dice_between(d, 1, 12);
    if (!dice_chance(d, 3)) return;
    e->number[KOORD_EFFECT_COUNT] = dice_between(d, 2, 9);
    e->number[KOORD_EFFECT_GAP_LEAST_MS] = dice_between(d, 0, 1000);
    e->number[KOORD_EFFECT_GAP_MOST_MS] = dice_between(d, 0, 3000);
}

static void request(dice *d, koord_event *e)
{
    e->number[KOORD_REQUEST_REQUEST] = dice_between(d, 1, 4);
    e->number[KOORD_REQUEST_PHASE] = dice_between(d, 0, 1);
    if (!dice_chance(d, 6)) e->number[KOORD_REQUEST_OWN_SITE] = 1;
    if (!dice_chance(d, 6)) e->number[KOORD_REQUEST_STATUS] = dice_chance(d, 3) ? 500 : 200;
    if (dice_chance(d, 12)) e->number[KOORD_REQUEST_ABORTED] = 1;
}

static void scroll(dice *d, koord_event *e)
{
    e->number[KOORD_SCROLL_FROM] = dice_between(d, 0, 5) * 700;
    e->number[KOORD_SCROLL_TO] = dice_between(d, 0, 5) * 700;
    if (!dice_chance(d, 6)) e->number[KOORD_SCROLL_DEPTH] = dice_between(d, 1, 100);
}

static void swipe(dice *d, koord_event *e)
{
    e->target = some_target(d);
    e->number[KOORD_SWIPE_DX] = dice_between(d, -90, 90);
    e->number[KOORD_SWIPE_DY] = dice_between(d, -40, 40);
    e->number[KOORD_SWIPE_MOVED] = dice_chance(d, 3);
    e->number[KOORD_SWIPE_TRAITS] = !dice_chance(d, 4) << KOORD_TRAIT_IS_SWIPES;
}

static void cursor(dice *d, koord_event *e)
{
    e->number[KOORD_CURSOR_REVERSALS] = dice_between(d, 4, 14);
    e->number[KOORD_CURSOR_PATH] = dice_between(d, 200, 4000);
    e->number[KOORD_CURSOR_DIAGONAL] = dice_between(d, 40, 700);
    e->number[KOORD_CURSOR_TOOK_MS] = dice_between(d, 200, 2500);
}

static void page_state(dice *d, koord_event *e)
{
    e->number[KOORD_PAGE_STATE_STATE] = dice_between(d, 0, KOORD_PAGE_STATE_IS_BROKEN);
}

static void page_view(dice *d, koord_event *e)
{
    e->number[KOORD_PAGE_VIEW_PLACE] = dice_between(d, 0, KOORD_PLACE_IS_CHAT);
    e->number[KOORD_PAGE_VIEW_VIA] = dice_between(d, 0, KOORD_VIA_IS_HISTORY);
    if (!dice_chance(d, 4)) e->number[KOORD_PAGE_VIEW_KEY] = dice_between(d, 1, 3);
    if (!dice_chance(d, 4)) e->number[KOORD_PAGE_VIEW_INSIDE] = 1;
    if (dice_chance(d, 4)) e->number[KOORD_PAGE_VIEW_STATUS] = dice_chance(d, 2) ? 404 : 200;
    if (dice_chance(d, 4)) e->number[KOORD_PAGE_VIEW_READY_MS] = dice_between(d, 0, 6000);
    if (!dice_chance(d, 8)) e->number[KOORD_PAGE_VIEW_HEIGHT] = 800;
    e->number[KOORD_PAGE_VIEW_KEY] = dice_between(d, 1, 6);
    e->number[KOORD_PAGE_VIEW_INSIDE] = dice_between(d, 0, 1);
    if (dice_chance(d, 3)) e->number[KOORD_PAGE_VIEW_READY_MS] = dice_between(d, 0, 9000);
}

static void search(dice *d, koord_event *e)
{
    e->number[KOORD_SEARCH_KEY] = dice_between(d, 1, 12);
    if (!dice_chance(d, 3)) e->number[KOORD_SEARCH_SHARED] = dice_between(d, 0, 100);
    if (!dice_chance(d, 3)) e->number[KOORD_SEARCH_EDITS] = dice_between(d, 0, 100);
}

static void results(dice *d, koord_event *e)
{
    if (!dice_chance(d, 5)) e->number[KOORD_RESULTS_COUNT] = dice_chance(d, 3) ? dice_between(d, 0, 40) : 0;
    if (!dice_chance(d, 6)) e->number[KOORD_RESULTS_KEY] = dice_between(d, 1, 12);
    if (!dice_chance(d, 8)) e->number[KOORD_RESULTS_SOURCE] = dice_between(d, 0, KOORD_SOURCE_IS_TOTAL);
}

static void coupon(dice *d, koord_event *e)
{
    e->target = 0x3000u + dice_below(d, 12) / 10u;
    e->number[KOORD_COUPON_PHASE] = dice_chance(d, 8) ? dice_between(d, 0, 3) : dice_between(d, 0, 1) * 2;
    if (!dice_chance(d, 6)) e->number[KOORD_COUPON_ORDINAL] = dice_between(d, 1, 6);
}

static void cart(dice *d, koord_event *e)
{
    e->number[KOORD_CART_PHASE] =
        dice_between(d, 0, dice_chance(d, 9) ? KOORD_CART_IS_SAVED : KOORD_CART_IS_REFUSED);
    e->number[KOORD_CART_KEY] = dice_between(d, 1, 3);
    e->number[KOORD_CART_QUANTITY] = dice_between(d, 1, 3);
    if (dice_chance(d, 8)) e->number[KOORD_CART_ITEMS] = dice_between(d, 0, 3);
    if (!dice_chance(d, 4)) e->number[KOORD_CART_TOTAL_CENTS] = dice_between(d, 1, 3) * 1000;
}

static void checkout(dice *d, koord_event *e)
{
    e->number[KOORD_CHECKOUT_STEP] = dice_between(d, 0, KOORD_STEP_IS_REVIEW);
    if (!dice_chance(d, 4)) e->number[KOORD_CHECKOUT_TOTAL_CENTS] = dice_between(d, 1, 3) * 1000;
    if (dice_chance(d, 3)) e->number[KOORD_CHECKOUT_SUBTOTAL_CENTS] = 1000;
    if (dice_chance(d, 6)) e->number[KOORD_CHECKOUT_BLOCKED] = dice_between(d, 0, 1);
}

static void field(dice *d, koord_event *e)
{
    e->target = 0x4000u + dice_below(d, 4);
    e->number[KOORD_FIELD_PHASE] = dice_between(d, 0, KOORD_FIELD_IS_INVALID);
    e->number[KOORD_FIELD_CONTENT] = dice_between(d, 0, KOORD_CONTENT_IS_COMPANY);
    e->number[KOORD_FIELD_LENGTH] = dice_between(d, 0, KOORD_LENGTH_IS_LONG);
    e->number[KOORD_FIELD_TOOK_MS] = dice_between(d, 0, 20000);
    e->number[KOORD_FIELD_EDITS] = dice_between(d, 0, 3);
    e->number[KOORD_FIELD_FORM] = dice_between(d, 1, 2);
}

static void submit(dice *d, koord_event *e)
{
    e->target = (uint32_t)dice_between(d, 1, 2);
    e->number[KOORD_SUBMIT_FORM] =
        dice_chance(d, 2) ? KOORD_FORM_IS_CHECKOUT : dice_between(d, 0, KOORD_FORM_IS_PASSWORD_RESET);
    e->number[KOORD_SUBMIT_INVALID] = dice_between(d, 0, 1);
}

static void payment(dice *d, koord_event *e)
{
    e->number[KOORD_PAYMENT_PHASE] = dice_between(d, 0, KOORD_PAYMENT_IS_CHALLENGED);
    if (dice_chance(d, 2)) e->number[KOORD_PAYMENT_HARD] = dice_between(d, 0, 1);
    e->number[KOORD_PAYMENT_METHOD] = dice_between(d, 1, 2);
}

static void error(dice *d, koord_event *e)
{
    e->number[KOORD_ERROR_SOURCE] = dice_between(d, 0, KOORD_ERROR_IS_SHOWN);
    e->number[KOORD_ERROR_OWN_SITE] = !dice_chance(d, 4);
    if (dice_chance(d, 2)) e->number[KOORD_ERROR_IN_VIEW] = dice_between(d, 0, 1);
}

static void touchpoint(dice *d, koord_event *e)
{
    e->number[KOORD_TOUCHPOINT_PLACE] = dice_between(d, KOORD_PLACE_IS_HELP, KOORD_PLACE_IS_CHAT);
}

static void survey(dice *d, koord_event *e)
{
    e->number[KOORD_SURVEY_PHASE] = dice_between(d, 0, KOORD_SURVEY_IS_FAILED);
}

static void other_tab(dice *d, koord_event *e)
{
    e->number[KOORD_OTHER_TAB_WHAT] = dice_between(d, 0, KOORD_TAB_IS_PURCHASED);
    if (dice_chance(d, 2)) e->number[KOORD_OTHER_TAB_ASKED] = dice_between(d, 0, 3);
}

static void anything(dice *d, koord_event *e)
{
    e->kind = (uint32_t)dice_between(d, KOORD_EVENT_PAGE_VIEW, KOORD_EVENT_END - 1);
}

static void refine(dice *d, koord_event *e)
{
    e->number[KOORD_REFINE_PHASE] = dice_between(d, 0, KOORD_REFINE_IS_MORE);
    e->number[KOORD_REFINE_FACET] = dice_between(d, 1, 4);
    e->number[KOORD_REFINE_ACTIVE] = dice_between(d, 0, 4);
    e->number[KOORD_REFINE_PAGE] = dice_between(d, 1, 6);
    e->number[KOORD_REFINE_SHOWN] = dice_between(d, 1, 8) * 24;
}

static void product(dice *d, koord_event *e)
{
    e->number[KOORD_PRODUCT_PHASE] = dice_between(d, 0, KOORD_PRODUCT_IS_WISHED);
    e->number[KOORD_PRODUCT_KEY] = dice_between(d, 1, 4);
}

static void seen(dice *d, koord_event *e)
{
    e->number[KOORD_SEEN_WHAT] = dice_between(d, 0, KOORD_SEEN_IS_ITEM);
    e->number[KOORD_SEEN_KEY] = dice_between(d, 1, 4);
}

/* How often which fact comes, beside the others. */
static const struct {
    uint8_t share;
    uint32_t kind;
    void (*fill)(dice *, koord_event *);
} mix[] = {
    { 24, KOORD_EVENT_CLICK, click },        { 9, KOORD_EVENT_EFFECT, effect },
    { 9, KOORD_EVENT_REQUEST, request },     { 4, KOORD_EVENT_PAGE_VIEW, page_view },
    { 4, KOORD_EVENT_SEARCH, search },       { 5, KOORD_EVENT_RESULTS, results },
    { 6, KOORD_EVENT_COUPON, coupon },       { 2, KOORD_EVENT_CART, cart },
    { 2, KOORD_EVENT_CHECKOUT, checkout },   { 1, KOORD_EVENT_SURVEY, survey },
    { 1, KOORD_EVENT_OTHER_TAB, other_tab }, { 1, KOORD_EVENT_CUSTOM, anything },
    { 4, KOORD_EVENT_REFINE, refine },       { 2, KOORD_EVENT_PRODUCT, product },
    { 1, KOORD_EVENT_SEEN, seen },           { 8, KOORD_EVENT_FIELD, field },
    { 3, KOORD_EVENT_SUBMIT, submit },       { 2, KOORD_EVENT_PAYMENT, payment },
    { 3, KOORD_EVENT_ERROR, error },         { 1, KOORD_EVENT_TOUCHPOINT, touchpoint },
    { 2, KOORD_EVENT_SCROLL, scroll },       { 2, KOORD_EVENT_SWIPE, swipe },
    { 1, KOORD_EVENT_CURSOR, cursor },       { 1, KOORD_EVENT_PAGE_STATE, page_state },
};

static uint32_t all_shares(void)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < sizeof mix / sizeof *mix; i++) sum += mix[i].share;
    return sum;
}

static void roll_fact(dice *d, koord_event *e)
{
    uint32_t chosen = dice_below(d, all_shares()), i = 0;
    while (chosen >= mix[i].share) chosen -= mix[i++].share;
    *e = koord_event_of((koord_event_kind)mix[i].kind, 0);
    mix[i].fill(d, e);
}

static int32_t hostile_number(dice *d)
{
    static const int32_t edges[] = { INT32_MIN, INT32_MIN + 1, -1,       0, 1, 255, 256,
                                     65536,     INT32_MAX - 1, INT32_MAX };
    return dice_chance(d, 2) ? edges[dice_below(d, sizeof edges / sizeof *edges)] : (int32_t)dice_roll(d);
}

static void spoil(dice *d, koord_event *e)
{
    for (int i = 0; i < KOORD_NUMBERS; i++)
        if (dice_chance(d, 6)) e->number[i] = hostile_number(d);
    if (dice_chance(d, 10)) e->target = (uint32_t)dice_roll(d);
}

static koord_event session_fact(dice *d)
{
    koord_event e = koord_event_of(KOORD_EVENT_SESSION, 0);
    e.number[KOORD_SESSION_DRAW] = dice_between(d, 0, 9999);
    e.number[KOORD_SESSION_ASKED] = dice_between(d, 0, 2);
    e.number[KOORD_SESSION_SIGHT] = dice_chance(d, 6) ? 0 : 1 << KOORD_SIGHT_IS_RESPONSE;
    if (dice_chance(d, 20)) e.number[KOORD_SESSION_STAFF] = 1;
    return e;
}

/* ---- settings ---- */

static const struct {
    const char *name;
    int32_t value;
} touchy[] = {
    { "signal.cooldown_ms", 0 },        { "signal.page_most", 255 },
    { "signal.session_most", 255 },     { "survey.visit_most", 20 },
    { "survey.window_most", 100 },      { "rage_click.clicks", 2 },
    { "rage_click.radius_px", 500 },    { "dead_click.effect_ms", 500 },
    { "response.watch_ms", 1000 },      { "zero_results.settle_ms", 0 },
    { "coupon_failure.recover_ms", 0 }, { "coupon_failure.answer_ms", 500 },
    { "response.busy_most_ms", 1000 },  { "signal.incident_ms", 0 },
};

static void set(trail *t, const char *name, int32_t value)
{
    int found = kd_settings_find(kd_text_of(name));
    if (found < 0) {
        fprintf(stderr, "trail: there is no setting %s\n", name);
        exit(1);
    }
    t->setting[found] = value;
}

/* Each at its default, its least, its most, or anywhere between; switched off only now and then. */
static void roll_settings(dice *d, trail *t)
{
    koord_text name = kd_setting_first();
    for (int i = 0; i < KD_SETTINGS; i++, name = kd_setting_next(name)) {
        int32_t least, most;
        koord_range(name, &least, &most);
        if (most == 1 && !dice_chance(d, 16)) continue;
        uint32_t how = dice_below(d, 6);
        if (how == 0) t->setting[i] = least;
        if (how == 1) t->setting[i] = most;
        if (how == 2) t->setting[i] = dice_between(d, least, most);
    }
}

static void choose_settings(dice *d, trail *t)
{
    kd_settings defaults;
    kd_settings_reset(&defaults);
    for (int i = 0; i < KD_SETTINGS; i++) t->setting[i] = defaults.value[i];
    if (t->kind == TRAIL_TOUCHY)
        for (size_t i = 0; i < sizeof touchy / sizeof *touchy; i++) set(t, touchy[i].name, touchy[i].value);
    if (t->kind >= TRAIL_RANDOM) roll_settings(d, t);
    t->asks = t->kind != TRAIL_PLAIN;
}

void trail_roll(trail *t, uint32_t seed, trail_kind kind)
{
    dice d = { seed };
    koord_ms now = 0;
    t->kind = kind;
    t->seed = seed;
    t->count = (uint32_t)dice_between(&d, 20, TRAIL_MOST);
    choose_settings(&d, t);
    t->fact[0] = session_fact(&d);
    for (uint32_t i = 1; i < t->count; i++) {
        koord_event *e = &t->fact[i];
        roll_fact(&d, e);
        if (kind == TRAIL_HOSTILE && dice_chance(&d, 3)) spoil(&d, e);
        koord_ms late = lateness(&d);
        now += pause(&d);
        e->t = now;
        e->at = now < late ? 0 : now - late;
    }
}

/* Surveys that wait for several things one after the other: what is half done must survive a page, too. */
static void put_sequences(koord_engine *engine)
{
    enum { FACT = KOORD_SOURCE_IS_FACT, SEE = KOORD_ROW_IS_SEE, MISS = KOORD_ROW_IS_MISS };
    static const koord_row pressed[] = {
        { KOORD_ROW_IS_ONLY_IF, KOORD_SUBJECT_IS_PAGES, KOORD_TEST_IS_AT_LEAST, 0, 1 },
        { SEE, FACT, KOORD_EVENT_CLICK, 3, 0 },
        { KOORD_ROW_IS_WITHIN, 0, 0, 0, 20000 },
        { MISS, FACT, KOORD_EVENT_PAGE_VIEW, 0, 0 },
        { KOORD_ROW_IS_WITHIN, 0, 0, 0, 2000 },
        { MISS, KOORD_SOURCE_IS_NOTHING, 0, 0, 0 },
        { KOORD_ROW_IS_WITHIN, 0, 0, 0, 700 },
        { KOORD_ROW_IS_CANCEL, FACT, KOORD_EVENT_CART, 0, 0 },
    };
    static const koord_row often[] = {
        { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_VISIT_MOST, 0, 0, 20 },
        { SEE, FACT, KOORD_EVENT_EFFECT, 1, 0 },
        { SEE, FACT, KOORD_EVENT_FIELD, 2, 0 },
        { KOORD_ROW_IS_OR, FACT, KOORD_EVENT_SCROLL, 0, 0 },
    };
    koord_survey_rows(engine, KD_TEXT("pressed"), pressed, sizeof pressed / sizeof *pressed);
    koord_survey_rows(engine, KD_TEXT("often"), often, sizeof often / sizeof *often);
}

koord_engine *trail_engine(const trail *t, void *memory, size_t size)
{
    koord_engine *engine = koord_open(memory, size);
    koord_text name = kd_setting_first();
    for (int i = 0; i < KD_SETTINGS; i++, name = kd_setting_next(name))
        koord_set(engine, name, t->setting[i]);
#define KOORD_DETECTOR(number, name, family, most)                                                           \
    if (t->asks) koord_survey(engine, KD_TEXT("after_" #name), KD_TEXT(#name), 8000);
#include "koord_detectors.def"
    if (t->asks) put_sequences(engine);
    return engine;
}
