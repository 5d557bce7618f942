/* registry - all detectors, and the rules that hold for every signal. */
#include "detect/registry.h"
#include "base/text.h"
#include <string.h>

#define KOORD_DETECTOR(number, name, family, most) extern const kd_detector kd_##name;
#include "koord_detectors.def"

static const kd_detector *const detectors[KD_DETECTORS] = {
#define KOORD_DETECTOR(number, name, family, most) &kd_##name,
#include "koord_detectors.def"
};

static const uint8_t numbers[KD_DETECTORS] = {
#define KOORD_DETECTOR(number, name, family, most) number,
#include "koord_detectors.def"
};

static const char names[] =
#define KOORD_DETECTOR(number, name, family, most) #name "\0"
#include "koord_detectors.def"
    ;

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

int kd_roster_make(kd_roster *roster, kd_registry *registry, const kd_settings *settings)
{
    unsigned char *next = (unsigned char *)registry->states;
    memset(roster, 0, sizeof *roster);
    for (int i = 0; i < KD_DETECTORS; i++) {
        const kd_detector *d = detectors[i];
        kd_places here = settings->value[d->enabled] ? (kd_places)1 << i : 0;
        roster->state[i] = next;
        next += padded(d->state_size);
        for (uint64_t left = d->listens; left; left &= left - 1)
            roster->heard_by[__builtin_ctzll(left)] |= here;
        for (uint64_t left = d->awaits; left; left &= left - 1)
            roster->awaited_by[__builtin_ctzll(left)] |= here;
        if (d->on_signal) roster->hears_signals |= here;
        if (d->on_end) roster->hears_end |= here;
    }
    return next - (unsigned char *)registry->states <= KD_STATES_SIZE;
}

void kd_registry_reset(kd_registry *registry)
{
    memset(registry, 0, sizeof *registry);
    memset(registry->wake, 0xFF, sizeof registry->wake); /* KOORD_NEVER */
    registry->due = KOORD_NEVER;
}

static void *state_of(const kd_look *look)
{
    return look->roster->state[look->place];
}

/* Makes look->place each place of a set in turn, in table order. */
#define EACH(look, places)                                                                                   \
    for (kd_places left = (places); left && (look->place = (uint8_t)__builtin_ctzll(left), 1);               \
         left &= left - 1)

/* Who asked to be woken; also after a snapshot that somebody made up. */
static kd_places awake(const kd_registry *registry)
{
    return registry->awake & (~(kd_places)0 >> (64 - KD_DETECTORS));
}

static void find_due(kd_registry *registry)
{
    koord_ms first = KOORD_NEVER;
    for (kd_places left = awake(registry); left; left &= left - 1)
        first = kd_sooner(first, registry->wake[__builtin_ctzll(left)]);
    registry->due = first;
}

void kd_wake(const kd_look *look, koord_ms at)
{
    kd_registry *registry = look->registry;
    kd_places here = (kd_places)1 << look->place;
    koord_ms before = registry->wake[look->place];
    registry->awake = at == KOORD_NEVER ? registry->awake & ~here : registry->awake | here;
    registry->wake[look->place] = at;
    if (at < registry->due)
        registry->due = at;
    else if (before == registry->due && at != before)
        find_due(registry);
}

koord_ms kd_wakes(const kd_look *look)
{
    return look->registry->wake[look->place];
}

/* Lets all detectors hear of the signals from `from` on, before the next one is asked: what one says, another
 * may swallow. Returns how many there are by then. */
static uint32_t tell(uint32_t from, kd_look *look)
{
    uint8_t speaker = look->place;
    for (; from < look->out->count; from++) {
        const kd_verdict *signal = &look->out->item[from];
        EACH(look, look->roster->hears_signals)
        {
            if (numbers[look->place] != signal->effect.what)
                detectors[look->place]->on_signal(state_of(look), signal, look);
        }
    }
    look->place = speaker;
    return from;
}

/* Who listens for one of the two at present. */
static kd_places listeners(const kd_look *look, uint32_t one, uint32_t other)
{
    const kd_roster *roster = look->roster;
    return roster->heard_by[one] | roster->heard_by[other] |
           (look->registry->awake & (roster->awaited_by[one] | roster->awaited_by[other]));
}

/* What is absent is a number of which these bits are not set. */
static int is_weighty(const koord_event *e)
{
    const uint32_t traits = 1u << KOORD_TRAIT_IS_PRIMARY | 1u << KOORD_TRAIT_IS_SUBMIT |
                            1u << KOORD_TRAIT_IS_OPTION | 1u << KOORD_TRAIT_IS_TOGGLE |
                            1u << KOORD_TRAIT_IS_DISABLED;
    return ((uint32_t)e->number[KOORD_CLICK_TRAITS] & traits) != 0;
}

static kd_places listeners_to(const koord_event *e, const kd_look *look)
{
    uint32_t heard = e->kind, part = heard;
    switch (heard) {
    case KOORD_EVENT_CLICK:
        if (is_weighty(e)) part = KD_HEARD_WEIGHTY;
        break;
    case KOORD_EVENT_FIELD:
        if (e->number[KOORD_FIELD_PHASE] == KOORD_FIELD_IS_CHANGED) part = KD_HEARD_CHANGED;
        if (e->number[KOORD_FIELD_PHASE] == KOORD_FIELD_IS_INVALID) part = KD_HEARD_INVALID;
        break;
    case KOORD_EVENT_EFFECT:
        if (e->number[KOORD_EFFECT_WHAT] == KOORD_EFFECT_IS_VISUAL) heard = KD_HEARD_VISUAL;
        part = look->model->response.news ? KD_HEARD_NEWS : heard;
        break;
    case KOORD_EVENT_REQUEST:
        if (e->number[KOORD_REQUEST_PHASE] == KOORD_REQUEST_IS_STARTED) heard = KD_HEARD_STARTED;
        part = look->model->response.news ? KD_HEARD_NEWS : heard;
        break;
    default:
        break;
    }
    return listeners(look, heard, part);
}

void kd_registry_event(const koord_event *e, kd_look *look)
{
    kd_registry *registry = look->registry;
    uint32_t said = look->out->count;
    if (e->kind == KOORD_EVENT_PAGE_VIEW) memset(registry->on_page, 0, sizeof registry->on_page);
    EACH(look, listeners_to(e, look))
    {
        detectors[look->place]->on_event(state_of(look), e, look);
        if (look->out->count > said) said = tell(said, look);
    }
}

/* Wakes the one at look->place. A wish for a time that has come is put off by a moment, so that time goes on
 * whatever a snapshot said. */
static void wake_up(kd_registry *registry, kd_look *look)
{
    const kd_detector *detector = detectors[look->place];
    koord_ms *wish = &registry->wake[look->place];
    uint32_t said = look->out->count;
    registry->awake &= ~((kd_places)1 << look->place);
    *wish = KOORD_NEVER;
    if (detector->on_due) detector->on_due(state_of(look), look);
    if (*wish <= look->now) *wish = kd_later(look->now, 1);
    if (look->out->count > said) tell(said, look);
}

void kd_registry_tick(kd_look *look)
{
    kd_registry *registry = look->registry;
    EACH(look, awake(registry))
    {
        if (kd_wakes(look) <= look->now) wake_up(registry, look);
    }
    find_due(registry);
}

void kd_registry_end(kd_look *look)
{
    EACH(look, look->roster->hears_end)
    {
        uint32_t said = look->out->count;
        detectors[look->place]->on_end(state_of(look), look);
        if (look->out->count > said) tell(said, look);
    }
}

static uint8_t severity_of(uint8_t detector, uint8_t variant)
{
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++)
        if (severities[i].detector == detector && severities[i].variant == variant)
            return severities[i].severity;
    return 1;
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
        if (r->place == look->place && r->target == target &&
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
    e->what = numbers[look->place];
    e->t = look->now;
    e->id = (*look->next_id)++;
    e->target = finding->target;
    e->variant = finding->variant;
    e->state = finding->state;
    e->severity = severity_of(numbers[look->place], finding->variant);
    v->about = about->id;
    v->incident = about->incident;
    v->rev = ++about->rev;
    about->open = finding->state == KOORD_STATE_IS_PROVISIONAL;
    v->place = session->place;
    v->step = session->step;
    v->total_cents = session->total_cents;
    v->evidence = finding->evidence;
    return v;
}

/* A detector has few findings open at a time, all of them together far fewer than fit. */
static kd_recent *room_for_one(kd_registry *registry)
{
    kd_recent *oldest = &registry->recent[0];
    if (registry->raised < KD_RECENT) return &registry->recent[registry->raised];
    for (kd_recent *r = oldest; r < registry->recent + KD_RECENT; r++)
        if (!r->open && (oldest->open || r->id < oldest->id)) oldest = r;
    return oldest;
}

uint32_t kd_raise(const kd_look *look, const kd_finding *finding)
{
    kd_registry *registry = look->registry;
    int place = look->place;
    if (on_cooldown(look, finding->target)) return 0;
    if (registry->on_page[place] >= KD_GET(look->settings, signal, PAGE_MOST)) return 0;
    if (registry->in_session[place] >= KD_GET(look->settings, signal, SESSION_MOST)) return 0;
    kd_recent recent = { .target = finding->target,
                         .incident = incident_of(registry, look, finding->target),
                         .t = look->now,
                         .place = look->place,
                         .step = look->model->session.step };
    recent.id = write(look, finding, &recent)->effect.id;
    registry->on_page[place]++;
    registry->in_session[place]++;
    *room_for_one(registry) = recent;
    registry->raised++;
    return recent.id;
}

uint32_t kd_raise_on(const kd_look *look, uint8_t variant, uint32_t target, uint32_t since, uint32_t then)
{
    kd_finding finding = { .variant = variant, .target = target };
    kd_evidence_add(&finding.evidence, since);
    kd_evidence_add(&finding.evidence, then);
    kd_evidence_add(&finding.evidence, look->id);
    return kd_raise(look, &finding);
}

uint32_t kd_raise_since(const kd_look *look, uint8_t variant, uint32_t target, uint32_t since)
{
    return kd_raise_on(look, variant, target, since, 0);
}

void kd_revise(const kd_look *look, uint32_t id, const kd_finding *finding)
{
    kd_registry *registry = look->registry;
    for (uint32_t i = 0; i < kept(registry); i++)
        if (registry->recent[i].id == id) write(look, finding, &registry->recent[i]);
}

int kd_is_trouble(const kd_verdict *signal)
{
    enum { interaction, search, checkout, delight, composite };
    static const uint8_t family[] = {
#define KOORD_DETECTOR(number, name, family, most) [number] = family,
#include "koord_detectors.def"
    };
    uint32_t detector = signal->effect.what;
    int left =
        detector == KD_search_abandon || detector == KD_form_abandon || detector == KD_checkout_abandon;
    return !signal->about && family[detector] != delight && !left;
}

const char *koord_detector_name(uint32_t number)
{
    for (uint32_t i = 0; i < KD_DETECTORS; i++)
        if (numbers[i] == number) return kd_text_nth(names, i);
    return "?";
}

uint8_t kd_registry_find(koord_text name)
{
    for (uint32_t i = 0; i < KD_DETECTORS; i++)
        if (kd_text_equal(name, kd_text_of(kd_text_nth(names, i)))) return numbers[i];
    return 0;
}
