// A checkout at another domain of the shop: the same session and visitor there, from a fresh link only.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { openShop } from './shops/serve.mjs';
import { shopper } from './shops/shopper.mjs';

for (const engine of ENGINES) {
  describe(`two domains, in ${engine}`, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {import('./shops/serve.mjs').OpenShop} */
    let shop;
    /** @type {import('./shops/serve.mjs').OpenShop} */
    let checkout;
    before(async () => {
      page = await open(engine);
      checkout = await openShop(() => pageOf('Checkout', '<p>To be paid: € 10,00</p>'));
      const { host } = new URL(checkout.url);
      shop = await openShop(() =>
        pageOf(
          'Shop',
          `<a href="${checkout.url}/checkout">Check out</a><a id="out" href="https://other.example/">Out</a>`,
          host,
        ),
      );
    });
    after(async () => {
      await page?.close();
      await shop?.close();
      await checkout?.close();
    });

    /** @param {string} title @param {string} body @param {string} [domains] */
    function pageOf(title, body, domains = 'shop.example') {
      const { body: whole = '' } = shop?.page('en', title, body) ?? checkout.page('en', title, body);
      return { body: whole.replace('data-site', `data-domains="${domains}" data-site`) };
    }
    const keptThere = 'return (localStorage.koord || "").split("|")';

    test('the visit goes on there, and its address says nothing of it', async () => {
      await shopper(page, shop).go('/', 'page_view');
      await page.waitFor('return !!localStorage.koord');
      const [visitor, , session] = await page.run(keptThere);
      await page.run(
        'document.querySelector("#out").addEventListener("click", event => event.preventDefault())',
      );
      await page.click('#out');
      assert.equal(await page.run('return document.querySelector("#out").search'), '');
      await page.click('a');
      await shopper(page, checkout).until('page_view checkout');
      await page.waitFor('return !!localStorage.koord && location.search === ""');
      const [there, , same, , , , secret] = await page.run(keptThere);
      assert.deepEqual([there, same, secret], [visitor, session, '']);
    });

    test('an old address, and one that somebody made up, mean nothing', async () => {
      await page.run('localStorage.clear(); sessionStorage.clear()');
      const [visitor, session] = [
        '00000000-0000-8000-8000-000000000001',
        '00000000-0000-7000-8000-000000000002',
      ];
      const old = Date.now() - 600_000;
      for (const along of [`${visitor}.${session}.${old}.1.${old}`, '<script>.x.1.2.3']) {
        await page.go(`${checkout.url}/checkout?_koord=${encodeURIComponent(along)}`);
        await page.waitFor('return !!localStorage.koord && location.search === ""');
        const [there, , other] = await page.run(keptThere);
        assert.notEqual(there, visitor);
        assert.notEqual(other, session);
      }
    });
  });
}
