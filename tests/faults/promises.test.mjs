// The promises of docs/delivery.md, a test for each, in Chromium against a real collector behind a faulty gate.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../browser/drive/processes.mjs';
import { FAULTS } from './gate.mjs';
import { openShop } from './shop.mjs';

const OUTAGE_MS = 10_000;
const HEALED_MS = 5000; // how soon after the fault is over everything must be there
/** As many browsers at a time as two processors can feed. */
const TOGETHER = { concurrency: 3, timeout: 120_000 };

/** @param {number} ms */
const pass = ms => new Promise(resolve => setTimeout(resolve, ms));

describe('while the collector fails', TOGETHER, () => {
  /** @type {[string, string, import('./gate.mjs').Fault][]} */
  const outages = [
    ['S2', 'answers 500', FAULTS.answers(500)],
    ['S7', 'resets connections', FAULTS.resets()],
  ];
  for (const [name, says, fault] of outages) {
    test(`${name}: it ${says} for 10 s`, async t => {
      const shop = await openShop(t);
      await shop.visit();
      await shop.report(20);
      await shop.gate.breakFor(fault, OUTAGE_MS);
      assert.ok(shop.gate.passed.length <= 8, `${shop.gate.passed.length} requests during the outage`);
      await shop.assertAllOnce(HEALED_MS);
      assert.equal(shop.gate.again, 0);
    });
  }

  test('S1: it does not', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(20);
    await shop.assertAllOnce();
    assert.equal(shop.gate.again, 0);
    assert.equal(shop.gate.questions, 0, 'nothing was left over');
  });

  test('S5: connections are refused for 10 s', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.gate.close();
    await shop.report(20);
    await pass(OUTAGE_MS);
    await shop.gate.open();
    await shop.assertAllOnce(HEALED_MS);
    assert.equal(shop.gate.again, 0);
  });

  for (const [name, status] of /** @type {const} */ ([
    ['S3', 503],
    ['S4', 429],
  ])) {
    test(`${name}: ${status} and Retry-After: 6`, async t => {
      const shop = await openShop(t);
      shop.gate.fault = FAULTS.answers(status, 6);
      await shop.visit();
      await shop.report(20);
      await pass(4000);
      shop.gate.fault = null;
      await shop.assertAllOnce();
      const [told, next] = shop.gate.passed;
      assert.ok(next.at - told.at >= 5900, `asked again after ${next.at - told.at} ms`);
    });
  }

  test('S6: no answer for 15 s', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(20);
    await shop.gate.breakFor(FAULTS.isSilent(), 15_000);
    await shop.assertAllOnce(OUTAGE_MS + HEALED_MS);
    assert.equal(shop.gate.again, 0);
  });

  for (const [name, says, fault] of /** @type {const} */ ([
    ['S6b', 'stores, but does not answer', FAULTS.storesInSilence()],
    ['S7b', 'stores, and resets the connection', FAULTS.storesAndResets()],
  ])) {
    test(`${name}: it ${says}`, async t => {
      const shop = await openShop(t);
      shop.gate.fault = fault;
      await shop.visit();
      await shop.report(8); // one batch
      await shop.untilDelivered(8);
      shop.gate.fault = null;
      await until('an answer', async () => shop.gate.passed.some(({ status }) => status === 200), 30_000);
      await shop.report(8);
      await shop.assertAllOnce();
      assert.equal(shop.gate.again, 0, 'it asked before it sent again');
    });
  }

  test('S8: 413 above 8 KB, 200 events in one turn', async t => {
    const shop = await openShop(t);
    shop.gate.fault = FAULTS.refusesAbove(8 * 1024);
    await shop.visit();
    await shop.report(200, { small: true });
    await shop.assertAllOnce();
    assert.ok(shop.gate.passed.length <= 20, `${shop.gate.passed.length} requests`);
    assert.equal(shop.gate.again, 0);
  });

  test('S9: 400 for one event of twenty, which is given up and reported', async t => {
    const shop = await openShop(t);
    shop.gate.fault = FAULTS.refuses('"n":3,');
    await shop.visit();
    await shop.report(20);
    await shop.untilDelivered(19);
    await shop.report(5);
    const numbers = await shop.untilDelivered(24);
    assert.ok(!numbers.includes(3));
    assert.equal(numbers.length, 24);
    const { dropped, refused } = await shop.counters();
    assert.deepEqual({ dropped, refused }, { dropped: 1, refused: 1 });
  });
});

describe('while the visitor leaves', TOGETHER, () => {
  test('S10: twenty links, five events in the click on each', async t => {
    const shop = await openShop(t);
    await shop.visit();
    for (let n = 0; n < 20; n++) await shop.reportAndFollow(5);
    await shop.assertAllOnce();
    assert.ok(shop.gate.again <= 5, `${shop.gate.again} of 100 came twice`);
  });

  test('S11: a tab closed at once has told everything before the next visit', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(10, { small: true });
    await shop.closeTab();
    await shop.assertAllOnce(3000);
  });

  test('S12: the browser is killed a turn later', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.gate.close();
    await shop.report(10);
    await shop.kill();
    await shop.gate.open();
    await shop.nextVisit();
    await shop.assertAllOnce();
  });

  test('S13: offline, and the tab closed', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.gate.close();
    await shop.report(20);
    await shop.closeTab();
    await shop.gate.open();
    await shop.nextVisit();
    await shop.assertAllOnce();
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
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`,
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
  });

  test('S19: the clock is set back a day during an outage', async t => {
    const head = `<script>const real = Date.now; window.shift_ms = 0; Date.now = () => real() + shift_ms;</script>`;
    const shop = await openShop(t, { head });
    shop.gate.fault = FAULTS.answers(500);
    await shop.visit();
    await shop.report(10);
    await shop.page?.run('shift_ms = -86_400_000');
    const wall = Date.now();
    await shop.report(10);
    shop.gate.fault = null;
    await shop.assertAllOnce();
    const off_ms = Math.abs((await shop.timeOf(10)) - wall);
    assert.ok(off_ms < 1000, `its time is wrong by ${off_ms} ms`);
  });
});
