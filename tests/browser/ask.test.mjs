// One question at the right moment: a search in the demo shop finds nothing, a visitor answers, the collector has it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';
import { demoFolder } from './shop/demo.mjs';
import { visitor } from './shop/visitor.mjs';

const CARD = 'koord-survey';
const appears = `return !!document.querySelector('${CARD}')`;

/** Everything that the browser keeps for this site, as text. */
async function kept() {
  const done = (/** @type {IDBRequest} */ request) =>
    new Promise((good, bad) =>
      Object.assign(request, { onsuccess: () => good(request.result), onerror: bad }),
    );
  const all = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const { name = '' } of await indexedDB.databases()) {
    const base = /** @type {IDBDatabase} */ (await done(indexedDB.open(name)));
    for (const store of base.objectStoreNames)
      all.push(JSON.stringify(await done(base.transaction(store).objectStore(store).getAll())));
    base.close();
  }
  return all.join();
}

/** The demo with one attribute more. */
async function shopWithReadySurveys() {
  const folder = await demoFolder('ready');
  for (const name of readdirSync(folder).filter(one => one.endsWith('.html'))) {
    const page = readFileSync(`${folder}/${name}`, 'utf8');
    writeFileSync(`${folder}/${name}`, page.replace('data-site=', 'data-surveys="ready" data-site='));
  }
  return collect({ folders: { '/': folder } });
}

for (const engine of ENGINES) {
  describe(`asking in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./drive/collector.mjs').Collector} */
    let collector;
    before(async () => {
      collector = await collect();
      page = await open(engine);
    });
    after(async () => {
      await page?.close();
      await collector.stop();
    });

    test('a search without results is asked about, once, and what was typed arrives redacted', async () => {
      await page.go(`${collector.url}/search.html?q=zzzz`);
      await page.waitFor(appears);
      await page.click(`${CARD} >>> .point:nth-child(6)`);
      await page.click(`${CARD} >>> .onward`);
      await page.click(`${CARD} >>> textarea`);
      await page.type('blue tents jan@shop.example 4111 1111 1111 1111');
      await page.click(`${CARD} >>> .onward`);
      const stored = await page.run(kept);
      await page.go(`${collector.url}/search.html?q=yyyy`);
      const records = await collector.untilStored(
        all => all.filter(({ kind }) => kind === 'decision').length > 1,
      );
      const told = records.filter(({ kind }) => kind === 'survey');
      assert.deepEqual(
        told.map(({ phase }) => phase),
        ['shown', 'answered', 'answered', 'completed'],
      );
      assert.equal(told[1].value, 6);
      assert.equal(told[2].text, 'blue tents <email> <card>');
      const [first, second] = records.filter(({ kind }) => kind === 'decision');
      assert.deepEqual([first.answer, second.answer], ['ask', 'hold']);
      assert.equal(told[0].decision, first.id);
      assert.equal(await page.run(appears), false);
      for (const text of [stored, JSON.stringify(records)]) assert.doesNotMatch(text, /jan@|4111|1111 1111/);
      assert.match(stored, /koord/, 'it was looked into');
    });

    test('the ready surveys by one attribute: a refused coupon is asked about, in its own words', async () => {
      const ready = await shopWithReadySurveys();
      try {
        const ada = visitor(page, ready.url);
        await ada.add('mug-steel');
        await ada.go('cart.html?lang=nl');
        await ada.tryCoupon('SUMMER');
        await page.waitFor(appears, { timeout: 20_000 });
        const title = `return document.querySelector('${CARD}').shadowRoot.getElementById('title').textContent`;
        assert.equal(await page.run(title), 'Had uw code moeten werken?');
        await page.click(`${CARD} >>> [value="1"]`);
        await page.click(`${CARD} >>> .onward`);
        await page.click(`${CARD} >>> [value="mail"]`);
        await page.click(`${CARD} >>> .onward`);
        const records = await ready.untilStored(all => all.some(({ phase }) => phase === 'completed'));
        const told = records.filter(({ kind }) => kind === 'survey');
        assert.deepEqual(
          told.map(({ phase, survey, question, value, choice }) => [
            phase,
            survey,
            question,
            value ?? choice,
          ]),
          [
            ['shown', 'coupon_refused', undefined, undefined],
            ['answered', 'coupon_refused', 'valid', 1],
            ['answered', 'coupon_refused', 'source', 'mail'],
            ['completed', 'coupon_refused', undefined, undefined],
          ],
        );
        const asked = records.find(({ kind, answer }) => kind === 'decision' && answer === 'ask');
        const finding = records.find(({ signal }) => signal === 'coupon_failure');
        assert.equal(told[1].decision, asked?.id);
        assert.equal(asked?.signal, finding?.id, 'joined to the moment');
      } finally {
        await ready.stop();
      }
    });
  });
}
