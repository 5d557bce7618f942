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
    koord_event e = { .t = t, .at = t, .kind = (uint16_t)kind };
    for (int i = 0; i < KOORD_NUMBERS; i++) e.number[i] = KOORD_ABSENT;
    return e;
}

size_t koord_size(void)
{
    return sizeof(koord_engine);
}

koord_engine *koord_open(void *memory, size_t size)
{
    if (!memory || size < sizeof(koord_engine) || (uintptr_t)memory % sizeof(uint64_t) || !kd_registry_fits())
        return NULL;
    koord_engine *engine = memory;
    memset(engine, 0, sizeof *engine);
    engine->state.next_id = 1;
    kd_session_reset(&engine->state.model.session);
    kd_settings_reset(&engine->settings);
    kd_surveys_reset(&engine->surveys);
    kd_batch_reset(&engine->batch, 1);
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
    return found < 0 ? KOORD_ERR_NAME : kd_settings_put(&engine->settings, (kd_setting)found, value);
}

int koord_survey(koord_engine *engine, koord_text name, koord_text on, uint32_t sample)
{
    if (!engine) return KOORD_ERR_ARGUMENT;
    uint8_t detector = kd_registry_find(on);
    if (is_late(engine)) return KOORD_ERR_LATE;
    return detector ? kd_surveys_put(&engine->surveys, name, detector, sample) : KOORD_ERR_NAME;
}

/* Verdicts rest on settings and surveys alike. */
static uint32_t settings_hash(const koord_engine *engine)
{
    return kd_surveys_hash(kd_settings_hash(&engine->settings), &engine->surveys);
}

/* ---- verdicts ---- */

static kd_look look_at(koord_engine *engine, uint32_t id)
{
    kd_state *s = &engine->state;
    return (kd_look){ .model = &s->model,
                      .settings = &engine->settings,
                      .now = s->now,
                      .id = id,
                      .registry = &s->registry,
                      .out = &engine->out,
                      .next_id = &s->next_id };
}

static void decide(koord_engine *engine, const kd_verdict *signal)
{
    kd_state *s = &engine->state;
    kd_verdict decision;
    if (!kd_survey_decide(&engine->surveys, &s->fatigue, &s->model, &engine->settings, signal, &decision))
        return;
    kd_verdict *v = kd_verdicts_push(&engine->out);
    if (!v) return;
    *v = decision;
    v->t = s->now;
    v->id = s->next_id++;
    if (v->yes) s->fatigue.decision = v->id;
}

/* Lets the other detectors and the surveys hear of every signal that has come up. */
static void tell(koord_engine *engine)
{
    for (; engine->told < engine->out.count; engine->told++) {
        kd_verdict signal = engine->out.item[engine->told];
        if (signal.kind != KOORD_EFFECT_SIGNAL) continue;
        kd_look look = look_at(engine, 0);
        kd_registry_tell(&engine->state.registry, &signal, &look);
        decide(engine, &signal);
    }
}

/* ---- time ---- */

static koord_ms end_of_session(const koord_engine *engine)
{
    const kd_session *session = &engine->state.model.session;
    if (!session->begun || session->ended) return KOORD_NEVER;
    return kd_later(session->last, KD_GET(&engine->settings, session, IDLE_MS));
}

static koord_ms verdicts_due(const koord_engine *engine)
{
    if (engine->state.model.session.ended) return KOORD_NEVER;
    return kd_sooner(kd_registry_due(&engine->state.registry), end_of_session(engine));
}

/* Does all work that is due at or before `until`, each piece at its own time. */
static void work(koord_engine *engine, koord_ms until)
{
    kd_state *s = &engine->state;
    for (koord_ms due; (due = verdicts_due(engine)) <= until && due != KOORD_NEVER;) {
        s->now = kd_latest(s->now, due);
        int ends = end_of_session(engine) <= due;
        kd_look look = look_at(engine, 0);
        kd_registry_tick(&s->registry, &look);
        tell(engine);
        if (ends) s->model.session.ended = 1;
    }
    s->now = kd_latest(s->now, until);
}

koord_ms koord_due(const koord_engine *engine)
{
    koord_ms due = kd_sooner(verdicts_due(engine), kd_batch_due(&engine->batch));
    return due == KOORD_NEVER ? due : kd_latest(due, engine->state.now);
}

int koord_ended(const koord_engine *engine)
{
    return engine->state.model.session.ended;
}

static int waiting(const koord_engine *engine)
{
    return (int)kd_verdicts_waiting(&engine->out) + engine->sending;
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
    work(engine, now);
    return send_when_due(engine);
}

/* ---- facts ---- */

static int may_feed(const koord_engine *engine, const koord_event *e)
{
    if (!engine || !e || e->t == KOORD_NEVER || e->at > e->t) return KOORD_ERR_ARGUMENT;
    const kd_session *session = &engine->state.model.session;
    if ((e->kind == KOORD_EVENT_SESSION) == session->begun) return KOORD_ERR_ARGUMENT;
    if (waiting(engine)) return KOORD_ERR_FULL;
    if (e->t < engine->state.now) return KOORD_ERR_TIME;
    if (session->ended || end_of_session(engine) <= e->t) return KOORD_ERR_ENDED;
    return KOORD_OK;
}

/* What only the engine knows about itself. */
static void complete(const koord_engine *engine, koord_event *e)
{
    if (e->kind != KOORD_EVENT_SESSION) return;
    e->number[KOORD_SESSION_ABI] = KOORD_ABI;
    e->number[KOORD_SESSION_SETTINGS] = (int32_t)settings_hash(engine);
}

/* Keeps the fact for koord_record; nothing in it points to the host's memory any more. */
static void keep_fact(koord_engine *engine, const koord_event *e, uint32_t id)
{
    kd_buffer texts = kd_buffer_of(engine->texts, sizeof engine->texts);
    engine->fact = *e;
    kd_record_keep(&engine->fact, &texts);
    kd_verdict *v = kd_verdicts_push(&engine->out);
    if (!v) return;
    v->kind = KOORD_EFFECT_FACT;
    v->what = (uint8_t)e->kind;
    v->t = e->t;
    v->id = id;
    v->target = e->target;
}

static void take(koord_engine *engine, const koord_event *e)
{
    kd_state *s = &engine->state;
    if (e->id > s->next_id) s->next_id = e->id;
    uint32_t id = s->next_id++;
    keep_fact(engine, e, id);
    if (e->kind == KOORD_EVENT_SESSION)
        engine->batch.chance =
            kd_hash(KD_HASH_START, e->text[KOORD_SESSION_TRAIL].at, e->text[KOORD_SESSION_TRAIL].size) | 1u;
    kd_model_take(&s->model, &engine->settings, e, id);
    kd_fatigue_take(&s->fatigue, e);
    kd_look look = look_at(engine, id);
    kd_registry_event(&s->registry, e, &look);
    tell(engine);
}

int koord_feed(koord_engine *engine, const koord_event *event)
{
    int allowed = may_feed(engine, event);
    if (allowed != KOORD_OK) return allowed;
    int known = kd_record_check(event);
    if (known != KOORD_OK) return known;
    koord_event e = *event;
    complete(engine, &e);
    rewind_queue(engine);
    work(engine, e.t);
    take(engine, &e);
    work(engine, e.t); /* what the fact itself made due at once */
    return send_when_due(engine);
}

int koord_move(koord_engine *engine, koord_ms t, koord_ms at, int32_t x, int32_t y)
{
    koord_event fact;
    if (!engine || !engine->state.model.session.begun) return KOORD_ERR_ARGUMENT;
    if (waiting(engine)) return KOORD_ERR_FULL;
    if (!kd_cursor_move(&engine->cursor, at, x, y, &fact)) return 0;
    fact.t = t;
    return koord_feed(engine, &fact);
}

/* ---- effects ---- */

static void hand_out(koord_engine *engine, koord_effect *effect)
{
    kd_verdict *v = &engine->out.item[engine->out.taken++];
    *effect = (koord_effect){ .kind = v->kind,
                              .id = v->id,
                              .t = v->t,
                              .target = v->target,
                              .what = v->what,
                              .variant = v->variant,
                              .state = v->state,
                              .severity = v->severity,
                              .yes = v->yes };
    engine->taken = v;
}

int koord_next(koord_engine *engine, koord_effect *effect)
{
    if (!engine || !effect) return 0;
    engine->taken = NULL;
    if (kd_verdicts_waiting(&engine->out)) {
        hand_out(engine, effect);
        return 1;
    }
    if (!engine->sending) return 0;
    engine->sending = 0;
    *effect = (koord_effect){
        .kind = KOORD_EFFECT_BATCH, .id = engine->batch.id, .t = engine->state.now, .most = engine->batch.most
    };
    return 1;
}

/* Verdicts, purchases and answers are news: somebody may act on them. */
static int is_news(const kd_verdict *v)
{
    return v->kind != KOORD_EFFECT_FACT || v->what == KOORD_EVENT_PURCHASE || v->what == KOORD_EVENT_SURVEY;
}

static void write(const koord_engine *engine, const kd_verdict *v, kd_buffer *b)
{
    if (v->kind == KOORD_EFFECT_FACT)
        kd_record_fact(b, &engine->fact, v->id);
    else if (v->kind == KOORD_EFFECT_SIGNAL)
        kd_record_signal(b, v, &engine->settings);
    else
        kd_record_decision(b, v, kd_survey_name(&engine->surveys.item[v->what]));
}

int koord_record(koord_engine *engine, char *room, uint32_t size)
{
    if (!engine || !engine->taken || !room) return KOORD_ERR_ARGUMENT;
    kd_buffer b = kd_buffer_of(room, size);
    write(engine, engine->taken, &b);
    if (b.over) return KOORD_ERR_SPACE;
    kd_batch_add(&engine->batch, engine->state.now, b.used, is_news(engine->taken));
    engine->taken = NULL;
    return (int)b.used;
}

/* ---- delivery ---- */

int koord_batch_more(koord_engine *engine, uint32_t size)
{
    if (!engine) return KOORD_ERR_ARGUMENT;
    kd_batch_add(&engine->batch, engine->state.now, size, 1);
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
    return kd_snapshot_write(room, size, &engine->state, sizeof engine->state, settings_hash(engine));
}

int koord_restore(koord_engine *engine, koord_text saved)
{
    if (!engine || !saved.at) return KOORD_ERR_ARGUMENT;
    if (is_late(engine)) return KOORD_ERR_LATE;
    int read = kd_snapshot_read(saved, &engine->state, sizeof engine->state, settings_hash(engine));
    if (read != KOORD_OK) return read;
    kd_batch_reset(&engine->batch, kd_hash(KD_HASH_START, saved.at, saved.size));
    rewind_queue(engine);
    return KOORD_OK;
}
