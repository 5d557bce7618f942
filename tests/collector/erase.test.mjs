// What leaves the store: a visitor who asks for it, and what has grown old. And what a visitor may have.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { batch, record, records, SESSION, startCollector, untilClosed, VISITOR } from './collector.mjs';
import { startOnDisk } from './disk.mjs';

const DAY_MS = 24 * 3600 * 1000;
const OTHER = '01939f0e-7a52-7c41-9d3e-0123456789ef';
const SECRET = 'k3v9q2a1-K3V9Q2A1_0';

/** The visitor whose secret this is, as docs/wire.md says it. @param {string} secret */
function visitorOf(secret) {
  const id = createHash('sha256').update(secret).digest().subarray(0, 16);
  id[6] = 0x80 | (id[6] & 0x0f);
  id[8] = 0x80 | (id[8] & 0x3f);
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A batch of one record of each of two visitors. @param {string} mine @param {number} id */
function oneOfEach(mine, id) {
  const whole = JSON.parse(batch([record(id)], { visitor: mine }));
  const other = { ...whole.pages[0], nonce: 'otherpeople', session: OTHER, visitor: VISITOR, trail: 'abcd' };
  return JSON.stringify({ ...whole, pages: [...whole.pages, other] });
}

test('a visitor who asks is erased, at once and for later', async t => {
  const collector = await startCollector(t);
  const mine = visitorOf(SECRET);
  assert.equal(mine, '596a36af-7947-8096-b8cb-d844cc187602', 'as docs/wire.md has it');
  await collector.post(oneOfEach(mine, 1));
  assert.equal((await collector.lines()).length, 1);
  assert.equal((await collector.post(SECRET, {}, '/v1/erase')).status, 204);
  assert.deepEqual(await collector.lines(), []);
  assert.equal((await collector.get(`/api/visitors/${mine}.ndjson`)).status, 404);

  const late = await collector.post(oneOfEach(mine, 2));
  assert.equal(late.status, 200);
  const why = 'is of a visitor who was erased, as are all records of this page';
  assert.deepEqual(JSON.parse(late.body), { refused: [{ nonce: '4fzyo82m1k9q', why }] });
  assert.deepEqual(await collector.lines(), []);
  assert.equal((await collector.lines(OTHER)).length, 2, 'nobody else is touched');

  await collector.end('SIGTERM');
  const again = await startCollector(t, [], collector.store);
  assert.equal((await again.post(oneOfEach(mine, 3))).status, 200, 'nor after a restart');
  await again.end('SIGTERM');
});

test('what was erased is written over on disk', async t => {
  const collector = await startCollector(t);
  const label = 'a_word_that_stands_nowhere_else';
  await collector.post(batch([record(1, { label })], { visitor: visitorOf(SECRET) }));
  await collector.post(SECRET, {}, '/v1/erase');
  await collector.end('SIGTERM');
  assert.ok(!readFileSync(collector.store).includes(label));
});

test('secrets of all lengths find their visitor', async t => {
  const collector = await startCollector(t);
  for (const size of [16, 55, 56, 63, 64, 65, 119, 120, 128]) {
    const secret = 'aB3_'.repeat(32).slice(0, size);
    await collector.post(batch([record(1)], { visitor: visitorOf(secret), nonce: `nonceofthe${size}` }));
    assert.equal((await collector.lines()).length, 1);
    assert.equal((await collector.post(secret, {}, '/v1/erase')).status, 204);
    assert.deepEqual(await collector.lines(), [], `${size} bytes`);
  }
});

test('what is no secret is refused, and never said again', async t => {
  const collector = await startCollector(t);
  for (const body of ['', 'tooshort', `${SECRET}\n`, 'x'.repeat(129), `<svg>${SECRET}`, VISITOR.repeat(4)]) {
    const answer = await collector.post(body, {}, '/v1/erase');
    assert.equal(answer.status, 400);
    assert.match(JSON.parse(answer.body).mend, /16 to 128/);
    assert.ok(!answer.body.includes(SECRET));
  }
});

test('knowing the id of a visitor is not knowing the secret', async t => {
  const collector = await startCollector(t);
  await collector.post(batch([record(1)], { visitor: VISITOR }));
  assert.equal((await collector.post(VISITOR, {}, '/v1/erase')).status, 204);
  assert.equal((await collector.lines()).length, 1);
});

test('a session stays with the visitor whom it was said to be of', async t => {
  const collector = await startCollector(t);
  await collector.post(batch([record(1)], { visitor: VISITOR }));
  await collector.post(batch([record(2)], { visitor: visitorOf(SECRET) }));
  await collector.post(SECRET, {}, '/v1/erase');
  assert.equal((await collector.lines()).length, 2);
});

test('an erasure while the store is locked is spooled behind what came before it', async t => {
  const collector = await startCollector(t);
  const lock = new DatabaseSync(collector.store);
  lock.exec('BEGIN IMMEDIATE');
  const visitor = visitorOf(SECRET);
  assert.equal((await collector.post(batch([record(1)], { visitor }))).status, 204);
  assert.equal((await collector.post(SECRET, {}, '/v1/erase')).status, 204);
  await collector.end('SIGKILL');
  lock.exec('ROLLBACK');
  lock.close();
  const again = await startCollector(t, [], collector.store);
  await again.until(({ store_well }) => store_well);
  assert.deepEqual(await again.lines(), []);
  assert.equal((await again.post(batch([record(2)], { visitor }))).status, 200);
});

test("the shop's people erase a visitor by id", async t => {
  const collector = await startCollector(t);
  await collector.post(batch(records(1, 9), { visitor: VISITOR }));
  const ask = (/** @type {string} */ id) => collector.get(`/api/visitors/${id}`, { method: 'DELETE' });
  assert.equal((await ask('nobody')).status, 400);
  assert.equal((await ask(VISITOR)).status, 204);
  assert.deepEqual(await collector.lines(), []);
  assert.equal((await collector.json('/api/health')).collector.erasures, 1);
});

test('all that there is of one visitor comes as lines', async t => {
  const collector = await startCollector(t);
  await collector.post(batch(records(1, 2), { visitor: VISITOR }));
  const second = { visitor: VISITOR, session: OTHER, nonce: 'secondvisit', trail: 'abcd' };
  await collector.post(batch([record(1)], second, { site: 'shop-be' }));
  await collector.post(batch([record(1)], { session: visitorOf('x'), nonce: 'someoneelse' }));
  const { body, headers } = await collector.get(`/api/visitors/${VISITOR}.ndjson`);
  assert.equal(headers.get('content-type'), 'application/x-ndjson');
  const lines = body
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  assert.equal(lines.length, 5);
  const heads = lines.filter(line => line.session);
  assert.deepEqual(heads.map(({ session, site, visitor }) => [session, site, visitor]).sort(), [
    [SESSION, 'demo', VISITOR],
    [OTHER, 'shop-be', VISITOR],
  ]);
  assert.equal(heads[0].pages.length, 1);
  assert.deepEqual(
    lines
      .filter(line => line.kind)
      .map(({ id, nonce }) => `${nonce} ${id}`)
      .sort(),
    ['4fzyo82m1k9q 1', '4fzyo82m1k9q 2', 'secondvisit 1'],
  );
});

/** A session of so many days ago. @param {number} days @param {number} n */
function old(days, n) {
  const session = `01939f0e-0000-7000-8000-${String(n).padStart(12, '0')}`;
  return batch(records(1, 3), { session, nonce: `nonceofthe${n}`, origin: Date.now() - days * DAY_MS });
}

/** @param {string} store */
function countIn(store) {
  const file = new DatabaseSync(store, { readOnly: true });
  const counts = ['sessions', 'pages', 'records'].map(
    table => file.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n,
  );
  file.close();
  return counts;
}

test('thirteen months after its end a session goes, at the start', async t => {
  const first = await startCollector(t, ['--retain-days', '0']);
  for (let n = 0; n < 50; n++) await first.post(old(396, n));
  for (let n = 50; n < 53; n++) await first.post(old(394, n));
  await first.end('SIGTERM');
  assert.deepEqual(countIn(first.store), [53, 53, 159], '0 keeps them');
  const second = await startCollector(t, [], first.store);
  while ((await second.json('/api/health')).collector.swept < 50);
  assert.deepEqual(countIn(first.store), [3, 3, 9]);
});

test('and while it runs, every hour', async t => {
  const collector = await startOnDisk(t, ['--retain-days', '30']);
  await collector.post(old(29, 1));
  await collector.post(old(40, 2));
  await collector.post(old(1, 3));
  collector.forward(2 * DAY_MS);
  await collector.until(({ up_s }) => up_s > 3600);
  const socket = await collector.connect();
  const answered = untilClosed(socket);
  const body = old(1, 4);
  socket.write(
    `POST /v1/batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  assert.match(await answered, /^HTTP\/1\.1 204/);
  while ((await collector.json('/api/health')).collector.swept < 2);
  assert.deepEqual(countIn(collector.store), [2, 2, 6]);
});

test('the mark of an erasure goes when nothing can come that late', async t => {
  const collector = await startOnDisk(t, ['--retain-days', '30']);
  await collector.post(SECRET, {}, '/v1/erase');
  await collector.end('SIGTERM');
  const file = new DatabaseSync(collector.store);
  file.exec(`UPDATE erased SET at=at-${31 * DAY_MS}`);
  file.close();
  const again = await startCollector(t, ['--retain-days', '30'], collector.store);
  while ((await again.json('/healthz')).commits < 1);
  assert.equal((await again.post(batch([record(1)], { visitor: visitorOf(SECRET) }))).status, 204);
});

test('a store of the first format is brought up to date, and keeps what it has', async t => {
  const first = await startCollector(t);
  await first.post(batch(records(1, 4), { visitor: VISITOR }));
  await first.end('SIGTERM');
  const file = new DatabaseSync(first.store);
  file.exec(`DROP TABLE erased; DROP INDEX sessions_visitor; DROP INDEX sessions_changed;
    ALTER TABLE sessions DROP COLUMN changed; ALTER TABLE sessions DROP COLUMN staff; PRAGMA user_version=1`);
  file.close();
  const second = await startCollector(t, [], first.store);
  assert.deepEqual(await second.lines(), records(1, 4));
  assert.equal((await second.post(batch(records(3, 6)))).status, 204);
  assert.deepEqual(await second.lines(), records(1, 6));
  assert.equal((await second.get(`/api/visitors/${VISITOR}`, { method: 'DELETE' })).status, 204);
  assert.deepEqual(await second.lines(), []);
});
