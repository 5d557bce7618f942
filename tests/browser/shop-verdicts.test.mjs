// The demo shop's faults, and what Koord makes of them: each is walked into with the fault on, and then with it off.
// Exactly the expected findings are stored the first time, and none of trouble the second.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';
import { signalsIn } from './shop/demo.mjs';
import { visitor } from './shop/visitor.mjs';

/** @typedef {import('./drive/page.mjs').Page} Page */
/** @typedef {ReturnType<typeof visitor>} Visitor */
/** @typedef {(ada: Visitor, page: Page) => Promise<unknown>} Walk */

/** @type {Walk} */
const search = async ada => {
  await ada.search('tent');
  await ada.sees('main', 'for “tent”');
};
/** @type {Walk} */
const buy = async (_, page) => {
  await page.click('#pay');
  await page.waitFor(
    'return location.pathname === "/confirmation.html" || !!document.querySelector("[role=alert]")',
  );
};

/** What a visitor does, and what should be noticed when the fault is on: [walk, signals, each once].
 * @type {Record<import('../../demo/shop/faults.js').Fault, [Walk, string[]]>} */
const VISITS = {
  search_finds_nothing: [search, ['zero_results']],
  slow_search: [search, ['slow_results']],
  filter_dead_end: [
    async (ada, page) => {
      await ada.go('category.html?c=tents');
      await page.click('[name=colour][value=pine]');
      await page.waitFor('return location.search.includes("pine")');
      await page.click('[name=price][value="4"]');
      await page.waitFor('return location.search.includes("price")');
      await page.run('window.refined = performance.now()');
      await page.waitFor('return performance.now() - refined > 1500'); // sooner it would be a slip of the hand
      await page.click('[name=price][value="4"]');
      await page.waitFor('return !location.search.includes("price")');
    },
    ['filter_dead_end'],
  ],
  broken_link: [
    async (_, page) => {
      await page.click('#offer-link');
      await page.waitFor(
        'return !location.pathname.endsWith("index.html") && !!document.querySelector("h1")',
      );
    },
    ['dead_end'],
  ],
  out_of_stock: [
    async (ada, page) => {
      await ada.reachPayment();
      await buy(ada, page);
    },
    ['stock_or_delivery_block'],
  ],
  script_error_cart: [
    async (ada, page) => {
      await ada.go('product.html?id=mug-steel');
      await page.waitFor('return performance.now() > 1500'); // presses are judged once the window has settled
      await page.click('#product .primary');
    },
    ['error_click'],
  ],
  coupon_refused: [
    async (ada, page) => {
      await ada.add('lark-2');
      await ada.go('cart.html');
      await ada.tryCoupon('WELCOME10');
      await page.waitFor('return !!document.querySelector("#coupon-error, #coupon-answer .good")');
    },
    ['coupon_failure'],
  ],
  login_wall: [
    async (ada, page) => {
      await ada.add('mug-steel');
      await ada.go('cart.html');
      await page.click('main a[href="checkout.html"]');
      await page.waitFor(
        'return /login|checkout/.test(location.pathname) && !!document.querySelector("form label")',
      );
      if (await page.run('return location.pathname.includes("login")')) {
        await page.click('main a[href="cart.html"], header a[href="index.html"]');
        return;
      }
      await ada.tellContact();
      await ada.tellAddress();
      await ada.arrives('/checkout-payment.html');
      await buy(ada, page);
    },
    ['login_wall'],
  ],
  field_refuses: [
    async (ada, page) => {
      await ada.add('mug-steel');
      await ada.tellContact();
      await ada.tellAddress();
      for (const again of ['8011AB', '8011 ab']) {
        await page.waitFor(
          'return location.pathname.includes("payment") || !!document.querySelector("#postcode-error")',
        );
        if (await page.run('return location.pathname.includes("payment")')) return;
        await page.run('document.querySelector("#postcode").select()');
        await ada.fill('#postcode', again);
        await page.click('#delivery button');
      }
    },
    ['field_error_loop'],
  ],
  price_jump: [
    async (ada, page) => {
      await ada.reachPayment();
      const isDearer = await page.run('return /Service fee/.test(document.body.textContent)');
      if (isDearer) await ada.go('cart.html');
      else await buy(ada, page);
    },
    ['cost_shock'],
  ],
  disabled_order: [
    async (ada, page) => {
      await ada.reachPayment();
      if (await page.run('return document.querySelector("#pay").disabled')) {
        await page.click('#pay', { times: 2, every_ms: 900 });
      } else await buy(ada, page);
    },
    ['blocked_click'],
  ],
  dead_pay: [
    async (ada, page) => {
      await ada.reachPayment();
      const dead = await page.run('return document.querySelector("#pay").type === "button"');
      if (!dead) return buy(ada, page);
      await page.waitFor('return performance.now() > 1500'); // presses are judged once the window has settled
      return page.click('#pay', { times: 5, every_ms: 170 });
    },
    ['submit_stall', 'rage_click'],
  ],
  declined_payment: [
    async (ada, page) => {
      await ada.reachPayment();
      await buy(ada, page);
    },
    ['payment_failure'],
  ],
  countdown: [
    async ada => {
      await ada.go('help.html');
      await ada.go('category.html?c=tents');
    },
    [],
  ],
};

/** Made of the others, and of how soon they followed each other. */
const SUM = 'struggle';

/** What the visitor does after it is not looked at. @param {Record<string, any>} record */
const isMarker = ({ kind, name }) => kind === 'custom' && name === 'walked';

/** By then whatever is noticed of a press has been. */
const JUDGED_MS = 3500;

describe('what Koord makes of the faults', {
  skip: !ENGINES.includes('chromium') && 'Chromium is not asked for',
}, () => {
  /** @type {Page} */
  let page;
  before(async () => {
    page = await open('chromium');
  });
  after(() => page?.close());

  /** @param {string} fault @param {Walk} walk @returns {Promise<string[]>} */
  async function noticed(fault, walk) {
    const collector = await collect(); // a port of its own: nothing is remembered
    try {
      const ada = visitor(page, collector.url);
      await ada.go(`index.html?fault=${fault}`);
      await page.waitFor('return !!window.koord?.stop');
      await walk(ada, page);
      await page.waitFor('return !!window.koord?.stop');
      await page.run(`window.walked = performance.now()`);
      await page.waitFor(`return performance.now() - walked > ${JUDGED_MS}`);
      await page.run('koord.event("walked")');
      await ada.go('help.html');
      const records = await collector.untilStored(all => all.some(isMarker));
      const signals = signalsIn(records.slice(0, records.findIndex(isMarker)));
      return [...new Set(signals)].filter(signal => signal !== SUM);
    } finally {
      await collector.stop();
    }
  }

  for (const [fault, [walk, signals]] of Object.entries(VISITS)) {
    test(`${fault}: ${signals.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(await noticed(fault, walk), signals);
    });
    test(`without ${fault}: nothing`, async () => {
      assert.deepEqual(await noticed('none', walk), []);
    });
  }

  test('the table has every fault', async () => {
    const collector = await collect();
    try {
      await page.go(collector.url);
      const faults = await page.run("return Object.keys((await import('/faults.js')).FAULTS)");
      assert.deepEqual(Object.keys(VISITS).sort(), faults.sort());
    } finally {
      await collector.stop();
    }
  });
});
