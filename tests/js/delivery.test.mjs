// Delivery: nothing that was kept is lost, whatever the collector, the storage and the page do.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { fakeBrowser, fakeStorage, settle } from './fakes.mjs';
import { closePages, loadPage } from './stage.mjs';

let browser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(closePages);

const clicks = () => [...browser.collector.records.values()].filter(({ kind }) => kind === 'click');
const answer = (status, headers) => () => new Response(null, { status, headers });

/** The faults a collector can have. */
const FAULTS = [
  ['answers 500', answer(500)],
  ['cannot be reached', () => 'refuse'],
  ['stores and resets the connection', () => 'reset'],
  ['never answers', () => 'silence'],
];

for (const [says, fault] of FAULTS) {
  test(`everything arrives in the same visit after a collector that ${says}`, async () => {
    const page = await loadPage();
    browser.collector.fault = fault;
    for (let n = 0; n < 20; n++) page.feed('click', { x: n });
    await browser.time.advance(20_000);
    const { requests, questions } = browser.collector;
    const asked = requests.length + questions.length;
    assert.ok(asked <= 16, `${asked} requests in 20 s`);
    browser.collector.fault = null;
    await browser.time.advance(15_000);
    assert.equal(clicks().length, 20);
    assert.equal(page.store.bytes(), 0);
    assert.equal(browser.indexedDB.rows.size, 0);
  });
}

test('no request before Retry-After is over', async () => {
  const page = await loadPage();
  browser.collector.fault = answer(503, { 'Retry-After': '20' });
  page.feed();
  await browser.time.advance(12_000);
  assert.equal(browser.collector.requests.length, 1);
  browser.collector.fault = null;
  await browser.time.advance(17_000);
  assert.equal(browser.collector.requests.length, 1);
  await browser.time.advance(5000);
  assert.equal(clicks().length, 1);
});

test('Retry-After counts from the answer, however long that took', async () => {
  const page = await loadPage();
  const busy = answer(503, { 'Retry-After': '5' });
  browser.collector.fault = () => new Promise(done => setTimeout(() => done(busy()), 8000));
  page.feed();
  await browser.time.advance(10_000); // asked
  await browser.time.advance(8000); // answered
  browser.collector.fault = null;
  await browser.time.advance(4900);
  assert.equal(browser.collector.requests.length, 1);
  await browser.time.advance(200);
  assert.equal(browser.collector.requests.length, 2);
});

test('the next page, of any tab, minds the Retry-After of the page before', async () => {
  const page = await loadPage();
  browser.collector.fault = answer(503, { 'Retry-After': '20' });
  page.feed();
  await browser.time.advance(10_000);
  assert.equal(browser.collector.requests.length, 1);
  browser.collector.fault = null;
  page.journey.stop(); // killed: nothing is said in parting
  browser.sessionStorage.texts.clear(); // another tab
  await loadPage();
  await browser.time.advance(18_000);
  assert.equal(browser.collector.requests.length, 1);
  await browser.time.advance(12_000);
  assert.equal(clicks().length, 1);
});

test('a Retry-After of a year silences the pages to come for an hour', async () => {
  const page = await loadPage();
  browser.collector.fault = answer(503, { 'Retry-After': '31536000' });
  page.feed();
  await browser.time.advance(10_000);
  browser.collector.fault = null;
  page.journey.stop();
  browser.time.wall += 3_600_000;
  await loadPage();
  await browser.time.advance(12_000);
  assert.equal(clicks().length, 1);
});

test('a batch that is too large is halved until it fits', async () => {
  const page = await loadPage();
  browser.collector.fault = body => (body.length > 4000 ? new Response(null, { status: 413 }) : null);
  for (let n = 0; n < 200; n++) page.feed('click', { x: n, label: 'a button with a name' });
  await browser.time.advance(30_000);
  assert.equal(clicks().length, 200);
  assert.equal(page.counters.dropped, 0);
});

test('one poisoned record is found, dropped and counted; the others arrive', async () => {
  const page = await loadPage();
  browser.collector.fault = body => (body.includes('"x":777') ? new Response(null, { status: 400 }) : null);
  for (let n = 0; n < 20; n++) page.feed('click', { x: n === 7 ? 777 : n });
  await browser.time.advance(30_000);
  assert.equal(clicks().length, 19);
  assert.equal(page.counters.dropped, 1);
  assert.equal(page.counters.refused, 1);
});

test('refused records of a 200 are forgotten and counted', async () => {
  const page = await loadPage();
  browser.collector.fault = () => Response.json({ refused: [{ nonce: 'x', id: 3, why: 'too large' }] });
  page.feed();
  await browser.time.advance(11_000);
  assert.equal(page.counters.dropped, 1);
  assert.equal(page.store.bytes(), 0);
});

test('5,000 facts in one turn: all arrive, in few requests', async () => {
  const page = await loadPage();
  for (let n = 0; n < 5000; n++) page.feed('click', { x: n });
  await browser.time.advance(60_000);
  assert.equal(clicks().length, 5000);
  assert.equal(page.counters.dropped, 0);
  assert.ok(browser.collector.requests.length < 40, `${browser.collector.requests.length} requests`);
});

test('one turn of the event loop is one transaction', async () => {
  const page = await loadPage();
  await settle();
  const before = browser.indexedDB.transactions;
  for (let n = 0; n < 50; n++) page.feed();
  await settle();
  assert.equal(browser.indexedDB.transactions, before + 1);
});

test('two tabs deliver each record once', async () => {
  const first = await loadPage();
  globalThis.sessionStorage = fakeStorage();
  const second = await loadPage();
  for (let n = 0; n < 25; n++) {
    first.feed('click', { x: n });
    second.feed('click', { x: 100 + n });
    await settle();
  }
  await browser.time.advance(30_000);
  assert.equal(clicks().length, 50);
});

test('who has nothing left over asks nothing', async () => {
  const page = await loadPage();
  page.feed();
  await browser.time.advance(15_000);
  page.leave();
  browser.time.newPage();
  const next = await loadPage();
  next.feed();
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 2);
  assert.deepEqual(browser.collector.questions, []);
});

test('after a request without an answer the collector is asked, and what it has is not sent again', async () => {
  const page = await loadPage();
  browser.collector.fault = () => 'reset';
  page.feed();
  await browser.time.advance(10_500);
  browser.collector.fault = null;
  await browser.time.advance(15_000);
  const { requests, questions, duplicates } = browser.collector;
  assert.deepEqual([requests.length, questions.length, duplicates], [1, 1, 0]);
  assert.equal(page.counters.sent, page.counters.captured);
  assert.equal(browser.indexedDB.rows.size, 0);
});

test('a browser that gives nothing more to outlive the page gets requests that need not', async () => {
  const page = await loadPage();
  browser.collector.fault = () => 'silence';
  page.feed();
  await browser.time.advance(15_000);
  browser.collector.fault = (_body, _asks, keepalive) => keepalive && 'refuse';
  await browser.time.advance(20_000);
  assert.equal(clicks().length, 1);
});

test('what a page sent as it went is not sent again by the next one', async () => {
  const page = await loadPage();
  for (let n = 0; n < 10; n++) page.feed('click', { x: n });
  await settle();
  page.leave(); // its beacon arrives, and nobody hears of it
  browser.time.newPage();
  await loadPage();
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 10);
  assert.equal(browser.collector.duplicates, 0);
  assert.equal(browser.indexedDB.rows.size, 0);
});

test('of what was left over, only what the collector lacks is sent', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  page.leave();
  await settle();
  browser.collector.fault = () => 'refuse';
  for (const x of [2, 3]) {
    page.feed('click', { x });
    await settle();
  }
  page.journey.stop();
  browser.time.newPage();
  browser.collector.fault = null;
  await loadPage();
  await browser.time.advance(15_000);
  assert.deepEqual(
    clicks().map(({ x }) => x),
    [1, 2, 3],
  );
  assert.equal(browser.collector.duplicates, 0);
});

/** What else may be heard to a question than what is there. */
const DEAF = [
  ['has no such address', answer(404)],
  ['answers everything alike', () => new Response('{"ok":true}')],
  ['has words of its own', () => Response.json({ have: [{ nonce: 'x' }, 7] })],
  ['says no JSON', () => new Response('fine')],
  ['cannot be heard across origins', () => 'refuse'],
  ['never answers it', () => 'silence'],
];

for (const [says, fault] of DEAF) {
  test(`what was left over is sent all the same where the collector ${says}`, async () => {
    const page = await loadPage();
    page.feed('click', { x: 1 });
    await settle();
    page.journey.stop();
    browser.time.newPage();
    browser.collector.fault = (body, asks) => asks && fault(body);
    const next = await loadPage();
    await browser.time.advance(60_000);
    assert.equal(clicks().length, 1);
    assert.equal(next.store.bytes(), 0);
  });
}

test('a busy collector is not asked again before Retry-After is over', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  page.journey.stop();
  browser.time.newPage();
  browser.collector.fault = answer(429, { 'Retry-After': '20' });
  await loadPage();
  await browser.time.advance(20_000);
  browser.collector.fault = null;
  const { requests, questions } = browser.collector;
  assert.deepEqual([requests.length, questions.length], [0, 1]);
  await browser.time.advance(5000);
  assert.equal(clicks().length, 1);
});

test('a page that is hidden while it asks sends what it has, and only once', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  page.journey.stop();
  browser.time.newPage();
  let say = () => {};
  browser.collector.fault = (_, asks) => asks && new Promise(said => (say = said));
  const next = await loadPage();
  await browser.time.advance(3000);
  next.transport.leave(false, false);
  say();
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 1);
  assert.equal(browser.collector.duplicates, 0);
});

test('what a killed page kept is sent by the next one', async () => {
  const page = await loadPage();
  browser.collector.fault = () => 'refuse';
  for (let n = 0; n < 10; n++) page.feed('click', { x: n });
  await settle(); // one turn, and no goodbye
  page.journey.stop();
  browser.time.newPage();
  browser.collector.fault = null;
  await loadPage();
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 10);
});

test('a page that leaves sends what waits at once', async () => {
  const page = await loadPage();
  page.feed();
  page.leave();
  await settle();
  assert.equal(clicks().length, 1);
});

test('leaving for another page of the shop leaves to that one what is on disk', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  page.transport.leave(true, true);
  await settle();
  assert.equal(browser.collector.requests.length, 0);
  browser.time.newPage();
  await loadPage();
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 1);
  assert.equal(browser.collector.duplicates, 0);
});

test('what is recorded as a page leaves goes with it: the browser may undo that write', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  page.journey.hide();
  page.transport.leave(true, true); // pagehide
  browser.indexedDB.broken = true; // what is asked of it from here on is undone
  page.feed('click', { x: 2 });
  await Promise.resolve(); // the turn is over, and its write was asked for
  page.transport.leave(true, true); // visibilitychange follows
  await settle();
  browser.indexedDB.broken = false;
  browser.time.newPage();
  await loadPage();
  await browser.time.advance(15_000);
  assert.deepEqual(
    clicks()
      .map(({ x }) => x)
      .sort(),
    [1, 2],
  );
  assert.equal(browser.collector.duplicates, 0);
});

test('a page that is left at once sends what the page before left to it', async t => {
  t.after(() => Reflect.deleteProperty(globalThis, 'navigation'));
  globalThis.navigation = {}; // tells which page follows
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  page.journey.hide();
  page.transport.leave(true, true);
  browser.time.newPage();
  const next = await loadPage();
  await settle();
  next.leave();
  await settle();
  assert.equal(clicks().length, 1);
});

test('where no page knows what follows it, hurried pages send a record once', async () => {
  browser.collector.fault = () => 'reset'; // stored, and nobody hears of it
  for (let n = 0; n < 6; n++) {
    browser.time.newPage();
    const page = await loadPage();
    page.feed('click', { x: 100 + n });
    await settle();
    page.leave();
    await settle();
  }
  browser.collector.fault = null;
  await loadPage(); // this one stays
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 6);
  assert.equal(browser.collector.duplicates, 0);
  assert.equal(browser.indexedDB.rows.size, 0);
});

test('a database that fails half-way leaves the page its memory', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await settle();
  browser.indexedDB.broken = true;
  page.feed('click', { x: 2 });
  await browser.time.advance(15_000);
  assert.deepEqual(
    clicks()
      .map(({ x }) => x)
      .sort(),
    [1, 2],
  );
});

for (const storage of ['on disk', 'in memory']) {
  test(`a full outbox ${storage} gives up the oldest facts, but no purchase, and counts them`, async () => {
    browser.indexedDB.absent = storage === 'in memory';
    const page = await loadPage();
    browser.collector.fault = () => 'refuse';
    const label = 'a'.repeat(80);
    page.feed('purchase', { items: 1 });
    await settle();
    page.feed('survey', { action: 'answer', answer: '4' });
    await settle();
    for (let turn = 0; turn < 80; turn++) {
      for (let n = 0; n < 500; n++) page.feed('click', { x: 500 * turn + n, label });
      await settle();
    }
    assert.ok(page.store.bytes() <= 5.1e6);
    browser.collector.fault = null;
    await browser.time.advance(200_000);
    const stored = [...browser.collector.records.values()];
    const { captured, dropped, full } = page.counters;
    assert.ok(captured > 40_000 && full > 0);
    assert.equal(full, dropped);
    assert.equal(stored.length, captured - dropped);
    for (const vital of ['session', 'purchase', 'survey'])
      assert.ok(
        stored.some(({ kind }) => kind === vital),
        vital,
      );
    const kept = clicks().map(({ x }) => x);
    assert.ok(kept.every((x, n) => !n || x === kept[n - 1] + 1) && kept.at(-1) === 39_999, 'the newest ones');
  });
}

test('a wrapper around fetch that throws is passed by', async () => {
  globalThis.fetch = () => {
    throw new TypeError('patched by the shop');
  };
  const page = await loadPage();
  page.feed();
  await browser.time.advance(15_000);
  assert.equal(clicks().length, 1);
});

test('the envelope is what docs/wire.md says, although the shop broke toJSON', async t => {
  t.after(() => Reflect.deleteProperty(Array.prototype, 'toJSON'));
  Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'broken', configurable: true });
  const page = await loadPage();
  page.feed();
  await browser.time.advance(11_000);
  const body = JSON.parse(browser.collector.requests[0]);
  assert.equal(body.v, 1);
  assert.equal(body.site, 'demo');
  assert.equal(body.sent, browser.time.wall - 1000); // ten seconds after the first fact
  assert.equal(body.counters.captured, 3);
  assert.match(body.pages[0].nonce, /^[a-z0-9]{8,24}$/);
  assert.match(body.pages[0].trail, /^[a-z0-9]{4,24}$/);
  assert.equal(body.pages[0].records.length, 3);
});

const HOUR_MS = 3_600_000;

for (let seed = 1; seed <= 10; seed++) {
  test(`times are right to a second, whatever the wall clock does (seed ${seed})`, async () => {
    const draw = seeded(seed);
    let off_ms = 0;
    const jump = ms => {
      browser.time.wall += ms;
      off_ms += ms;
    };
    browser.collector.now = () => browser.time.wall - off_ms;
    /** @type {number[]} when each click was, in truth */
    const truth = [];
    for (let load = 0; load < 3; load++) {
      browser.collector.fault = null;
      const page = await loadPage();
      for (let step = 0; step < 8; step++) {
        browser.collector.fault = draw(2) ? () => 'refuse' : null;
        await browser.time.advance(draw(4000));
        jump((draw(200) - 100) * HOUR_MS);
        if (draw(3) === 0) {
          page.journey.hide();
          page.clock.wake();
          page.journey.show();
        }
        page.feed('click', { x: truth.length });
        truth.push(browser.collector.now());
      }
      browser.collector.fault = null;
      await browser.time.advance(30_000);
      page.journey.stop();
      browser.time.newPage();
    }
    assert.equal(clicks().length, truth.length);
    for (const { x, t, page } of clicks()) {
      const wrong_ms = Math.abs(browser.collector.origins.get(page.nonce) + t - truth[x]);
      assert.ok(wrong_ms < 1000, `click ${x} is wrong by ${wrong_ms} ms`);
    }
  });
}

/** Numbers from a seed, so that a failure can be had again. */
function seeded(seed) {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

for (let seed = 1; seed <= 40; seed++) {
  test(`random faults, navigations and kills lose nothing (seed ${seed})`, async () => {
    const draw = seeded(seed);
    const faults = [
      null,
      answer(500),
      answer(429, { 'Retry-After': '3' }),
      () => 'refuse',
      () => 'reset',
      () => 'silence',
    ];
    const tooLarge = body => (body.length > 2000 ? new Response(null, { status: 413 }) : null);
    let page = await loadPage();
    let fed = 0;
    for (let step = 0; step < 25; step++) {
      browser.collector.fault = [...faults, tooLarge][draw(faults.length + 1)];
      for (let n = draw(8); n > 0; n--) page.feed('click', { x: fed++ });
      await browser.time.advance(draw(6000));
      if (draw(4)) continue;
      if (draw(2)) page.leave();
      page.journey.stop();
      await settle();
      browser.time.newPage();
      page = await loadPage();
    }
    browser.collector.fault = null;
    await browser.time.advance(60_000);
    assert.equal(clicks().length, fed);
    assert.equal(page.store.bytes(), 0);
    assert.equal(page.counters.dropped, 0);
  });
}
