// Pages as they are: prepared before the visitor comes, written by scripts, with a tag that comes late, with hash routes, and left
// alone for half an hour while another tab of the visit lives.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { until } from './drive/processes.mjs';
import { html, openShop, TAG } from './shops/serve.mjs';
import { shopper } from './shops/shopper.mjs';

const MINUTE_MS = 60_000;
/** A page whose clock can be set forward, for all tabs at once. */
const CLOCK = `<script>{ const { now } = Date; Date.now = () => now() + Number(localStorage.ahead || 0) }</script>`;
const PREPARE = `<script type="speculationrules">{"prerender":[{"source":"list","urls":["/products/prepared"],"eagerness":"immediate"}]}</script>`;
const THING = '<main><h1>Mug</h1><p class="price">€ 12.50</p><button>Add to cart</button></main>';
const WRITTEN = `<script>document.write(${JSON.stringify(`${TAG}${THING}`).replaceAll('</', '<\\/')})</script>`;
const LATE = `${THING}<script>setTimeout(() => document.head.append(document.createRange().createContextualFragment(
  ${JSON.stringify(TAG).replaceAll('</', '<\\/')})), 300)</script>`;
/** Draws what the hash says, as shops of one page do. */
const ROUTES = `<main></main><script>
  const draw = () => { document.querySelector('main').innerHTML = location.hash === '#/cart'
    ? '<h1>Your cart</h1><p>Total € 12.50</p>' : '<h1>Welcome</h1><a href="#/cart">Cart</a> <a href="#details">Details</a>' };
  addEventListener('hashchange', draw);
  draw();
</script>`;

const bare = (/** @type {string} */ body) => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mug</title><body>${body}`,
});

/** @param {string[]} asked paths, in the order in which they were asked for @returns {import('./shops/serve.mjs').Shop} */
const shopOf =
  asked =>
  ({ path }) => {
    asked.push(path);
    switch (path) {
      case '/':
        return html('en', 'Mugs', `${PREPARE}<main><a href="/products/prepared">Mug</a></main>`);
      case '/products/prepared':
        return html(
          'en',
          'Mug',
          `${THING}<script>onload = () => setTimeout(() => fetch('/seen-by-' + (document.prerendering && window.koord?.event ? 'nobody' : 'visitor')), 500)</script>`,
        );
      case '/products/written':
        return bare(WRITTEN);
      case '/products/late':
        return bare(LATE);
      case '/app':
        return html('en', 'Mugs', ROUTES);
      case '/products/clock':
        return bare(`${CLOCK}${TAG}${THING}`);
      default:
        return { status: 204 };
    }
  };

for (const engine of ENGINES) {
  describe(`pages as they are, in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./shops/serve.mjs').OpenShop} */
    let shop;
    /** @type {string[]} */
    let asked;
    before(async () => {
      page = await open(engine);
    });
    after(() => page?.close());
    beforeEach(async () => {
      asked = [];
      shop = await openShop(shopOf(asked));
    });
    afterEach(() => shop.close());

    // Told beforehand: who skips a test from inside is left with what was opened for it.
    const skip = engine !== 'chromium' && 'this engine prepares no pages';
    test('a page that was prepared begins when the visitor comes', { skip }, async () => {
      const ada = shopper(page, shop);
      await ada.go('/', 'page_view home');
      await until('the page to be prepared', async () => asked.includes('/seen-by-nobody'));
      assert.deepEqual(shop.told, ['page_view home']);
      await page.click('a');
      await ada.until('product seen');
      assert.deepEqual(await ada.story(), [
        'page_view home',
        'product chosen',
        'page_view product',
        'product seen',
      ]);
      assert.equal((await shop.sessions()).length, 1);
    });

    for (const [what, path] of [
      ['a page that writes itself, and the tag with it', '/products/written'],
      ['a tag that comes long after the page', '/products/late'],
    ]) {
      test(what, async () => {
        const ada = shopper(page, shop);
        await ada.go(path, 'product seen');
        assert.deepEqual(await ada.story(), ['page_view product', 'product seen']);
      });
    }

    test('a hash is a page where it is a route, and no page where it leads down the same one', async () => {
      const ada = shopper(page, shop);
      await ada.go('/app', 'page_view other');
      await page.click('[href="#details"]');
      await page.click('[href="#/cart"]');
      await ada.until('cart seen');
      assert.deepEqual(await ada.story(), ['page_view other', 'page_view cart', 'cart seen 1250']);
    });

    test('a visit ends after half an hour in which no tab saw the visitor', async () => {
      const ada = shopper(page, shop);
      const ahead = (/** @type {number} */ minutes) =>
        page.run('localStorage.ahead = arguments[0]', minutes * MINUTE_MS);
      const first = await page.tab();
      await ada.go('/products/clock', 'product seen');
      await ahead(29);
      await page.newTab(`${shop.url}/products/clock`);
      await ada.until('product seen', 2);
      await ahead(58);
      await page.closeTab();
      await page.switchTab(first);
      await ada.go('/products/clock', 'product seen', 3);
      await ahead(89);
      await ada.go('/products/clock', 'product seen', 4);
      await ada.story();
      const sessions = await shop.sessions();
      const views = await Promise.all(sessions.map(({ session }) => shop.views(session)));
      assert.deepEqual(views, [1, 3], 'newest first');
    });
  });
}
