// The outbox by itself: what it gives up for want of room, what it hands out, and what it knows of its own rows.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createClock } from '../../js/clock.js';
import { createStore, openDatabase } from '../../js/store.js';
import { fakeBrowser, settle } from './fakes.mjs';

const HEAD = { site: 'demo', nonce: 'abcdefghijkl', session: 's', visitor: 'v', trail: 'trail1', origin: 0 };
const TURN = 16_000; // bytes a row holds

let counters;
let store;
beforeEach(() => {
  fakeBrowser();
  counters = { dropped: 0, full: 0, storage: 0 };
  store = createStore({ keep: true, clock: createClock(), counters });
});

/** @param {number} id @param {string} [kind] */
const record = (id, kind = 'click') => `{"id":${id},"t":0,"kind":"${kind}"}`;

/** One record a turn, as heavy as told. */
async function keep(id, { kind = 'click', size = 100, head = HEAD } = {}) {
  store.add(head, record(id, kind), size);
  await settle();
}

/** All ids that wait, in their order. */
async function waiting() {
  const ids = [];
  for (;;) {
    const picked = await store.oldest(48_000);
    if (!picked.length) return ids;
    for (const { row, count } of picked)
      ids.push(...row.records.slice(0, count).map(one => JSON.parse(one).id));
    await store.drop(picked);
  }
}

test('a full outbox gives up the oldest rows, and none with a verdict, an answer or a purchase in it', async () => {
  const vital = ['session', 'signal', 'outcome', 'decision', 'survey', 'purchase'];
  for (const [n, kind] of vital.entries()) await keep(n + 1, { kind });
  for (let id = 10; id < 400; id++) await keep(id, { size: TURN });
  const ids = await waiting();
  assert.deepEqual(ids.slice(0, vital.length), [1, 2, 3, 4, 5, 6]);
  const first = ids[vital.length];
  assert.deepEqual(
    ids.slice(vital.length),
    Array.from({ length: 400 - first }, (_, n) => first + n),
    'the newest, without a gap',
  );
  assert.deepEqual([counters.dropped, counters.full], [first - 10, first - 10]);
  assert.ok(first > 10);
});

test('hands out whole rows in their order, as many as fit', async () => {
  for (let id = 1; id <= 5; id++) await keep(id, { size: 1000 });
  const picked = await store.oldest(3500);
  assert.deepEqual(
    picked.map(({ row, count }) => [row.records[0], count]),
    [1, 2, 3].map(id => [record(id), 1]),
  );
});

test('of a row that is too much it hands out a part, but never nothing', async () => {
  for (let id = 1; id <= 10; id++) store.add(HEAD, record(id), 1000);
  await settle();
  const [{ count }] = await store.oldest(4000);
  assert.equal(count, 4);
  const one = await store.oldest(10);
  assert.deepEqual([one.length, one[0].count], [1, 1]);
  await store.drop(one);
  assert.equal(store.bytes(), 9000);
  assert.deepEqual(await waiting(), [2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.equal(store.bytes(), 0);
});

test('what is left of a row that was sent in part is not on its way', async () => {
  store.add(HEAD, record(1), 100);
  store.add(HEAD, record(2), 100);
  await settle();
  const [{ row }] = await store.oldest(48_000);
  row.leaving = true;
  await store.drop([{ row, count: 1 }]);
  assert.deepEqual([store.own()[0].records, store.own()[0].leaving], [[record(2)], false]);
});

test('rows of one site are sent together, and not with those of another', async () => {
  await keep(1);
  await keep(2, { head: { ...HEAD, site: 'shop-be' } });
  assert.equal((await store.oldest(48_000)).length, 1);
});

test('a row of this page is one and the same, however often it is read', async () => {
  await keep(1);
  const [{ row }] = await store.oldest(48_000);
  row.leaving = true;
  const [again] = await store.oldest(48_000);
  assert.equal(again.row, row);
  assert.deepEqual(store.own(), [row]);
  assert.equal(row.leaving, true);
});

test('what another page took out is not handed out again', async () => {
  await keep(1);
  await keep(2);
  const other = createStore({ keep: true, clock: createClock(), counters });
  await settle();
  await other.drop((await other.oldest(48_000)).slice(0, 1));
  const picked = await store.oldest(48_000);
  assert.deepEqual(
    picked.map(({ row }) => row.records),
    [[record(2)]],
  );
  assert.equal(store.own().length, 1);
  assert.equal(store.bytes(), 100);
});

test('a part that another page took out of a row is not handed out again', async () => {
  store.add(HEAD, record(1), 100);
  store.add(HEAD, record(2), 100);
  await settle();
  const other = createStore({ keep: true, clock: createClock(), counters });
  await settle();
  const [{ row }] = await other.oldest(48_000);
  await other.drop([{ row, count: 1 }]);
  const [picked] = await store.oldest(48_000);
  assert.deepEqual([picked.row.records, picked.count], [[record(2)], 1]);
});

test('a database that was asked for before is the one that is used', async () => {
  const { indexedDB } = globalThis;
  let asked = 0;
  globalThis.indexedDB = { ...indexedDB, open: (...how) => ++asked && indexedDB.open(...how) };
  const disk = openDatabase(createClock());
  store = createStore({ keep: true, clock: createClock(), counters, disk });
  await keep(1);
  assert.equal(asked, 1);
  assert.equal(indexedDB.rows.size, 1);
});

test('a database that nobody uses yet makes way for its removal', async () => {
  const database = await openDatabase(createClock());
  let closed = false;
  database.close = () => {
    closed = true;
  };
  database.onversionchange();
  assert.ok(closed);
});

test('where even naming the database throws, records go on in memory', async () => {
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    get() {
      throw new Error('The operation is insecure.');
    },
  });
  const disk = openDatabase(createClock());
  store = createStore({ keep: true, clock: createClock(), counters, disk });
  await keep(1);
  assert.deepEqual(await waiting(), [1]);
});
