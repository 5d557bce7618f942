/* help_seek - from the checkout to the pages for help, to the telephone, to the chat.
 *
 * A page must have been read; whoever runs through the links of a footer reads none. Provisional until the
 * session ends: an order makes it recovered, for then the help did help. docs/detectors/help_seek.md */
#include "detect/open.h"

#define SET(NAME) KD_GET(look->settings, help_seek, NAME)

typedef struct state {
    kd_open open;
    koord_ms sought_at; /* newest time that help was sought; only with evidence */
    uint32_t page_id;   /* a page for help that is being read; 0: none */
    koord_ms page_at;
    uint8_t seeking; /* nothing but pages for help since the checkout was left */
} state;

static void seek(state *s, const kd_look *look, koord_ms at, uint32_t id)
{
    int again = s->open.id && kd_between(s->sought_at, at) <= SET(WINDOW_MS);
    s->sought_at = at;
    kd_evidence_add(&s->open.finding.evidence, id);
    if (!s->open.id || again)
        kd_open_raise(&s->open, look, again ? KD_help_seek_IS_AGAIN : KD_help_seek_IS_SOUGHT);
}

static void on_page(state *s, const koord_event *e, const kd_look *look)
{
    const kd_page *before = kd_pages_nth(&look->model->pages, 1);
    int help = look->model->session.place == KOORD_PLACE_IS_HELP;
    int from = before && before->place == KOORD_PLACE_IS_CHECKOUT;
    s->seeking = help && (from || s->seeking);
    s->page_id = s->seeking ? look->id : 0;
    s->page_at = e->at;
    kd_wake(look, s->seeking ? kd_later(e->at, SET(READ_MS)) : KOORD_NEVER);
}

static void on_touchpoint(state *s, const koord_event *e, const kd_look *look)
{
    int32_t place = e->number[KOORD_TOUCHPOINT_PLACE];
    int from = look->model->session.place == KOORD_PLACE_IS_CHECKOUT || s->seeking;
    if (from && place >= KOORD_PLACE_IS_HELP) seek(s, look, e->at, look->id);
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (look->model->checkout.bought == look->id) kd_open_end(&s->open, look, KOORD_STATE_IS_RECOVERED);
    if (e->kind == KOORD_EVENT_PAGE_VIEW)
        on_page(s, e, look);
    else if (e->kind == KOORD_EVENT_TOUCHPOINT)
        on_touchpoint(s, e, look);
}

static void on_due(void *memory, const kd_look *look)
{
    state *s = memory;
    if (s->page_id) seek(s, look, s->page_at, s->page_id);
    s->page_id = 0;
}

static void on_end(void *memory, const kd_look *look)
{
    state *s = memory;
    kd_open_end(&s->open, look, KOORD_STATE_IS_FINAL);
}

const kd_detector kd_help_seek = {
    .listens = KD_LISTEN(PAGE_VIEW) | KD_LISTEN(TOUCHPOINT) | KD_LISTEN(PURCHASE) | KD_LISTEN(PAYMENT) |
               KD_LISTEN(OTHER_TAB),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_help_seek_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
    .on_end = on_end,
};
