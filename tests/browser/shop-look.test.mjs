// How the demo shop looks, in Chromium: axe-core finds nothing, nothing overflows, jumps, or weighs much, and all of it
// is there in Dutch.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ENGINES, open } from './drive/index.mjs';
import { visitor } from './shop/visitor.mjs';
import { axeFindings, beNarrow, emulate, serve } from './stage.mjs';

const PATHS = [
  'index.html',
  'category.html?c=all&colour=moss',
  'category.html?c=shoes',
  'search.html?q=tent',
  'search.html?q=tetn',
  'product.html?id=boot-high',
  'cart.html',
  'login.html?next=checkout.html',
  'checkout.html',
  'checkout-delivery.html',
  'checkout-payment.html',
  'confirmation.html',
  'account.html',
  'help.html',
  'delivery.html',
  'returns.html',
  'faults.html',
  '404.html',
];
/** Everything a page loads, as a server sends it: compressed. */
const WEIGHT_MOST = 60_000;

/** @type {Record<string, {scheme: string, width: number, language: string}>} */
const VIEWS = {
  desk: { scheme: 'light', width: 1440, language: 'en' },
  tablet: { scheme: 'dark', width: 768, language: 'en' },
  phone: { scheme: 'dark', width: 360, language: 'nl' },
  'light phone': { scheme: 'light', width: 360, language: 'nl' },
};

/** Sum of all layout shifts so far. */
const SHIFTS = `return new Promise(seen => {
  const observer = new PerformanceObserver(list => seen(list.getEntries().reduce((sum, { value }) => sum + value, 0)));
  observer.observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => seen(0)));
})`;
const LOADED = `return performance.getEntriesByType('resource').map(({ name }) => name).concat(location.href)`;

/** @param {string[]} addresses */
async function weightOf(addresses) {
  const bodies = await Promise.all(addresses.map(async one => (await fetch(one)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0);
}

describe('the looks of the shop', {
  skip: !ENGINES.includes('chromium') && 'Chromium is not asked for',
}, () => {
  /** @type {import('./stage.mjs').Stage} */
  let shop;
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  before(async () => {
    shop = await serve({ folders: { '/': 'demo/shop' }, texts: { '/dist/koord.js': '' } });
    page = await open('chromium');
    const ada = visitor(page, shop.url);
    await ada.add('mug-steel');
    await ada.add('boot-high', '42');
    await page.click('.keep');
  });
  after(async () => {
    await page?.close();
    shop.close();
  });

  for (const [name, { scheme, width, language }] of Object.entries(VIEWS)) {
    for (const path of PATHS) {
      test(`${name}, ${language}, ${scheme}: /${path}`, async () => {
        await emulate(page, { 'prefers-color-scheme': scheme });
        await beNarrow(page, width, 800);
        await page.console();
        await page.go(`${shop.url}/${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        assert.deepEqual(await axeFindings(page), []);
        const { scrollWidth, clientWidth } = await page.run(
          'const { scrollWidth, clientWidth } = document.documentElement; return { scrollWidth, clientWidth }',
        );
        assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide in ${clientWidth}`);
        assert.ok((await page.run(SHIFTS)) < 0.01, 'the page jumped while it loaded');
        assert.deepEqual(await page.console(), []);
      });
    }
  }

  for (const path of PATHS) {
    test(`/${path} is light to load`, async () => {
      await page.go(`${shop.url}/${path}`);
      const weight = await weightOf(await page.run(LOADED));
      assert.ok(weight < WEIGHT_MOST, `${weight} bytes`);
    });
  }
});
