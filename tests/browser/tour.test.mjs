// The tour through the demo shop: what its visitors do by themselves, and what the collector has of it afterwards.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { collectDemo, guest, ofKind, signalsIn } from './shop/demo.mjs';
import { axeFindings, beNarrow, emulate, ROOT } from './stage.mjs';

/** @typedef {Record<string, any>} Json */
/** @typedef {import('./drive/collector.mjs').Collector} Collector */

/** What the unhappy visitor must raise; a dead button, and leaving before it, may be called more than that. */
const EXPECTED = ['zero_results', 'coupon_failure', 'rage_click'];
const BESIDES = ['submit_stall', 'checkout_abandon', 'struggle'];
/** @param {string[]} signals */
function assertUnhappy(signals) {
  assert.deepEqual(
    signals.filter(one => !BESIDES.includes(one)),
    EXPECTED,
  );
}

/** The newest visit, once `wanted` is true of it. @param {Collector} collector @param {(records: Json[]) => unknown} wanted */
async function newest(collector, wanted) {
  await collector.untilStored(wanted, 30_000);
  const [{ session }] = await collector.sessions();
  return collector.session(session);
}

for (const engine of ENGINES) {
  describe(`the tour in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {Collector} */
    let collector;
    /** @type {ReturnType<typeof guest>} */
    let eve;
    before(async () => {
      page = await open(engine, { size: [1280, 860] });
    });
    after(() => page?.close());
    beforeEach(async () => {
      collector = await collectDemo('tour');
      eve = guest(page, collector.url);
    });
    afterEach(() => collector.stop());

    test('the unhappy visitor raises three signals and answers the question', async () => {
      await eve.enter();
      await eve.begin('unhappy');
      await eve.told();
      assertUnhappy(await eve.noticed());
      await eve.leave();
      const { records, purchased } = await newest(collector, all => signalsIn(all).includes('rage_click'));
      assertUnhappy(signalsIn(records));
      const answered = ofKind(records, 'survey').filter(({ phase }) => phase === 'answered');
      assert.deepEqual(
        answered.map(({ value, text }) => text ?? value),
        [2, 'a hammock'],
      );
      assert.equal(purchased, false);
    });

    test('the innocent visitor raises none and buys once', async () => {
      await eve.enter();
      await eve.begin('innocent');
      await eve.told();
      assert.deepEqual(await eve.noticed(), []);
      await eve.leave();
      const { records } = await newest(collector, all => ofKind(all, 'purchase').length > 0);
      assert.deepEqual(signalsIn(records), []);
      assert.deepEqual(ofKind(records, 'decision'), []);
      assert.equal(ofKind(records, 'purchase').length, 1);
      assert.ok(ofKind(records, 'click').length >= 10);
    });

    test('ends at once by Escape, by Stop, and by a press in the shop', async () => {
      await eve.enter('pace=2');
      const idle = 'return !document.querySelector(".story").disabled';
      const ways = [
        () => page.press('Escape'),
        () => page.click('.stop'),
        () => page.click({ x: 640, y: 300 }),
      ];
      for (const way of ways) {
        await eve.begin('innocent');
        await page.waitFor('return document.querySelector(".caption p").textContent !== ""');
        await way();
        await page.waitFor(idle);
        assert.equal(await page.run('return document.querySelector(".caption").hidden'), true);
        assert.equal(await page.run('return document.querySelector(".pointer-layer").hidden'), true);
      }
    });
  });
}

describe('the tour', { skip: !ENGINES.includes('chromium') && 'Chromium is not asked for' }, () => {
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  /** @type {Collector} */
  let collector;
  /** @type {ReturnType<typeof guest>} */
  let eve;
  before(async () => {
    page = await open('chromium', { size: [1280, 860] });
    collector = await collectDemo('tour');
    eve = guest(page, collector.url);
  });
  after(async () => {
    await page?.close();
    await collector?.stop();
  });

  test('guided: both visits, one after the other, and each a session of its own', async () => {
    await eve.enter('pace=8');
    await eve.begin('guided');
    await eve.told();
    await eve.leave();
    await newest(collector, all => ofKind(all, 'purchase').length > 0);
    const [good, bad] = await collector.sessions();
    assert.deepEqual([good.purchased, bad.purchased], [true, false]);
    assert.deepEqual(signalsIn((await collector.session(good.session)).records), []);
    assertUnhappy(signalsIn((await collector.session(bad.session)).records));
  });

  test('ends by Escape also where the question has the focus', async () => {
    await eve.enter('pace=4');
    await eve.begin('unhappy');
    await page.waitFor(
      `const card = document.querySelector('iframe').contentWindow.document.querySelector('koord-survey');
       return !!card?.shadowRoot.activeElement`,
      { timeout: 30_000 },
    );
    await page.press('Escape');
    await page.waitFor('return !document.querySelector(".story").disabled', { timeout: 2000 });
  });

  test('on a phone the inspector makes way, and the sheet of faults says what the story switched on', async () => {
    await beNarrow(page, 360, 740);
    await eve.enter('pace=8');
    await page.click('.inspector');
    const INSPECTOR =
      'document.querySelector("iframe").contentWindow.document.querySelector("koord-inspector")';
    await page.waitFor(`return !!${INSPECTOR}`);
    await eve.begin('unhappy');
    await page.waitFor('return !!document.querySelector("[data-signal=coupon_failure]")', {
      timeout: 60_000,
    });
    assert.equal(await page.run(`return ${INSPECTOR}`), null);
    assert.equal(await page.run('return document.querySelector(".inspector").ariaPressed'), 'false');
    assert.deepEqual(
      await page.run('return [...document.querySelectorAll(".sheet :checked")].map(({ name }) => name)'),
      ['coupon_refused', 'dead_pay'],
    );
    assert.equal(await page.run('return document.querySelector(".faults .count").textContent'), '2');
    await page.waitFor('return !!document.querySelector(".onward a")', { timeout: 60_000 });
    assert.deepEqual(await axeFindings(page), []);
    const [chip, row] = await page.run(`return ['.findings li:last-child', '.findings ul']
      .map(one => document.querySelector(one).getBoundingClientRect().right)`);
    assert.ok(chip <= row + 1, 'the newest finding is in sight');
    await page.press('Escape');
    await beNarrow(page, 1280, 860);
  });

  test('jumps for those who want no motion', async () => {
    await emulate(page, { 'prefers-reduced-motion': 'reduce' });
    await eve.enter('pace=8');
    await page.run(`window.seen = { ripples: 0, places: new Set() };
      new MutationObserver(() => {
        seen.ripples += document.querySelectorAll('.ripple').length;
        seen.places.add(document.querySelector('.pointer').style.transform);
      }).observe(document.querySelector('.pointer-layer'), { subtree: true, childList: true, attributes: true })`);
    await eve.begin('innocent');
    await page.waitFor('return seen.places.size >= 4');
    await page.press('Escape');
    assert.equal(await page.run('return seen.ripples'), 0);
    assert.ok((await page.run('return seen.places.size')) < 10, 'one place a press');
    await emulate(page, {});
  });

  for (const [scheme, language, width] of [
    ['light', 'en', 1280],
    ['dark', 'nl', 1280],
    ['dark', 'en', 360],
    ['light', 'nl', 360],
  ]) {
    test(`can be read by all: ${scheme}, ${language}, ${width} px`, async () => {
      await emulate(page, { 'prefers-color-scheme': String(scheme) });
      await beNarrow(page, Number(width), 800);
      await page.console();
      await eve.enter(`pace=8&lang=${language}`);
      assert.deepEqual(await axeFindings(page), []);
      await page.click('summary');
      assert.deepEqual(await axeFindings(page), []);
      await page.click('summary');
      await eve.begin('unhappy');
      await page.waitFor('return document.querySelector(".caption p").textContent !== ""');
      assert.deepEqual(await axeFindings(page), []);
      await page.press('Escape');
      assert.deepEqual(await page.console(), []);
      assert.ok(await page.run('return document.documentElement.scrollWidth <= innerWidth'));
    });
  }

  test("the shop's own pages have not a word that counts scripts in", () => {
    const folder = join(ROOT, 'demo/shop');
    const names = readdirSync(folder, { recursive: true }).map(String);
    const files = names.filter(name => /\.(html|js)$/.test(name));
    assert.ok(files.length > 50);
    for (const name of files)
      assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), /untrusted/, name);
  });
});
