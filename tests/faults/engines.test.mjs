// The promises that matter most, in the other engines. Their browsers cannot be killed and begun anew like Chromium.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES } from '../browser/drive/index.mjs';
import { FAULTS } from './gate.mjs';
import { openShop } from './shop.mjs';

const OUTAGE_MS = 5000;

for (const engine of ENGINES.filter(name => name !== 'chromium')) {
  describe(`in ${engine}`, { timeout: 120_000 }, () => {
    test('S2: it answers 500', async t => {
      const shop = await openShop(t, { engine });
      await shop.visit();
      await shop.report(20);
      await shop.gate.breakFor(FAULTS.answers(500), OUTAGE_MS);
      await shop.assertAllOnce();
      assert.equal(shop.gate.again, 0);
    });

    test('S4, S5, S7, S8: it is busy, gone, cut off, and small', async t => {
      const shop = await openShop(t, { engine });
      shop.gate.fault = FAULTS.answers(429, 3);
      await shop.visit();
      await shop.report(20);
      await shop.gate.breakFor(FAULTS.resets(), 3000);
      await shop.gate.close();
      await shop.report(20);
      await shop.gate.open();
      shop.gate.fault = FAULTS.refusesAbove(16 * 1024);
      await shop.assertAllOnce();
    });

    test('S9: one event of twenty is poisoned', async t => {
      const shop = await openShop(t, { engine });
      shop.gate.fault = FAULTS.refuses('"n":3,');
      await shop.visit();
      await shop.report(20);
      const numbers = await shop.untilDelivered(19);
      assert.ok(!numbers.includes(3));
    });

    test('S10: twenty links, five events in the click on each', async t => {
      const shop = await openShop(t, { engine });
      await shop.visit();
      for (let n = 0; n < 20; n++) await shop.reportAndFollow(5);
      await shop.assertAllOnce();
    });

    test('S11: a tab closed at once has told everything before the next visit', async t => {
      const shop = await openShop(t, { engine });
      await shop.visit();
      await shop.report(10, { small: true });
      await shop.closeTab();
      await shop.assertAllOnce(5000);
    });

    test('S15: no storage may be touched', async t => {
      const head = `<script>for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })</script>`;
      const shop = await openShop(t, { engine, head });
      await shop.visit();
      await shop.report(10);
      await shop.reportAndFollow(10);
      await shop.assertAllOnce();
    });
  });
}
