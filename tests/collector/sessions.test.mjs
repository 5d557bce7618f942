// Reading back: the list, one session, its figures, its times.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { batch, record, SESSION, startCollector, VISITOR } from './collector.mjs';

/** @param {import('./collector.mjs').Collector} collector @param {string} path */
async function json(collector, path) {
  const { status, body } = await collector.get(path);
  assert.equal(status, 200, body);
  return JSON.parse(body);
}

/** A session id of its own for each number. @param {number} n */
const sessionOf = n => `01939f0e-0000-7000-8000-${String(n).padStart(12, '0')}`;

test('the list says of a session what its records say', async t => {
  const collector = await startCollector(t);
  await collector.post(
    batch(
      [
        record(1, { kind: 'session', trail: 'k3v9q2a1', device: 'phone', visit: 2 }),
        record(2, { kind: 'page_view', place: 'home' }),
        record(3, { kind: 'page_view', place: 'search' }),
        record(4, { kind: 'page_view', place: 'home' }),
        record(5, { kind: 'touchpoint', place: 'phone', name: 'help line' }),
        record(6, { kind: 'survey', survey: 'search_ease', phase: 'shown' }),
        record(7, {
          kind: 'survey',
          survey: 'search_ease',
          phase: 'answered',
          value: 3,
          text: 'a "red" one',
        }),
        record(8, { kind: 'purchase', total_cents: 1999, currency: 'EUR' }),
        record(9, {
          kind: 'outcome',
          goal: 'search',
          outcome: 'succeeded',
          about: 3,
          took_ms: 60,
          evidence: [3, 8],
        }),
      ],
      { visitor: VISITOR },
    ),
  );
  const { sessions, next } = await json(collector, '/api/sessions');
  assert.equal(next, undefined);
  assert.equal(sessions.length, 1);
  const { started, last, changed, ...rest } = sessions[0];
  assert.ok(Math.abs(started - (Date.now() - 60_000)) < 5000);
  assert.equal(last - started, 90);
  assert.ok(Math.abs(changed - Date.now()) < 5000);
  assert.deepEqual(rest, {
    session: SESSION,
    site: 'demo',
    visitor: VISITOR,
    records: 9,
    trails: 1,
    complete: true,
    device: 'phone',
    visit: 2,
    signals: {},
    places: ['home', 'search', 'phone'],
    purchased: true,
    answers: 1,
    touchpoints: [
      { t: 20, place: 'home' },
      { t: 30, place: 'search' },
      { t: 40, place: 'home' },
      { t: 50, place: 'phone', name: 'help line' },
    ],
    findings: [],
    outcomes: [{ t: 90, goal: 'search', outcome: 'succeeded', about: 3, took_ms: 60 }],
    purchases: [{ t: 80, total_cents: 1999, currency: 'EUR' }],
    surveys: [
      { t: 60, survey: 'search_ease', phase: 'shown' },
      { t: 70, survey: 'search_ease', phase: 'answered', value: 3, text: 'a "red" one' },
    ],
  });
});

/** What the question in docs/collector.md finds in a store. @param {string} store */
function countedInFile(store) {
  const [, sql] =
    /sqlite3 -readonly journeys\.db "([^"]+)"/.exec(readFileSync('docs/collector.md', 'utf8')) ?? [];
  const file = new DatabaseSync(store, { readOnly: true });
  const rows = file.prepare(sql).all();
  file.close();
  return Object.fromEntries(rows.map(row => Object.values(row)));
}

test('of a finding only the highest rev counts, and not when it is revoked', async t => {
  const collector = await startCollector(t);
  /** @param {number} id @param {object} more */
  const signal = (id, more) => record(id, { kind: 'signal', rev: 1, state: 'final', ...more });
  await collector.post(
    batch([
      signal(1, { signal: 'rage_click' }),
      signal(2, { signal: 'zero_results', state: 'provisional' }),
      signal(3, { signal: 'zero_results', about: 2, rev: 2 }),
      signal(4, { signal: 'dead_click', state: 'provisional' }),
      signal(5, { signal: 'dead_click', about: 4, rev: 3, state: 'revoked' }),
      signal(6, { signal: 'dead_click', about: 4, rev: 2 }),
      signal(7, { signal: 'coupon_failure' }),
      signal(8, { signal: 'coupon_failure', about: 7, rev: 2, state: 'recovered' }),
      signal(9, { signal: 'rage_click' }),
    ]),
  );
  const later = { nonce: 'othertab1', trail: 'zzzz', origin: Date.now() - 40_000 };
  await collector.post(batch([signal(1, { signal: 'rage_click' })], later));
  const { sessions } = await json(collector, '/api/sessions');
  assert.deepEqual(sessions[0].signals, { rage_click: 3, zero_results: 1, coupon_failure: 1 });
  assert.deepEqual(
    sessions[0].findings
      .filter((/** @type {any} */ one) => one.t < 10_000)
      .map((/** @type {any} */ one) => [one.t, one.signal, one.state]),
    [
      [10, 'rage_click', 'final'],
      [20, 'zero_results', 'final'],
      [70, 'coupon_failure', 'recovered'],
      [90, 'rage_click', 'final'],
    ],
    'each at the time when it was first said, in the words said last',
  );
  assert.deepEqual(countedInFile(collector.store), sessions[0].signals, 'as docs/collector.md counts them');
});

test('touchpoints of two tabs stand in the order of time, and staying is no new one', async t => {
  const collector = await startCollector(t);
  /** @param {number} id @param {number} at @param {string} place */
  const view = (id, at, place) => JSON.stringify({ id, t: at, kind: 'page_view', place });
  const origin = Date.now() - 60_000;
  const first = [view(1, 10, 'home'), view(2, 500, 'cart'), view(3, 600, 'cart')];
  await collector.post(batch(first, { origin }));
  const tab = { nonce: 'othertab1', trail: 'zzzz', origin: origin + 20_000 };
  await collector.post(batch([view(1, 0, 'help'), view(3, 10, 'home')], tab));
  const { sessions } = await json(collector, '/api/sessions');
  const { touchpoints, complete } = sessions[0];
  assert.deepEqual(
    touchpoints.map((/** @type {{place: string}} */ one) => one.place),
    ['home', 'cart', 'help', 'home'],
  );
  assert.ok(Math.abs(touchpoints[2].t - 20_000) < 10_000, 'by the clock of its own page');
  assert.equal(complete, false, 'the second tab misses a record');
});

test('what did not change is not sent again', async t => {
  const collector = await startCollector(t);
  await collector.post(batch([record(1)]));
  for (const path of ['/api/sessions', `/api/sessions/${SESSION}`, `/api/sessions/${SESSION}.ndjson`]) {
    const first = await collector.get(path);
    const etag = String(first.headers.get('etag'));
    assert.equal(first.headers.get('cache-control'), 'private, no-cache');
    const headers = { 'If-None-Match': etag };
    assert.equal((await collector.get(path, { headers })).status, 304, path);
    await collector.post(batch([record(etag.length + path.length)]));
    assert.equal((await collector.get(path, { headers })).status, 200, path);
  }
});

test('a list that is watched asks for what changed since', async t => {
  const collector = await startCollector(t);
  /** @param {number} n @param {number} id */
  const send = (n, id) =>
    collector.post(batch([record(id)], { nonce: `nonceofthe${n}`, session: sessionOf(n) }));
  for (let n = 1; n <= 5; n++) await send(n, 1);
  const { changed } = await json(collector, '/api/sessions');
  assert.deepEqual((await json(collector, `/api/sessions?since=${changed}`)).sessions, []);
  await send(2, 2);
  await send(4, 2);
  const news = await json(collector, `/api/sessions?since=${changed}&limit=1`);
  assert.deepEqual([news.sessions.length, news.sessions[0].session], [1, sessionOf(2)]);
  const more = await json(collector, `/api/sessions?since=${news.changed}`);
  assert.deepEqual([more.sessions.length, more.sessions[0].session], [1, sessionOf(4)]);
  const none = await json(collector, `/api/sessions?since=${more.changed}`);
  assert.deepEqual(none, { sessions: [], changed: more.changed });
});

test('sessions come newest first, in pages, of one site when asked', async t => {
  const collector = await startCollector(t);
  const sent = Date.now();
  for (let n = 1; n <= 7; n++) {
    // The last four claim to have begun before 1970, and so begin together.
    const origin = n > 3 ? 0 : sent - 600_000 + n;
    const page = { nonce: `nonceofthe${n}`, session: sessionOf(n), origin };
    const said = { sent: n > 3 ? sent + 1_000_000 : sent, site: n % 2 ? 'odd' : 'even' };
    assert.equal((await collector.post(batch([record(1)], page, said))).status, 204);
  }
  const whole = await json(collector, '/api/sessions');
  assert.equal(whole.sessions.length, 7);
  const starts = whole.sessions.map((/** @type {{started: number}} */ one) => one.started);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => b - a),
  );

  const found = [];
  let before = '';
  for (;;) {
    const { sessions, next } = await json(collector, `/api/sessions?limit=2&before=${before}`);
    found.push(...sessions);
    if (!next) break;
    before = next;
  }
  assert.deepEqual(found, whole.sessions);
  const odd = await json(collector, '/api/sessions?site=odd');
  assert.equal(odd.sessions.length, 4);
  assert.ok(odd.sessions.every((/** @type {{site: string}} */ one) => one.site === 'odd'));
});

test('a question that is not understood says what would be', async t => {
  const collector = await startCollector(t);
  for (const [name, values, mend] of [
    ['limit', ['0', '501', 'x', '1%27'], /a number from 1 to 500/],
    ['before', ['yesterday', '1-'], /the next of an answer/],
    ['since', ['-1', '2025-01-01'], /the changed of an answer/],
    ['staff', ['2', 'yes'], /0 to leave the shop's own people out/],
  ])
    for (const value of /** @type {string[]} */ (values)) {
      const { status, body } = await collector.get(`/api/sessions?${name}=${value}`);
      assert.equal(status, 400, `${name}=${value}`);
      assert.equal(JSON.parse(body).error, `${name} is not understood`);
      assert.match(JSON.parse(body).mend, /** @type {RegExp} */ (mend));
    }
  assert.equal((await collector.get(`/api/sessions/${sessionOf(404)}`)).status, 404);
  assert.equal((await collector.get('/api/sessions/')).status, 404);
  const half = await collector.get(`/api/visitors/${VISITOR}`);
  assert.deepEqual([half.status, /\.ndjson gives/.test(half.body)], [404, true]);
  assert.equal((await collector.get('/api/sessions', { method: 'POST' })).status, 405);
  const wrong = await collector.get('/v1/batch');
  assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'POST, OPTIONS']);
});

test('one session has its pages, and its records trail by trail', async t => {
  const collector = await startCollector(t);
  const counters = { captured: 4, sent: 3 };
  const late = { nonce: 'lateronpage', trail: 'aaaa' };
  await collector.post(batch([record(5), record(6)], late));
  await collector.post(batch([record(4), record(3)], { nonce: 'secondpage' }, { counters }));
  await collector.post(batch([record(2), record(1, { kind: 'session', trail: 'k3v9q2a1' })]));
  const whole = await json(collector, `/api/sessions/${SESSION}`);
  assert.equal(whole.records.length, 6);
  const { body } = await collector.get(`/api/sessions/${SESSION}`);
  assert.equal(body.split('"records":').length, 2, 'no key stands there twice');
  assert.equal(whole.trails, 2);
  assert.deepEqual(
    whole.records.map((/** @type {{id: number, trail: string}} */ { id, trail }) => [id, trail]),
    [1, 2, 3, 4]
      .map(id => [id, 'k3v9q2a1'])
      .concat([
        [5, 'aaaa'],
        [6, 'aaaa'],
      ]),
  );
  assert.equal(whole.records[0].nonce, '4fzyo82m1k9q');
  assert.deepEqual(
    whole.pages.map((/** @type {{nonce: string}} */ page) => page.nonce),
    ['4fzyo82m1k9q', 'secondpage', 'lateronpage'],
  );
  assert.deepEqual(whole.pages[1].counters, counters);
  assert.deepEqual(
    (await collector.lines()).map(line => JSON.parse(line).id),
    [1, 2, 3, 4, 5, 6],
  );
});

test('the list that read answers are given to is JSON, whatever the names', async t => {
  const collector = await startCollector(t);
  const odd = 'a"b\\</script>\u2028é';
  const long = 'x'.repeat(100);
  await collector.post(
    batch([
      record(1, { kind: 'signal', signal: odd, rev: 1 }),
      record(2, { kind: 'page_view', place: odd }),
      record(3, { kind: 'page_view', place: long }),
    ]),
  );
  const { sessions } = await json(collector, '/api/sessions');
  assert.deepEqual(sessions[0].signals, { [odd]: 1 });
  assert.deepEqual(sessions[0].places, [odd]);
});

/** @type {[string, number, number][]} what is said, the error of the clock in ms */
const clocks = [
  ['is right', 0, 0],
  ['is a year ahead', 365 * 86_400_000, 1],
  ['is a year behind', -365 * 86_400_000, 2],
];
test('times are our own where the clock of the sender', async t => {
  const collector = await startCollector(t);
  for (const [says, error, n] of clocks) {
    await t.test(says, async () => {
      const sent = Date.now() + error;
      const page = { nonce: `withclock${n}`, session: sessionOf(n), origin: sent - 5000 };
      await collector.post(batch([record(100)], page, { sent }));
      const { started, last } = await json(collector, `/api/sessions/${sessionOf(n)}`);
      assert.ok(Math.abs(Date.now() - 5000 - started) < 1000);
      assert.equal(last - started, 1000);
    });
  }
});

test('nothing happened in the future', async t => {
  const collector = await startCollector(t);
  const sent = Date.now();
  await collector.post(batch([record(1, { t: 4_000_000_000 })], { origin: sent + 86_400_000 }, { sent }));
  const { started, last } = await json(collector, `/api/sessions/${SESSION}`);
  assert.ok(started <= Date.now() && last <= Date.now());
});

test('a faster batch betters the estimate of when a page began', async t => {
  const collector = await startCollector(t);
  const now = Date.now();
  const origin = now - 60_000;
  await collector.post(batch([record(1)], { origin }, { sent: now - 9000 }));
  const slow = (await json(collector, `/api/sessions/${SESSION}`)).started;
  await collector.post(batch([record(2)], { origin }, { sent: now }));
  const fast = (await json(collector, `/api/sessions/${SESSION}`)).started;
  assert.ok(slow - fast > 8000 && Math.abs(fast - origin) < 1000);
  await collector.post(batch([record(3)], { origin }, { sent: now + 86_400_000 }));
  assert.equal(
    (await json(collector, `/api/sessions/${SESSION}`)).started,
    fast,
    'a clock that was set is not believed',
  );
});

test('HEAD says what GET would, without the body', async t => {
  const collector = await startCollector(t);
  const { status, body, headers } = await collector.get('/api/sessions', { method: 'HEAD' });
  assert.equal(status, 200);
  assert.equal(body, '');
  assert.equal(headers.get('content-type'), 'application/json');
});
