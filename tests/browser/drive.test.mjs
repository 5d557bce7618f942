// The driver itself: what it does must reach a page as a person's doing would, in every engine.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { temporaryFolder, until } from './drive/processes.mjs';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Stage</title>
<button id="b" style="margin-top:1500px">Press</button> <input id="i"> <a id="a" href="/two">two</a>
<p id="host"></p>
<script>
  var seen = [];
  for (const type of ['click', 'keydown', 'pointermove'])
    addEventListener(type, e => seen.push({ type, trusted: e.isTrusted, key: e.key, x: e.clientX, y: e.clientY }));
  document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<button>Inside</button>';
</script>`;

/** @type {import('node:http').Server} */
let server;
let base = '';
before(async () => {
  server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise(listening => server.listen(0, '127.0.0.1', () => listening(undefined)));
  base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

for (const engine of ENGINES) {
  describe(engine, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @param {string} type @returns {Promise<any[]>} */
    const seen = type => page.run(`return seen.filter(e => e.type === arguments[0])`, type);
    before(async () => {
      page = await open(engine, { size: [1000, 700] });
      await page.go(`${base}/one`);
    });
    after(() => page?.close());

    test('the viewport has the size asked for', async () => {
      assert.deepEqual(await page.resize(1000, 700), { width: 1000, height: 700 });
    });

    test('a function and a source text run in the page, and an error comes back', async () => {
      assert.equal(await page.run((/** @type {number} */ a, /** @type {number} */ b) => a * b, 6, 7), 42);
      assert.equal(await page.run('return (await fetch(arguments[0])).status', '/'), 200);
      await assert.rejects(
        page.run(() => JSON.parse('{')),
        /in the page: SyntaxError/,
      );
    });

    test('clicks are trusted, reach elements below the fold, and come as often as asked', async () => {
      await page.click('#b', { times: 3, every_ms: 80 });
      const clicks = await seen('click');
      assert.deepEqual(
        clicks.map(click => click.trusted),
        [true, true, true],
      );
    });

    test('a selector reaches into a shadow root', async () => {
      const before = (await seen('click')).length;
      await page.click('#host >>> button');
      assert.equal((await seen('click')).length, before + 1);
    });

    test('keys are trusted and type what they should', async () => {
      await page.click('#i');
      await page.type('Añb 1');
      await page.press('Backspace');
      assert.equal(
        await page.run(() => /** @type {HTMLInputElement} */ (document.activeElement).value),
        'Añb ',
      );
      await page.press('Shift+Tab');
      assert.equal(await page.run(() => document.activeElement?.id), 'b');
      assert.ok((await seen('keydown')).every(key => key.trusted));
    });

    test('the pointer passes the points of its path', async () => {
      await page.move([
        { x: 10, y: 10 },
        { x: 200, y: 40, ms: 60 },
      ]);
      const { x, y, trusted } = (await seen('pointermove')).at(-1);
      assert.deepEqual({ x, y, trusted }, { x: 200, y: 40, trusted: true });
    });

    test('waiting sees a change that comes later, outlives a navigation, and ends', async () => {
      await page.run(() => {
        setTimeout(() => {
          document.title = 'Changed';
        }, 60);
      });
      assert.equal(await page.waitFor(() => document.title === 'Changed' && document.title), 'Changed');
      await page.click('#a');
      await page.waitFor(() => location.pathname === '/two' && document.readyState === 'complete');
      await assert.rejects(
        page.waitFor(() => false, { timeout: 150 }),
        /in vain/,
      );
    });

    test('back, forward and reload', async () => {
      await page.back();
      await page.waitFor(() => location.pathname === '/one');
      await page.forward();
      await page.waitFor(() => location.pathname === '/two');
      await page.run(() => void Object.assign(globalThis, { mark: true }));
      await page.reload();
      assert.equal(await page.run(() => 'mark' in globalThis), false);
    });

    test('tabs share an origin, and closing one leads back', async () => {
      const first = await page.tab();
      await page.run(() => localStorage.setItem('shared', 'yes'));
      const second = await page.newTab(`${base}/tab`);
      assert.equal(await page.run(() => localStorage.getItem('shared')), 'yes');
      assert.deepEqual((await page.tabs()).sort(), [first, second].sort());
      await page.closeTab();
      assert.equal(await page.run(() => location.pathname), '/two');
    });

    if (engine !== 'webkit') {
      test('the console and uncaught errors can be read', async () => {
        await page.run(() => {
          console.error('said on purpose');
          setTimeout(() => {
            throw new Error('thrown on purpose');
          });
        });
        /** @type {import('./drive/index.mjs').Message[]} */
        const said = [];
        /** @param {string} text */
        const heard = text => said.some(one => one.level === 'error' && one.text.includes(text));
        await until('both messages', async () => {
          said.push(...(await page.console()));
          return heard('said on purpose') && heard('thrown on purpose');
        });
      });
    }

    test('a screenshot is a picture', async () => {
      const folder = temporaryFolder('picture');
      await page.screenshot(join(folder.path, 'page.png'));
      assert.ok(statSync(join(folder.path, 'page.png')).size > 1000);
      folder.remove();
    });
  });
}
