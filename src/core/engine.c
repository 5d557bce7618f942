/* engine - koord.h made true: in which order the floors below are asked. */
#include "core/engine.h"
#include "base/hash.h"
#include "base/moments.h"
#include "wire/snapshot.h"
#include <string.h>

const char *koord_result_name(int result)
{
    switch (result) {
#define KOORD_RESULT(number, NAME, what)                                                                     \
    case number:                                                                                             \
        return "KOORD_" #NAME;
#include "koord_results.def"
    default:
        return "?";
    }
}

koord_event koord_event_of(koord_event_kind kind, koord_ms t)
{
    koord_event e = { .t = t, .at = t, .kind = kind };
    for (int i = 0; i < KOORD_NUMBERS; i++) e.number[i] = KOORD_ABSENT;
    return e;
}

size_t koord_size(void)
{
    return sizeof(koord_engine);
}

static int make_roster(koord_engine *engine)
{
    return kd_roster_make(&engine->roster, &engine->state.registry, engine->look.settings);
}

koord_engine *koord_open(void *memory, size_t size)
{
    if (!memory || size < sizeof(koord_engine) || (uintptr_t)memory % sizeof(uint64_t)) return NULL;
    koord_engine *engine = memory;
    memset(engine, 0, offsetof(koord_engine, out.item)); /* verdicts are zeroed one by one */
    engine->fact.kind = KOORD_EFFECT_FACT;
    engine->state.next_id = 1;
    kd_session_reset(&engine->look.model->session);
    kd_registry_reset(&engine->state.registry);
    kd_outcomes_reset(&engine->state.outcomes);
    kd_asking_reset(&engine->state.asking);
    kd_settings_reset(engine->look.settings);
    if (!make_roster(engine)) return NULL;
    kd_surveys_reset(&engine->surveys);
    kd_batch_reset(&engine->batch, 1);
    engine->look.registry = &engine->state.registry;
    engine->look.roster = &engine->roster;
    engine->look.out = &engine->out;
    engine->look.next_id = &engine->state.next_id;
    return engine;
}

static int is_late(const koord_engine *engine)
{
    return engine->state.next_id > 1;
}

int koord_set(koord_engine *engine, koord_text name, int32_t value)
{
    if (!engine) return KOORD_ERR_ARGUMENT;
    int found = kd_settings_find(name);
    if (is_late(engine)) return KOORD_ERR_LATE;
    if (found < 0) return KOORD_ERR_NAME;
    return kd_settings_put(engine->look.settings, (kd_setting)found, value);
}

int koord_survey(koord_engine *engine, koord_text name, koord_text on, uint32_t sample)
{
    if (!engine) return KOORD_ERR_ARGUMENT;
    uint8_t detector = kd_registry_find(on);
    if (is_late(engine)) return KOORD_ERR_LATE;
    if (!detector) return KOORD_ERR_NAME;
    if (sample > INT32_MAX) return KOORD_ERR_VALUE;
    const koord_row rows[] = {
        { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_SAMPLE, 0, 0, (int32_t)sample },
        { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_VISIT_MOST, 0, 0, 20 },
        { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_EVERY_DAYS, 0, 0, 0 },
        { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_DISMISSED_DAYS, 0, 0, 0 },
        { KOORD_ROW_IS_LIMIT, KOORD_LIMIT_IS_ANSWERED_DAYS, 0, 0, 0 },
        { KOORD_ROW_IS_SEE, KOORD_SOURCE_IS_SIGNAL, detector, 1, 0 },
    };
    return kd_surveys_put(&engine->surveys, name, rows, sizeof rows / sizeof *rows);
}

int koord_survey_rows(koord_engine *engine, koord_text name, const koord_row *rows, uint32_t count)
{
    if (!engine || !rows) return KOORD_ERR_ARGUMENT;
    if (is_late(engine)) return KOORD_ERR_LATE;
    return kd_surveys_put(&engine->surveys, name, rows, count);
}

uint32_t koord_settings(const koord_engine *engine)
{
    return kd_surveys_hash(kd_settings_hash(engine->look.settings), &engine->surveys);
}

/* ---- verdicts ---- */

static void tell(koord_engine *engine, const kd_verdict *verdict, int ends)
{
    kd_state *s = &engine->state;
    if (verdict->effect.kind == KOORD_EFFECT_SIGNAL) kd_outcomes_hear(&s->outcomes, verdict, &engine->look);
    if (!ends) kd_asking_hear(&s->asking, &engine->surveys, verdict, &engine->look);
}

/* Lets outcomes and surveys hear of all that has come up, and the surveys decide. At the end of a session
 * nobody is there to be asked. */
static inline void ask(koord_engine *engine, int ends)
{
    kd_asking *asking = &engine->state.asking;
    while (engine->told < engine->out.count) tell(engine, &engine->out.item[engine->told++], ends);
    if (asking->triggers.waiting && !ends) kd_asking_decide(asking, &engine->surveys, &engine->look);
}

static void look_at(koord_engine *engine, koord_ms now, uint32_t id)
{
    engine->state.now = engine->look.now = now;
    engine->look.id = id;
}

/* ---- time ---- */

static koord_ms end_of_session(const koord_engine *engine)
{
    const kd_session *session = &engine->look.model->session;
    if (!session->begun || session->ended) return KOORD_NEVER;
    return kd_later(session->last, KD_GET(engine->look.settings, session, IDLE_MS));
}

/* When a detector or a survey has work to do. */
static koord_ms work_due(const koord_engine *engine)
{
    return kd_sooner(engine->state.registry.due, engine->state.asking.triggers.due);
}

static koord_ms verdicts_due(const koord_engine *engine)
{
    if (engine->look.model->session.ended) return KOORD_NEVER;
    return kd_sooner(work_due(engine), end_of_session(engine));
}

/* Does the piece of work that is due. */
static void work(koord_engine *engine, koord_ms due, int ends)
{
    kd_state *s = &engine->state;
    look_at(engine, kd_latest(s->now, due), 0);
    if (s->registry.due <= s->now) kd_registry_tick(&engine->look);
    if (s->asking.triggers.due <= s->now) kd_asking_tick(&s->asking, &engine->surveys, &engine->look);
    if (ends) kd_outcomes_end(&s->outcomes, &engine->look);
    if (ends) kd_registry_end(&engine->look);
    ask(engine, ends);
    if (ends) engine->look.model->session.ended = 1;
}

/* Does all that is due at or before `until`, each piece at its own time. */
static void work_until(koord_engine *engine, koord_ms until)
{
    for (koord_ms due; (due = verdicts_due(engine)) <= until && due != KOORD_NEVER;)
        work(engine, due, end_of_session(engine) <= due);
    engine->state.now = kd_latest(engine->state.now, until);
}

/* The same before and after a fact, which may_feed has refused where the session could end by then. */
static inline void catch_up(koord_engine *engine, koord_ms until)
{
    while (work_due(engine) <= until) work(engine, work_due(engine), 0);
}

koord_ms koord_due(const koord_engine *engine)
{
    koord_ms due = kd_sooner(verdicts_due(engine), kd_batch_due(&engine->batch));
    return due == KOORD_NEVER ? due : kd_latest(due, engine->state.now);
}

int koord_ended(const koord_engine *engine)
{
    return engine->look.model->session.ended;
}

static int waiting(const koord_engine *engine)
{
    return (int)kd_verdicts_waiting(&engine->out) + engine->fact_waits + engine->sending;
}

/* An emptied queue starts anew: its capacity is that of one call. */
static void rewind_queue(koord_engine *engine)
{
    engine->out.taken = engine->out.count = 0;
    engine->told = 0;
    engine->taken = NULL;
}

static int send_when_due(koord_engine *engine)
{
    if (kd_batch_begin(&engine->batch, engine->state.now)) engine->sending = 1;
    return waiting(engine);
}

int koord_tick(koord_engine *engine, koord_ms now)
{
    if (!engine || now == KOORD_NEVER) return KOORD_ERR_ARGUMENT;
    if (waiting(engine)) return KOORD_ERR_FULL;
    if (now < engine->state.now) return KOORD_ERR_TIME;
    rewind_queue(engine);
    work_until(engine, now);
    return send_when_due(engine);
}

/* ---- facts ---- */

static int may_feed(const koord_engine *engine, const koord_event *e)
{
    if (!engine || !e || e->t == KOORD_NEVER || e->at > e->t) return KOORD_ERR_ARGUMENT;
    if (e->id > INT32_MAX) return KOORD_ERR_ARGUMENT; /* so that the numbers never start over */
    if (e->kind == 0 || e->kind >= KOORD_EVENT_END) return KOORD_ERR_ARGUMENT;
    const kd_session *session = &engine->look.model->session;
    if ((e->kind == KOORD_EVENT_SESSION) == session->begun) return KOORD_ERR_ARGUMENT;
    if (waiting(engine)) return KOORD_ERR_FULL;
    if (e->t < engine->state.now) return KOORD_ERR_TIME;
    if (session->ended || end_of_session(engine) <= e->t) return KOORD_ERR_ENDED;
    return KOORD_OK;
}

static void acknowledge(koord_engine *engine, const koord_event *e, uint32_t id)
{
    koord_effect *fact = &engine->fact; /* its kind was said as the engine was opened */
    fact->id = id;
    fact->t = e->t;
    fact->target = e->target;
    fact->what = e->kind;
    engine->fact_behind = engine->out.count;
    engine->fact_waits = 1;
}

static void take(koord_engine *engine, const koord_event *e)
{
    kd_state *s = &engine->state;
    if (e->kind == KOORD_EVENT_SESSION) make_roster(engine);
    if (e->id > s->next_id) s->next_id = e->id;
    uint32_t id = s->next_id++;
    acknowledge(engine, e, id);
    kd_model_take(engine->look.model, engine->look.settings, e, id);
    look_at(engine, e->t, id);
    s->asking.decided = 0;
    if (kd_asking_wants(&engine->surveys, e)) kd_asking_take(&s->asking, &engine->surveys, e, &engine->look);
    if (kd_outcomes_want(&s->outcomes, e)) kd_outcomes_take(&s->outcomes, e, &engine->look);
    kd_registry_event(e, &engine->look);
    ask(engine, 0);
}

int koord_feed(koord_engine *engine, const koord_event *event)
{
    int allowed = may_feed(engine, event);
    if (allowed != KOORD_OK) return allowed;
    rewind_queue(engine);
    catch_up(engine, event->t);
    take(engine, event);
    catch_up(engine, event->t); /* what the fact itself made due at once */
    return send_when_due(engine);
}

int koord_move(koord_engine *engine, koord_ms at, int32_t x, int32_t y, koord_event *fact)
{
    return engine && fact ? kd_cursor_move(&engine->cursor, at, x, y, fact) : KOORD_ERR_ARGUMENT;
}

/* ---- effects ---- */

/* Verdicts, purchases and answers are news: somebody may act on them. */
static int is_news(const koord_effect *e)
{
    return e->kind != KOORD_EFFECT_FACT || e->what == KOORD_EVENT_PURCHASE || e->what == KOORD_EVENT_SURVEY;
}

static int hand_over(koord_engine *engine, koord_effect *effect, const koord_effect *from)
{
    *effect = *from;
    kd_batch_add(&engine->batch, engine->state.now, 0, is_news(from));
    return 1;
}

int koord_next(koord_engine *engine, koord_effect *effect)
{
    if (!engine || !effect) return 0;
    engine->taken = NULL;
    if (engine->fact_waits && engine->out.taken == engine->fact_behind) {
        engine->fact_waits = 0;
        return hand_over(engine, effect, &engine->fact);
    }
    if (kd_verdicts_waiting(&engine->out)) {
        engine->taken = &engine->out.item[engine->out.taken++];
        return hand_over(engine, effect, &engine->taken->effect);
    }
    if (!engine->sending) return 0;
    engine->sending = 0;
    memset(effect, 0, sizeof *effect);
    effect->kind = KOORD_EFFECT_BATCH;
    effect->id = engine->batch.id;
    effect->t = engine->state.now;
    effect->most = engine->batch.most;
    return 1;
}

int koord_record(koord_engine *engine, char *room, uint32_t size)
{
    if (!engine || !room || !engine->taken) return KOORD_ERR_ARGUMENT;
    const kd_verdict *v = engine->taken;
    kd_buffer b = kd_buffer_of(room, size);
    if (v->effect.kind == KOORD_EFFECT_SIGNAL)
        kd_record_signal(&b, v, engine->look.settings);
    else if (v->effect.kind == KOORD_EFFECT_OUTCOME)
        kd_record_outcome(&b, v);
    else
        kd_record_decision(&b, v, kd_survey_name(&engine->surveys.item[v->effect.what]));
    return b.over ? KOORD_ERR_SPACE : (int)b.used;
}

/* ---- delivery ---- */

int koord_batch_more(koord_engine *engine, uint32_t size, int urgent)
{
    if (!engine) return KOORD_ERR_ARGUMENT;
    kd_batch_add(&engine->batch, engine->state.now, size, urgent);
    return KOORD_OK;
}

int koord_batch_done(koord_engine *engine, uint32_t batch, koord_delivery how, uint32_t wait_ms,
                     uint32_t left)
{
    if (!engine || how < KOORD_DELIVERED || how > KOORD_GIVEN_UP) return KOORD_ERR_ARGUMENT;
    return kd_batch_end(&engine->batch, engine->state.now, batch, how, wait_ms, left);
}

/* ---- from page to page ---- */

int koord_save(const koord_engine *engine, char *room, uint32_t size)
{
    if (!engine || !room) return KOORD_ERR_ARGUMENT;
    if (waiting(engine)) return KOORD_ERR_FULL;
    return kd_snapshot_write(room, size, (const char *)engine + KD_KEPT_AT, KD_KEPT, koord_settings(engine));
}

int koord_restore(koord_engine *engine, koord_text saved)
{
    if (!engine || !saved.at) return KOORD_ERR_ARGUMENT;
    if (is_late(engine)) return KOORD_ERR_LATE;
    int read = kd_snapshot_read(saved, (char *)engine + KD_KEPT_AT, KD_KEPT, koord_settings(engine));
    if (read != KOORD_OK) return read;
    make_roster(engine);
    kd_batch_reset(&engine->batch, kd_hash(KD_HASH_START, saved.at, saved.size));
    rewind_queue(engine);
    return KOORD_OK;
}
