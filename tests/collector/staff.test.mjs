// The shop's own people: known by the address they come from or by their session's own word, marked, and left out of
// what counts visitors.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { batch, makeFolder, record, runProgram, SESSION, startCollector, VISITOR } from './collector.mjs';

const OFFICE = [
  '--behind-proxy',
  '--staff-address',
  '192.0.2.0/24,2001:db8::/32',
  '--staff-address=203.0.113.7',
];

/** @param {number} n */
const sessionOf = n => `01939f0e-0000-7000-8000-${`${n}`.padStart(12, '0')}`;

/** Sends one record of a session of its own. @param {import('./collector.mjs').Collector} collector @param {number} n
 * @param {string} from the address as our proxy says it @param {object} [says] what a session fact says */
const visit = (collector, n, from, says) =>
  collector.post(
    batch([record(1, says ? { kind: 'session', ...says } : {})], {
      session: sessionOf(n),
      nonce: `nonceofthe${n}`,
    }),
    { 'X-Forwarded-For': from },
  );

/** The sessions that are said to be the shop's own, oldest first. @param {import('./collector.mjs').Collector} collector */
async function staffOf(collector) {
  const { sessions } = await collector.json('/api/sessions');
  const staff = sessions.filter((/** @type {{staff?: number}} */ one) => one.staff === 1);
  return staff.map((/** @type {{session: string}} */ one) => Number(one.session.slice(-12))).sort();
}

test('who comes from an address on the list is marked, of either family', async t => {
  const collector = await startCollector(t, OFFICE);
  await visit(collector, 1, '192.0.2.255');
  await visit(collector, 2, '2001:db8:7::1');
  await visit(collector, 3, '203.0.113.7');
  await visit(collector, 4, '203.0.113.8');
  await visit(collector, 5, '192.0.2.1, 198.51.100.1');
  assert.deepEqual(await staffOf(collector), [1, 2, 3], 'what the sender claims of itself is nothing');
});

test("the session's own word and the address are told by one word, and records stay as they were sent", async t => {
  const collector = await startCollector(t, OFFICE);
  await visit(collector, 1, '192.0.2.1', { device: 'phone' });
  await visit(collector, 2, '198.51.100.1', { device: 'phone', staff: 1 });
  await visit(collector, 3, '198.51.100.1', { device: 'phone', staff: 0 });
  assert.deepEqual(await staffOf(collector), [1, 2]);
  const whole = await collector.json(`/api/sessions/${sessionOf(1)}`);
  assert.equal(whole.staff, 1);
  assert.equal(whole.records[0].staff, undefined);
  assert.deepEqual(await collector.lines(sessionOf(1)), [record(1, { kind: 'session', device: 'phone' })]);
  assert.equal((await collector.get(`/api/sessions/${sessionOf(2)}`)).body.split('"staff":').length, 3);
});

test('one batch from there is enough, and later ones from elsewhere change nothing', async t => {
  const collector = await startCollector(t, OFFICE);
  for (const [id, from] of [
    [1, '198.51.100.1'],
    [2, '192.0.2.1'],
    [3, '198.51.100.1'],
  ])
    await collector.post(batch([record(Number(id))]), { 'X-Forwarded-For': String(from) });
  assert.equal((await collector.json(`/api/sessions/${SESSION}`)).staff, 1);
});

test('without a proxy the socket counts, and X-Forwarded-For is only what the sender says', async t => {
  const here = await startCollector(t, ['--staff-address', '127.0.0.0/8']);
  await visit(here, 1, '198.51.100.1');
  assert.deepEqual(await staffOf(here), [1]);
  const there = await startCollector(t, ['--staff-address', '192.0.2.0/24']);
  await visit(there, 1, '192.0.2.1');
  assert.deepEqual(await staffOf(there), []);
});

test('what is spooled meanwhile keeps its mark', async t => {
  const collector = await startCollector(t, OFFICE);
  const lock = new DatabaseSync(collector.store);
  lock.exec('BEGIN IMMEDIATE');
  await visit(collector, 1, '192.0.2.1');
  await visit(collector, 2, '198.51.100.1');
  await collector.end('SIGKILL');
  lock.exec('ROLLBACK');
  lock.close();
  const again = await startCollector(t, [], collector.store);
  await again.until(({ store_well }) => store_well);
  assert.deepEqual(await staffOf(again), [1], 'though the list is another one now');
  assert.equal((await again.json('/api/sessions')).sessions.length, 2);
});

test('a list can leave them out, or show them alone', async t => {
  const collector = await startCollector(t, OFFICE);
  for (let n = 1; n <= 6; n++) await visit(collector, n, n % 2 ? '192.0.2.1' : '198.51.100.1');
  /** @param {string} query */
  const listed = async query =>
    (await collector.json(`/api/sessions?${query}`)).sessions.map(
      (/** @type {{staff?: number}} */ one) => one.staff,
    );
  assert.deepEqual(await listed('staff=0'), [undefined, undefined, undefined]);
  assert.deepEqual(await listed('staff=1&limit=2'), [1, 1]);
  assert.equal((await listed('')).length, 6);
  assert.deepEqual(await listed('staff=0&since=0'), [undefined, undefined, undefined]);
  for (const odd of ['2', '-1', 'no', '4294967296'])
    assert.equal((await collector.get(`/api/sessions?staff=${odd}`)).status, 400, odd);
});

/** An answer that judges a finding right. @param {number} n */
const judged = n => {
  const about = { survey: 'coupon_refused', question: 'worked', decision: 2, value: 1, judged: 1 };
  return batch(
    [
      record(1, { kind: 'signal', signal: 'coupon_failure', variant: 'refused', state: 'final', rev: 1 }),
      record(2, { kind: 'decision', survey: 'coupon_refused', answer: 'ask', why: 'clear', signal: 1 }),
      record(3, { kind: 'survey', phase: 'answered', ...about }),
    ],
    { session: sessionOf(n), nonce: `nonceofthe${n}` },
  );
};

test('their answers count neither for precision nor for quotas', async t => {
  const collector = await startCollector(t, OFFICE);
  await collector.post(judged(1), { 'X-Forwarded-For': '192.0.2.1' });
  assert.deepEqual((await collector.json('/api/precision')).detectors, []);
  assert.deepEqual(await collector.json('/v1/quota?site=demo'), { answers: {} });
  await collector.post(judged(2), { 'X-Forwarded-For': '198.51.100.1' });
  assert.equal((await collector.json('/api/precision')).detectors[0].right, 1);
  assert.deepEqual(await collector.json('/v1/quota?site=demo'), { answers: { coupon_refused: 1 } });
});

test('who asks what is kept gets the mark, and no address is anywhere', async t => {
  const collector = await startCollector(t, OFFICE);
  const headers = { 'X-Forwarded-For': '192.0.2.77' };
  await collector.post(batch([record(1)], { visitor: VISITOR }), headers);
  const { body } = await collector.get(`/api/visitors/${VISITOR}.ndjson`);
  assert.equal(JSON.parse(body.split('\n')[0]).staff, 1);
  const { complaints } = await collector.end('SIGTERM');
  const file = new DatabaseSync(collector.store, { readOnly: true });
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type='table'").all();
  const rows = tables.map(({ name }) => file.prepare(`SELECT * FROM "${name}"`).all());
  file.close();
  assert.ok(!`${JSON.stringify(rows)}${complaints}`.includes('192.0.2'));
});

test('a store of the third format is brought up to date, and knows who called themselves staff', async t => {
  const first = await startCollector(t);
  await visit(first, 1, '', { staff: 1 });
  await visit(first, 2, '', { staff: 0 });
  await visit(first, 3, '');
  await first.end('SIGTERM');
  const file = new DatabaseSync(first.store);
  file.exec('ALTER TABLE sessions DROP COLUMN staff; PRAGMA user_version=3');
  file.close();
  const second = await startCollector(t, ['--staff-address', '127.0.0.1'], first.store);
  assert.deepEqual(await staffOf(second), [1]);
  await second.post(batch([record(2)], { session: sessionOf(3), nonce: 'nonceofthe3' }));
  assert.deepEqual(await staffOf(second), [1, 3]);
  assert.equal((await second.json('/api/sessions')).sessions.length, 3);
});

/** @type {[string, RegExp][]} */
const mistakes = [
  ['office', /--staff-address cannot be office; write 192\.0\.2\.7 or/],
  ['192.0.2.1,,192.0.2.2', /--staff-address cannot be empty; write/],
  ['', /--staff-address cannot be empty; write/],
  [
    '192.0.2.0/24,192.0.2.0/33',
    /cannot be 192\.0\.2\.0\/33; give a whole number of bits behind \/, from 0 to 32/,
  ],
  ['2001:db8::7/32', /cannot be 2001:db8::7\/32; its 32 bits are those of 2001:db8::\/32: write that/],
  [Array(65).fill('192.0.2.1').join(), /more than 64 entries, from 192\.0\.2\.1; join some into networks/],
];
test('a list that is not understood says which entry, and how to write it', async t => {
  for (const [list, says] of mistakes) {
    const { code, err } = await runProgram(['--store', join(makeFolder(t), 'x.db'), '--staff-address', list]);
    assert.equal(code, 2, list);
    assert.match(err, says);
  }
});
