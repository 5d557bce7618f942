// The demo shop by itself, without the tag: what it does for a visitor.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { visitor } from './shop/visitor.mjs';
import { serve } from './stage.mjs';

/** @type {import('./stage.mjs').Stage} */
let shop;
before(async () => {
  shop = await serve({ folders: { '/': 'demo/shop' }, texts: { '/dist/koord.js': '' } });
});
after(() => shop.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {ReturnType<typeof visitor>} */
    let ada;
    before(async () => {
      page = await open(engine, { size: [1100, 800] });
      ada = visitor(page, shop.url);
    });
    after(() => page?.close());
    beforeEach(() => ada.forget());
    const tiles = () => page.run('return document.querySelectorAll(".tile").length');

    test('from the search to the confirmation, without a word on the console', async () => {
      await page.console();
      await ada.go('');
      await ada.search('mug');
      assert.equal(await ada.textOf('.count'), '2 results for “mug”');
      await page.click('.tile a');
      await ada.arrives('/product.html');
      await page.click('#product .primary');
      await ada.sees('#toast', 'Steel mug');
      assert.equal(await ada.textOf('#cart-count'), '1');
      await page.click('.cart-link');
      await ada.arrives('/cart.html');
      await page.click('aside .primary');
      await ada.arrives('/checkout.html');
      await ada.tellContact();
      await ada.tellAddress();
      await ada.arrives('/checkout-payment.html');
      await page.click('#pay');
      await ada.arrives('/confirmation.html');
      assert.equal(await ada.textOf('h1'), 'Thank you for your order');
      assert.match(await ada.textOf('#confirmation'), /order number is \d{6}\. The total is €19\.45/);
      assert.equal(await ada.textOf('#cart-count'), '0');
      const said = await page.console();
      assert.deepEqual(
        said.filter(one => one.level === 'error'),
        [],
      );
    });

    test('a search that finds nothing says so in a sentence, in both languages', async () => {
      await ada.go('search.html?q=tetn');
      assert.equal(await ada.textOf('.nothing'), 'No results for “tetn”');
      await page.click('.languages [lang=nl]');
      await ada.sees('.nothing', 'Geen resultaten voor “tetn”');
      assert.equal(await page.run('return document.documentElement.lang'), 'nl');
      await ada.go('category.html?c=tents');
      assert.equal(await ada.textOf('.count'), '8 producten', 'the language is remembered');
    });

    test('the stepper changes quantity and total at once, also straight from the field', async () => {
      await ada.add('mug-steel');
      await ada.go('cart.html');
      await page.click('.stepper button:last-child');
      assert.equal(await page.run('return document.querySelector(".stepper input").value'), '2');
      assert.match(await ada.textOf('.total'), /€33\.95/);
      await page.click('.stepper input');
      await page.press('End');
      await page.press('Backspace');
      await page.type('5');
      await page.click('.stepper button:last-child');
      assert.equal(await page.run('return document.querySelector(".stepper input").value'), '6');
      assert.equal(await ada.textOf('#cart-count'), '6');
      await page.click('.controls > button');
      assert.match(await ada.textOf('#cart'), /Your cart is empty/);
    });

    test('an unknown code is refused beside the field; WELCOME10 lowers the total', async () => {
      await ada.add('lark-2');
      await ada.go('cart.html');
      await ada.tryCoupon('SUMMER');
      await ada.sees('#coupon-error[role=alert]', 'not valid');
      assert.equal(
        await page.run('return document.querySelector("#coupon").getAttribute("aria-invalid")'),
        'true',
      );
      assert.match(await ada.textOf('.total'), /€189\.00/);
      await ada.tryCoupon('welcome10');
      await ada.sees('#coupon-answer', 'accepted');
      assert.match(await ada.textOf('.total'), /€170\.10/);
      assert.equal(await ada.textOf('#coupon-error'), '');
    });

    test('what was removed comes back where it was', async () => {
      await ada.add('mug-steel');
      await ada.add('lantern');
      await ada.go('cart.html');
      await page.click('.line:first-child .controls > button');
      assert.match(await ada.textOf('#removed'), /Steel mug is out of your cart/);
      assert.equal(await ada.textOf('#cart-count'), '1');
      await page.click('#removed button');
      assert.match(await ada.textOf('.line:first-child'), /Steel mug/);
      assert.equal(await ada.textOf('#cart-count'), '2');
    });

    test('shoes want a size, and the cart says colour and size', async () => {
      await ada.go('product.html?id=boot-high');
      await page.click('#product .primary');
      assert.equal(await ada.textOf('#size-error'), 'Please choose a size.');
      assert.equal(await ada.textOf('#cart-count'), '0');
      await page.click('.pick [value="ink"]');
      await page.click('.pick [value="42"]');
      assert.equal(await ada.textOf('#size-error'), '');
      await page.click('.stepper button:last-child');
      await page.click('#product .primary');
      await ada.sees('#toast', 'Added');
      assert.equal(await ada.textOf('#cart-count'), '2');
      await ada.go('cart.html');
      assert.equal(await ada.textOf('.variant'), 'Ink, size 42');
    });

    test('filters and pages are in the address, and Back undoes a filter', async () => {
      await ada.go('category.html?c=all');
      assert.equal(await ada.textOf('.count'), '60 products');
      assert.equal(await tiles(), 12);
      await page.click('.pagination [rel=next]');
      await page.waitFor('return location.search.includes("page=2")');
      await ada.go('category.html?c=tents');
      await page.click('[name=colour][value=pine]');
      assert.equal(await ada.textOf('.count'), '3 products');
      await page.click('[name=price][value="2"]');
      assert.equal(await ada.textOf('.count'), '1 product');
      assert.equal(await page.run('return location.search'), '?c=tents&colour=pine&price=2');
      await page.back();
      await ada.sees('.count', '3 products');
      assert.equal(
        await page.run('return document.querySelector("[name=price][value=\\"2\\"]").checked'),
        false,
      );
      await page.click('.chip');
      assert.equal(await ada.textOf('.count'), '8 products');
    });

    test('suggestions come when the typing pauses, and the keys choose one', async () => {
      await ada.go('help.html');
      await ada.fill('#search-field', 'rain');
      await ada.sees('#suggestions', 'rain cover');
      await page.press('ArrowDown');
      await page.press('ArrowDown');
      await page.press('Enter');
      await ada.arrives('/search.html');
      assert.equal(await page.run('return new URLSearchParams(location.search).get("q")'), 'rain jacket');
    });

    test('a misspelt word is answered with the nearest the shop knows', async () => {
      await ada.go('search.html?q=lantren');
      await page.click('.empty a');
      await ada.sees('.count', 'results for “lantern”');
    });

    test('who logs in is known until logging out', async () => {
      await ada.go('account.html');
      await page.click('#visitor a');
      await ada.arrives('/login.html');
      await ada.fill('#login-email', 'ada@example.com');
      await ada.fill('#password', 'secret');
      await page.click('#login button');
      await ada.arrives('/account.html');
      assert.match(await ada.textOf('#visitor'), /logged in as ada@example\.com/);
      assert.ok(
        !(await page.run('return JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).includes(
          'secret',
        ),
      );
      await page.click('#visitor button');
      await ada.sees('#visitor', 'not logged in');
    });

    test('a purchase with nothing but the keyboard', async () => {
      await ada.go('product.html?id=mug-steel');
      await ada.tabTo('#product .primary');
      await page.press('Enter');
      await ada.sees('#toast', 'Added');
      await ada.tabTo('#toast a');
      await page.press('Enter');
      await ada.arrives('/cart.html');
      await ada.tabTo('a[href="checkout.html"]');
      await page.press('Enter');
      await ada.arrives('/checkout.html');
      const contact = { email: 'ada@example.com', 'first-name': 'Ada', 'last-name': 'Vos' };
      await ada.typeInto(contact, 'checkout-delivery.html');
      await ada.typeInto({ street: 'Kade 1', postcode: '8011 AB', city: 'Zwolle' }, 'checkout-payment.html');
      await ada.tabTo('#pay');
      await page.press('Enter');
      await ada.arrives('/confirmation.html');
    });

    test('a step with a mistake stays, names it, and goes to it', async () => {
      await ada.add('mug-steel');
      await ada.go('checkout.html');
      await ada.fill('#email', 'ada');
      await page.click('#contact button');
      assert.match(await ada.textOf('#email-error'), /like name@example\.com/);
      assert.equal(await page.run('return document.activeElement.id'), 'email');
      assert.equal(await page.run('return location.pathname'), '/checkout.html');
    });

    test('keeping for later, details and sorting do their thing', async () => {
      await ada.go('product.html?id=sandal');
      await page.click('.keep');
      assert.equal(await ada.textOf('.keep'), 'Kept for later');
      await page.click('#product summary');
      assert.equal(await page.run('return document.querySelector("details").open'), true);
      await ada.go('category.html?c=lights');
      await page.run(`const order = document.querySelector('#order'); order.value = 'cheapest';
        order.dispatchEvent(new Event('change', { bubbles: true }))`);
      assert.equal(await ada.textOf('.tile h2'), 'Hand torch');
    });
  });
}
