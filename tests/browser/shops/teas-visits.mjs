// Two visits to the German tea shop, and which facts about the shop an analyst wants to find of each step.

/** @typedef {import('./reckon.mjs').Step} Step */
/** @typedef {import('./reckon.mjs').Expected} Expected */

const EUR = { currency: 'EUR' };
const view = (/** @type {string} */ place) => ({ kind: 'page_view', place });
/** A list that changes beneath its headline pushes an address: a view of its own, or none. */
const PUSHED = { ...view('search'), via: 'history', may: true };

/** @type {Step} */
const comesIn = { name: 'comes in', does: hand => hand.goes('/'), facts: [view('home')] };

/** @param {string} words @param {number} count @returns {Step} */
const searches = (words, count) => ({
  name: `searches ${words}`,
  async does(hand) {
    await hand.fills('.header-search-input', words);
    await hand.sees('.search-suggest-total-count', `${count} Ergebnisse`);
    await hand.enter();
    await hand.sees('.search-headline', `"${words}"`);
  },
  facts: [{ kind: 'search', query: words }, view('search'), { kind: 'results', count }],
});

/** @param {string} path @param {number} price_cents @returns {Step} */
const opens = (path, price_cents) => ({
  name: 'opens a tea',
  async does(hand) {
    await hand.press(`.product-name[href="${path}"]`);
    await hand.arrives(path);
  },
  facts: [
    { kind: 'product', phase: 'chosen', rank: 1 },
    view('product'),
    { kind: 'product', phase: 'seen', price_cents, ...EUR },
  ],
});

/** @param {number} total_cents @param {number} items @returns {Step} */
const looksAtCart = (total_cents, items) => ({
  name: 'looks at the cart',
  async does(hand) {
    await hand.press('.offcanvas-cart-actions [href="/checkout/cart"]');
    await hand.arrives('/checkout/cart');
  },
  facts: [view('cart'), { kind: 'cart', phase: 'seen', total_cents, items, ...EUR }],
});

/** @param {string} code @param {string} answer @param {Expected[]} facts @returns {Step} */
const tries = (code, answer, facts) => ({
  name: `tries the code ${code}`,
  async does(hand) {
    await hand.fills('#addPromotionInput', code);
    await hand.press('#addPromotion');
    await hand.sees('.alert', answer);
  },
  facts: [{ kind: 'coupon', phase: 'submitted' }, view('cart'), ...facts],
});

/** @param {number} total_cents @returns {Step[]} */
const givesAddress = total_cents => [
  {
    name: 'goes to the checkout',
    async does(hand) {
      await hand.press('.checkout-aside .begin-checkout-btn');
      await hand.arrives('/checkout/register');
    },
    facts: [view('checkout'), { kind: 'checkout', step: 'start', total_cents }],
  },
  {
    name: 'fills in the address, with two mistakes',
    async does(hand) {
      await hand.press('#personalFirstName');
      for (const text of ['Jana', 'Roth', 'jana@tee.example', 'Lindenweg 4', '2009']) {
        await hand.types(text);
        await hand.tab();
      }
      await hand.press('.register-submit button');
      await hand.sees('.invalid-feedback', 'Die Eingabe darf nicht leer sein.');
    },
    facts: [
      { kind: 'checkout', step: 'contact' },
      { kind: 'checkout', step: 'delivery', may: true }, // the address is asked for on the same page
      view('checkout'), // /account/register, but the same page with the same bill
      { kind: 'field', phase: 'invalid', content: 'postcode' },
      { kind: 'field', phase: 'invalid', content: 'city' },
    ],
  },
  {
    name: 'corrects them and goes on',
    async does(hand) {
      await hand.fills('#billingAddressAddressZipcode', '20095');
      await hand.fills('#billingAddressAddressCity', 'Hamburg');
      await hand.press('.register-submit button');
      await hand.arrives('/checkout/confirm');
    },
    facts: [
      view('checkout'),
      { kind: 'checkout', step: 'contact', may: true },
      { kind: 'checkout', step: 'delivery', may: true },
      { kind: 'checkout', step: 'review', total_cents },
    ],
  },
];

/** @param {string} method @param {number} total_cents @returns {Step} */
const chooses = (method, total_cents) => ({
  name: 'chooses how to pay',
  async does(hand) {
    await hand.press(`label[for=paymentMethod${method}]`);
    await hand.sees('.payment-method:has(:checked)', method === 'card' ? 'Kreditkarte' : 'PayPal');
    await hand.page.waitFor('return !!document.querySelector(arguments[0] + "[checked]")', {
      args: [`#paymentMethod${method}`],
    });
    await hand.arrives('/checkout/confirm');
  },
  facts: [
    view('checkout'), // the choice loads the page again
    { kind: 'checkout', step: 'payment', total_cents },
    { kind: 'checkout', step: 'review', may: true },
  ],
});

/** @param {import('./stranger.mjs').Hand} hand */
const orders = async hand => {
  await hand.press('#tos');
  await hand.press('#confirmFormSubmit');
};

/** @type {Step[]} */
export const HAPPY = [
  comesIn,
  searches('grüntee', 4),
  {
    name: 'keeps what is organic',
    async does(hand) {
      await hand.press('.filter-panel-item-toggle');
      await hand.press('label[for=p-Bio]');
      await hand.arrives('properties=Bio');
    },
    facts: [{ kind: 'refine', phase: 'applied', active: 1 }, PUSHED, { kind: 'results', count: 2 }],
  },
  {
    name: 'sorts by price',
    async does(hand) {
      await hand.chooses('select.sorting', 'Preis');
      await hand.arrives('order=price-asc');
    },
    facts: [{ kind: 'refine', phase: 'sorted' }, PUSHED, { kind: 'results', count: 2, may: true }],
  },
  opens('/Bancha-Gruentee/TK-103', 795),
  {
    name: 'puts two in the cart',
    async does(hand) {
      await hand.press('.product-detail-buy .js-btn-plus');
      await hand.press('.product-detail-buy .btn-buy');
      await hand.sees('.offcanvas .alert-success', '2 Produkte');
    },
    facts: [
      { kind: 'cart', phase: 'added', quantity: 2 },
      { kind: 'cart', phase: 'seen', may: true }, // it slides in with all its lines
    ],
  },
  looksAtCart(2080, 2),
  {
    name: 'wants three',
    async does(hand) {
      await hand.press('.line-item .js-btn-plus');
      await hand.sees('.line-item-total-price-value', '23,85');
    },
    facts: [
      { kind: 'cart', phase: 'changed', quantity: 3 },
      view('cart'),
      { kind: 'cart', phase: 'seen', total_cents: 2875, items: 3, may: true },
    ],
  },
  tries('HALLO10', 'erfolgreich', [
    { kind: 'coupon', phase: 'accepted' },
    { kind: 'cart', phase: 'seen', total_cents: 2636 },
  ]),
  ...givesAddress(2636),
  chooses('paypal', 2636),
  {
    name: 'orders',
    async does(hand) {
      await orders(hand);
      await hand.arrives('/checkout/finish');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'accepted', may: true },
      view('confirmation'),
      { kind: 'purchase', total_cents: 2636, ...EUR },
    ],
  },
];

/** @type {Step[]} */
export const UNHAPPY = [
  comesIn,
  searches('mattcha', 0),
  searches('jasmin', 1),
  opens('/Jasmin-Gruentee-Phoenixperle/TK-104', 1850),
  {
    name: 'wants more than there are',
    async does(hand) {
      await hand.fills('.product-detail-buy .js-quantity-selector', '5');
      await hand.press('.product-detail-buy .btn-buy');
      await hand.sees('.offcanvas .alert-warning', 'nur noch 3 Mal');
    },
    facts: [
      { kind: 'cart', phase: 'unavailable' },
      { kind: 'cart', phase: 'added', may: true }, // three are in it all the same
      { kind: 'cart', phase: 'seen', may: true },
    ],
  },
  looksAtCart(6040, 3),
  tries('GRATIS', 'existiert nicht', [
    { kind: 'coupon', phase: 'refused' },
    { kind: 'cart', phase: 'seen', total_cents: 6040, may: true },
  ]),
  ...givesAddress(6040),
  chooses('card', 6040),
  {
    name: 'pays with a card that is refused',
    async does(hand) {
      await orders(hand);
      await hand.sees('.alert-danger', 'abgelehnt');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'declined' },
      view('checkout'), // /account/order/edit, where another way of paying is asked for
      { kind: 'checkout', step: 'payment', total_cents: 6040, may: true },
    ],
  },
  {
    name: 'leaves',
    async does(hand) {
      await hand.press('.header-logo-main-link');
      await hand.sees('h1', 'Tee aus erster Hand');
    },
    facts: [view('home')],
  },
];
