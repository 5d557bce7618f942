// What the names of GA4 mean in Koord's words; docs/adapters.md has the table.

/** @typedef {import('../shop/adapters.js').Kit} Kit */
/** @typedef {Record<string, any>} Given as the shop wrote it */

/** @param {unknown} amount in units of a currency, as a number or a text */
function centsOf(amount) {
  const units = typeof amount === 'string' ? Number.parseFloat(amount.replace(',', '.')) : Number(amount);
  return amount !== null && amount !== '' && Number.isFinite(units) ? Math.round(units * 100) : undefined;
}

/** @param {unknown} code */
const currencyOf = code => (/^[a-z]{3}$/i.test(String(code)) ? String(code).toUpperCase() : undefined);

/** @param {Given} facts @returns {Given[]} */
const itemsOf = ({ items }) => (Array.isArray(items) ? items : []);

/** @param {Given} facts */
const countOf = facts =>
  itemsOf(facts).reduce((sum, item) => sum + (Number(item?.quantity) || 1), 0) || undefined;

/** @param {Given} facts */
const totalOf = facts => ({ total_cents: centsOf(facts.value), currency: currencyOf(facts.currency) });

/** @param {Given} facts */
function priceOf(facts) {
  const [item] = itemsOf(facts);
  const currency = currencyOf(facts.currency ?? item?.currency);
  return { price_cents: centsOf(item?.price ?? facts.value), currency };
}

/** @typedef {(kit: Kit, facts: Given, at: number) => void} Meaning */

/** @param {string} phase @returns {Meaning} */
const product = phase => (kit, facts, at) =>
  kit.say('product', { phase, key: kit.thing(), ...priceOf(facts) }, at);

/** @param {string} phase @returns {Meaning} */
const cart = phase => (kit, facts, at) =>
  kit.say('cart', { phase, key: kit.thing(), quantity: countOf(facts) }, at);

/** @param {string} step @returns {Meaning} */
const checkout = step => (kit, _, at) => kit.say('checkout', { step }, at);

/** A list that shows nothing; how much others show the page itself tells better. @type {Meaning} */
const listed = (kit, facts) => void (Array.isArray(facts.items) && !facts.items.length && kit.found(0));

/** @type {Meaning} */
const searched = (kit, facts, at) => void (facts.search_term && kit.search(facts.search_term, at));

/** The same order again, after a reload, is no second one. @type {Meaning} */
function purchased(kit, facts, at) {
  const order = `${kit.hash(String(facts.transaction_id ?? facts.value))}`;
  if (kit.page.recall('order') === order) return;
  kit.page.note('order', order);
  kit.say('payment', { phase: 'accepted' }, at);
  kit.say('purchase', { ...totalOf(facts), items: countOf(facts) }, at);
}

/** @type {Record<string, Meaning>} */
const MEANINGS = {
  search: searched,
  view_search_results(kit, facts, at) {
    searched(kit, facts, at);
    listed(kit, facts, at);
  },
  view_item_list: listed,
  view_item: product('seen'),
  select_item: product('chosen'),
  add_to_wishlist: product('wished'),
  add_to_cart: cart('added'),
  remove_from_cart: cart('removed'),
  view_cart: (kit, facts, at) =>
    kit.say('cart', { phase: 'seen', ...totalOf(facts), items: countOf(facts) }, at),
  begin_checkout: checkout('start'),
  add_shipping_info: checkout('delivery'),
  add_payment_info: checkout('payment'),
  purchase: purchased,
};

/** @param {Kit} kit @param {unknown} name @param {any} facts @param {number} at */
export function mean(kit, name, facts, at) {
  const meaning = Object.hasOwn(MEANINGS, String(name)) && MEANINGS[String(name)];
  if (meaning) meaning(kit, Object(facts), at);
}

/** Universal Analytics wrote one part a deed, without names for most. @type {Record<string, string>} */
const PARTS = { detail: 'view_item', click: 'select_item', add: 'add_to_cart', remove: 'remove_from_cart' };

/** @param {Kit} kit @param {Given} ecommerce @param {number} at */
export function meanOld(kit, ecommerce, at) {
  const currency = ecommerce.currencyCode;
  for (const [part, name] of Object.entries(PARTS))
    if (ecommerce[part]) mean(kit, name, { items: ecommerce[part].products, currency }, at);
  if (ecommerce.checkout?.actionField?.step === 1) mean(kit, 'begin_checkout', {}, at);
  const { id, revenue } = ecommerce.purchase?.actionField || {};
  const items = ecommerce.purchase?.products;
  if (id) mean(kit, 'purchase', { transaction_id: id, value: revenue, currency, items }, at);
}
