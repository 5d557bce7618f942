// Two visits to the French soap shop, and which facts about the shop an analyst wants to find of each step.

/** @typedef {import('./reckon.mjs').Step} Step */
/** @typedef {import('./stranger.mjs').Hand} Hand */

const EUR = { currency: 'EUR' };
const view = (/** @type {string} */ place) => ({ kind: 'page_view', place });
/** The address changes in its place: no view of its own is due. */
const REPLACED = { ...view('search'), via: 'history', may: true };
const ON = '[data-on]';

/** @type {Step} */
const comesIn = {
  name: 'comes in',
  async does(hand) {
    await hand.goes('/');
    await hand.sees('h1', 'La garrigue');
  },
  facts: [view('home')],
};

/** @param {string} words @param {number} count @returns {Step} */
const searches = (words, count) => ({
  name: `searches ${words}`,
  async does(hand) {
    await hand.press('[data-open]');
    await hand.types(words);
    await hand.enter();
    await hand.sees('[data-list]', count ? `${count} produits` : 'Aucun résultat');
  },
  facts: [{ kind: 'search', query: words }, view('search'), { kind: 'results', count }],
});

/** @param {string} slug @param {string} name @param {number} rank @param {number} price_cents @returns {Step} */
const opens = (slug, name, rank, price_cents) => ({
  name: 'opens a soap',
  async does(hand) {
    await hand.press(`main [href="/fr/p/${slug}"]`);
    await hand.sees('h1', name);
  },
  facts: [
    { kind: 'product', phase: 'chosen', rank },
    view('product'),
    { kind: 'product', phase: 'seen', price_cents, ...EUR },
  ],
});

/** @param {number} total_cents @param {number} items @returns {Step} */
const looksAtCart = (total_cents, items) => ({
  name: 'looks at the cart',
  async does(hand) {
    await hand.press('header [href="/fr/panier"]');
    await hand.sees('h1', 'Votre panier');
  },
  facts: [view('cart'), { kind: 'cart', phase: 'seen', total_cents, items, ...EUR }],
});

/** @param {string} code @param {string} answer @param {import('./reckon.mjs').Expected[]} facts @returns {Step} */
const tries = (code, answer, facts) => ({
  name: `tries the code ${code}`,
  async does(hand) {
    await hand.fills('#promo', code);
    await hand.press('[data-apply]');
    await hand.sees('[data-promo]', answer);
  },
  facts: [{ kind: 'coupon', phase: 'submitted' }, ...facts],
});

/** Types one text after another, from field to field. @param {Hand} hand @param {string} first @param {string[]} texts */
const fillsAll = async (hand, first, texts) => {
  await hand.press(first);
  for (const text of texts) {
    await hand.types(text);
    await hand.tab();
  }
};

/** @param {number} total_cents @returns {Step[]} */
const checksOut = total_cents => [
  {
    name: 'goes to the checkout',
    async does(hand) {
      await hand.press(ON);
      await hand.sees('h1', 'Coordonnées');
    },
    facts: [view('checkout'), { kind: 'checkout', step: 'contact', total_cents }],
  },
  {
    name: 'says who, with two mistakes',
    async does(hand) {
      await fillsAll(hand, '#mail', ['claire@exemple', 'Claire', 'Vidal', '']);
      await hand.press(ON);
      await hand.sees('.text-red-600', 'Ce champ est requis.');
    },
    facts: [
      { kind: 'field', phase: 'invalid', content: 'email' },
      { kind: 'field', phase: 'invalid', content: 'phone' },
    ],
  },
  {
    name: 'corrects them and goes on',
    async does(hand) {
      await hand.fills('#mail', 'claire@exemple.fr');
      await hand.fills('#tel', '0612345678');
      await hand.press(ON);
      await hand.sees('h1', 'Livraison');
    },
    facts: [view('checkout'), { kind: 'checkout', step: 'delivery' }],
  },
  {
    name: 'says where to',
    async does(hand) {
      await fillsAll(hand, '#rue', ['3 place aux Herbes', '30700', 'Uzès']);
      await hand.press(ON);
      await hand.sees('h1', 'Paiement');
    },
    facts: [view('checkout'), { kind: 'checkout', step: 'payment', total_cents: total_cents + 490 }],
  },
];

/** @param {string} method @returns {(hand: Hand) => Promise<void>} */
const pays = method => async hand => {
  await hand.press(`[data-method=${method}]`);
  await hand.press(ON);
};

/** Everything goes well, but for two mistakes. @type {Step[]} */
export const HAPPY = [
  comesIn,
  searches('savon', 5),
  {
    name: 'keeps what is organic',
    async does(hand) {
      await hand.press('[data-bio]');
      await hand.sees('[data-list]', '3 produits');
    },
    facts: [{ kind: 'refine', phase: 'applied', active: 1 }, REPLACED, { kind: 'results', count: 3 }],
  },
  {
    name: 'sorts by price',
    async does(hand) {
      await hand.press('[data-sort]');
      await hand.press('[data-value=PRICE_ASC]');
      await hand.sees('[data-sort]', 'Prix croissant');
    },
    facts: [{ kind: 'refine', phase: 'sorted' }, REPLACED, { kind: 'results', count: 3, may: true }],
  },
  opens('savon-lavande', 'lavande', 1, 690),
  {
    name: 'puts two in the cart',
    async does(hand) {
      await hand.press('[aria-label="Augmenter la quantité"]');
      await hand.press('[data-add]');
      await hand.sees('#toasts', 'Ajouté au panier');
    },
    facts: [{ kind: 'cart', phase: 'added', quantity: 2 }],
  },
  looksAtCart(1380, 2),
  {
    name: 'wants three',
    async does(hand) {
      await hand.press('[data-by="1"]');
      await hand.sees('main', '20,70');
    },
    facts: [
      { kind: 'cart', phase: 'changed', quantity: 3 },
      { kind: 'cart', phase: 'seen', total_cents: 2070, items: 3, may: true },
    ],
  },
  tries('BIENVENUE10', 'pris en compte', [
    { kind: 'coupon', phase: 'accepted' },
    { kind: 'cart', phase: 'seen', total_cents: 1863, may: true },
  ]),
  ...checksOut(1863),
  {
    name: 'pays',
    async does(hand) {
      await pays('paypal')(hand);
      await hand.sees('h1', 'Merci Claire');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'accepted', may: true },
      view('confirmation'),
      { kind: 'purchase', total_cents: 2353, ...EUR },
    ],
  },
];

/** Nothing found, too many wanted, a code refused, the card refused, gone. @type {Step[]} */
export const UNHAPPY = [
  comesIn,
  searches('savonette', 0),
  searches('savon', 5),
  opens('savon-noir', 'Savon noir', 1, 1200),
  {
    name: 'wants more than there are',
    async does(hand) {
      await hand.page.click('[aria-label="Augmenter la quantité"]', { times: 2, every_ms: 300 });
      await hand.press('[data-add]');
      await hand.sees('#toasts', 'Stock insuffisant');
    },
    facts: [{ kind: 'cart', phase: 'unavailable' }],
  },
  {
    name: 'takes two',
    async does(hand) {
      await hand.press('[aria-label="Diminuer la quantité"]');
      await hand.press('[data-add]');
      await hand.sees('#toasts', 'Ajouté au panier');
    },
    facts: [{ kind: 'cart', phase: 'added', quantity: 2 }],
  },
  looksAtCart(2400, 2),
  tries('GRATUIT', 'n’est pas valable', [{ kind: 'coupon', phase: 'refused' }]),
  ...checksOut(2400),
  {
    name: 'pays with a card that is refused',
    async does(hand) {
      await pays('cb')(hand);
      await hand.sees('[data-refused]', 'refusé');
    },
    facts: [
      { kind: 'payment', phase: 'started' },
      { kind: 'payment', phase: 'declined' },
    ],
  },
  {
    name: 'leaves',
    async does(hand) {
      await hand.press('header [href="/fr"]');
      await hand.sees('h1', 'La garrigue');
    },
    facts: [view('home')],
  },
];
