/* reformulation_chain - asking for the same thing in other words, again and again.
 *
 * Every wording is a try that did not find it. The last one is given a while: who then chooses something may
 * have found it, and who looks at a product for long has. docs/detectors/reformulation_chain.md */
#include "detect/detector.h"
#include "model/marks.h"

#define SET(NAME) KD_GET(look->settings, reformulation_chain, NAME)

enum { KEYS = 4 };

typedef struct state {
    kd_marks wordings;
    uint32_t key[KEYS]; /* of the newest wordings: saying one again is not another */
    koord_ms chosen_at; /* a product is being looked at since then, 0 none */
    uint8_t said;
} state;

/* What the host says of two searches, KOORD_ABSENT where it does not know. */
static int alike(const koord_event *e, const kd_look *look)
{
    int32_t edits = e->number[KOORD_SEARCH_EDITS];
    return e->number[KOORD_SEARCH_SHARED] >= (int32_t)SET(SHARED_PERCENT) ||
           e->number[KOORD_SEARCH_EXTENDS] > 0 || (edits >= 0 && edits <= (int32_t)SET(EDITS_PERCENT));
}

static int is_known(const state *s, uint32_t key)
{
    for (uint32_t i = 0; i < KEYS && i < s->wordings.count; i++)
        if (s->key[i] == key) return 1;
    return 0;
}

static void forget(state *s, const kd_look *look)
{
    *s = (state){ .said = 0 };
    kd_wake(look, KOORD_NEVER);
}

/* Wordings that lie within the window before the newest one, where there are enough; else 0. */
static uint32_t chain(const state *s, const kd_look *look)
{
    uint32_t count = kd_marks_within(&s->wordings, kd_marks_newest(&s->wordings), SET(WINDOW_MS));
    return s->said || count < SET(QUERIES) ? 0 : count;
}

static void judge(state *s, const kd_look *look)
{
    uint32_t count = chain(s, look);
    if (!count) return;
    kd_finding finding = { .target = look->model->search.key };
    kd_marks_testify(&s->wordings, count, &finding.evidence);
    s->said = 1;
    kd_wake(look, KOORD_NEVER);
    kd_raise(look, &finding);
}

static void on_search(state *s, const koord_event *e, const kd_look *look)
{
    if (is_known(s, look->model->search.key)) return;
    if (!alike(e, look)) forget(s, look);
    judge(s, look); /* the wordings before did not find it */
    s->key[s->wordings.count % KEYS] = look->model->search.key;
    kd_marks_add(&s->wordings, e->at, look->id);
    if (chain(s, look)) kd_wake(look, kd_after(look->now, SET(CHOOSE_MS)));
}

static void on_event(void *memory, const koord_event *e, const kd_look *look)
{
    state *s = memory;
    int looked = s->chosen_at && kd_between(s->chosen_at, e->at) >= SET(DWELL_MS);
    if (looked || (e->kind == KOORD_EVENT_CART && kd_is_choice(e))) forget(s, look);
    if (e->kind == KOORD_EVENT_SEARCH) {
        s->chosen_at = 0;
        on_search(s, e, look);
    } else if (e->kind == KOORD_EVENT_PAGE_VIEW) {
        s->chosen_at = look->model->session.place == KOORD_PLACE_IS_PRODUCT ? kd_latest(e->at, 1) : 0;
        if (s->chosen_at) kd_wake(look, KOORD_NEVER);
    } else if (e->kind == KOORD_EVENT_PRODUCT && kd_is_choice(e)) {
        s->chosen_at = kd_latest(e->at, 1);
        kd_wake(look, KOORD_NEVER);
    }
}

static void on_due(void *memory, const kd_look *look)
{
    judge(memory, look);
}

const kd_detector kd_reformulation_chain = {
    .listens = KD_LISTEN(SEARCH) | KD_LISTEN(PAGE_VIEW) | KD_LISTEN(PRODUCT) | KD_LISTEN(CART),
    .state_size = sizeof(state),
    .enabled = KD_SETTING_reformulation_chain_ENABLED,
    .on_event = on_event,
    .on_due = on_due,
};
