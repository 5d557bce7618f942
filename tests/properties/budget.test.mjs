// The budget of surveys over random visits: several tabs at a time, in any order, pages that come and go, weeks between visits.
// Whatever happens, nobody is asked more often than the budget and each survey's limits allow.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createAsk } from '../../js/ask.js';
import { createJourney } from '../../js/journey.js';
import { createSession } from '../../js/session.js';
import { compileSurvey } from '../../js/survey/compile.js';
import { fakeBrowser, realCore, settle } from '../js/fakes.mjs';

const LIVES = 40; // visitors
const STEPS = 120; // things that one of them does
const IDLE_MS = 1_800_000;
const DAY_MS = 86_400_000;
const SETTINGS = {
  'survey.visit_most': 2,
  'survey.window_most': 4,
  'survey.gap_hours': 30,
  'survey.dismissed_days': 5,
  'survey.answered_days': 4,
};
const LIMITS = { visit_most: 1, every_days: 6, dismissed_days: 8, answered_days: 12 };
const SURVEYS = ['touchpoint', 'swipe', 'refine'].map(on => ({
  id: `after_${on}`,
  limits: LIMITS,
  trigger: { on },
}));
const rows = SURVEYS.map(survey => ({ ...survey, rows: compileSurvey(survey) }));

/** A generator of numbers below `most`, the same for the same seed (xorshift, 32 bits). @param {number} seed */
function diceOf(seed) {
  let state = seed * 2654435761 || 1;
  return (/** @type {number} */ most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

/** Time that goes on when it is told to, and rings what was set. */
function createTime() {
  let now = Date.UTC(2026, 0, 1);
  /** @type {{at: number, run: () => void}[]} */
  let alarms = [];
  return {
    now: () => now,
    later(/** @type {number} */ ms, /** @type {() => void} */ run) {
      const alarm = { at: now + ms, run };
      alarms.push(alarm);
      return alarm;
    },
    cancel(/** @type {unknown} */ alarm) {
      alarms = alarms.filter(other => other !== alarm);
    },
    async advance(/** @type {number} */ ms) {
      const end = now + ms;
      for (;;) {
        const next = alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        this.cancel(next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}

/** @param {ReturnType<typeof createTime>} time */
function clockOf(time) {
  let [zero, last] = [0, 0];
  return {
    ...time,
    wall: time.now,
    wallOf: (/** @type {number} */ at) => at,
    begin(/** @type {number} */ started, /** @type {number} */ least, /** @type {number} */ at) {
      last = least;
      zero = Math.min(started, at - least);
    },
    origin: () => zero,
    last: () => last,
    t(/** @type {number} */ at) {
      last = Math.max(last, Math.floor(at - zero));
      return last;
    },
    rest() {},
    wake() {},
    until: (/** @type {number} */ t) => Math.max(0, t + zero - time.now()),
    at: (/** @type {number} */ _, /** @type {number} */ at) => Math.floor(at - zero),
  };
}

/** @returns {import('../../js/shelf.js').Shelf} */
function shelfOf() {
  let text = '';
  const write = (/** @type {string} */ next) => {
    text = next;
  };
  return { kept: true, read: () => text, write, clear: () => write('') };
}

/** One visitor, with tabs. @param {(most: number) => number} dice */
function createLife(dice) {
  const time = createTime();
  const shared = shelfOf();
  /** @type {{at: number, survey: string, session: string, became: string}[]} */
  const shown = [];
  /** @type {{tab: import('../../js/shelf.js').Shelf, journey: import('../../js/journey.js').Journey | null}[]} */
  const tabs = Array.from({ length: 3 }, () => ({ tab: shelfOf(), journey: null }));

  /** Shows it, and does with it what people do. @param {{id: string}} survey @param {any} host */
  function render({ id }, host) {
    if (dice(8) === 0) throw new Error('could not be shown');
    host.onShown();
    const became = ['answered', 'dismissed', 'ignored', 'both'][dice(4)];
    shown.push({ at: time.now(), survey: id, session: shared.read().split('|')[2], became });
    if (became === 'answered' || became === 'both') host.onAnswer({ id: 'q' }, { value: 1 });
    if (became === 'answered') host.onDone();
    if (became === 'dismissed' || became === 'both') host.onDismiss();
  }

  /** @param {typeof tabs[0]} place */
  async function open(place) {
    const clock = /** @type {any} */ (clockOf(time));
    const session = createSession({ shared, tab: place.tab, clock, remember: true, idleMs: IDLE_MS });
    const store = /** @type {any} */ ({ add() {}, bytes: () => 0 });
    const transport = { send: async () => ({ how: 0, wait_ms: 0 }) };
    const settings = /** @type {any} */ ({
      site: 'demo',
      settings: SETTINGS,
      surveys: rows,
      idleMs: IDLE_MS,
    });
    /** @type {any} */
    let ask;
    const journey = createJourney({
      core: await realCore(),
      clock,
      session,
      store,
      transport,
      counters: /** @type {any} */ ({ captured: 0, dropped: 0, errors: 0 }),
      settings,
      state: 'granted',
      onSignal() {},
      onAsk: effect => void ask.ask(effect),
      complain() {},
    });
    const redact = (/** @type {string} */ text) => ({ text, length: 'short' });
    ask = createAsk({
      journey,
      session,
      clock,
      surveys: [],
      language: 'en',
      redact,
      renderer: () => /** @type {any} */ (render),
      load: () => Promise.reject(new Error('none')),
    });
    place.journey = journey;
    journey.begin(time.now());
    journey.show();
  }

  /** @param {typeof tabs[0]} place */
  function close(place) {
    place.journey?.hide();
    place.journey?.stop();
    place.journey = null;
  }

  async function step() {
    const place = tabs[dice(tabs.length)];
    const choice = dice(20);
    if (!place.journey) await open(place);
    else if (choice === 0) close(place);
    else if (choice === 1) Object.assign(place, { tab: shelfOf(), journey: void close(place) ?? null });
    else if (choice < 5)
      for (const { journey } of tabs) journey?.hear(); // news of storage arrives
    else place.journey.feed(['touchpoint', 'swipe', 'refine'][dice(3)], {}, time.now());
    await settle();
    await time.advance(
      [50, 3000, 200_000, 2 * IDLE_MS, 20 * IDLE_MS, 3 * DAY_MS][[0, 0, 1, 1, 1, 2, 2, 3, 4, 5][dice(10)]],
    );
  }

  return { step, shown, end: () => tabs.forEach(close) };
}

/** What the budget allows, read from what was shown alone. @param {ReturnType<typeof createLife>['shown']} shown */
function assertWithin(shown) {
  for (const [i, one] of shown.entries()) {
    const earlier = shown.slice(0, i);
    const visit = earlier.filter(({ session }) => session === one.session);
    const before = earlier.filter(({ session }) => session !== one.session).at(-1);
    const same = earlier.filter(({ survey }) => survey === one.survey).at(-1);
    assert.ok(
      visit.length < SETTINGS['survey.visit_most'],
      `more than two in a visit: ${JSON.stringify(shown)}`,
    );
    assert.ok(!visit.some(({ survey }) => survey === one.survey), 'one survey twice in a visit');
    assert.ok(
      earlier.filter(({ at }) => one.at - at < 30 * DAY_MS).length < SETTINGS['survey.window_most'],
      'more than four in thirty days',
    );
    const sinceVisit = before && one.at - before.at;
    assert.ok(
      !before || /** @type {number} */ (sinceVisit) > (30 * 3600 - 2) * 1000,
      `a visit too soon: ${sinceVisit}`,
    );
    assertRests(
      earlier.at(-1),
      one,
      SETTINGS['survey.dismissed_days'],
      SETTINGS['survey.answered_days'],
      streakOf(earlier),
    );
    assertRests(
      same,
      one,
      LIMITS.dismissed_days,
      LIMITS.answered_days,
      streakOf(earlier.filter(({ survey }) => survey === one.survey)),
    );
    assert.ok(!same || one.at - same.at > LIMITS.every_days * DAY_MS - 2000, 'one survey again too soon');
  }
}

/** How often in a row, up to the newest, it was closed unanswered. @param {{became: string}[]} shown */
function streakOf(shown) {
  const last = shown.findLastIndex(({ became }) => became === 'answered' || became === 'both');
  return shown.slice(last + 1).filter(({ became }) => became === 'dismissed').length;
}

/** @param {{at: number, became: string} | undefined} last @param {{at: number}} one @param {number} dismissed @param {number} answered @param {number} streak */
function assertRests(last, one, dismissed, answered, streak) {
  if (!last) return;
  const rest = last.became === 'dismissed' ? dismissed * 2 ** (streak - 1) : 0;
  const thanks = last.became === 'answered' || last.became === 'both' ? answered : 0;
  assert.ok(
    one.at - last.at > Math.max(rest, thanks) * DAY_MS - 2000,
    `asked again ${one.at - last.at} ms after ${last.became}, streak ${streak}`,
  );
}

before(() => void fakeBrowser());

test(`over ${LIVES} visitors and ${LIVES * STEPS} of their doings the budget is never exceeded`, async t => {
  t.mock.method(console, 'error', () => {}); // some are made to fail
  /** One after the other, as the browser's locks are. @type {Promise<unknown>} */
  let turn = Promise.resolve();
  const request = (/** @type {string} */ _, /** @type {() => Promise<void>} */ run) => {
    turn = turn.then(run, run);
    return turn;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  t.after(() => Reflect.deleteProperty(navigator, 'locks'));
  let all = 0;
  for (let seed = 1; seed <= LIVES; seed++) {
    const life = createLife(diceOf(seed));
    for (let i = 0; i < STEPS; i++) await life.step();
    assertWithin(life.shown);
    all += life.shown.length;
    life.end();
  }
  t.diagnostic(`${all} questions were shown`);
  assert.ok(all > LIVES, `${all} questions are too few to say anything`);
});
