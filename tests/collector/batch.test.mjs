// What is stored, what is refused, and what the sender hears.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batch, record, records, SESSION, startCollector, VISITOR } from './collector.mjs';

test('a batch is answered 204 without a body and read back byte for byte', async t => {
  const collector = await startCollector(t);
  const sent = [
    record(1),
    '{ "t":20, "id":2,"kind":"click","label":"caf\\u00e9 \u20ac","new":{"x":[1.50]} }',
  ];
  const answer = await collector.post(batch(sent));
  assert.equal(answer.status, 204);
  assert.equal(answer.body, '');
  assert.deepEqual(await collector.lines(), sent);
});

test('text/plain, application/json and no type at all are taken', async t => {
  const collector = await startCollector(t);
  const types = ['text/plain;charset=UTF-8', 'application/json', ''];
  for (const [i, type] of types.entries()) {
    const answer = await collector.post(batch([record(i + 1)]), { 'Content-Type': type });
    assert.equal(answer.status, 204, type);
  }
  assert.equal((await collector.lines()).length, 3);
});

test('what was stored is not stored again, nor after a restart', async t => {
  const first = await startCollector(t);
  const body = batch(records(1, 5));
  for (let i = 0; i < 3; i++) assert.equal((await first.post(body)).status, 204);
  await first.end('SIGTERM');
  const second = await startCollector(t, [], first.store);
  assert.equal((await second.post(body)).status, 204);
  assert.equal((await second.post(batch(records(4, 7)))).status, 204);
  assert.deepEqual(await second.lines(), records(1, 7));
  const health = JSON.parse((await second.get('/healthz')).body);
  assert.deepEqual([health.stored, health.known], [2, 7]);
});

test('many who send the same at the same time store it once', async t => {
  const collector = await startCollector(t);
  const bodies = Array.from({ length: 20 }, (_, n) => batch(records(n * 10 + 1, n * 10 + 15)));
  const answers = await Promise.all(Array.from({ length: 160 }, (_, i) => collector.post(bodies[i % 20])));
  assert.ok(answers.every(({ status }) => status === 204));
  assert.deepEqual(await collector.lines(), records(1, 205));
  const { stored, known } = await collector.json('/healthz');
  assert.deepEqual([stored, known], [205, 160 * 15 - 205]);
});

test('who takes the session of another site, or of another visitor, changes nothing of it', async t => {
  const collector = await startCollector(t);
  const mine = { visitor: VISITOR };
  await collector.post(batch([record(1)], mine));
  const before = await collector.get(`/api/sessions/${SESSION}?site=demo`);
  await collector.post(batch([record(1), record(2)], mine, { site: 'evil' }));
  const after = await collector.get(`/api/sessions/${SESSION}?site=demo`);
  assert.equal(after.body, before.body);
  await collector.post(batch([record(1, { evil: true })], { visitor: SESSION, nonce: '4fzyo82m1k9q' }));
  const session = await collector.json(`/api/sessions/${SESSION}?site=demo`);
  assert.equal(session.visitor, VISITOR);
  assert.deepEqual(session.records, [{ ...JSON.parse(record(1)), trail: 'k3v9q2a1', nonce: '4fzyo82m1k9q' }]);
});

test('the same id of another page load is another record', async t => {
  const collector = await startCollector(t);
  await collector.post(batch([record(1)]));
  await collector.post(batch([record(1, { other: true })], { nonce: 'anothernonce' }));
  assert.equal((await collector.lines()).length, 2);
});

test('one bad record of fifty is refused alone', async t => {
  const collector = await startCollector(t);
  const list = records(1, 50);
  list[8] = '{"id":9,"t":90}';
  const answer = await collector.post(batch(list));
  assert.equal(answer.status, 200);
  const why = 'has no kind that is a text of 1 to 64 bytes';
  assert.deepEqual(JSON.parse(answer.body), { refused: [{ nonce: '4fzyo82m1k9q', id: 9, why }] });
  assert.equal((await collector.lines()).length, 49);
});

/** @type {[string, string, RegExp][]} */
const refusals = [
  ['is no object', '7', /no JSON object/],
  ['is a list', '[1]', /no JSON object/],
  ['has no id', '{"t":1,"kind":"a"}', /no id/],
  ['has the id 0', '{"id":0,"t":1,"kind":"a"}', /no id/],
  ['has an id of 33 bits', '{"id":4294967296,"t":1,"kind":"a"}', /no id/],
  ['has half an id', '{"id":1.5,"t":1,"kind":"a"}', /no id/],
  ['has no time', '{"id":1,"kind":"a"}', /no t /],
  ['has a time before its session', '{"id":1,"t":-1,"kind":"a"}', /no t /],
  ['has a number for its kind', '{"id":1,"t":1,"kind":3}', /no kind/],
  ['has an empty kind', '{"id":1,"t":1,"kind":""}', /no kind/],
  ['has its id twice', '{"id":1,"id":2,"t":1,"kind":"a"}', /twice/],
  ['holds infinity', '{"id":1,"t":1,"kind":"a","x":[1e999]}', /too large/],
  ['holds a number that never ends', `{"id":1,"t":1,"kind":"a","x":${'9'.repeat(65)}}`, /64 characters/],
  ['stands on two lines', '{"id":1,\n"t":1,"kind":"a"}', /one line/],
  ['is larger than 16 KiB', record(1, { x: 'x'.repeat(16 * 1024) }), /16384/],
];

test('a record is refused, and its neighbour stored, when it', async t => {
  const collector = await startCollector(t);
  for (const [i, [says, bad, why]] of refusals.entries()) {
    await t.test(says, async () => {
      const nonce = `neighbour${i}`;
      const answer = await collector.post(batch([bad, record(2)], { nonce }));
      assert.equal(answer.status, 200);
      const { refused } = JSON.parse(answer.body);
      assert.equal(refused.length, 1);
      assert.match(refused[0].why, why);
      assert.equal((await collector.lines()).length, i + 1);
    });
  }
});

test('bytes that are no UTF-8 are refused with their record', async t => {
  const collector = await startCollector(t);
  const bad = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]];
  for (const bytes of bad) {
    const [before, after] = batch([record(1, { x: 'HERE' }), record(2)]).split('HERE');
    const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
    const answer = await collector.post(body);
    assert.equal(answer.status, 200);
    assert.match(JSON.parse(answer.body).refused[0].why, /UTF-8/);
  }
  assert.deepEqual(await collector.lines(), [record(2)]);
});

const good = batch([record(1)]);
/** @type {[string, string, RegExp][]} */
const faults = [
  ['is empty', '', /an object should stand here/],
  ['is no JSON', 'id=1&t=2', /an object should stand here/],
  ['is cut short', good.slice(0, -4), /should stand here|ends too soon/],
  ['is followed by something', `${good}{}`, /follows the end/],
  ['is nested ten thousand deep', batch(['['.repeat(10_000) + ']'.repeat(10_000)]), /too deep/],
  ['misses a comma inside a record', good.replace(',"t"', ' "t"'), /comma/],
  ['holds a broken escape', batch(['{"id":1,"t":1,"kind":"a","x":"\\u00zz"}']), /escape/],
  ['has no version', good.replace('"v":1,', ''), /^v is missing, it must be 1/],
  ['is of another version', good.replace('"v":1', '"v":2'), /^v must be 1/],
  ['says its site twice', good.replace('"site"', '"site":"a","site"'), /^site stands there twice/],
  ['names its site badly', good.replace('"demo"', '"De mo"'), /^site must be/],
  ['does not say when it was sent', good.replace(/"sent":\d+,/, ''), /^sent is missing/],
  ['was sent at no time', good.replace(/"sent":\d+/, '"sent":1e12'), /^sent must be/],
  ['counts with words', good.replace('"sent"', '"counters":{"a":"b"},"sent"'), /^counters must be/],
  ['has no pages', batch([], {}, { pages: {} }), /^pages must be a list/],
  ['has a page that is none', batch([], {}, { pages: [1] }), /an object should stand here/],
  ['has too short a nonce', good.replace('4fzyo82m1k9q', 'short'), /^pages\[0\]\.nonce must be/],
  ['has a session that is no UUID', good.replace('01939f0e-', 'x'), /^pages\[0\]\.session must be/],
  ['has a page without a trail', good.replace('"trail":"k3v9q2a1",', ''), /^pages\[0\]\.trail is missing/],
  [
    'has records that are no list',
    good.replace(/"records":\[.*?\]/, '"records":{}'),
    /records must be a list/,
  ],
  ['has hundreds of bad records', batch(new Array(201).fill('0')), /more than 200 records/],
];

test('a whole batch is answered 400, and nothing of it stored, when it', async t => {
  const collector = await startCollector(t);
  for (const [says, body, error] of faults) {
    await t.test(says, async () => {
      const answer = await collector.post(body);
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('content-type'), 'application/json');
      const problem = JSON.parse(answer.body);
      assert.match(problem.error, error);
      assert.ok(problem.mend.length > 10);
      assert.ok(problem.at >= 0 && problem.at <= body.length);
    });
  }
  assert.deepEqual(await collector.lines(), []);
});

test('what was posted never comes back in an answer', async t => {
  const collector = await startCollector(t);
  const bait = '<svg onload=alert(1)>';
  const bodies = [bait, good.replace('demo', bait), batch([`"${bait}"`]), batch([record(1, { kind: '' })])];
  for (const body of bodies) assert.ok(!(await collector.post(body)).body.includes('svg'), body);
  assert.ok(!(await collector.get(`/${encodeURIComponent(bait)}`)).body.includes('svg'));
});

test('keys that we do not know are passed over in the envelope and kept in records', async t => {
  const collector = await startCollector(t);
  const list = [record(1, { kind: 'from_the_future', deep: { er: [null, true, 'x'] } })];
  const answer = await collector.post(batch(list, { colour: [1, { a: 2 }] }, { later: 'x' }));
  assert.equal(answer.status, 204);
  assert.deepEqual(await collector.lines(), list);
});
