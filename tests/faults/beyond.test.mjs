// Beyond the table of promises: what browsers and shops do to a page that nobody promised anything about.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FAULTS } from './gate.mjs';
import { openShop } from './shop.mjs';

const DAY_MS = 86_400_000;

describe('beyond the promises', { concurrency: 3, timeout: 120_000 }, () => {
  test('a private window delivers while it is open', async t => {
    const shop = await openShop(t, { args: ['--incognito'] });
    await shop.visit();
    await shop.report(10);
    await shop.reportAndFollow(5);
    await shop.closeTab();
    await shop.assertAllOnce();
  });

  test('a disk that is full during an outage leaves the page its memory', async t => {
    const shop = await openShop(t);
    shop.gate.fault = FAULTS.answers(500);
    await shop.visit();
    await shop.report(5);
    await shop.page?.devtools?.('Storage.overrideQuotaForOrigin', {
      origin: new URL(shop.url).origin,
      quotaSize: 1,
    });
    await shop.report(30);
    shop.gate.fault = null;
    await shop.assertAllOnce();
  });

  test('the clock is set on a day and back two while nothing can be reached', async t => {
    const head = `<script>const real = Date.now; window.shift_ms = 0; Date.now = () => real() + shift_ms;</script>`;
    const shop = await openShop(t, { head });
    await shop.visit();
    await shop.gate.close();
    const spans = [];
    for (const days of [0, 1, -1]) {
      await shop.page?.run(`shift_ms = ${days * DAY_MS}`);
      spans.push(await shop.during(() => shop.report(5)));
    }
    await shop.gate.open();
    await shop.assertAllOnce();
    for (const [at, span] of spans.entries()) await shop.assertWasDuring(5 * at, span);
  });

  test('the collector is killed, and another one takes over its store', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(10);
    await shop.untilDelivered(10);
    await shop.collector.kill9();
    await shop.report(10);
    await shop.collector.begin();
    await shop.assertAllOnce();
  });

  test('an older collector, which cannot be asked, is replaced by one that can', async t => {
    const shop = await openShop(t);
    shop.gate.fault = body => (body.includes('"records"') ? undefined : { status: 404 });
    await shop.visit();
    await shop.report(10);
    await shop.reportAndFollow(5);
    await shop.collector.kill9();
    await shop.report(10);
    shop.gate.fault = null;
    await shop.collector.begin();
    await shop.assertAllOnce();
  });

  test('a page that was frozen and comes back goes on delivering', async t => {
    const shop = await openShop(t);
    await shop.visit();
    await shop.report(10, { small: true });
    await shop.page?.go(shop.url.replace('page', 'other'));
    await shop.page?.back();
    await shop.ready();
    assert.equal(await shop.page?.run('return window.frozen'), true, 'it was in the back/forward cache');
    await shop.report(10);
    await shop.assertAllOnce();
  });

  test('a page frozen in the middle of a request does not wait for its answer for ever', async t => {
    const shop = await openShop(t);
    shop.gate.fault = FAULTS.isSilent();
    await shop.visit();
    await shop.report(10);
    await shop.page?.go(shop.url.replace('page', 'other'));
    shop.gate.fault = null;
    await shop.page?.back();
    await shop.ready();
    await shop.report(10);
    await shop.assertAllOnce(30_000);
  });
});
