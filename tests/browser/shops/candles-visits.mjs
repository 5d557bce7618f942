// Two visits to the British candle shop, and which facts about the shop an analyst wants to find of each step.

/** @typedef {import('./reckon.mjs').Step} Step */

const GBP = { currency: 'GBP' };
const view = (/** @type {string} */ place) => ({ kind: 'page_view', place });
/** A list that is replaced pushes an address: a view of its own, or none. */
const PUSHED = { ...view('search'), via: 'history', may: true };
const CHECKOUT = '/checkouts/cn/';

/** @type {Step} */
const comesIn = { name: 'comes in', does: hand => hand.goes('/'), facts: [view('home')] };

/** @param {string} words @param {number} count @returns {Step} */
const searches = (words, count) => ({
  name: `searches ${words}`,
  async does(hand) {
    await hand.press('.header__icon--search');
    await hand.fills('#Search-In-Modal', words);
    await hand.sees('[data-predictive-search]', `“${words}”`);
    await hand.enter();
    await hand.arrives(`/search?q=${words}`);
  },
  facts: [{ kind: 'search', query: words }, view('search'), { kind: 'results', count }],
});

/** @param {string} handle @param {number} rank @param {number} price_cents @returns {Step} */
const opens = (handle, rank, price_cents) => ({
  name: 'opens a candle',
  async does(hand) {
    await hand.press(
      `#product-grid [href^="/products/${handle}"], .product-grid [href^="/products/${handle}"]`,
    );
    await hand.arrives(`/products/${handle}`);
  },
  facts: [
    { kind: 'product', phase: 'chosen', rank },
    view('product'),
    { kind: 'product', phase: 'seen', price_cents, ...GBP },
  ],
});

/** @param {string} count @returns {(hand: import('./stranger.mjs').Hand) => Promise<void>} */
const puts = count => async hand => {
  await hand.fills('#Quantity-template', count);
  await hand.press('[name=add]');
};

/** @param {number} total_cents @param {number} items @returns {Step[]} */
const checksOut = (total_cents, items) => [
  {
    name: 'goes to the checkout',
    async does(hand) {
      await hand.press('#CartDrawer-Checkout');
      await hand.arrives(CHECKOUT);
    },
    facts: [view('checkout'), { kind: 'checkout', step: 'start', total_cents, items }],
  },
];

/** @param {string} code @param {string} phase @returns {Step} */
const tries = (code, phase) => ({
  name: `tries the code ${code}`,
  async does(hand) {
    await hand.fills('#ReductionsInput0', code);
    await hand.press('#reductions button');
    await hand.sees(
      '#reduction-tags, #reduction-error',
      phase === 'accepted' ? code : 'Enter a valid discount code',
    );
  },
  facts: [
    { kind: 'coupon', phase: 'submitted' },
    { kind: 'coupon', phase },
    { kind: 'field', phase: 'invalid', content: 'coupon', may: true }, // the shop marks the field, too
  ],
});

/** @param {string} card @returns {Step} */
const errs = card => ({
  name: 'fills in the form, with two mistakes',
  async does(hand) {
    await hand.press('#email');
    await hand.types('ada@light.example');
    await hand.press('#TextField0');
    for (const text of ['Ada', '', '4 Pier Road', 'Whitby', 'YO21']) {
      await hand.types(text);
      await hand.tab();
    }
    await hand.press('#card-fields-number');
    await hand.types(card);
    await hand.press('#checkout-pay-button');
    await hand.sees('#error-for-TextField1', 'Enter a last name');
  },
  facts: [
    { kind: 'checkout', step: 'contact' },
    { kind: 'checkout', step: 'delivery' },
    { kind: 'checkout', step: 'payment' },
    { kind: 'field', phase: 'invalid', content: 'postcode' },
    { kind: 'field', phase: 'invalid', content: 'postcode', may: true }, // found on leaving it, and again on paying
    { kind: 'field', phase: 'invalid', content: 'name' },
  ],
});

/** @param {import('./stranger.mjs').Hand} hand */
const correctsAndPays = async hand => {
  await hand.fills('#TextField1', 'Byron');
  await hand.fills('#TextField4', 'YO21 3PU');
  await hand.tab();
  await hand.sees('#shipping_methods', 'Royal Mail');
  await hand.press('#checkout-pay-button');
};

/** Everything goes well, but for two mistakes in the form. @type {Step[]} */
export const HAPPY = [
  comesIn,
  searches('candle', 5),
  {
    name: 'keeps what is in stock',
    async does(hand) {
      await hand.press('.facets__summary');
      await hand.press('label[for=Filter-1]');
      await hand.sees('#ProductCountDesktop', '4 results');
    },
    facts: [{ kind: 'refine', phase: 'applied', active: 1 }, PUSHED, { kind: 'results', count: 4 }],
  },
  {
    name: 'sorts by price',
    async does(hand) {
      await hand.chooses('#SortBy', 'Price, low');
      await hand.sees('.product-grid > :first-child', 'Cedar');
    },
    facts: [{ kind: 'refine', phase: 'sorted' }, PUSHED, { kind: 'results', count: 4, may: true }],
  },
  opens('rose-candle', 2, 2100),
  {
    name: 'puts two in the cart',
    async does(hand) {
      await hand.press('.product__info-container [name=plus]');
      await hand.press('[name=add]');
      await hand.sees('cart-drawer .totals__total-value', '£42.00');
    },
    facts: [
      { kind: 'cart', phase: 'added', quantity: 2 },
      { kind: 'cart', phase: 'seen', total_cents: 4200, items: 2, ...GBP }, // the drawer is the only cart
    ],
  },
  {
    name: 'wants three',
    async does(hand) {
      await hand.press('cart-drawer [name=plus]');
      await hand.sees('cart-drawer .totals__total-value', '£63.00');
    },
    facts: [
      { kind: 'cart', phase: 'changed', quantity: 3 },
      { kind: 'cart', phase: 'seen', total_cents: 6300, may: true },
    ],
  },
  ...checksOut(6300, 3),
  tries('WELCOME10', 'accepted'),
  errs('4242424242424242'),
  {
    name: 'corrects them and pays',
    async does(hand) {
      await correctsAndPays(hand);
      await hand.arrives('/thank-you');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'accepted', may: true },
      view('confirmation'),
      { kind: 'purchase', total_cents: 6065, ...GBP },
    ],
  },
];

/** Nothing found, too many wanted, a code refused, the card refused, gone. @type {Step[]} */
export const UNHAPPY = [
  comesIn,
  searches('candel', 0),
  searches('candle', 5),
  opens('fig-candle', 1, 2400),
  {
    name: 'wants more than there are',
    async does(hand) {
      await puts('9')(hand);
      await hand.sees('.product-form__error-message', 'You can only add 3');
    },
    facts: [{ kind: 'cart', phase: 'refused' }],
  },
  {
    name: 'takes one',
    async does(hand) {
      await puts('1')(hand);
      await hand.sees('cart-drawer .totals__total-value', '£24.00');
    },
    facts: [
      { kind: 'cart', phase: 'added', quantity: 1 },
      { kind: 'cart', phase: 'seen', total_cents: 2400, items: 1, ...GBP },
    ],
  },
  {
    name: 'wants four in the cart',
    async does(hand) {
      await hand.fills('#Drawer-quantity-1', '4');
      await hand.tab();
      await hand.sees('.cart-item__error-text', 'You can only add 3');
    },
    facts: [
      { kind: 'cart', phase: 'refused' },
      { kind: 'field', phase: 'invalid', content: 'quantity', may: true }, // an alert beside the field
    ],
  },
  ...checksOut(2400, 1),
  tries('GRATIS', 'refused'),
  errs('4000000000000002'),
  {
    name: 'corrects them and pays with a card that is refused',
    async does(hand) {
      await correctsAndPays(hand);
      await hand.sees('#PaymentErrorBanner', 'declined');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'declined' },
    ],
  },
  {
    name: 'leaves',
    async does(hand) {
      await hand.press('header [href="/"]');
      await hand.sees('h2', 'Lit by the sea');
    },
    facts: [view('home')],
  },
];
