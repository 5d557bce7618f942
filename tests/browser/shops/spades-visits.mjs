// Two visits to the Dutch garden shop, and which facts about the shop an analyst wants to find of each step.

/** @typedef {import('./reckon.mjs').Step} Step */

const EUR = { currency: 'EUR' };
const view = (/** @type {string} */ place) => ({ kind: 'page_view', place });

/** @param {string} words @param {number} count @returns {Step} */
const searches = (words, count) => ({
  name: `searches ${words}`,
  async does(hand) {
    await hand.fills('#search', words);
    await hand.enter();
    await hand.arrives(`?q=${words}`);
  },
  facts: [{ kind: 'search', query: words }, view('search'), { kind: 'results', count }],
});

/** @type {Step} */
const comesIn = { name: 'comes in', does: hand => hand.goes('/'), facts: [view('home')] };

/** @param {string} slug @param {number} rank @param {number} price_cents @returns {Step} */
const opens = (slug, rank, price_cents) => ({
  name: 'opens a product',
  async does(hand) {
    await hand.press(`.product-item-link[href="/${slug}.html"]`);
    await hand.arrives(`/${slug}.html`);
  },
  facts: [
    { kind: 'product', phase: 'chosen', rank },
    view('product'),
    { kind: 'product', phase: 'seen', price_cents, ...EUR },
  ],
});

/** @param {number} total_cents @param {number} items @returns {Step} */
const looksAtCart = (total_cents, items) => ({
  name: 'goes to the cart',
  async does(hand) {
    await hand.press('.showcart');
    await hand.arrives('/checkout/cart/');
  },
  facts: [view('cart'), { kind: 'cart', phase: 'seen', total_cents, items, ...EUR }],
});

/** @param {string} code @param {import('./reckon.mjs').Expected[]} facts @returns {Step} */
const tries = (code, facts) => ({
  name: `tries the code ${code}`,
  async does(hand) {
    await hand.press('#block-discount > .title');
    await hand.fills('#coupon_code', code);
    await hand.press('#discount-coupon-form button');
    await hand.sees('#messages .message', code);
  },
  facts: [{ kind: 'coupon', phase: 'submitted' }, view('cart'), ...facts],
});

/** @type {Step} */
const checksOut = {
  name: 'goes to the checkout',
  async does(hand) {
    await hand.press('[data-role=proceed-to-checkout]');
    await hand.arrives('/checkout/#');
  },
  facts: [view('checkout'), { kind: 'checkout', step: 'start' }],
};

/** @type {Step} */
const errs = {
  name: 'fills in the address, with two mistakes',
  async does(hand) {
    await hand.fills('#customer-email', 'bram@tuin.example');
    await hand.tab();
    for (const text of ['Bram', 'Visser', 'Kade 12', '12345', 'Delft']) {
      await hand.types(text);
      await hand.tab();
    }
    await hand.press('#s_postnl');
    await hand.press('.continue');
    await hand.sees('.field-error', 'Dit is een verplicht veld.');
  },
  facts: [
    { kind: 'checkout', step: 'contact' },
    { kind: 'checkout', step: 'delivery' },
    { kind: 'field', phase: 'invalid', content: 'postcode' },
    { kind: 'field', phase: 'invalid', content: 'phone' },
  ],
};

/** @param {number} total_cents @returns {Step} */
const corrects = total_cents => ({
  name: 'corrects them and goes on',
  async does(hand) {
    await hand.fills('[name=postcode]', '2611 AB');
    await hand.fills('[name=telephone]', '0151234567');
    await hand.press('.continue');
    await hand.sees('#payment .step-title', 'Betaalmethode');
  },
  facts: [
    { kind: 'checkout', step: 'payment', total_cents },
    { ...view('checkout'), may: true }, // the address changes its hash only
  ],
});

/** @param {string} method @returns {(hand: import('./stranger.mjs').Hand) => Promise<void>} */
const pays = method => async hand => {
  await hand.press(`label[for=${method}]`);
  await hand.press(`.payment-method:has(#${method}) .checkout`);
};

/** Everything goes well, but for two mistakes in the address. @type {Step[]} */
export const HAPPY = [
  comesIn,
  searches('snoeischaar', 5),
  {
    name: 'keeps one brand',
    async does(hand) {
      await hand.press('.filter-options-title');
      await hand.press('.filter-options-content li:nth-child(2) a');
      await hand.arrives('merk=2');
    },
    facts: [view('search'), { kind: 'refine', phase: 'applied', active: 1 }, { kind: 'results', count: 2 }],
  },
  {
    name: 'sorts by price',
    async does(hand) {
      await hand.chooses('#sorter', 'Pr');
      await hand.arrives('product_list_order=price');
    },
    facts: [view('search'), { kind: 'refine', phase: 'sorted' }, { kind: 'results', count: 2 }],
  },
  opens('gardena-classic-snoeischaar', 1, 1749),
  {
    name: 'puts two in the cart',
    async does(hand) {
      await hand.fills('#qty', '2');
      await hand.press('#product-addtocart-button');
      await hand.sees('.message-success', 'Gardena Classic');
    },
    facts: [{ kind: 'cart', phase: 'added', quantity: 2 }],
  },
  looksAtCart(3498, 2),
  {
    name: 'wants three',
    async does(hand) {
      await hand.fills('#cart-14-qty', '3');
      await hand.press('.action.update');
      await hand.sees('#shopping-cart-table .subtotal', '52,47');
    },
    facts: [
      { kind: 'cart', phase: 'changed', quantity: 3 },
      view('cart'),
      { kind: 'cart', phase: 'seen', total_cents: 5247, items: 3, may: true }, // said by the change
    ],
  },
  tries('GROEN10', [
    { kind: 'coupon', phase: 'accepted' },
    { kind: 'cart', phase: 'seen', total_cents: 4722 },
  ]),
  checksOut,
  errs,
  corrects(5317),
  {
    name: 'pays',
    async does(hand) {
      await pays('mollie_ideal')(hand);
      await hand.arrives('/checkout/onepage/success/');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'accepted', may: true }, // the order says it
      view('confirmation'),
      { kind: 'purchase', total_cents: 5317, ...EUR },
    ],
  },
];

/** Nothing found, too many wanted, a code refused, the card refused, gone. @type {Step[]} */
export const UNHAPPY = [
  comesIn,
  searches('snoeischar', 0),
  searches('snoeischaar', 5),
  opens('felco-2-snoeischaar', 2, 6495),
  {
    name: 'wants more than there are',
    async does(hand) {
      await hand.fills('#qty', '50');
      await hand.press('#product-addtocart-button');
      await hand.sees('.message-error', 'niet beschikbaar');
    },
    facts: [{ kind: 'cart', phase: 'unavailable' }],
  },
  {
    name: 'takes one',
    async does(hand) {
      await hand.fills('#qty', '1');
      await hand.press('#product-addtocart-button');
      await hand.sees('.message-success', 'Felco 2');
    },
    facts: [{ kind: 'cart', phase: 'added', quantity: 1 }],
  },
  looksAtCart(6495, 1),
  tries('GRATIS', [
    { kind: 'coupon', phase: 'refused' },
    { kind: 'cart', phase: 'seen', total_cents: 6495, may: true }, // the same cart as before
  ]),
  checksOut,
  errs,
  corrects(7090),
  {
    name: 'pays with a card that is refused',
    async does(hand) {
      await pays('adyen_cc')(hand);
      await hand.sees('.message-error', 'geweigerd');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'declined' },
    ],
  },
  {
    name: 'leaves',
    async does(hand) {
      await hand.press('.logo');
      await hand.sees('h1', 'Alles voor de tuin');
    },
    facts: [view('home')],
  },
];
