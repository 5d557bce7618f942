// A visitor to the demo shop, for tests: searches, fills carts, goes through the checkout.

/** More than any page of the shop has stops. */
const TABS_MOST = 80;

/**
 * What a visitor does in the shop, in one word each.
 * @param {import('../drive/page.mjs').Page} page
 * @param {string} url of the shop
 */
export function visitor(page, url) {
  /** @param {string} path */
  const go = path => page.go(`${url}/${path}`);
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
  /** @param {string} id @param {string} [size] where it comes in sizes */
  const add = async (id, size) => {
    await go(`product.html?id=${id}`);
    if (size) await page.click(`.pick [value="${size}"]`);
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
  /** Presses Tab until that element has the focus. @param {string} selector */
  const tabTo = async selector => {
    for (let presses = 0; presses < TABS_MOST; presses++) {
      if (await page.run('return document.activeElement.matches(arguments[0])', selector)) return;
      await page.press('Tab');
    }
    throw new Error(`${TABS_MOST} times Tab did not lead to ${selector}`);
  };
  /** Fills a form in by keyboard alone, and sends it. @param {Record<string, string>} texts by id @param {string} next page */
  const typeInto = async (texts, next) => {
    for (const [id, text] of Object.entries(texts)) {
      await tabTo(`#${id}`);
      await page.type(text);
    }
    await page.press('Enter');
    await arrives(`/${next}`);
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
    tabTo,
    typeInto,
    forget,
  };
}
