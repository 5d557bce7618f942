// Settings from afar, in a page: switched off, not in the sample, and followed all the same once something goes wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { openShop } from './shops/serve.mjs';
import { shopper } from './shops/shopper.mjs';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lamps</title><script>sessionStorage['koord.inspect'] = ''</script>
  <script async src="/dist/koord.js" data-site="shop" data-collector="/v1/batch" data-consent="granted" data-inspect="allow"
  data-config="/koord.json"></script><main><h1>Lamps</h1><p>All of them are sold.</p><button type="button" id="dead">More</button></main>`;

for (const engine of ENGINES) {
  describe(`settings from afar, in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    before(async () => {
      page = await open(engine);
    });
    after(() => page?.close());

    /** @param {object} config */
    const shopWith = config =>
      openShop(({ path }) =>
        path === '/koord.json' ? { type: 'application/json', body: JSON.stringify(config) } : { body: PAGE },
      );
    const isBegun =
      'return !!window.koord?.stop && performance.getEntriesByName(location.origin + "/koord.json").length > 0';

    test('switched off, nothing is kept or sent, and the shop may call as before', async () => {
      const shop = await shopWith({ enabled: false });
      await page.go(`${shop.url}/`);
      await page.waitFor(isBegun);
      await page.run('koord.event("x"); koord.consent("granted")');
      assert.deepEqual(await page.run('return Object.keys(localStorage)'), []);
      assert.deepEqual(await shop.story(), []);
      await shop.close();
    });

    test('a visitor who is not in the sample is followed once something goes wrong', async () => {
      const shop = await shopWith({ sample: 0, friction_always: true });
      const ada = shopper(page, shop);
      await ada.go('/', 'page_view');
      assert.deepEqual(await shop.stored(), []);
      for (let press = 0; press < 4; press++) await page.click('#dead');
      await page.waitFor('return new URLSearchParams(sessionStorage["koord.notes"]).get("kept") === "1"');
      await page.go(`${shop.url}/`);
      await shop.untilStored(records => records.some(({ kind }) => kind === 'signal'));
      await shop.close();
    });
  });
}
