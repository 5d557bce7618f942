// Reading back: the list, one session, its figures, its times.
import assert from 'node:assert/strict';
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
        record(1, { kind: 'session', trail: 'k3v9q2a1' }),
        record(2, { kind: 'page_view', place: 'home' }),
        record(3, { kind: 'page_view', place: 'search' }),
        record(4, { kind: 'page_view', place: 'home' }),
        record(5, { kind: 'touchpoint', place: 'phone' }),
        record(6, { kind: 'survey', phase: 'shown' }),
        record(7, { kind: 'survey', phase: 'answered', value: 3 }),
        record(8, { kind: 'purchase', total_cents: 1999 }),
      ],
      { visitor: VISITOR },
    ),
  );
  const { sessions, next } = await json(collector, '/api/sessions');
  assert.equal(next, undefined);
  assert.equal(sessions.length, 1);
  const { started, last, ...rest } = sessions[0];
  assert.ok(Math.abs(started - (Date.now() - 60_000)) < 5000);
  assert.equal(last - started, 80);
  assert.deepEqual(rest, {
    session: SESSION,
    site: 'demo',
    visitor: VISITOR,
    records: 8,
    trails: 1,
    signals: {},
    places: ['home', 'search', 'phone'],
    purchased: true,
    answers: 1,
  });
});

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
  await collector.post(batch([signal(1, { signal: 'rage_click' })], { nonce: 'othertab1', trail: 'zzzz' }));
  const { sessions } = await json(collector, '/api/sessions');
  assert.deepEqual(sessions[0].signals, { rage_click: 3, zero_results: 1, coupon_failure: 1 });
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
  for (const query of ['limit=0', 'limit=501', 'limit=x', 'before=yesterday', 'before=1-', 'limit=1%27']) {
    const { status, body } = await collector.get(`/api/sessions?${query}`);
    assert.equal(status, 400, query);
    assert.match(JSON.parse(body).mend, /limit is a number from 1 to 500/);
  }
  assert.equal((await collector.get(`/api/sessions/${sessionOf(404)}`)).status, 404);
  assert.equal((await collector.get('/api/sessions/')).status, 404);
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
