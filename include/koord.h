/* koord.h - follow one shop visit, and tell the host what to do about it.
 *
 * The engine does no input and no output. The host reports what happened (koord_feed), says
 * what time it is (koord_tick) and carries out what comes back (koord_next). No clock, no
 * socket, no malloc, no globals: the same recorded visit gives the same verdicts, byte for
 * byte, in a browser, on a command line and in a test.
 *
 * Time     Milliseconds since the session began. `t` is the engine's order and never falls;
 *          `at` is when the hardware says that it happened, and may lie before `t`.
 * Text     UTF-8 with a length in bytes, never kept by pointer. Facts have none here: what they say in
 *          words stays with the host, so that nothing a visitor typed can even enter.
 * Memory   What you pass in is read during the call only. What you are handed stays valid
 *          until your next call on the same engine.
 * Results  Zero or a count when it went well, a negative koord_result when it did not.
 *          A call that is refused has changed nothing. */
#ifndef KOORD_H
#define KOORD_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KOORD_ABI    1          /* the host refuses a core with another number */
#define KOORD_NEVER  UINT32_MAX /* a koord_ms that never comes */
#define KOORD_ABSENT INT32_MIN  /* a number that is not known */

enum { KOORD_NUMBERS = 10, KOORD_RECORD_MOST = 1024 };

typedef uint32_t koord_ms;
typedef struct koord_engine koord_engine;
typedef struct koord_text {
    const char *at;
    uint32_t size;
} koord_text;

typedef enum koord_result {
#define KOORD_RESULT(number, NAME, what) KOORD_##NAME = number,
#include "koord_results.def"
} koord_result;

typedef enum koord_event_kind {
    KOORD_EVENT_NONE = 0,
#define KOORD_EVENT(number, NAME, wire, what) KOORD_EVENT_##NAME = number,
#include "koord_events.def"
    KOORD_EVENT_END /* behind the last one */
} koord_event_kind;

/* Slots of numbers (and of texts, for those who write records), KOORD_CLICK_X and so on. */
enum {
#define KOORD_FIELD(NAME, TYPE, slot, FIELD, wire, extra, what) KOORD_##NAME##_##FIELD = slot,
#include "koord_events.def"
    KOORD_FIELDS_END = 0
};

/* Words of closed vocabularies, KOORD_PLACE_CART and so on; in sets the number is the bit. */
enum {
#define KOORD_WORD(GROUP, number, NAME, wire) KOORD_##GROUP##_IS_##NAME = number,
#include "koord_words.def"
    KOORD_WORDS_END = 0
};

/* Rows, sources, tests, limits and subjects of surveys, KOORD_ROW_IS_SEE and so on. */
enum {
#define KOORD_ROW(number, NAME, of, test, more, value)            KOORD_ROW_IS_##NAME = number,
#define KOORD_SOURCE(number, NAME, what)                          KOORD_SOURCE_IS_##NAME = number,
#define KOORD_TEST(number, NAME, wire)                            KOORD_TEST_IS_##NAME = number,
#define KOORD_LIMIT(number, NAME, wire, usual, least, most, what) KOORD_LIMIT_IS_##NAME = number,
#define KOORD_SUBJECT(number, NAME, wire, TYPE, GROUP, what)      KOORD_SUBJECT_IS_##NAME = number,
#include "koord_surveys.def"
    KOORD_SURVEY_WORDS_END = 0
};

/* One row of a survey's program; what each member says stands in koord_surveys.def. */
typedef struct koord_row {
    uint8_t what, of, test, more;
    int32_t value;
} koord_row;

/* One fact. Which slots mean what stands in koord_events.def. Make one with koord_event_of,
 * which marks every number as absent. */
typedef struct koord_event {
    koord_ms t;
    koord_ms at;
    uint32_t id;     /* 0: the engine numbers it; else its number in a recorded trail */
    uint32_t target; /* stable key of the element, 0 where there is none */
    int32_t number[KOORD_NUMBERS];
    uint32_t kind; /* koord_event_kind */
} koord_event;

/* What the host is to do. FACT, SIGNAL, DECISION and OUTCOME are records of the trail: keep each for
 * delivery. The host writes a fact down itself, koord_record the others. */
typedef enum koord_effect_kind {
    KOORD_EFFECT_NONE = 0,
    KOORD_EFFECT_FACT = 1,     /* the fact just fed was taken; `id` is its number in the trail */
    KOORD_EFFECT_SIGNAL = 2,   /* a detector found something: `what` is its number */
    KOORD_EFFECT_DECISION = 3, /* a survey's moment: `what` is the survey's place in the list, `yes` to ask,
                                  `variant` KOORD_WHY */
    KOORD_EFFECT_OUTCOME =
        5, /* a search or a checkout is over: `what` is KOORD_GOAL, `variant` KOORD_OUTCOME */
    KOORD_EFFECT_BATCH =
        4, /* send the oldest records now, at most `most` bytes of them; `id` is for koord_batch_done */
} koord_effect_kind;

typedef struct koord_effect {
    uint32_t kind; /* koord_effect_kind */
    uint32_t id;
    koord_ms t;
    uint32_t target;
    uint32_t what;
    uint32_t variant;
    uint32_t state; /* KOORD_STATE_IS_... */
    uint32_t severity;
    uint32_t yes;
    uint32_t most;
} koord_effect;

/* How the sending of a batch ended. */
typedef enum koord_delivery {
    KOORD_DELIVERED = 0, /* the collector has it: 2xx, or it was empty */
    KOORD_TOO_MUCH = 1,  /* 400 or 413: the next batch is half as large */
    KOORD_UNREACHED = 2, /* no answer, 408, 429, 5xx: again after a while */
    KOORD_GIVEN_UP = 3   /* the one record that is refused alone was dropped by the host */
} koord_delivery;

/* Bytes that koord_open needs. The same for every engine of this build. */
size_t koord_size(void);

/* Makes an engine in memory the caller owns: koord_size() bytes, aligned for uint64_t.
 * Returns NULL where size or alignment falls short. There is nothing to close. */
koord_engine *koord_open(void *memory, size_t size);

/* Changes one setting by its name, "rage_click.clicks" (docs/settings.md). KOORD_ERR_NAME where there is
 * none, KOORD_ERR_VALUE outside its range, KOORD_ERR_LATE after the first fact. */
int koord_set(koord_engine *engine, koord_text name, int32_t value);

/* Least and most a setting may be. KOORD_ERR_NAME where there is none of that name. */
int koord_range(koord_text name, int32_t *least, int32_t *most);

/* Equal where settings and surveys are equal; the host puts it into the session fact. */
uint32_t koord_settings(const koord_engine *engine);

/* Adds a survey, or changes the one of that name: the detector whose signal asks it, and the visitors in
 * 10,000 who may be asked (0 switches it off). It has no limits of its own. KOORD_ERR_NAME for an unknown
 * detector, KOORD_ERR_VALUE for a sample or a name that does not fit, KOORD_ERR_SPACE after 64,
 * KOORD_ERR_LATE after the first fact. */
int koord_survey(koord_engine *engine, koord_text name, koord_text on, uint32_t sample);

/* The same with a program: at which moment, whom and how seldom (docs/surveys.md). KOORD_ERR_VALUE for a
 * name or a row that does not fit, KOORD_ERR_SPACE after 64 surveys or 640 rows. */
int koord_survey_rows(koord_engine *engine, koord_text name, const koord_row *rows, uint32_t count);

/* An event of a kind with every number absent. */
koord_event koord_event_of(koord_event_kind kind, koord_ms t);

/* Reports one fact. First does all work that was due at or before its `t`. Returns how many
 * effects wait: take them all before the next call, or it is refused with KOORD_ERR_FULL.
 * KOORD_ERR_ENDED: the session is over; tick, take what waits, and open anew. */
int koord_feed(koord_engine *engine, const koord_event *event);

/* Reports that the pointer moved, in CSS pixels. Most moves leave no trace: 0. Now and then one completes
 * a `cursor` fact: 1, and *fact is to be fed. */
int koord_move(koord_engine *engine, koord_ms at, int32_t x, int32_t y, koord_event *fact);

/* Says what time it is. Returns how many effects wait. */
int koord_tick(koord_engine *engine, koord_ms now);

/* When koord_tick next has work, or KOORD_NEVER. */
koord_ms koord_due(const koord_engine *engine);

/* Takes the oldest effect: 1, or 0 and an untouched *effect if there is none. */
int koord_next(koord_engine *engine, koord_effect *effect);

/* Writes the record of the signal, decision or outcome just taken, one JSON object as docs/wire.md describes
 * it. Returns its bytes; KOORD_ERR_SPACE (KOORD_RECORD_MOST bytes are always enough); KOORD_ERR_ARGUMENT for
 * other effects. */
int koord_record(koord_engine *engine, char *room, uint32_t size);

/* Says that `size` more bytes of records wait in the host's outbox; `urgent`, 1 or 0: they are old. */
int koord_batch_more(koord_engine *engine, uint32_t size, int urgent);

/* Says how a batch went. wait_ms: what Retry-After asked for, 0 if nothing; left: bytes that
 * still wait in the outbox. Batches neither rest on verdicts nor change them. */
int koord_batch_done(koord_engine *engine, uint32_t batch, koord_delivery how, uint32_t wait_ms,
                     uint32_t left);

/* Writes all that the next page needs into `room`. Returns the bytes written, KOORD_ERR_SPACE,
 * or KOORD_ERR_FULL while effects wait. Not portable between builds. */
int koord_save(const koord_engine *engine, char *room, uint32_t size);

/* Takes up where koord_save left off, after the same koord_set and koord_survey. On an error
 * (another build, other settings, damage) the engine stays as new. */
int koord_restore(koord_engine *engine, koord_text saved);

/* Whether the session has ended, 1 or 0. */
int koord_ended(const koord_engine *engine);

/* Names for people: "rage_click", "KOORD_ERR_FULL"; "?" for an unknown number. */
const char *koord_detector_name(uint32_t number);
const char *koord_result_name(int result);

#ifdef __cplusplus
}
#endif
#endif
