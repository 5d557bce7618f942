// Nothing before consent, nothing after it was withdrawn: on the device, on the wire, at the collector. And a shop whose browser
// lacks or breaks anything that the tag asks for sells all the same.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { until } from './drive/processes.mjs';
import { openShop } from './shops/serve.mjs';
import { shopper } from './shops/shopper.mjs';

const ON_DEVICE = `return { cookies: document.cookie, local: Object.keys(localStorage), session: Object.keys(sessionStorage)
  .filter(name => name !== 'koord.inspect'), databases: (await indexedDB.databases()).map(({ name }) => name) }`;
const NOTHING = { cookies: '', local: [], session: [], databases: [] };

/** What the tag asks a browser for, each broken in a way of its own: it throws when it is named, or when it is called. */
const BREAKAGES = [
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'crypto',
    'WebAssembly',
    'MutationObserver',
    'TextEncoder',
    'AbortController',
  ].map(
    name =>
      `Object.defineProperty(window, '${name}', { configurable: true, get() { throw new Error('${name}'); } })`,
  ),
  ...['fetch', 'requestIdleCallback', 'matchMedia', 'IntersectionObserver'].map(
    name => `window.${name} = () => { throw new Error('${name}'); }`,
  ),
  ...['locks', 'sendBeacon', 'language'].map(
    name =>
      `Object.defineProperty(Navigator.prototype, '${name}', { configurable: true, get() { throw new Error('${name}'); } })`,
  ),
  "performance.getEntriesByType = () => { throw new Error('entries'); }",
  "History.prototype.pushState = Object.freeze(function () { throw new Error('history'); })",
  "Element.prototype.closest = function () { throw new Error('closest'); }",
  "Element.prototype.matches = function () { throw new Error('matches'); }",
];

const CHECKOUT = `<main><h1>Checkout</h1><form id="form"><label>E-mail <input id="mail"></label><button id="pay">Pay now</button></form><output id="out"></output></main>
  <script>form.onsubmit = event => { event.preventDefault(); out.textContent = 'bought'; };</script>`;
const WATCH = `window.faults = []; window.before = Object.getOwnPropertyNames(window);
  addEventListener('error', event => faults.push(event.message)); addEventListener('unhandledrejection', event => faults.push(String(event.reason)));`;

/** By which the test hears the tag; a shop has none. */
const TELLS = /<script>sessionStorage.*?<\/script>/;

for (const engine of ENGINES) {
  describe(`consent, in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./shops/serve.mjs').OpenShop} */
    let shop;
    /** @type {ReturnType<typeof shopper>} */
    let ada;
    before(async () => {
      page = await open(engine);
    });
    after(() => page?.close());
    beforeEach(async () => {
      shop = await openShop(({ query }) => {
        const head = `<script>${query.get('head') ?? ''}</script>`;
        const { body = '' } = shop.page('en', 'Checkout', CHECKOUT);
        const plain = query.has('plain') ? body.replace(TELLS, '') : body;
        return {
          body: plain
            .replace('<title>', `${head}<title>`)
            .replace('"granted"', `"${query.get('consent') ?? 'granted'}"`),
        };
      });
      ada = shopper(page, shop);
    });
    afterEach(() => shop.close());
    const device = () => page.run(ON_DEVICE);
    const isSeen = `return koord.stop && ["consent", "shop"].every(file => performance.getEntriesByType("resource")
      .some(one => one.name.endsWith("koord." + file + ".js") && one.responseEnd))`;

    test('while nobody has answered: nothing is kept, nothing sent; what was seen meanwhile is told after a yes', async () => {
      await page.go(`${shop.url}/checkout?consent=auto`);
      await page.waitFor(isSeen);
      await page.click('#pay');
      await page.waitFor('return document.querySelector("#out").textContent === "bought"');
      assert.deepEqual([await device(), shop.sent, shop.told], [NOTHING, [], []]);
      await page.run('koord.consent("granted")');
      await ada.until('submit checkout');
      await ada.until('page_view checkout');
    });

    test('global privacy control is a no, and needs no question', async () => {
      const head = "Object.defineProperty(Navigator.prototype,'globalPrivacyControl',{get:()=>true})";
      await page.go(`${shop.url}/checkout?head=${encodeURIComponent(head)}`);
      await page.waitFor('return !!window.koord?.stop');
      await page.click('#pay');
      assert.deepEqual([await device(), shop.sent], [NOTHING, []]);
    });

    test('without an identifier: in memory only', async () => {
      await ada.go('/checkout?consent=cookieless', 'checkout contact');
      await page.click('#pay');
      await ada.until('submit checkout');
      assert.deepEqual(await device(), NOTHING);
      await page.go('about:blank');
      await shop.untilStored(records => records.some(({ kind }) => kind === 'submit'));
      assert.deepEqual(
        (await shop.sessions()).map(({ visitor }) => visitor ?? ''),
        [''],
      );
    });

    test('withdrawn: the device is empty, and the collector has forgotten', async () => {
      await ada.go('/checkout', 'checkout contact');
      await page.click('#pay');
      await ada.until('submit checkout');
      await ada.go('/checkout', 'page_view checkout', 2);
      await shop.untilStored(records => records.some(({ kind }) => kind === 'submit'));
      const [{ visitor }] = await shop.sessions();
      assert.match(visitor, /^[\da-f]{8}-[\da-f]{4}-8/);
      await page.run('koord.consent("denied")');
      await until('the collector to forget', async () => (await shop.sessions()).length === 0);
      await page.waitFor('return !localStorage["koord.erase"]');
      assert.deepEqual(await device(), NOTHING);
      const sent = shop.sent.length;
      await page.click('#pay');
      await page.go(`${shop.url}/checkout?consent=denied`);
      await page.waitFor('return !!window.koord?.stop');
      assert.equal(shop.sent.length, sent);
    });

    test('while the collector is away, only the wish to be erased is kept, and the next page asks again', async () => {
      await ada.go('/checkout', 'checkout contact');
      await page.waitFor('return !!localStorage.koord');
      shop.refuse = 503;
      await page.run('koord.consent("denied")');
      await until('to be asked', async () => shop.refused > 0);
      const kept = await device();
      assert.deepEqual([kept.local, kept.session, kept.databases], [['koord.erase'], [], []]);
      shop.refuse = 0;
      await page.go(`${shop.url}/checkout?consent=denied`);
      await page.waitFor('return !!window.koord?.stop && !localStorage["koord.erase"]');
    });

    test('whatever breaks below the tag, the shop sells, hears of no fault and has one global more', async () => {
      for (const breakage of BREAKAGES) {
        await page.go(`${shop.url}/checkout?plain&head=${encodeURIComponent(`${WATCH}${breakage}`)}`);
        await page.waitFor('return !!window.koord?.stop');
        await page.click('#pay');
        await page.waitFor('return document.getElementById("out").textContent === "bought"');
        const [faults, globals] = await page.run(
          'return [faults, Object.getOwnPropertyNames(window).filter(name => !before.includes(name))]',
        );
        const ours = globals.filter((/** @type {string} */ name) => /koord/i.test(name));
        assert.deepEqual([faults, ours], [[], ['koord']], breakage);
      }
    });
  });
}
