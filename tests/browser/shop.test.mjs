// The demo shop by itself, without the tag: what it does for a visitor, and that each fault does what it says.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ENGINES, open } from './drive/index.mjs';
import { axeFindings, beNarrow, emulate, serve } from './stage.mjs';

/** @type {import('./stage.mjs').Stage} */
let shop;
before(async () => {
  shop = await serve({ folders: { '/': 'demo/shop' }, texts: { '/dist/koord.js': '' } });
});
after(() => shop.close());

/** What a visitor does in the shop, in one word each. @param {import('./drive/page.mjs').Page} page */
function visitor(page) {
  /** @param {string} path */
  const go = path => page.go(`${shop.url}/${path}`);
  /** @param {string} selector @param {string} text */
  const fill = async (selector, text) => {
    await page.click(selector);
    await page.type(text);
  };
  /** @param {string} selector */
  const textOf = selector =>
    page.run('return document.querySelector(arguments[0])?.textContent ?? ""', selector);
  /** Waits until a text is there. @param {string} selector @param {string} part */
  const sees = (selector, part) =>
    page.waitFor('return document.querySelector(arguments[0])?.textContent.includes(arguments[1])', {
      args: [selector, part],
    });
  /** @param {string} path */
  const arrives = path =>
    page.waitFor('return location.pathname === arguments[0] && document.readyState === "complete"', {
      args: [path],
    });
  /** @param {string} query */
  const search = async query => {
    await fill('#search-field', query);
    await page.press('Enter');
    await arrives('/search.html');
  };
  /** @param {string} id */
  const add = async id => {
    await go(`product.html?id=${id}`);
    await page.click('#product .primary');
    await sees('#toast', 'Added');
  };
  /** @param {string} code */
  const tryCoupon = async code => {
    await page.run('document.querySelector("#coupon").value = ""');
    await fill('#coupon', code);
    await page.click('#coupon-form button');
  };
  const tellContact = async () => {
    await go('checkout.html');
    await fill('#email', 'ada@example.com');
    await fill('#first-name', 'Ada');
    await fill('#last-name', 'Vos');
    await page.click('#contact button');
    await arrives('/checkout-delivery.html');
  };
  const tellAddress = async () => {
    await fill('#street', 'Kade 1');
    await fill('#postcode', '8011 AB');
    await fill('#city', 'Zwolle');
    await page.click('#delivery button');
  };
  /** From nothing to the payment step with a mug in the cart. */
  const reachPayment = async () => {
    await add('mug-steel');
    await tellContact();
    await tellAddress();
    await arrives('/checkout-payment.html');
  };
  const forget = async () => {
    await go('help.html');
    await page.run('localStorage.clear(); sessionStorage.clear()');
  };
  return {
    go,
    fill,
    textOf,
    sees,
    arrives,
    search,
    add,
    tryCoupon,
    tellContact,
    tellAddress,
    reachPayment,
    forget,
  };
}

for (const engine of ENGINES) {
  describe(engine, () => {
    /** @type {import('./drive/page.mjs').Page} */
    let page;
    /** @type {ReturnType<typeof visitor>} */
    let ada;
    before(async () => {
      page = await open(engine, { size: [1100, 800] });
      ada = visitor(page);
    });
    after(() => page?.close());
    beforeEach(() => ada.forget());

    test('from the search to the confirmation, without a word on the console', async () => {
      await page.console();
      await ada.go('');
      await ada.search('mug');
      assert.equal(await ada.textOf('.count'), '1 result for “mug”');
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
      assert.equal(await ada.textOf('.count'), '4 producten', 'the language is remembered');
    });

    test('the stepper changes quantity and total at once, also straight from the field', async () => {
      await ada.add('mug-steel');
      await ada.go('cart.html');
      await page.click('.stepper button:last-child');
      assert.equal(await page.run('return document.querySelector(".stepper input").value'), '2');
      assert.match(await ada.textOf('.total'), /€33\.95/);
      await page.click('.stepper input');
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
      await page.click('.actions button:last-child');
      assert.equal(await ada.textOf('.actions button:last-child'), 'Kept for later');
      await page.click('details summary');
      assert.equal(await page.run('return document.querySelector("details").open'), true);
      await ada.go('category.html?c=lights');
      await page.run(`const order = document.querySelector('#order'); order.value = 'cheapest';
        order.dispatchEvent(new Event('change', { bubbles: true }))`);
      assert.equal(await ada.textOf('.tile h2'), 'Hand torch');
    });
  });
}

const only = { skip: !ENGINES.includes('chromium') && 'Chromium is not asked for' };

describe('faults on command', only, () => {
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  /** @type {ReturnType<typeof visitor>} */
  let ada;
  before(async () => {
    page = await open('chromium');
    ada = visitor(page);
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

  test('script_error_cart: the stepper throws and nothing changes', async () => {
    await ada.add('mug-steel');
    await ada.go('cart.html?fault=script_error_cart');
    await page.console();
    await page.click('.stepper button:last-child');
    assert.equal(await page.run('return document.querySelector(".stepper input").value'), '1');
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

  test('broken_link: the offer leads nowhere', async () => {
    await ada.go('?fault=broken_link');
    await page.click('#offer-link');
    await page.waitFor('return document.body.textContent === "not here"');
  });
});

describe('axe finds nothing and nothing overflows', only, () => {
  const PATHS = [
    '',
    'search.html?q=tent',
    'search.html?q=tetn',
    'category.html?c=shoes',
    'product.html?id=boot-high',
  ];
  PATHS.push(
    'cart.html',
    'checkout.html',
    'checkout-delivery.html',
    'checkout-payment.html',
    'confirmation.html',
  );
  PATHS.push('help.html');
  /** @type {import('./drive/page.mjs').Page} */
  let page;
  before(async () => {
    page = await open('chromium');
    const ada = visitor(page);
    await ada.add('mug-steel');
    await ada.add('boot-high');
  });
  after(() => page?.close());

  for (const scheme of ['light', 'dark']) {
    for (const path of PATHS) {
      test(`${scheme} /${path}`, async () => {
        await emulate(page, { 'prefers-color-scheme': scheme });
        if (scheme === 'dark') await beNarrow(page, 360, 740);
        await page.go(`${shop.url}/${path}`);
        assert.deepEqual(await axeFindings(page), []);
        const { width, room } = await page.run(
          'const { scrollWidth, clientWidth } = document.documentElement; return { width: scrollWidth, room: clientWidth }',
        );
        assert.ok(width <= room, `${width} px wide in ${room}`);
      });
    }
  }
});
