// Visits to an imitated shop, in every engine: each has a shop of its own, and ends with the journey that was stored.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from '../drive/index.mjs';
import { openShop } from './serve.mjs';
import { shopper } from './shopper.mjs';

/**
 * @typedef {object} Visit
 * @property {(ada: ReturnType<typeof shopper>, page: import('../drive/page.mjs').Page) => Promise<void>} does
 * @property {string[]} story every fact that means something, in its order, and none besides
 */

/** @param {string} what @param {() => import('./serve.mjs').Shop} make @param {Record<string, Visit>} all by their names */
export function visits(what, make, all) {
  for (const engine of ENGINES) {
    describe(`${what}, in ${engine}`, () => {
      /** @type {import('../drive/page.mjs').Page} */
      let page;
      /** @type {import('./serve.mjs').OpenShop} */
      let shop;
      before(async () => {
        page = await open(engine, { size: [1100, 900] });
      });
      after(() => page?.close());
      beforeEach(async () => {
        shop = await openShop(make());
      });
      afterEach(() => shop.close());

      for (const [name, { does, story }] of Object.entries(all)) {
        test(name, async () => {
          const ada = shopper(page, shop);
          await does(ada, page);
          assert.deepEqual(await ada.story(), story);
        });
      }
    });
  }
}
