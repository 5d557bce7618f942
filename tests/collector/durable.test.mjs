// What was answered 204 is on disk: killed, stopped, full or busy.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { batch, makeFolder, record, records, runProgram, startCollector } from './collector.mjs';

test('kill -9 right after 204 loses nothing, thirty times over', async t => {
  let store;
  for (let round = 1; round <= 30; round++) {
    const collector = await startCollector(t, [], store);
    store = collector.store;
    assert.equal((await collector.post(batch([record(round)]))).status, 204);
    await collector.end('SIGKILL');
  }
  const collector = await startCollector(t, [], store);
  assert.deepEqual(await collector.lines(), records(1, 30));
});

test('kill -9 amid many senders loses nothing that was acknowledged', async t => {
  const collector = await startCollector(t);
  /** @type {string[]} */
  const acknowledged = [];
  let enough = () => {};
  const busy = new Promise(resolve => (enough = () => resolve(undefined)));

  /** @param {number} sender */
  async function send(sender) {
    for (let id = sender * 10_000 + 1; ; id++) {
      const { status } = await collector.post(batch([record(id)]));
      if (status !== 204) return;
      if (acknowledged.push(record(id)) === 300) enough();
    }
  }
  const senders = Array.from({ length: 8 }, (_, i) => send(i).catch(() => {})); // ends when the collector does
  await busy;
  await collector.end('SIGKILL');
  await Promise.all(senders);
  const again = await startCollector(t, [], collector.store);
  const stored = new Set(await again.lines());
  assert.deepEqual(
    acknowledged.filter(line => !stored.has(line)),
    [],
  );
});

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  test(`${signal} lets those who wait have their answer, and leaves one tidy file`, async t => {
    const collector = await startCollector(t);
    const lock = new DatabaseSync(collector.store);
    lock.exec('BEGIN IMMEDIATE');
    const waiting = Promise.all(records(1, 20).map(one => collector.post(batch([one]))));
    while (JSON.parse((await collector.get('/healthz')).body).waiting < 20);
    const ended = collector.end(signal);
    lock.exec('COMMIT');
    lock.close();
    assert.deepEqual(
      (await waiting).map(answer => answer.status),
      new Array(20).fill(204),
    );
    assert.deepEqual(await ended, { code: 0, by: null, complaints: '' });
    const left = new DatabaseSync(collector.store, { readOnly: true });
    assert.equal(left.prepare('SELECT count(*) AS n FROM records').get()?.n, 20);
    left.close();
  });
}

test('a store that is slow fills the queue, and late-comers are told to come back', async t => {
  const collector = await startCollector(t, ['--queue', '20']);
  const lock = new DatabaseSync(collector.store);
  lock.exec('BEGIN IMMEDIATE');
  const early = records(1, 20).map(one => collector.post(batch([one])));
  await collector.until(({ waiting }) => waiting === 20);
  const late = await collector.post(batch([record(600)]));
  assert.equal(late.status, 503);
  assert.equal(late.headers.get('retry-after'), '2');
  lock.exec('COMMIT');
  lock.close();
  for (const answer of await Promise.all(early)) assert.equal(answer.status, 204);
  assert.equal((await collector.lines()).length, 20);
  assert.equal((await collector.post(batch([record(600)]))).status, 204);
});

test('many senders share commits', async t => {
  const collector = await startCollector(t);
  const list = records(1, 400);
  await Promise.all(list.map(one => collector.post(batch([one]))));
  assert.deepEqual(await collector.lines(), list);
  const { batches, commits } = JSON.parse((await collector.get('/healthz')).body);
  assert.equal(batches, 400);
  assert.ok(commits < 400, `${commits} commits`);
});

/** @type {[string, string[], number, RegExp][]} */
const mistakes = [
  ['no store', [], 2, /--store is missing; say where/],
  ['an unknown setting', ['--stor', 'x'], 2, /there is no setting --stor; .*--help/],
  ['a setting without its value', ['--store'], 2, /--store; it needs a value/],
  ['no port', ['--store', 'x', '--listen', 'here'], 2, /--listen cannot be here; write HOST:PORT/],
  ['a port too high', ['--store', 'x', '--listen', 'localhost:65536'], 2, /--listen cannot be/],
  [
    'an origin with a path',
    ['--store', 'x', '--allow-origin', 'https://shop.example/'],
    2,
    /--allow-origin cannot be/,
  ],
  ['a rate in words', ['--store', 'x', '--rate', 'few'], 2, /--rate cannot be few/],
  [
    'a number out of its range',
    ['--store', 'x', '--queue', '0'],
    2,
    /--queue cannot be 0; give .* from 1 to/,
  ],
  ['a token that is not there', ['--store', 'x', '--read-token', '/no/such'], 2, /--read-token cannot read/],
  ['a token too short', ['--store', 'x', '--read-token', '/etc/hostname'], 2, /fewer than 16 characters/],
  ['a site that no tag could name', ['--store', 'x', '--site', 'My Shop'], 2, /--site cannot be My Shop/],
  ['a store in no folder', ['--store', '/no/such/folder/x.db'], 1, /cannot store in .*unable to open/],
];

test('a mistake on the command line is named:', async t => {
  for (const [says, args, code, complaint] of mistakes) {
    await t.test(says, async () => {
      const ended = await runProgram(args);
      assert.equal(ended.code, code);
      assert.match(ended.err, complaint);
      assert.equal(ended.out, '');
    });
  }
});

test('a store that is something else is left alone', async t => {
  const store = join(makeFolder(t), 'letter.txt');
  writeFileSync(store, 'Dear reader, this is no database at all.'.repeat(50));
  const { code, err } = await runProgram(['--store', store, '--listen', '127.0.0.1:0']);
  assert.equal(code, 1);
  assert.match(err, /not a database/);
});

test('a store in a folder that is not there says what to name', async t => {
  const store = join(makeFolder(t), 'nowhere', 'journeys.db');
  const { code, err } = await runProgram(['--store', store, '--listen', '127.0.0.1:0']);
  assert.equal(code, 1);
  assert.match(err, /unable to open database file; name a file in a folder that exists/);
});

test('a store of a later format is left alone', async t => {
  const store = join(makeFolder(t), 'later.db');
  const later = new DatabaseSync(store);
  later.exec('PRAGMA user_version=9');
  later.close();
  const { code, err } = await runProgram(['--store', store, '--listen', '127.0.0.1:0']);
  assert.equal(code, 1);
  assert.match(err, /its format is 9/);
});

test('an address that is taken is named', async t => {
  const { port, store } = await startCollector(t);
  const { code, err } = await runProgram(['--store', store, '--listen', `127.0.0.1:${port}`]);
  assert.equal(code, 1);
  assert.match(err, /cannot listen on 127\.0\.0\.1:\d+: Address already in use/);
});

test('--help has examples and goes well', async () => {
  const { code, out } = await runProgram(['--help']);
  assert.equal(code, 0);
  assert.match(out, /koord-collector --listen 127\.0\.0\.1:8787/);
});
