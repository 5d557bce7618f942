/* login_wall - on the way to pay the shop asks who it is, and the visitor does not get past that.
 *
 * Provisional until the session ends: a checkout that goes on after all makes it recovered.
 * docs/detectors/login_wall.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, login_wall, NAME)

typedef struct state {
    kd_open open;
    koord_ms since;     /* when the wall came up */
    uint32_t wall_id;   /* the page, or the form within the checkout; 0: there is none */
    uint32_t trying_id; /* a login that has no answer yet */
    uint8_t failed;     /* logins */
} state;

/* The higher its number, the more a variant says: who asked for a password and goes to read mail has not
 * left. */
static void say(state *s, const kd_look *look, uint8_t variant)
{
    if (s->open.id && s->open.finding.variant > variant) variant = s->open.finding.variant;
    if (!s->open.id) kd_evidence_add(&s->open.finding.evidence, s->wall_id);
    if (look->id != s->wall_id) kd_evidence_add(&s->open.finding.evidence, look->id);
    kd_open_raise(&s->open, look, variant);
}

static void stand(state *s, const koord_event *e, const kd_look *look)
{
    s->wall_id = look->id;
    s->since = e->at;
    s->failed = 0;
    s->trying_id = 0;
}

static void pass(state *s, const kd_look *look)
{
    s->wall_id = s->trying_id = 0;
    kd_open_end(&s->open, look, KOORD_STATE_IS_RECOVERED);
}

/* Turning away from it later than this was not for the wall. */
static void turn_away(state *s, const koord_event *e, const kd_look *look)
{
    if (kd_between(s->since, e->at) <= SET(LEAVE_MS)) say(s, look, KD_login_wall_IS_LEFT);
}

static void fail(state *s, const kd_look *look)
{
    if (!s->trying_id) return;
    s->trying_id = 0;
    if (++s->failed == SET(FAILS)) say(s, look, KD_login_wall_IS_FAILED);
}

static int goes_back(const koord_event *e)
{
    int32_t via = e->number[KOORD_PAGE_VIEW_VIA];
    return via == KOORD_VIA_IS_BACK_FORWARD || via == KOORD_VIA_IS_RESTORE;
}

static void leave_wall(state *s, const koord_event *e, const kd_look *look)
{
    uint8_t place = look->model->session.place;
    int inside = place == KOORD_PLACE_IS_ACCOUNT && s->trying_id;
    if (place == KOORD_PLACE_IS_LOGIN) {
        fail(s, look);
    } else if (inside || (place == KOORD_PLACE_IS_CHECKOUT && !goes_back(e))) {
        pass(s, look);
    } else {
        turn_away(s, e, look);
        s->wall_id = s->trying_id = 0;
    }
}

static void on_page(state *s, const koord_event *e, const kd_look *look)
{
    const kd_page *before = kd_pages_nth(&look->model->pages, 1);
    int paying = before && (before->place == KOORD_PLACE_IS_CART || before->place == KOORD_PLACE_IS_CHECKOUT);
    if (s->wall_id)
        leave_wall(s, e, look);
    else if (paying && look->model->session.place == KOORD_PLACE_IS_LOGIN)
        stand(s, e, look);
}

static void on_submit(state *s, const koord_event *e, const kd_look *look)
{
    int32_t form = e->number[KOORD_SUBMIT_FORM];
    int login = form == KOORD_FORM_IS_LOGIN && e->number[KOORD_SUBMIT_INVALID] <= 0;
    if (!login && form != KOORD_FORM_IS_PASSWORD_RESET) return;
    if (!s->wall_id && look->model->session.step == KOORD_STEP_IS_NONE) return;
    if (!s->wall_id) stand(s, e, look);
    if (!login) {
        say(s, look, KD_login_wall_IS_RESET);
        return;
    }
    fail(s, look); /* the one before, if it had no answer */
    s->trying_id = look->id;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    const kd_checkout *c = &look->model->checkout;
    switch (e->kind) {
    case KOORD_EVENT_PAGE_VIEW:
        on_page(s, e, look);
        break;
    case KOORD_EVENT_SUBMIT:
        on_submit(s, e, look);
        break;
    case KOORD_EVENT_ERROR:
        if (e->number[KOORD_ERROR_SOURCE] == KOORD_ERROR_IS_SHOWN) fail(s, look);
        break;
    case KOORD_EVENT_FIELD:
        fail(s, look);
        break;
    case KOORD_EVENT_CHECKOUT:
        if (look->model->session.step > KOORD_STEP_IS_START) pass(s, look);
        break;
    default:
        if (s->wall_id && kd_checkout_exits(c, e)) turn_away(s, e, look);
        break;
    }
    if (c->bought == look->id) pass(s, look);
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

const kd_detector kd_login_wall = {
    .listens = KD_LISTEN(PAGE_VIEW) | KD_LISTEN(SUBMIT) | KD_LISTEN(ERROR) | KD_LISTEN_ONLY(INVALID) |
               KD_LISTEN(CHECKOUT) | KD_LISTEN(EFFECT) | KD_LISTEN(PURCHASE) | KD_LISTEN(PAYMENT) |
               KD_LISTEN(OTHER_TAB),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_login_wall_ENABLED,
    .on_event = on_event,
    .on_end = on_end,
};
