// The demo shop's faults: each does what it says, and no more.
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

const only = { skip: !ENGINES.includes('chromium') && 'Chromium is not asked for' };

describe('faults on command', only, () => {
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  /** @type {ReturnType<typeof visitor>} */
  let ada;
  before(async () => {
    page = await open('chromium');
    ada = visitor(page, shop.url);
  });
  after(() => page?.close());
  beforeEach(() => ada.forget());
  const scriptErrors = async () => (await page.console()).filter(one => one.text.includes('TypeError'));
  /** Lets a shop that would answer do so. */
  const requestsEnded = () => page.run('return new Promise(later => setTimeout(later, 300))');

  test('a fault lasts until ?fault=none, and an unknown one is named', async () => {
    await page.console();
    await ada.go('?fault=search_finds_nothing,nonsense');
    assert.ok((await page.console()).some(one => one.text.includes('no such fault')));
    await ada.go('search.html?q=tent');
    assert.equal(await ada.textOf('.nothing'), 'No results for “tent”');
    await ada.go('search.html?q=tent&fault=none');
    assert.match(await ada.textOf('.count'), /^\d+ results for “tent”$/);
  });

  test('slow_search: a spinner, and after four seconds the results', async () => {
    await ada.go('search.html?q=tent&fault=slow_search');
    assert.equal(await ada.textOf('.spinner'), 'Searching …');
    const begin = await page.run('return performance.now()');
    await ada.sees('.count', 'results for');
    assert.ok((await page.run('return performance.now()')) - begin > 3000);
  });

  test('coupon_refused: WELCOME10 too', async () => {
    await ada.add('lark-2');
    await ada.go('cart.html?fault=coupon_refused');
    await ada.tryCoupon('WELCOME10');
    await ada.sees('#coupon-error', 'not valid');
    assert.match(await ada.textOf('.total'), /€189\.00/);
  });

  test('script_error_cart: adding throws, and nothing is added', async () => {
    await ada.go('product.html?id=mug-steel&fault=script_error_cart');
    await page.console();
    await page.click('#product .primary');
    assert.equal(await ada.textOf('#cart-count'), '0');
    assert.equal((await scriptErrors()).length, 1);
  });

  test('field_refuses: no postcode is good enough', async () => {
    await ada.add('mug-steel');
    await ada.go('checkout.html?fault=field_refuses');
    await ada.tellContact();
    await ada.tellAddress();
    assert.match(await ada.textOf('#postcode-error'), /postcode like/);
    assert.equal(await page.run('return location.pathname'), '/checkout-delivery.html');
  });

  test('price_jump: a fee that no earlier page showed', async () => {
    await ada.go('?fault=price_jump');
    await ada.add('mug-steel');
    await ada.go('cart.html');
    assert.match(await ada.textOf('.total'), /€19\.45/);
    await ada.reachPayment();
    assert.match(await ada.textOf('.summary'), /Service fee€12\.50/);
    assert.match(await ada.textOf('.total'), /€46\.45/);
  });

  test('dead_pay: not a letter of the page changes, however often it is pressed', async () => {
    await ada.reachPayment();
    await ada.go('checkout-payment.html?fault=dead_pay');
    const before = await page.run('return document.body.outerHTML');
    await page.click('#pay', { times: 4, every_ms: 150 });
    await requestsEnded();
    assert.equal(await page.run('return document.body.outerHTML'), before);
    assert.equal(await page.run('return location.pathname'), '/checkout-payment.html');
  });

  test('disabled_order: the button takes no press', async () => {
    await ada.reachPayment();
    await ada.go('checkout-payment.html?fault=disabled_order');
    assert.equal(await page.run('return document.querySelector("#pay").disabled'), true);
  });

  test('declined_payment: said above the button, and one may try again', async () => {
    await ada.reachPayment();
    await ada.go('checkout-payment.html?fault=declined_payment');
    await page.click('#pay');
    await ada.sees('#payment-answer [role=alert]', 'declined');
    assert.equal(await page.run('return document.querySelector("#pay").disabled'), false);
    assert.equal(await ada.textOf('#pay'), 'Pay now');
  });

  test('filter_dead_end: a filter that promised products shows none', async () => {
    await ada.go('category.html?c=tents&fault=filter_dead_end');
    assert.equal(await ada.textOf('.count'), '8 products');
    await page.click('[name=colour][value=pine]');
    assert.equal(await ada.textOf('.nothing'), 'No products match these filters.');
    assert.equal(await ada.textOf('.count'), '0 products');
    await page.click('.empty button');
    assert.equal(await ada.textOf('.count'), '8 products');
  });

  test('out_of_stock: paying is refused with a reason, and the cart is as it was', async () => {
    await ada.reachPayment();
    await ada.go('checkout-payment.html?fault=out_of_stock');
    await page.click('#pay');
    await ada.sees('#payment-answer [role=alert]', 'Steel mug has just been sold out');
    assert.equal(await page.run('return document.querySelector("#pay").disabled'), false);
    assert.equal(await ada.textOf('#cart-count'), '1');
  });

  test('login_wall: no guest passes, who logs in does', async () => {
    await ada.add('mug-steel');
    await ada.go('checkout.html?fault=login_wall');
    await ada.arrives('/login.html');
    assert.match(await ada.textOf('#wall'), /log in to check out/);
    assert.equal(await page.run('return document.querySelector("#guest").hidden'), true);
    await ada.fill('#login-email', 'ada@example.com');
    await ada.fill('#password', 'secret');
    await page.click('#login button');
    await ada.arrives('/checkout.html');
    await ada.sees('h2', 'Who are you?');
  });

  test('countdown: a clock on every page, and nothing else is different', async () => {
    await ada.go('help.html?fault=countdown');
    const before = await ada.textOf('.clock');
    assert.match(before, /^\d\d:\d\d:\d\d$/);
    await page.waitFor('return document.querySelector(".clock").textContent !== arguments[0]', {
      args: [before],
    });
  });

  test('the page of faults switches them on, and mends them all', async () => {
    await ada.go('faults.html');
    await page.click('[name=search_finds_nothing]');
    await ada.go('search.html?q=tent');
    assert.equal(await ada.textOf('.nothing'), 'No results for “tent”');
    await ada.go('faults.html');
    assert.equal(
      await page.run('return document.querySelector("[name=search_finds_nothing]").checked'),
      true,
    );
    await page.click('#faults [type=reset]');
    await ada.go('search.html?q=tent');
    assert.match(await ada.textOf('.count'), /results for/);
  });

  test('broken_link: the offer leads nowhere', async () => {
    await ada.go('?fault=broken_link');
    await page.click('#offer-link');
    await page.waitFor('return document.body.textContent === "not here"');
  });
});
