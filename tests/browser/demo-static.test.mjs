// The demo without a server of ours: any static host, below a path, and a collector inside the browser. What counts is
// what that collector stored.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { demoFolder, guest, ofKind, signalsIn } from './shop/demo.mjs';
import { serve } from './stage.mjs';

const BELOW = '/any/where';

for (const engine of ENGINES) {
  describe(`the static demo in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./stage.mjs').Stage} */
    let host;
    let url = '';
    before(async () => {
      host = await serve({ folders: { [`${BELOW}/`]: await demoFolder('static', true) } });
      url = host.url + BELOW;
      page = await open(engine, { size: [1200, 860] });
    });
    after(async () => {
      await page?.close();
      host?.close();
    });
    /** What the page reads at an address of the collector. @param {string} path */
    const ask = path =>
      page.run(
        `const answer = await fetch(arguments[0]);
         return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }`,
        `${url}/${path}`,
      );
    const sessions = async () => JSON.parse((await ask('api/sessions')).text).sessions;
    /** @param {object[]} records */
    const post = records =>
      page.run(
        `const answer = await fetch(arguments[0], { method: 'POST', body: arguments[1] });
         return { status: answer.status, text: await answer.text() }`,
        `${url}/v1/batch`,
        JSON.stringify({
          ...{ v: 1, site: 'demo', sent: Date.now(), counters: {} },
          pages: [{ nonce: 'abcdefgh1', session: 'made-up', trail: 'abcd1', origin: Date.now(), records }],
        }),
      );

    test('the unhappy visitor is stored in the browser, and read back', async () => {
      const eve = guest(page, url);
      await page.console();
      await eve.enter('pace=8');
      await eve.begin('unhappy');
      await eve.told();
      await page.go(`${url}/sessions/`);
      await page.waitFor('return !!document.querySelector("[data-signal=rage_click]")', { timeout: 20_000 });
      assert.deepEqual(
        (await page.console()).filter(({ level }) => level === 'error'),
        [],
      );
      const [{ session, signals, answers, purchased }] = await sessions();
      assert.deepEqual([signals.zero_results, signals.coupon_failure, signals.rage_click], [1, 1, 1]);
      assert.deepEqual([answers, purchased], [2, false]);
      const { records, pages } = JSON.parse((await ask(`api/sessions/${session}`)).text);
      assert.equal(signalsIn(records)[0], 'zero_results');
      assert.ok(records.length > 100);
      assert.deepEqual(
        records.map((/** @type {{id: number}} */ { id }) => id),
        Array.from(records, (_, n) => n + 1),
      );
      assert.ok(pages.length >= 6);
      const { text, type } = await ask(`api/sessions/${session}.ndjson`);
      assert.equal(type, 'application/x-ndjson');
      assert.equal(text.trim().split('\n').length, records.length);
    });

    test('the shop by itself, with the inspector', async () => {
      await page.go(`${url}/product.html?id=mug-steel&koord=inspect`);
      await page.waitFor('return !!document.querySelector("koord-inspector")');
      await page.waitFor(
        'return document.querySelector("koord-inspector").shadowRoot.querySelector(".events li")',
      );
    });

    test('what is sent twice is stored once, and what is no record is refused', async () => {
      const good = { id: 1, t: 0, kind: 'page_view', place: 'home' };
      assert.equal((await post([good])).status, 204);
      assert.equal((await post([good, { ...good, id: 2, t: 5 }])).status, 204);
      assert.equal(JSON.parse((await ask('api/sessions/made-up')).text).records.length, 2);
      const some = await post([{ ...good, id: 3 }, { kind: 'nothing' }]);
      assert.equal(some.status, 200);
      assert.equal(JSON.parse(some.text).refused.length, 1);
      const { records } = JSON.parse((await ask('api/sessions/made-up')).text);
      assert.equal(ofKind(records, 'page_view').length, 3);
    });

    test('what is stored of a page load is told to who asks', async () => {
      const answer = await page.run(
        'return (await fetch(arguments[0], { method: "POST", body: arguments[1] })).json()',
        `${url}/v1/have`,
        '{"pages":[{"nonce":"abcdefgh1","trail":"abcd1"},{"nonce":"nobody000","trail":"abcd1"}]}',
      );
      const [{ ids }, none] = answer.have;
      assert.deepEqual(ids.flat(), [1, 1, 2, 2, 3, 3]);
      assert.deepEqual(none, { nonce: 'nobody000', trail: 'abcd1', ids: [] });
    });

    test('mistakes are answered as by any collector', async () => {
      assert.equal((await ask('api/sessions/not-there')).status, 404);
      assert.equal((await ask('api/sessions?limit=0')).status, 400);
      const bad = await page.run(
        'return (await fetch(arguments[0], { method: "POST", body: "no json" })).status',
        `${url}/v1/batch`,
      );
      assert.equal(bad, 400);
    });
  });
}
