// When the store does not take it: the spool does, and gives it back. Nothing that was answered is lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { batch, record, records, startCollector } from './collector.mjs';
import { drawer, startOnDisk } from './disk.mjs';

/** Locks a store as a backup or a curious shell would. @param {string} store */
function lockStore(store) {
  const lock = new DatabaseSync(store);
  lock.exec('BEGIN IMMEDIATE');
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

test('a store that is locked is not waited for: the spool takes it, and the store gets it later', async t => {
  const collector = await startCollector(t);
  await collector.post(batch(records(1, 3)));
  const unlock = lockStore(collector.store);
  for (let id = 4; id <= 8; id++) assert.equal((await collector.post(batch([record(id)]))).status, 204);
  const health = await collector.json('/healthz');
  assert.deepEqual([health.ok, health.store_well, health.spool_waiting], [true, false, 5]);
  assert.equal((await collector.lines()).length, 3, 'reading goes on');
  unlock();
  await collector.until(({ store_well }) => store_well);
  assert.deepEqual(await collector.lines(), records(1, 8));
  assert.ok(!existsSync(`${collector.store}-spool`), 'the spool is gone');
  assert.equal((await collector.post(batch(records(8, 9)))).status, 204);
  const { complaints } = await collector.end('SIGTERM');
  assert.match(
    complaints,
    /the store does not take it: database is locked; .*\n.*has all that was spooled\n$/,
  );
});

test('what is spooled outlives kill -9, and goes into the store at the next start', async t => {
  const first = await startCollector(t);
  const unlock = lockStore(first.store);
  const answers = await Promise.all(records(1, 40).map(one => first.post(batch([one]))));
  for (const answer of answers) assert.equal(answer.status, 204);
  await first.end('SIGKILL');
  unlock();
  const second = await startCollector(t, [], first.store);
  await second.until(({ store_well }) => store_well);
  assert.deepEqual(await second.lines(), records(1, 40));
});

test('SIGTERM leaves the spool for the next start', async t => {
  const first = await startCollector(t);
  const unlock = lockStore(first.store);
  assert.equal((await first.post(batch(records(1, 5)))).status, 204);
  assert.equal((await first.end('SIGTERM')).code, 0);
  unlock();
  const second = await startCollector(t, [], first.store);
  await second.until(({ store_well }) => store_well);
  assert.deepEqual(await second.lines(), records(1, 5));
});

for (const error of /** @type {const} */ (['ENOSPC', 'EROFS', 'EIO'])) {
  test(`${error} on the store alone: the spool takes it`, async t => {
    const collector = await startOnDisk(t);
    await collector.post(batch(records(1, 3)));
    collector.fail(error, 'journeys.db-wal');
    for (let id = 4; id <= 10; id++) assert.equal((await collector.post(batch([record(id)]))).status, 204);
    assert.equal((await collector.json('/healthz')).spool_waiting, 7);
    collector.mend();
    await collector.until(({ store_well }) => store_well);
    assert.deepEqual(await collector.lines(), records(1, 10));
  });

  test(`${error} on store and spool: the sender is told to come back, and nothing is half stored`, async t => {
    const collector = await startOnDisk(t);
    await collector.post(batch(records(1, 3)));
    collector.fail(error, 'journeys.db');
    const refused = await collector.post(batch(records(4, 8)));
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.equal(refused.headers.get('access-control-expose-headers'), 'Retry-After');
    assert.match(JSON.parse(refused.body).mend, /nothing of this request was stored/);
    assert.equal((await collector.get('/healthz')).status, 503);
    collector.mend();
    while ((await collector.post(batch(records(4, 8)))).status === 503);
    await collector.until(({ store_well }) => store_well);
    assert.equal((await collector.get('/healthz')).status, 200);
    assert.deepEqual(await collector.lines(), records(1, 8));
  });
}

test('a disk that fills up in the middle of the spool keeps what was answered', async t => {
  const collector = await startOnDisk(t);
  collector.fail('ENOSPC', 'journeys.db-wal');
  assert.equal((await collector.post(batch(records(1, 5)))).status, 204);
  collector.fail('ENOSPC', 'journeys');
  assert.equal((await collector.post(batch(records(6, 9)))).status, 503);
  collector.fail('ENOSPC', 'journeys.db-wal');
  assert.equal((await collector.post(batch([record(10)]))).status, 204);
  await collector.end('SIGKILL');
  const again = await startCollector(t, [], collector.store);
  await again.until(({ store_well }) => store_well);
  assert.deepEqual(await again.lines(), [...records(1, 5), record(10)]);
});

test('a store that is damaged while it runs: put another in its place, and the spool fills it', async t => {
  const first = await startCollector(t);
  await first.post(batch(records(1, 3)));
  const vandal = new DatabaseSync(first.store);
  vandal.exec("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='nonsense' WHERE name='records'");
  vandal.exec('PRAGMA schema_version=99');
  vandal.close();
  for (let id = 4; id <= 9; id++) assert.equal((await first.post(batch([record(id)]))).status, 204);
  const { complaints } = await first.end('SIGKILL');
  assert.match(complaints, /the store does not take it: malformed database schema/);
  for (const end of ['', '-wal', '-shm']) rmSync(first.store + end, { force: true });
  const second = await startCollector(t, [], first.store);
  await second.until(({ store_well }) => store_well);
  assert.deepEqual(await second.lines(), records(4, 9));
});

test('files that may not grow further: what was answered is there, the rest comes back later', async t => {
  const collector = await startCollector(t);
  /** @param {string} size */
  const limit = size => execFileSync('prlimit', ['--pid', String(collector.pid), `--fsize=${size}`]);
  limit('200000:unlimited');
  /** @type {string[]} */
  const answered = [];
  let id = 1;
  for (let refused = 0; refused < 3; id += 50) {
    const list = records(id, id + 49);
    const { status } = await collector.post(batch(list));
    if (status === 204) answered.push(...list);
    else refused++;
  }
  assert.ok(answered.length > 500, 'some went into the spool');
  assert.ok((await collector.json('/healthz')).spool_waiting > 0);
  limit('unlimited:unlimited');
  const last = record(id);
  while ((await collector.post(batch([last]))).status === 503);
  await collector.until(({ store_well }) => store_well);
  assert.deepEqual(await collector.lines(), [...answered, last]);
});

test('an entry that was cut short is cut off, with a word about it', async t => {
  const first = await startCollector(t);
  const unlock = lockStore(first.store);
  await first.post(batch(records(1, 4)));
  await first.end('SIGKILL');
  unlock();
  const spool = `${first.store}-spool`;
  const whole = readFileSync(spool);
  assert.match(whole.toString(), /^batch \d+ \d+ [0-9a-f]{8}\n\{"v":1/);
  appendFileSync(spool, whole.subarray(0, whole.length - 1));
  const second = await startCollector(t, [], first.store);
  await second.until(({ store_well }) => store_well);
  assert.deepEqual(await second.lines(), records(1, 4));
  const { complaints } = await second.end('SIGTERM');
  assert.match(complaints, new RegExp(`the last ${whole.length - 1} bytes of .*-spool hold no whole entry`));
});

test('an entry whose bytes are not those that were written is not believed', async t => {
  const first = await startCollector(t);
  const unlock = lockStore(first.store);
  await first.post(batch(records(1, 4)));
  await first.post(batch([record(5, { label: 'right' })]));
  await first.end('SIGKILL');
  unlock();
  const spool = `${first.store}-spool`;
  writeFileSync(spool, readFileSync(spool, 'utf8').replace('right', 'wrong'));
  const second = await startCollector(t, [], first.store);
  await second.until(({ store_well }) => store_well);
  assert.deepEqual(await second.lines(), records(1, 4));
});

test('two collectors do not share a spool', async t => {
  const first = await startCollector(t);
  const unlock = lockStore(first.store);
  assert.equal((await first.post(batch([record(1)]))).status, 204);
  const other = await startCollector(t, ['--spool', `${first.store}-spool`]);
  const unlockOther = lockStore(other.store);
  assert.equal((await other.post(batch([record(2)]))).status, 503);
  unlock();
  await first.until(({ store_well }) => store_well);
  while ((await other.post(batch([record(2)]))).status === 503);
  unlockOther();
  await other.until(({ store_well }) => store_well);
  assert.deepEqual(await first.lines(), [record(1)]);
  assert.deepEqual(await other.lines(), [record(2)]);
});

test('what another collector left in the spool is not written over', async t => {
  const first = await startCollector(t);
  const unlock = lockStore(first.store);
  await first.post(batch([record(1)]));
  await first.end('SIGKILL');
  const spool = `${first.store}-spool`;
  renameSync(spool, `${spool}-aside`);
  unlock();
  const second = await startCollector(t, [], first.store);
  renameSync(`${spool}-aside`, spool);
  const lock = lockStore(first.store);
  assert.equal((await second.post(batch([record(2)]))).status, 204);
  lock();
  await second.until(({ store_well }) => store_well);
  assert.deepEqual(await second.lines(), records(1, 2));
});

/** Sends from all sides until so many were answered. The ids of those. @param {any} collector @param {number} enough */
async function bombard(collector, enough) {
  /** @type {number[]} */
  const answered = [];
  /** @param {number} sender */
  async function send(sender) {
    for (let id = sender * 10_000 + 1; answered.length < enough; id++)
      if ((await collector.post(batch([record(id)]))).status === 204) answered.push(id);
  }
  await Promise.all(Array.from({ length: 6 }, (_, sender) => send(sender)));
  return answered;
}

for (const outage of [false, true]) {
  test(`the power is cut ${outage ? 'while the spool is in use' : 'amid many senders'}`, async t => {
    for (let seed = 1; seed <= 6; seed++) {
      const draw = drawer(seed);
      const collector = await startOnDisk(t);
      await collector.post(batch([record(1)]));
      if (outage) collector.fail('EIO', 'journeys.db-wal');
      const answered = await bombard(collector, 40 + draw() * 40);
      const store = await collector.cutPower(() => draw() < (seed - 1) / 5);
      const again = await startCollector(t, [], store);
      await again.until(({ store_well }) => store_well);
      const stored = new Set(await again.lines());
      const lost = answered.filter(id => !stored.has(record(id)));
      assert.deepEqual(lost, [], `seed ${seed}`);
      await again.end('SIGKILL');
    }
  });
}
