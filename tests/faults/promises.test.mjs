// The promises of docs/delivery.md, a test for each, in Chromium against a real collector behind a faulty gate.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../browser/drive/processes.mjs';
import { FAULTS } from './gate.mjs';
import { whileTheCollectorFails, whileTheVisitorLeaves } from './promises.mjs';
import { openShop } from './shop.mjs';

/** As many browsers at a time as two processors can feed. */
const TOGETHER = { concurrency: 3, timeout: 600_000 };

/** @param {number} ms */
const pass = ms => new Promise(resolve => setTimeout(resolve, ms));

describe('while the collector fails', TOGETHER, () => whileTheCollectorFails('chromium'));

describe('what the tag counts of itself', TOGETHER, () => {
  test('an outage is counted, and summed over pages by the collector', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(10);
    await shop.untilDelivered(10);
    shop.gate.fault = FAULTS.answers(500);
    await shop.report(10);
    await until('a request that fails', async () => shop.gate.passed.some(({ status }) => status === 500));
    shop.gate.fault = null;
    await shop.untilDelivered(20);
    await shop.visit();
    await shop.report(10);
    await shop.untilDelivered(30);
    await shop.report(10); // brings what the page counted when those before had arrived
    await shop.assertAllOnce();
    const { counters, storage } = (await shop.collector.health()).tags;
    const { captured, sent, resent, dropped, errors } = counters;
    assert.ok(captured >= 40 && sent >= 30 && sent <= captured, `${captured} captured, ${sent} sent`);
    assert.ok(resent >= 10);
    assert.deepEqual(
      { dropped, errors, storage },
      { dropped: 0, errors: 0, storage: { memory: 0, texts: 0, outbox: 2 } },
    );
  });

  test('what the collector refused, and that nothing can be kept, is told', async t => {
    const head = `<script>for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })</script>`;
    const shop = await openShop(t, { head });
    shop.gate.fault = FAULTS.refuses('"n":3,');
    await shop.visit();
    await shop.report(10);
    await shop.untilDelivered(9);
    await shop.report(10);
    await shop.untilDelivered(19);
    const { counters, storage } = (await shop.collector.health()).tags;
    assert.deepEqual([counters.dropped, counters.refused], [1, 1]);
    assert.deepEqual(storage, { memory: 1, texts: 0, outbox: 0 });
  });
});

describe('while the visitor leaves', TOGETHER, () => {
  whileTheVisitorLeaves('chromium');

  test('S11b: a tab closed at once, of a page that would like to be asked', async t => {
    const shop = await openShop(t, { head: "<script>addEventListener('beforeunload', () => {})</script>" });
    await shop.visit();
    await shop.report(10, { small: true });
    await shop.closeTab();
    await shop.assertAllOnce(3000);
  });

  test('S12a: the browser is killed a turn later', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(10, { small: true });
    await shop.kill();
    await shop.nextVisit();
    await shop.assertAllOnce();
    assert.equal(shop.gate.again, 0);
  });

  test('S12b: the collector is away, and the browser is killed', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.gate.close();
    await shop.report(10);
    await shop.kill();
    await shop.gate.open();
    await shop.nextVisit();
    await shop.assertAllOnce();
    assert.equal(shop.gate.again, 0);
  });

  test('S13a: offline for a while', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.setOffline(true);
    await shop.report(20);
    await pass(8000);
    assert.deepEqual(shop.gate.passed, []);
    await shop.setOffline(false);
    await shop.assertAllOnce(5000);
  });

  test('S13b: offline, and the tab closed', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.setOffline(true);
    await shop.report(20);
    await shop.closeTab();
    await shop.nextVisit();
    await shop.assertAllOnce();
    assert.equal(shop.gate.again, 0);
  });

  test('S14: two tabs, of which one is closed during an outage', async t => {
    const shop = await openShop(t);
    shop.gate.fault = FAULTS.answers(500);
    await shop.visit();
    await shop.report(25);
    await shop.page?.newTab();
    await shop.visit();
    await shop.report(25);
    await shop.closeTab();
    shop.gate.fault = null;
    await shop.assertAllOnce();
  });

  test('S20: hidden, then killed', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(10, { small: true });
    await shop.page?.run(() => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await shop.untilDelivered(10, 1000);
    await shop.kill();
    assert.equal((await shop.delivered()).length, 10);
  });
});

describe('while the page or the browser misbehaves', TOGETHER, () => {
  /** @type {[string, string, string][]} */
  const broken = [
    [
      'S15a',
      'localStorage is full',
      "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ],
    [
      'S15b',
      'no storage at all may be touched',
      `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
      Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') } })`,
    ],
    [
      'S18a',
      "old Prototype.js's toJSON",
      'Array.prototype.toJSON = function () { return "[" + this.join() + "]" }',
    ],
    [
      'S18b',
      'fetch throws',
      "if (window === top) window.fetch = () => { throw new TypeError('patched by the shop') }",
    ],
    ['S18c', 'beacons are refused', 'Navigator.prototype.sendBeacon = () => false'],
  ];
  for (const [name, says, script] of broken) {
    test(`${name}: ${says}`, async t => {
      const shop = await openShop(t, { head: `<script>${script}</script>` });
      await shop.visit();
      await shop.report(10);
      await shop.reportAndFollow(10);
      await shop.assertAllOnce();
    });
  }

  test('S16: 5,000 events in one turn', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(5000, { small: true }); // how long that holds the page is for make bench to say
    await shop.assertAllOnce();
    assert.ok(shop.gate.passed.length <= 120, `${shop.gate.passed.length} requests`);
  });

  test('S17: an event of 200 KB among nine is cut down, and they all arrive', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(9);
    await shop.page?.run(`koord.event('bench', { n: 9, much: 'much '.repeat(40_000) })`);
    shop.reported++;
    await shop.assertAllOnce();
    const records = await shop.collector.records();
    const { facts } = records.find(one => one.facts?.n === 9) ?? assert.fail('it is not there');
    assert.match(facts.much, /^much much .*…$/, 'it says that something is missing');
  });

  test('S19: the clock is set back a day during an outage', async t => {
    const head = `<script>const real = Date.now; window.shift_ms = 0; Date.now = () => real() + shift_ms;</script>`;
    const shop = await openShop(t, { head });
    shop.gate.fault = FAULTS.answers(500);
    await shop.visit();
    await shop.report(10);
    await shop.page?.run('shift_ms = -86_400_000');
    const span = await shop.during(() => shop.report(10));
    shop.gate.fault = null;
    await shop.assertAllOnce();
    await shop.assertWasDuring(10, span);
  });
});
