// What people who were asked say of the detectors that asked, and how many answers a survey has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batch, record, startCollector } from './collector.mjs';

const sessionOf = (/** @type {number} */ n) => `01939f0e-0000-7000-8000-0000000000${`${n}`.padStart(2, '0')}`;

/** A visit in which a finding asked, and what was answered, oldest first. @param {number} n @param {string} signal
 * @param {(number | undefined)[]} judged @param {object} [page] */
function visit(n, signal, judged, page) {
  const answers = judged.map((verdict, i) =>
    record(4 + i, {
      kind: 'survey',
      phase: 'answered',
      survey: 'coupon_refused',
      question: 'worked',
      decision: 3,
      value: verdict,
      judged: verdict,
    }),
  );
  return batch(
    [
      record(1, { kind: 'coupon' }),
      record(2, { kind: 'signal', signal, variant: 'refused', state: 'final', rev: 1 }),
      record(3, { kind: 'decision', survey: 'coupon_refused', answer: 'ask', why: 'clear', signal: 2 }),
      ...answers,
    ],
    { nonce: `nonceofthe${n}`, session: sessionOf(n), ...page },
  );
}

test('each detector has its precision as people judge it, with an interval', async t => {
  const collector = await startCollector(t);
  for (let n = 0; n < 10; n++) await collector.post(visit(n, 'coupon_failure', [n < 8 ? 1 : 0]));
  await collector.post(visit(10, 'rage_click', [0]));
  const { detectors } = await collector.json('/api/precision');
  assert.deepEqual(detectors, [
    // Wilson, 95 %: 8 of 10 and 0 of 1, as in the tables
    {
      signal: 'coupon_failure',
      variant: 'refused',
      right: 8,
      wrong: 2,
      precision: 0.8,
      low: 0.49,
      high: 0.943,
    },
    { signal: 'rage_click', variant: 'refused', right: 0, wrong: 1, precision: 0, low: 0, high: 0.793 },
  ]);
});

test('the newest answer to a question counts, and one that judges nothing does not', async t => {
  const collector = await startCollector(t);
  await collector.post(visit(1, 'coupon_failure', [0, 1]));
  await collector.post(visit(2, 'coupon_failure', [undefined]));
  const { detectors } = await collector.json('/api/precision');
  assert.deepEqual([detectors[0].right, detectors[0].wrong, detectors.length], [1, 0, 1]);
});

test('an answer on a later page is joined to the finding on an earlier one of its trail, and to no other', async t => {
  const collector = await startCollector(t);
  const asked = visit(1, 'coupon_failure', []);
  await collector.post(asked);
  const answer = record(9, {
    kind: 'survey',
    phase: 'answered',
    survey: 'a',
    question: 'q',
    decision: 3,
    judged: 1,
  });
  await collector.post(batch([answer], { nonce: 'anotherpage1', session: sessionOf(1) }));
  await collector.post(batch([answer], { nonce: 'anothertab11', trail: 'othertab', session: sessionOf(1) }));
  const { detectors } = await collector.json('/api/precision');
  assert.deepEqual([detectors[0].right, detectors.length], [1, 1]);
});

test('of a site, and since a moment', async t => {
  const collector = await startCollector(t);
  await collector.post(visit(1, 'coupon_failure', [1]));
  assert.equal((await collector.json('/api/precision?site=demo')).detectors.length, 1);
  assert.equal((await collector.json('/api/precision?site=other')).detectors.length, 0);
  assert.equal((await collector.json(`/api/precision?since=${Date.now() + 1e9}`)).detectors.length, 0);
  assert.equal((await collector.get('/api/precision?since=monday')).status, 400);
});

test('names that no tag gives are left out', async t => {
  const collector = await startCollector(t);
  await collector.post(visit(1, '"}]}<script>', [1]));
  assert.deepEqual((await collector.json('/api/precision')).detectors, []);
});

test('answers are counted by survey, one for each time that it asked', async t => {
  const collector = await startCollector(t);
  await collector.post(visit(1, 'coupon_failure', [1, 0, undefined]));
  await collector.post(visit(2, 'coupon_failure', [1]));
  await collector.post(visit(3, 'coupon_failure', []));
  assert.deepEqual(await collector.json('/v1/quota?site=demo'), { answers: { coupon_refused: 2 } });
  assert.deepEqual(await collector.json('/v1/quota?site=other'), { answers: {} });
  assert.equal((await collector.get('/v1/quota')).status, 400);
});
