// The list of stored visits: what it says of two visits, what a row opens to, and that it keeps itself up to date.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { collectDemo, guest, ofKind, signalsIn } from './shop/demo.mjs';
import { axeFindings, beNarrow, emulate } from './stage.mjs';

const ROWS = 'return document.querySelectorAll(".visits li[data-session]").length';
const rowWith = (/** @type {string} */ what) => `.visits > li:has(${what})`;

for (const engine of ENGINES) {
  describe(`the stored visits in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./drive/collector.mjs').Collector} */
    let collector;
    before(async () => {
      page = await open(engine, { size: [1200, 860] });
      collector = await collectDemo('sessions');
    });
    after(async () => {
      await page?.close();
      await collector?.stop();
    });
    const list = (query = '') => page.go(`${collector.url}/sessions/${query}`);
    /** @param {string} selector @returns {Promise<string>} */
    const textOf = selector => page.run('return document.querySelector(arguments[0]).innerText', selector);

    test('empty, it says what to do', async () => {
      await list();
      await page.waitFor('return !!document.querySelector(".empty:not([hidden])")');
      assert.deepEqual(await axeFindings(page), []);
      await page.click('.empty a');
      await page.waitFor('return location.pathname === "/tour/"');
    });

    test('a bad and a good visit, as a cord and in words', async () => {
      const eve = guest(page, collector.url);
      for (const story of /** @type {const} */ (['unhappy', 'innocent'])) {
        await eve.enter('pace=8');
        await eve.begin(story);
        await eve.told();
        await eve.leave();
        await collector.untilStored(all =>
          story === 'unhappy' ? signalsIn(all).includes('rage_click') : ofKind(all, 'purchase').length,
        );
      }
      await list();
      const [bad, good] = [rowWith('[data-signal=rage_click]'), rowWith('.bought')];
      await page.waitFor(
        `return !!document.querySelector(arguments[0]) && !!document.querySelector(arguments[1])`,
        {
          args: [bad, good],
        },
      );
      assert.match(
        await textOf(`${bad} .result`),
        /Left at .*Nothing found.*Coupon refused.*Rage click.*2 of 7.*a hammock/s,
      );
      assert.match(await textOf(`${good} .result`), /Bought for €.*Found quickly.*Order placed/s);
      const dots = (/** @type {string} */ row) =>
        page.run('return document.querySelectorAll(arguments[0] + " .sign").length', row);
      assert.ok((await dots(bad)) >= 3);
      assert.equal(await dots(good), 0);
      const signs = 'return document.querySelectorAll(arguments[0] + " .signs li:not(.well)").length';
      assert.equal(await page.run(signs, good), 0);
      const label = await page.run(
        'return document.querySelector(arguments[0] + " svg").getAttribute("aria-label")',
        bad,
      );
      assert.match(label, /search, where it sank/);
    });

    test('a row opens by keyboard to findings, events and a file', async () => {
      const bad = rowWith('[data-signal=rage_click]');
      await page.run('document.querySelector(arguments[0] + " summary").focus()', bad);
      await page.press('Enter');
      await page.waitFor('return document.querySelectorAll(arguments[0] + " .events li").length > 50', {
        args: [bad],
      });
      assert.match(await textOf(`${bad} .findings`), /Pressed button Pay now \d times/);
      assert.match(
        await textOf(`${bad} .findings`),
        /Asked “How easy was it to find what you were looking for\?”/,
      );
      assert.match(
        await textOf(`${bad} .answers`),
        /looking for\?\s+2 of 7\s+What were you looking for\?\s+a hammock/,
      );
      assert.deepEqual(await axeFindings(page), []);
      const file = await page.run(
        'return (await fetch(document.querySelector(arguments[0] + " [download]").href)).text()',
        bad,
      );
      const [{ session }] = file.split('\n').map((/** @type {string} */ line) => JSON.parse(line || '{}'));
      assert.equal(file, await collector.ndjson(session));
    });

    test('what is new appears by itself, and what was opened stays open', async () => {
      await page.run('window.first = document.querySelector(".visits > li:has(details[open])")');
      const count = await page.run(ROWS);
      const body = JSON.stringify({
        ...{ v: 1, site: 'demo', sent: Date.now(), counters: {} },
        pages: [
          {
            ...{ nonce: 'abcdefgh1', session: '01939f0e-0000-7000-8000-000000000001', trail: 'abcd1' },
            ...{ origin: Date.now(), records: [{ id: 1, t: 0, kind: 'page_view', place: 'cart' }] },
          },
        ],
      });
      assert.equal((await fetch(`${collector.url}/v1/batch`, { method: 'POST', body })).status, 204);
      await page.waitFor(`${ROWS} === ${count + 1}`);
      assert.ok(await page.run('return first.isConnected && first.querySelector("details").open'));
    });
  });
}

describe('the looks of the stored visits', {
  skip: !ENGINES.includes('chromium') && 'Chromium is not asked for',
}, () => {
  test('in both themes and languages, at the desk and on a phone', async () => {
    const page = await open('chromium', { size: [1200, 860] });
    const collector = await collectDemo('sessions');
    try {
      await page.go(`${collector.url}/?fault=none`);
      await collector.untilStored(1);
      for (const scheme of ['light', 'dark']) {
        for (const language of ['en', 'nl']) {
          for (const width of [1200, 360]) {
            await emulate(page, { 'prefers-color-scheme': scheme });
            await beNarrow(page, width, 800);
            await page.console();
            await page.go(`${collector.url}/sessions/?lang=${language}`);
            await page.waitFor(ROWS);
            assert.deepEqual(await axeFindings(page), []);
            assert.ok(await page.run('return document.documentElement.scrollWidth <= innerWidth'));
            assert.deepEqual(await page.console(), []);
          }
        }
      }
    } finally {
      await page.close();
      await collector.stop();
    }
  });
});
