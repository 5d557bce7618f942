/* registry - all detectors, and the rules that hold for every signal. */
#include "detect/registry.h"
#include "base/text.h"
#include <string.h>

#define KOORD_DETECTOR(number, name, family, most) extern const kd_detector kd_##name;
#include "koord_detectors.def"

typedef struct row {
    const kd_detector *detector;
    const char *name;
    uint8_t number;
} row;

static const row rows[KD_DETECTORS] = {
#define KOORD_DETECTOR(number, name, family, most) { &kd_##name, #name, number },
#include "koord_detectors.def"
};

static const struct {
    uint8_t detector, variant, severity;
} severities[] = {
#define KOORD_VARIANT(name, number, VARIANT, wire, severity) { KD_##name, number, severity },
#include "koord_detectors.def"
};

static size_t padded(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

uint32_t kd_registry_listens(void)
{
    uint32_t kinds = KD_LISTEN(PAGE_VIEW); /* the registry's own */
    for (int i = 0; i < KD_DETECTORS; i++) kinds |= rows[i].detector->listens;
    return kinds;
}

int kd_registry_fits(void)
{
    size_t used = 0;
    for (int i = 0; i < KD_DETECTORS; i++) used += padded(rows[i].detector->state_size);
    return used <= KD_STATES_SIZE;
}

/* Steps through the detectors and their states side by side. */
#define EACH(i, state, registry)                                                                             \
    unsigned char *state = (unsigned char *)(registry)->states;                                              \
    for (int i = 0; i < KD_DETECTORS; state += padded(rows[i].detector->state_size), i++)

static int enabled(const kd_settings *settings, int i)
{
    return settings->value[rows[i].detector->enabled] != 0;
}

/* Lets all detectors hear of the signals from `from` on, before the next one is asked: what one says, another
 * may swallow. */
static void tell(kd_registry *registry, uint32_t from, kd_look *look)
{
    for (; from < look->out->count; from++) {
        const kd_verdict *signal = &look->out->item[from];
        EACH(i, state, registry)
        {
            look->detector = rows[i].number;
            if (rows[i].detector->on_signal && rows[i].number != signal->effect.what)
                rows[i].detector->on_signal(state, signal, look);
        }
    }
}

static void look_ahead(kd_registry *registry)
{
    koord_ms first = KOORD_NEVER;
    EACH(i, state, registry)
    {
        if (rows[i].detector->due) first = kd_sooner(first, rows[i].detector->due(state));
    }
    registry->due = first;
}

void kd_registry_event(kd_registry *registry, const koord_event *e, kd_look *look)
{
    if (!(look->listens >> e->kind & 1u)) return; /* nobody's state changes, so nothing falls due sooner */
    if (e->kind == KOORD_EVENT_PAGE_VIEW) memset(registry->on_page, 0, sizeof registry->on_page);
    EACH(i, state, registry)
    {
        uint32_t said = look->out->count;
        look->detector = rows[i].number;
        if (rows[i].detector->listens >> e->kind & 1u && enabled(look->settings, i))
            rows[i].detector->on_event(state, e, look);
        if (look->out->count > said) tell(registry, said, look);
    }
    look_ahead(registry);
}

void kd_registry_tick(kd_registry *registry, kd_look *look)
{
    EACH(i, state, registry)
    {
        uint32_t said = look->out->count;
        look->detector = rows[i].number;
        if (rows[i].detector->due && rows[i].detector->due(state) <= look->now)
            rows[i].detector->on_due(state, look);
        if (look->out->count > said) tell(registry, said, look);
    }
    look_ahead(registry);
}

static uint8_t severity_of(uint8_t detector, uint8_t variant)
{
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++)
        if (severities[i].detector == detector && severities[i].variant == variant)
            return severities[i].severity;
    return 1;
}

static int place_of(uint8_t detector)
{
    for (int i = 0; i < KD_DETECTORS; i++)
        if (rows[i].number == detector) return i;
    return 0;
}

static uint32_t kept(const kd_registry *registry)
{
    return registry->raised < KD_RECENT ? registry->raised : KD_RECENT;
}

static int on_cooldown(const kd_look *look, uint32_t target)
{
    const kd_registry *registry = look->registry;
    for (uint32_t i = 0; i < kept(registry); i++) {
        const kd_recent *r = &registry->recent[i];
        uint32_t ago = kd_between(r->t, look->now);
        if (r->detector == look->detector && r->target == target &&
            ago < KD_GET(look->settings, signal, COOLDOWN_MS))
            return 1;
    }
    return 0;
}

/* Signals about one target, or in one checkout step, that follow each other closely are one incident. */
static uint32_t incident_of(kd_registry *registry, const kd_look *look, uint32_t target)
{
    uint8_t step = look->model->session.step;
    for (uint32_t i = 0; i < kept(registry); i++) {
        const kd_recent *r = &registry->recent[i];
        int related = (target && r->target == target) || (step != KOORD_STEP_IS_NONE && r->step == step);
        if (related && kd_between(r->t, look->now) <= KD_GET(look->settings, signal, INCIDENT_MS))
            return r->incident;
    }
    return ++registry->incidents;
}

static kd_verdict *write(const kd_look *look, const kd_finding *finding, kd_recent *about)
{
    const kd_session *session = &look->model->session;
    kd_verdict *v = kd_verdicts_push(look->out);
    koord_effect *e = &v->effect;
    e->kind = KOORD_EFFECT_SIGNAL;
    e->what = look->detector;
    e->t = look->now;
    e->id = (*look->next_id)++;
    e->target = finding->target;
    e->variant = finding->variant;
    e->state = finding->state;
    e->severity = severity_of(look->detector, finding->variant);
    v->about = about->id;
    v->incident = about->incident;
    v->rev = ++about->rev;
    v->place = session->place;
    v->step = session->step;
    v->total_cents = session->total_cents;
    v->evidence = finding->evidence;
    return v;
}

uint32_t kd_raise(const kd_look *look, const kd_finding *finding)
{
    kd_registry *registry = look->registry;
    int place = place_of(look->detector);
    if (on_cooldown(look, finding->target)) return 0;
    if (registry->on_page[place] >= KD_GET(look->settings, signal, PAGE_MOST)) return 0;
    if (registry->in_session[place] >= KD_GET(look->settings, signal, SESSION_MOST)) return 0;
    kd_recent recent = { .target = finding->target,
                         .incident = incident_of(registry, look, finding->target),
                         .t = look->now,
                         .detector = look->detector,
                         .step = look->model->session.step };
    recent.id = write(look, finding, &recent)->effect.id;
    registry->on_page[place]++;
    registry->in_session[place]++;
    registry->recent[registry->raised++ % KD_RECENT] = recent;
    return recent.id;
}

void kd_revise(const kd_look *look, uint32_t id, const kd_finding *finding)
{
    kd_registry *registry = look->registry;
    for (uint32_t i = 0; i < kept(registry); i++)
        if (registry->recent[i].id == id) write(look, finding, &registry->recent[i]);
}

const char *koord_detector_name(uint32_t number)
{
    for (int i = 0; i < KD_DETECTORS; i++)
        if (rows[i].number == number) return rows[i].name;
    return "?";
}

uint8_t kd_registry_find(koord_text name)
{
    for (int i = 0; i < KD_DETECTORS; i++)
        if (kd_text_equal(name, kd_text_of(rows[i].name))) return rows[i].number;
    return 0;
}
