// The promises of docs/delivery.md about the collector and the way to it, which every engine must keep.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../browser/drive/processes.mjs';
import { FAULTS } from './gate.mjs';
import { openShop } from './shop.mjs';

const OUTAGE_MS = 10_000;
const HEALED_MS = 5000; // how soon after the fault is over everything must be there

/** @param {number} ms */
const pass = ms => new Promise(resolve => setTimeout(resolve, ms));

/** S1 to S9. @param {string} engine */
export function whileTheCollectorFails(engine) {
  /** @type {[string, string, import('./gate.mjs').Fault][]} */
  const outages = [
    ['S2', 'answers 500', FAULTS.answers(500)],
    ['S7', 'resets connections', FAULTS.resets()],
  ];
  for (const [name, says, fault] of outages) {
    test(`${name}: it ${says} for 10 s`, async t => {
      const shop = await openShop(t, { engine });
      await shop.visit();
      await shop.report(20);
      await shop.gate.breakFor(fault, OUTAGE_MS);
      assert.ok(shop.gate.passed.length <= 8, `${shop.gate.passed.length} requests during the outage`);
      await shop.assertAllOnce(HEALED_MS);
      assert.equal(shop.gate.again, 0);
    });
  }

  test('S1: it does not', async t => {
    const shop = await openShop(t, { engine });
    await shop.visit();
    await shop.report(20);
    await shop.assertAllOnce();
    assert.equal(shop.gate.again, 0);
    assert.equal(shop.gate.questions, 0, 'nothing was left over');
  });

  test('S5: connections are refused for 10 s', async t => {
    const shop = await openShop(t, { engine });
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
      const shop = await openShop(t, { engine });
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
    const shop = await openShop(t, { engine });
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
      const shop = await openShop(t, { engine });
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
    const shop = await openShop(t, { engine });
    shop.gate.fault = FAULTS.refusesAbove(8 * 1024);
    await shop.visit();
    await shop.report(200, { small: true });
    await shop.assertAllOnce();
    assert.ok(shop.gate.passed.length <= 20, `${shop.gate.passed.length} requests`);
    assert.equal(shop.gate.again, 0);
  });

  test('S9: 400 for one event of twenty, which is given up and reported', async t => {
    const shop = await openShop(t, { engine });
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
}

/** S10 and S11. @param {string} engine */
export function whileTheVisitorLeaves(engine) {
  test('S10: twenty links, five events in the click on each', async t => {
    const shop = await openShop(t, { engine });
    await shop.visit();
    for (let n = 0; n < 20; n++) await shop.reportAndFollow(5);
    await shop.assertAllOnce();
    assert.ok(shop.gate.again <= 5, `${shop.gate.again} of 100 came twice`);
  });

  test('S11: a tab closed at once has told everything before the next visit', async t => {
    const shop = await openShop(t, { engine });
    await shop.visit();
    await shop.report(10, { small: true });
    await shop.closeTab();
    await shop.untilDelivered(10, 3000);
    await shop.nextVisit();
    await shop.report(10);
    await shop.assertAllOnce();
    assert.equal(shop.gate.again, 0, 'the next visit asked');
  });
}
