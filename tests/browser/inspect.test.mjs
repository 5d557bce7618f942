// The inspector beside the demo shop: when it opens, what it shows, and that the visit does not notice it.
import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';
import { temporaryFolder } from './drive/processes.mjs';
import { axeFindings, beNarrow, emulate } from './stage.mjs';

/** @typedef {Record<string, any>} Json */
/** @typedef {import('./drive/page.mjs').Page} Page */

const HOST = 'koord-inspector';
const IN = `${HOST} >>> `;
const FINDING = `${IN}.findings button`;
const TABS = { events: `${IN}#tab0`, delivery: `${IN}#tab1`, visit: `${IN}#tab2` };
const ROOT_OF = `const root = document.querySelector('${HOST}')?.shadowRoot;`;

// Pages of our own beside the shop's: one that allows nothing, and one with the strictest policy that runs the tag.
const POLICY =
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self';
  img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');
const tag = (/** @type {string} */ more) =>
  `<script async src="/dist/koord.js" data-site="test" data-consent="granted" ${more}></script>`;
const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="/icon.svg">';
const press = '<main><h1>Shop</h1><button type="button" id="dead">Dead</button></main>';
const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
/** @type {Record<string, string>} */
const PAGES = {
  'closed.html': `${head}${tag('')}${press}`,
  'bare.html': `${head}${tag('data-inspect="allow"').replace('/dist/', 'bare/')}${press}`,
  'strict.html': `${head}${policy}<script src="strict.js"></script>${tag('data-inspect="allow"')}${press}`,
  'strict.js': `window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(violatedDirective + ' ' + blockedURI));`,
};
const folder = temporaryFolder('inspect');
for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder.path, name), text);
// And a tag whose host lacks the files of words.
cpSync('dist', join(folder.path, 'bare'), {
  recursive: true,
  filter: name => !/inspect\.\w\w\.js$/.test(name),
});
after(() => folder.remove());

/** What a test does with the inspector on a page. @param {Page} page @param {string} url */
function inspector(page, url) {
  const isOpen = () => page.run(`return !!document.querySelector('${HOST}')`);
  /** @param {string} path */
  const go = async path => {
    await page.go(`${url}/${path}`);
    await page.waitFor('return !!window.koord?.stop');
  };
  /** @param {string} path */
  const visit = async path => {
    await go(path);
    await page.waitFor(`${ROOT_OF} return root && !!root.querySelector('.events li')`);
  };
  /** @param {string} selector @returns {Promise<string[]>} */
  const texts = selector =>
    page.run(
      `${ROOT_OF} return [...root.querySelectorAll(arguments[0])].map(one => one.textContent)`,
      selector,
    );
  /** @param {string} selector @param {string} part */
  const sees = (selector, part) =>
    page.waitFor(
      `${ROOT_OF} return !!root && [...root.querySelectorAll(arguments[0])].some(one => one.textContent.includes(arguments[1]))`,
      { args: [selector, part], timeout: 15_000 },
    );
  /** Comes to where the visitor pays, in a shop whose button is dead. */
  const pay = async () => {
    await visit('product.html?id=mug-steel&koord=inspect&fault=dead_pay');
    await page.click('#product .primary');
    await page.waitFor('return document.querySelector("#toast").textContent.includes("Added")');
    await visit('checkout-payment.html');
    await page.waitFor('return !!document.querySelector("#pay")');
  };
  /** Presses a button that does nothing, until Koord says so. Some engines give the window the focus late, and
   * presses in the first second after that are not judged: hence so many. */
  const rage = async () => {
    await page.click('#pay', { times: 8, every_ms: 200 });
    await sees('.findings li', 'Rage click');
  };
  return { isOpen, go, visit, texts, sees, pay, rage };
}

for (const engine of ENGINES) {
  describe(`the inspector in ${engine}`, () => {
    /** @type {Page} */
    let page;
    /** @type {import('./drive/collector.mjs').Collector} */
    let collector;
    /** @type {ReturnType<typeof inspector>} */
    let at;
    before(async () => {
      page = await open(engine, { size: [1300, 800] });
    });
    after(() => page?.close());
    beforeEach(async () => {
      collector = await collect({ folders: { '/own': folder.path, '/dist': 'dist', '/': 'demo/shop' } });
      at = inspector(page, collector.url); // a new port: nothing is remembered
    });
    afterEach(() => collector.stop());
    const focus = () => page.run(`${ROOT_OF} return root.activeElement?.className ?? ''`);

    test('opens where it is allowed and asked for, stays open in its tab, and is gone once closed', async () => {
      await at.go('own/closed.html?koord=inspect');
      // What the tag would have asked for as well has arrived when this has.
      await page.run("await import('/dist/koord.inspect.js'); await new Promise(requestAnimationFrame)");
      assert.equal(await at.isOpen(), false, 'not allowed');
      await page.run('sessionStorage.clear()');
      await at.go('index.html');
      assert.equal(await at.isOpen(), false, 'not asked for');
      await at.visit('index.html?koord=inspect');
      await at.visit('cart.html');
      await at.sees('.events li', 'opened the home page'); // of the page before
      await page.click(`${IN}.icon:last-of-type`);
      assert.equal(await at.isOpen(), false);
      await at.go('index.html');
      assert.equal(await page.run('return sessionStorage.getItem("koord.inspect")'), null);
    });

    test('a rage click is explained, and choosing it lights its evidence and outlines the button', async () => {
      await at.pay();
      await at.rage();
      const [sentence] = await at.texts('.findings .sentence');
      assert.match(
        sentence,
        /^Pressed button Pay now \d times, and the page did not answer within 1 s\. 3 presses within 3 s/,
      );
      assert.deepEqual(await at.texts('.lit'), []);
      await page.click(FINDING);
      await at.sees('.findings .where', 'outlined');
      const lit = await at.texts('.events .lit');
      assert.ok(lit.length >= 3 && lit.every(text => text.endsWith('pressed button Pay now')), lit.join());
      const [outline, button] =
        await page.run(`${ROOT_OF} return [root.querySelector('.outline'), document.querySelector('#pay')]
        .map(one => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height }))`);
      assert.ok(outline.x < button.x && outline.y < button.y, 'around it');
      assert.ok(outline.width > button.width && outline.width < button.width + 20, 'closely');
      assert.ok((await at.texts('.findings dt')).includes('window_ms'));
      await page.click(FINDING);
      assert.deepEqual(await at.texts('.events .lit'), []);
    });

    test('a question is explained, and stands beside the inspector', async () => {
      await at.visit('search.html?q=hammok&koord=inspect');
      await page.waitFor('return !!document.querySelector("koord-survey")', { timeout: 15_000 });
      await at.sees('.decision.ask', 'Asked “How easy was it to find what you were looking for?”, because');
      await at.sees('.found .quiet', '1 of 1 in this visit');
      await at.sees('.events li', 'searched for hammok: 0 results');
      const [right, { left, bottom }] = await page.run(`${ROOT_OF} return [
        document.querySelector('koord-survey').getBoundingClientRect().right,
        root.querySelector('.panel').getBoundingClientRect().toJSON()]`);
      assert.ok(right < left, `the question ends at ${right}, the panel begins at ${left}`);
      assert.equal(bottom, await page.run('return innerHeight'));
    });

    test('the page gives it room whatever size its letters have', async () => {
      await at.visit('index.html?koord=inspect');
      await page.run('document.documentElement.style.fontSize = "62.5%"');
      const [right, left] = await page.run(`${ROOT_OF} return [
        document.body.getBoundingClientRect().right, root.querySelector('.panel').getBoundingClientRect().left]`);
      assert.ok(right <= left + 1, `the page ends at ${right}, the panel begins at ${left}`);
    });

    test('a pane begins at its top, and a card that is opened is in sight', async () => {
      await at.pay();
      await at.rage();
      await at.sees('.findings li', 'Struggle');
      const last = '.findings > li:last-child > button';
      await page.run(`${ROOT_OF} root.querySelector('${last}').scrollIntoView({ block: 'end' })`);
      await page.click(`${IN}${last}`);
      const inSight = `${ROOT_OF} const box = one => root.querySelector(one).getBoundingClientRect();`;
      assert.ok(
        await page.run(`${inSight} return box('.evidence').top < box('.tabs').top`),
        'what it rests on can be seen',
      );
      await page.run(`${ROOT_OF} root.querySelector('.tabbed').scrollTop = 9999`);
      await page.click(TABS.visit);
      assert.ok(await page.run(`${inSight} return box('legend').top >= box('.tabs').bottom`));
    });

    test('what rests on no element of the page speaks of none', async () => {
      await at.pay();
      await at.rage();
      await at.sees('.findings li', 'Struggle');
      const struggle = await page.run(`${ROOT_OF} return 1 +
        [...root.querySelectorAll('.findings > li')].findIndex(one => one.textContent.includes('Struggle'))`);
      await page.click(`${IN}.findings > li:nth-child(${struggle}) > button`);
      await at.sees('.findings .more', 'Rage click');
      assert.deepEqual(await at.texts('.where'), []);
    });

    test('its own presses are not recorded, and the download is what the collector has', async () => {
      await at.visit('index.html?koord=inspect');
      for (const tab of Object.values(TABS)) await page.click(tab);
      await page.run(`window.saved = []; const make = URL.createObjectURL;
        URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob); };`);
      await page.click(`${IN}.act:last-of-type`);
      const saved = await page.run('return saved[0].text()');
      await at.visit('cart.html'); // which sends what the page before left
      await page.click(TABS.delivery);
      await at.sees('.batches li', ' records, ');
      await at.sees('.pane:has(.batches) .facts', 'what waits is kepton disk');
      const stored = await collector.untilStored(saved.trim().split('\n').length);
      assert.equal(stored.filter(({ kind }) => kind === 'click').length, 0);
      const [{ session }] = await collector.sessions();
      assert.equal((await collector.ndjson(session)).slice(0, saved.length), saved);
      assert.match(saved, /"kind":"page_view"/);
    });

    test('consent is withdrawn and given by its switch, and a new visit begins', async () => {
      await at.visit('index.html?koord=inspect');
      await page.click(TABS.visit);
      await page.click(`${IN}.consent label:last-of-type`);
      await at.sees('.consented', 'denied');
      await at.sees('.visit', 'No visit is being recorded.');
      await page.waitFor('return !localStorage.getItem("koord")');
      assert.doesNotMatch(await page.run('return sessionStorage.getItem("koord.inspect")'), /records/);
      await page.click(`${IN}.consent label`);
      await page.waitFor('return !!localStorage.getItem("koord")');
      await at.sees('.consented', 'granted');
      const first = await page.run('return localStorage.getItem("koord").split("|")[2]');
      await page.click(`${IN}.act`);
      await page.waitFor(
        'const now = localStorage.getItem("koord")?.split("|")[2]; return now && now !== arguments[0]',
        { args: [first] },
      );
      await page.waitFor(`${ROOT_OF} return root && root.querySelectorAll('.events li').length`);
      assert.equal((await at.texts('.events li')).filter(text => text.includes('the visit began')).length, 1);
    });

    test('by keyboard alone: tabs, an event and its record, away and back', async () => {
      await at.visit('index.html?koord=inspect');
      await page.run(`${ROOT_OF} root.querySelector('#tab0').focus()`);
      await page.press('ArrowRight');
      assert.equal(await page.run(`${ROOT_OF} return root.activeElement.id`), 'tab1');
      await page.press('ArrowLeft');
      await page.run(`${ROOT_OF} root.querySelector('.events button').focus()`);
      await page.press('Enter');
      assert.match((await at.texts('pre'))[0], /"kind": "/);
      await page.press('Escape');
      assert.equal(await focus(), 'unfold');
      assert.equal(await page.run(`${ROOT_OF} return root.querySelector('.panel').hidden`), true);
      await page.press('Enter');
      assert.equal(await page.run(`${ROOT_OF} return root.querySelector('.panel').hidden`), false);
    });

    test('the strictest policies hold, and the console stays silent', async () => {
      await page.console();
      await at.visit('own/strict.html?koord=inspect');
      await page.click('#dead');
      await at.sees('.events li', 'pressed button Dead');
      await at.sees('.findings li', 'nothing happened within 2.5 s');
      for (const tab of Object.values(TABS)) await page.click(tab);
      await page.click(FINDING);
      assert.deepEqual(await page.run('return violations'), []);
      assert.deepEqual(await page.console(), []);
    });

    test('a search that succeeds is an outcome and a good moment', async () => {
      await at.visit('search.html?q=mug&koord=inspect');
      await page.click('main a[href*="product.html"]');
      await at.sees('.events li', 'looked at a product'); // from here on presses are recorded
      await page.click('#product .primary');
      await at.sees('.outcomes .succeeded', 'the search for mug succeeded after');
      await at.sees('.findings .delight', 'Found quickly');
      await at.sees('.events .delight', 'a good moment: Found quickly');
      await at.sees('.found .aside', 'delight 1');
      const [marks, dots] = await page.run(
        `${ROOT_OF} return ['.mark.succeeded', '.delight'].map(one => root.querySelectorAll('[role=img] > ' + one).length)`,
      );
      assert.deepEqual([marks, dots], [1, 1]);
      await page.click(FINDING);
      assert.ok((await at.texts('.events .lit')).length >= 1);
      for (const scheme of ['light', 'dark']) {
        await emulate(page, { 'prefers-color-scheme': scheme });
        assert.deepEqual(await axeFindings(page, HOST), [], scheme);
      }
      await emulate(page, {});
    });

    test('without its files of words it says so, and names things', async () => {
      await at.visit('own/bare.html?koord=inspect');
      assert.match((await at.texts('.note'))[0], /could not be loaded/);
      await page.click('#dead');
      await at.sees('.events li', 'click button Dead');
      await at.sees('.findings li', 'dead_click dead');
      for (const tab of Object.values(TABS)) await page.click(tab);
      await page.console(); // the browser, and the inspector, have said it as well
    });

    test('axe finds nothing, whatever is open', async () => {
      await at.pay();
      await at.rage();
      await page.click(FINDING);
      for (const scheme of ['light', 'dark']) {
        await emulate(page, { 'prefers-color-scheme': scheme });
        for (const tab of Object.values(TABS)) {
          await page.click(tab);
          assert.deepEqual(await axeFindings(page, HOST), [], `${scheme}, ${tab}`);
        }
      }
      await emulate(page, {});
    });

    test('Dutch on a Dutch page', async () => {
      await at.visit('index.html?koord=inspect&lang=nl');
      assert.deepEqual(await at.texts('[role=tab]'), ['Gebeurtenissen', 'Bezorging', 'Bezoek']);
      await at.sees('.events li', 'opende de startpagina');
    });
  });
}

describe('the inspector on a phone', {
  skip: !ENGINES.includes('chromium') && 'Chromium is not asked for',
}, () => {
  test('is a sheet at the foot, folds away from what it covers, and axe finds nothing', async () => {
    const collector = await collect();
    const page = await open('chromium');
    try {
      await beNarrow(page, 360, 700);
      const at = inspector(page, collector.url);
      await at.visit('index.html?koord=inspect');
      assert.deepEqual(await axeFindings(page, HOST), []);
      const [left, right, bottom, height] = await page.run(
        `${ROOT_OF} const box = root.querySelector('.panel').getBoundingClientRect();
        return [box.left, box.right, box.bottom, box.height]`,
      );
      assert.deepEqual([left, right], [0, await page.run('return document.documentElement.clientWidth')]);
      assert.ok(bottom === 700 && height < 420, `${height} px high, down to ${bottom}`);
      await at.visit('search.html?q=hammok');
      await page.waitFor('return !!document.querySelector("koord-survey")', { timeout: 15_000 });
      await page.waitFor(`${ROOT_OF} const card = document.querySelector('koord-survey').getBoundingClientRect();
        return root.querySelector('.panel').getBoundingClientRect().bottom <= card.top + 1`);
      await page.click(`${IN}.icon`);
      await at.pay(); // folded away it stays, over all the pages
      await at.rage();
      const friction = await at.texts('.findings > .friction:not(.revoked)');
      assert.deepEqual(await at.texts('.unfold .count'), [String(friction.length)]);
      assert.deepEqual(await axeFindings(page, HOST), []);
    } finally {
      await page.close();
      await collector.stop();
    }
  });
});
