// One question at the right moment: a search in the demo shop finds nothing, a visitor answers, the collector has it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';

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
  });
}
