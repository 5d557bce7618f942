// The same shop with the tag and without it: nothing moves, nothing is said on the console, one global name is added,
// and those who listen to the page hear the same.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';
import { visitor } from './shop/visitor.mjs';
import { serve } from './stage.mjs';

const PATHS = ['index.html', 'category.html?c=shoes', 'search.html?q=tent', 'product.html?id=boot-high'];
const OWN = ['cart.html', 'checkout.html', 'checkout-payment.html', 'help.html', 'faults.html'];

/** Sum of what has moved so far; nothing where an engine does not measure it. */
const SHIFTS = `if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return 0;
  return new Promise(seen => {
    const observer = new PerformanceObserver(list => seen(list.getEntries().reduce((sum, { value }) => sum + value, 0)));
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => seen(0)));
  })`;
const GLOBALS = 'return Object.getOwnPropertyNames(window).sort()';
/** Read in the page, where the engine does not give its own tree away. */
const OUTLINE = `return [...document.querySelectorAll('body *')].filter(one => one.id !== 'countdown').map(one =>
  [one.localName, one.getAttribute('role'), one.getAttribute('aria-label'), one.getAttribute('tabindex'),
   one.children.length ? '' : one.textContent].join('|'))`;

/** What a screen reader is given, in Chromium. @param {import('./drive/page.mjs').Page} page */
async function spoken(page) {
  const tree = await page.devtools?.('Accessibility.getFullAXTree', {});
  const nodes = (tree?.nodes ?? []).filter((/** @type {any} */ one) => !one.ignored);
  const names = nodes.map((/** @type {any} */ { role, name }) => `${role?.value}: ${name?.value ?? ''}`);
  return names.filter((/** @type {string} */ name) => !/\d\d:\d\d:\d\d/.test(name)); // a clock goes on meanwhile
}

for (const engine of ENGINES) {
  describe(`with and without the tag in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./drive/collector.mjs').Collector} */
    let tagged;
    /** @type {import('./stage.mjs').Stage} */
    let bare;
    before(async () => {
      page = await open(engine, { size: [1200, 800] });
      tagged = await collect();
      bare = await serve({ folders: { '/': 'demo/shop' }, texts: { '/dist/koord.js': '' } });
      for (const { url } of [tagged, bare]) await visitor(page, url).add('mug-steel');
    });
    after(async () => {
      await page?.close();
      await tagged?.stop();
      bare?.close();
    });

    /** @param {string} url @param {string} path */
    async function look(url, path) {
      await page.console();
      await page.go(`${url}/${path}`);
      if (url === tagged.url) {
        await page.waitFor('return !!window.koord?.stop');
        await page.waitFor(
          'return performance.getEntriesByType("resource").some(one => /koord.shop/.test(one.name)) && performance.now() > 1200',
        );
      }
      return {
        shifts: await page.run(SHIFTS),
        globals: await page.run(GLOBALS),
        outline: await page.run(OUTLINE),
        spoken: await spoken(page),
        said: await page.console(),
      };
    }

    for (const path of [...PATHS, ...OWN]) {
      test(`/${path}`, async () => {
        const without = await look(bare.url, path);
        const seen = await look(tagged.url, path);
        assert.ok(seen.shifts <= without.shifts, 'something moved');
        assert.deepEqual(seen.said, []);
        const before = new Set(without.globals);
        assert.deepEqual(
          seen.globals.filter((/** @type {string} */ name) => !before.has(name)),
          ['koord'],
        );
        assert.deepEqual(seen.outline, without.outline);
        assert.deepEqual(seen.spoken, without.spoken);
        if (engine === 'chromium') assert.ok(seen.spoken.length > 20);
      });
    }
  });
}
