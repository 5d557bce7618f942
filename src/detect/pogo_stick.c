/* pogo_stick - into a product and straight back to the results, several times in one search.
 *
 * The list promised what the products did not keep. Whoever looks for longer, or uses what the product's page
 * offers, compares. docs/detectors/pogo_stick.md */
#include "detect/detector.h"
#include "model/marks.h"

#define SET(NAME) KD_GET(look->settings, pogo_stick, NAME)

enum { USED = 2 /* presses on a product: the one that leaves it is none */ };

typedef struct state {
    kd_marks returns;
    uint32_t key;       /* of the search */
    uint32_t opened_id; /* the view of the product being looked at, 0 none */
    koord_ms opened_at, left_at;
    uint8_t presses; /* on the product that was left */
} state;

/* Back at the results, at the time when the product was left. */
static void on_return(state *s, const kd_look *look)
{
    int looked = kd_between(s->opened_at, s->left_at) >= SET(DWELL_MS) || s->presses >= USED;
    if (looked) s->returns.count = 0;
    if (!looked) kd_marks_add(&s->returns, s->left_at, s->opened_id);
    s->opened_id = 0;
    uint32_t count = kd_marks_within(&s->returns, s->left_at, SET(WINDOW_MS));
    if (count < SET(RETURNS)) return;
    kd_finding finding = { .target = s->key };
    kd_marks_testify(&s->returns, count, &finding.evidence);
    s->returns.count = 0;
    kd_raise(look, &finding);
}

static void on_page(state *s, const koord_event *e, const kd_look *look)
{
    int32_t via = e->number[KOORD_PAGE_VIEW_VIA];
    const kd_page *left = kd_pages_nth(&look->model->pages, 1);
    s->left_at = e->at;
    if (left && left->id == s->opened_id) s->presses = left->presses;
    if (look->model->session.place == KOORD_PLACE_IS_SEARCH) {
        if (s->opened_id && (via == KOORD_VIA_IS_BACK_FORWARD || via == KOORD_VIA_IS_RESTORE))
            on_return(s, look);
        return; /* else the search fact will say whether these are the same results */
    }
    s->opened_id = look->model->session.place == KOORD_PLACE_IS_PRODUCT && s->key ? look->id : 0;
    s->opened_at = e->at;
}

static int is_taken(const koord_event *e)
{
    int opened = e->kind == KOORD_EVENT_PRODUCT && e->number[KOORD_PRODUCT_PHASE] == KOORD_PRODUCT_IS_CHOSEN;
    return kd_is_choice(e) && !opened;
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    if (e->kind == KOORD_EVENT_PAGE_VIEW) {
        on_page(s, e, look);
    } else if (look->model->search.key != s->key) {
        *s = (state){ .key = look->model->search.key };
    } else if (e->kind == KOORD_EVENT_SEARCH) {
        if (s->opened_id && s->left_at > s->opened_at) on_return(s, look);
    } else if (is_taken(e)) {
        s->returns.count = 0;
    }
}

const kd_detector kd_pogo_stick = {
    .listens = KD_LISTEN(SEARCH) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(PRODUCT) | KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_pogo_stick_ENABLED,
    .on_event = on_event,
};
