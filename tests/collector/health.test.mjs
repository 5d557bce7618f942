// What the collector says of itself, and what the tags say of themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batch, record, records, startCollector } from './collector.mjs';

const HOUR_MS = 3600 * 1000;

/** @param {import('./collector.mjs').Collector} collector @param {number} n @param {object} counters @param {object} [page] @param {string} [site] */
const report = (collector, n, counters, page, site = 'demo') =>
  collector.post(
    batch(
      [record(n)],
      { nonce: `nonceofthe${n}`, session: `01939f0e-0000-7000-8000-00000000000${n}`, ...page },
      { counters, site },
    ),
  );

test('the counters of all page loads are summed, the newest of each', async t => {
  const collector = await startCollector(t);
  await report(collector, 1, { captured: 10, sent: 5, dropped_full: 1, storage: 2 });
  await report(collector, 1, { captured: 40, sent: 31, dropped_full: 2, storage: 2 });
  await report(collector, 2, { captured: 7, sent: 7, errors: 1, storage: 0 });
  await report(collector, 3, { captured: 1, storage: 1 }, {}, 'shop-be');
  const { tags } = await collector.json('/api/health');
  assert.equal(tags.pages, 3);
  assert.deepEqual(tags.counters, { captured: 48, sent: 38, dropped_full: 2, errors: 1 });
  assert.deepEqual(tags.storage, { memory: 1, texts: 1, outbox: 1 });
  assert.deepEqual((await collector.json('/api/health?site=shop-be')).tags.counters, { captured: 1 });
});

test('they are those of the last day, unless asked otherwise', async t => {
  const collector = await startCollector(t);
  const now = Date.now();
  await report(collector, 1, { captured: 1 }, { origin: now - 30 * HOUR_MS });
  await report(collector, 2, { captured: 10 }, { origin: now - HOUR_MS });
  assert.equal((await collector.json('/api/health')).tags.counters.captured, 10);
  assert.equal((await collector.json('/api/health?since=0')).tags.counters.captured, 11);
  assert.equal((await collector.get('/api/health?since=yesterday')).status, 400);
});

test('counters that nobody could believe, or name, are left out', async t => {
  const collector = await startCollector(t);
  await report(collector, 1, { captured: 1e12, 'x"y': 3, Sent: 4, sent: 2, half: 1.5, storage: 9 });
  const { tags } = await collector.json('/api/health');
  assert.deepEqual(tags.counters, { sent: 2 });
  assert.deepEqual(tags.storage, { memory: 0, texts: 0, outbox: 0 });
});

test('the collector counts what it kept, knew, refused, and how it answered', async t => {
  const collector = await startCollector(t);
  await collector.post(batch(records(1, 5)));
  await collector.post(batch(records(4, 7)));
  await collector.post(batch([record(8), '{"id":9}']));
  await collector.post('nonsense');
  await collector.post('{"pages":[]}', {}, '/v1/have');
  const { collector: own } = await collector.json('/api/health');
  const { batches, stored, known, refused, answers, waiting, spooled, spool_waiting, ok } = own;
  assert.deepEqual([batches, stored, known, refused], [3, 8, 2, 1]);
  assert.deepEqual(answers, { 200: 2, 204: 2, 400: 1 });
  assert.deepEqual([waiting, spooled, spool_waiting, ok], [0, 0, 0, true]);
});
