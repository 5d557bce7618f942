// The whole tag in a real browser, against a real collector: what a visit leaves there, and what the page notices.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';
import { temporaryFolder } from './drive/processes.mjs';

/** @typedef {Record<string, any>} Json */

/** Attributes of the script tag, and what stands before it. @param {string} attributes @param {string} [head] */
const shopPage = (attributes, head = '') => `<!doctype html><html lang="en"><meta charset="utf-8">${head}
<title>Shop</title><h1>Shop</h1>
<button id="buy" type="button">Buy</button> <a id="next" href="next.html">Next</a>
<output id="out"></output><script src="/shop.js"></script>
<script async src="/dist/koord.js" data-site="test" ${attributes}></script></html>`;

const GRANTED = 'data-consent="granted" data-collector="/v1/batch"';
const policy = (/** @type {string} */ text) =>
  `<meta http-equiv="Content-Security-Policy" content="${text}">`;

/** @type {Record<string, string>} */
const PAGES = {
  'index.html': shopPage(GRANTED),
  'next.html': shopPage(GRANTED),
  'denied.html': shopPage('data-consent="denied"'),
  'auto.html': shopPage('data-consent="auto"'),
  'cookieless.html': shopPage('data-consent="cookieless"'),
  'strict.html': shopPage(
    GRANTED,
    policy("script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"),
  ),
  'twice.html': shopPage(
    GRANTED,
    `<script async src="/dist/koord.js?again" data-site="test" ${GRANTED}></script>`,
  ),
  'broken.html': shopPage(GRANTED, '<script src="/broken.js"></script>'),
  'init.html': shopPage('', '<script src="/init.js"></script>').replace(' data-site="test"', ''),
  // Counts what the shop would notice, and answers the button as a shop does.
  'shop.js': `window.faults = [];
    addEventListener('pageshow', event => { window.frozen = event.persisted; });
    addEventListener('error', event => faults.push(event.message));
    addEventListener('unhandledrejection', event => faults.push(String(event.reason)));
    buy.addEventListener('click', () => { out.textContent = 'bought ' + (out.textContent.length + 1); });`,
  // Everything the tag asks of a browser throws.
  'broken.js': `const refuse = () => { throw new Error('refused'); };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'crypto', 'BroadcastChannel'])
      Object.defineProperty(window, name, { configurable: true, get: refuse });
    for (const name of ['locks', 'sendBeacon']) Object.defineProperty(Navigator.prototype, name, { configurable: true, get: refuse });
    window.fetch = refuse;`,
  'init.js': `window.koord = window.koord || function () { (koord.q = koord.q || []).push(arguments); };
    koord('event', 'early', { answer: 42 });
    koord('init', { site: 'test', consent: 'granted', collector: '/v1/batch' });`,
};

const folder = temporaryFolder('tag');
for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder.path, name), text);
after(() => folder.remove());

/** @param {Json[]} records @param {string} kind */
const ofKind = (records, kind) => records.filter(record => record.kind === kind);

/** A condition for untilStored. @param {string} kind @param {number} [count] */
const has =
  (kind, count = 1) =>
  (/** @type {Json[]} */ records) =>
    ofKind(records, kind).length >= count;

for (const engine of ENGINES) {
  describe(`the tag in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./drive/collector.mjs').Collector} */
    let collector;
    before(async () => {
      page = await open(engine);
    });
    after(() => page?.close());
    beforeEach(async () => {
      collector = await collect({ folders: { '/': folder.path, '/dist': 'dist' } }); // a new port: a new origin
    });
    afterEach(() => collector.stop());

    /** Loads a page, and resolves when its trail has begun. @param {string} [name] */
    async function visit(name = 'index.html') {
      await page.go(`${collector.url}/${name}`);
      await page.waitFor('return !!window.koord?.stop');
    }
    /** The visitor goes away, which sends what waits. */
    const leave = () => page.go('about:blank');
    const faults = () => page.run('return window.faults');

    test('a view and a press are stored, and the page noticed nothing', async () => {
      await visit();
      await page.click('#buy');
      assert.equal(await page.run('return document.querySelector("#out").textContent'), 'bought 1');
      assert.deepEqual(await faults(), []);
      await leave();
      const records = await collector.untilStored(has('click'));
      assert.deepEqual(
        records.slice(0, 3).map(({ kind }) => kind),
        ['session', 'consent', 'page_view'],
      );
      assert.equal(ofKind(records, 'click')[0].label, 'button Buy');
    });

    test('navigation keeps the session, the trail and the time', async () => {
      await visit();
      await page.click('#next');
      await page.waitFor('return location.pathname === "/next.html" && !!window.koord?.stop');
      await page.click('#buy');
      await leave();
      const records = await collector.untilStored(
        records => has('click', 2)(records) && has('page_view', 2)(records),
      );
      assert.equal(ofKind(records, 'session').length, 1);
      assert.equal(new Set(records.map(({ trail }) => trail)).size, 1);
      assert.equal(new Set(records.map(({ nonce }) => nonce)).size, 2);
      const ids = records.map(({ id }) => id);
      assert.deepEqual(
        ids,
        ids.map((_, place) => place + 1),
        'no id is missing and none comes twice',
      );
      for (const [place, { t }] of records.entries()) assert.ok(place === 0 || t >= records[place - 1].t);
    });

    test('back from the frozen cache, the trail of the page since goes on', async t => {
      await visit();
      await page.click('#buy');
      await page.click('#next');
      await page.waitFor('return location.pathname === "/next.html" && !!window.koord?.stop');
      await page.click('#buy');
      await page.back();
      await page.waitFor('return location.pathname === "/index.html" && !!window.koord?.stop');
      if (!(await page.run('return window.frozen'))) return t.skip('the browser loaded the page anew');
      await page.waitFor('return sessionStorage.getItem("koord").endsWith("|")'); // taken over
      await page.click('#buy');
      await leave();
      const records = await collector.untilStored(has('click', 4)); // three buttons and a link
      assert.equal(ofKind(records, 'session').length, 1);
      assert.equal(new Set(records.map(({ nonce }) => nonce)).size, 3);
    });

    test('a tab that is closed loses nothing', async () => {
      const home = await page.tab();
      await page.newTab(`${collector.url}/index.html`);
      await page.waitFor('return !!window.koord?.stop');
      await page.run('koord.event("last words")'); // WebKitGTK presses nothing in a tab that it did not bring forward
      await page.closeTab();
      await page.switchTab(home);
      const records = await collector.untilStored(has('custom'));
      assert.equal(ofKind(records, 'session').length, 1);
    });

    test('a collector that is away loses nothing', async () => {
      await visit();
      await collector.halt();
      for (let press = 0; press < 3; press++) await page.click('#buy');
      await page.run('koord.event("urgent", {}); return new Promise(done => setTimeout(done, 1500))');
      await collector.begin();
      const records = await collector.untilStored(has('click', 3), 30_000);
      const ids = records.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
    });

    test('a second inclusion does nothing', async () => {
      await visit('twice.html');
      await page.click('#buy');
      await leave();
      const records = await collector.untilStored(has('click'));
      assert.equal(ofKind(records, 'session').length, 1);
      assert.equal(ofKind(records, 'click').length, 1);
    });

    test('a stub is heard: what was said before is not lost', async () => {
      await visit('init.html');
      await leave();
      const records = await collector.untilStored(has('custom'));
      const [custom] = ofKind(records, 'custom');
      assert.deepEqual([custom.name, custom.facts], ['early', { answer: 42 }]);
    });

    test('denied: nothing is stored and nothing is sent', async () => {
      await visit('denied.html');
      await page.click('#buy');
      assert.deepEqual(await left(), []);
      await leave();
      assert.deepEqual(await collector.sessions(), []);
    });

    test('unknown: nothing until somebody agrees, then all of it', async () => {
      await visit('auto.html');
      await page.click('#buy');
      assert.deepEqual(await left(), []);
      await page.run('koord.consent("granted")');
      await page.waitFor('return !!localStorage.getItem("koord")');
      await leave();
      const records = await collector.untilStored(has('click'));
      assert.equal(ofKind(records, 'session')[0].t, 0);
      assert.equal(ofKind(records, 'consent')[0].state, 'granted');
    });

    test('withdrawn: everything of ours leaves the device', async () => {
      await visit();
      await page.click('#buy');
      await page.waitFor('return !!localStorage.getItem("koord")');
      await page.run('koord.consent("denied")');
      await page.waitFor(`const names = (await indexedDB.databases?.()) ?? [];
        return !localStorage.getItem('koord') && names.every(({ name }) => name !== 'koord')`);
      assert.deepEqual(await left(), []);
    });

    test('cookieless: sent, but nothing stays on the device', async () => {
      await visit('cookieless.html');
      await page.click('#buy');
      assert.deepEqual(await left(), []);
      await leave();
      await collector.untilStored(has('click'));
      const [session] = await collector.sessions();
      assert.equal(session.visitor ?? null, null);
    });

    test('WebAssembly and eval forbidden, trusted types required: the fallback judges', async () => {
      await visit('strict.html');
      await page.click('#buy');
      await leave();
      const records = await collector.untilStored(has('click'));
      assert.equal(ofKind(records, 'session').length, 1);
    });

    test('everything that the tag asks of the browser throws: the shop does not notice, and all arrives', async () => {
      await visit('broken.html');
      await page.click('#buy');
      assert.equal(await page.run('return document.querySelector("#out").textContent'), 'bought 1');
      await collector.untilStored(has('click'), 20_000); // by the fetch of a frame
      assert.deepEqual(await faults(), []);
    });

    test('one global name, and stop() puts the page back', async () => {
      const globals = 'return Object.getOwnPropertyNames(window).filter(name => !/^\\d+$/.test(name))';
      await page.go(`${collector.url}/shop.js`);
      await visit();
      const names = await page.run(globals);
      assert.ok(names.includes('koord'));
      await page.run('koord.stop()');
      const native = await page.run(
        'return [fetch, history.pushState, window.open].every(f => /native code/.test(Function.prototype.toString.call(f)))',
      );
      assert.equal(native, true);
      await page.click('#buy');
      assert.equal(await page.run('return document.querySelector("#out").textContent'), 'bought 1');
      await leave();
      const records = await collector.untilStored(has('page_view'));
      assert.equal(ofKind(records, 'click').length, 0);
    });

    /** What of ours is on the device. */
    function left() {
      return page.run(`const names = (await indexedDB.databases?.()) ?? [];
        return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
          ...names.map(({ name }) => name)].filter(name => name)`);
    }
  });
}
