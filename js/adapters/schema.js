// What schema.org says in a page, as JSON-LD or microdata: the product, how much a list shows, an order. The entry of
// dist/koord.schema.js. Only what stands for the whole page counts: a product among others is one of a list.

/** @typedef {import('../shop/adapters.js').Kit} Kit */
/** @typedef {Record<string, any>} Thing */

const MOST = 20;
const LETTERS_MOST = 65_536;

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // shops write it by hand, and it is theirs to mend
  }
}

/** @param {any} json @returns {Thing[]} */
function thingsIn(json) {
  if (Array.isArray(json)) return json.slice(0, MOST).flatMap(thingsIn);
  if (!json || typeof json !== 'object') return [];
  return [json, ...thingsIn(json['@graph'])];
}

/** @returns {Thing[]} */
function fromScripts() {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, MOST);
  const texts = scripts
    .map(({ textContent }) => textContent || '')
    .filter(text => text.length < LETTERS_MOST);
  return texts.flatMap(text => thingsIn(parsed(text)));
}

/** What an element of microdata says. @param {Element} element */
const wordOf = element =>
  element.getAttribute('content') || element.getAttribute('href') || element.textContent?.trim().slice(0, 80);

/** @param {Element} scope @returns {Thing} */
function fromScope(scope) {
  /** @type {Thing} */
  const thing = { '@type': scope.getAttribute('itemtype')?.split('/').pop() };
  for (const element of [...scope.querySelectorAll('[itemprop]')].slice(0, 60))
    thing[`${element.getAttribute('itemprop')}`] ??= wordOf(element);
  return thing;
}

/** The outermost scopes: an offer belongs to its product. @returns {Thing[]} */
function fromMarkup() {
  const scopes = [...document.querySelectorAll('[itemscope][itemtype*="schema.org/"]')];
  return scopes
    .filter(scope => !scope.parentElement?.closest('[itemscope]'))
    .slice(0, MOST)
    .map(fromScope);
}

/** @param {Thing[]} things @param {string} type */
const ofType = (things, type) => things.filter(thing => [thing['@type']].flat().includes(type));

/** @param {unknown} price */
function centsOf(price) {
  const units = Number.parseFloat(
    String(price)
      .replace(/[^\d.,]/g, '')
      .replace(',', '.'),
  );
  return Number.isFinite(units) ? Math.round(units * 100) : undefined;
}

/** @param {Thing} product @returns {import('../page.js').Facts} */
function priceOf(product) {
  const [offer] = [product.offers ?? product].flat();
  const { price, lowPrice, priceCurrency } = offer?.priceSpecification?.price
    ? offer.priceSpecification
    : Object(offer);
  return { price_cents: centsOf(price ?? lowPrice), currency: priceCurrency };
}

/** @param {Kit} kit @param {Thing[]} things */
function sayProduct(kit, things) {
  const products = ofType(things, 'Product').concat(ofType(things, 'ProductGroup'));
  if (products.length !== 1 || ofType(things, 'ItemList').some(list => list.numberOfItems > 1)) return;
  kit.say('product', { phase: 'seen', key: kit.productKey(location.href), ...priceOf(products[0]) });
}

/** @param {Kit} kit @param {Thing[]} things */
function sayOrder(kit, things) {
  const [order] = ofType(things, 'Order');
  const number = order && `${kit.hash(String(order.orderNumber ?? location.pathname))}`;
  if (!number || kit.page.recall('order') === number) return;
  kit.page.note('order', number);
  const { price, priceCurrency } = Object(order.partOfInvoice?.totalPaymentDue ?? order);
  kit.say('payment', { phase: 'accepted' });
  kit.say('purchase', { total_cents: centsOf(price), currency: priceCurrency });
}

/** @param {Kit} kit */
export function speak(kit) {
  let looked = '';

  /** Once a view, when it has come to rest. @param {{place: string}} view */
  function look({ place }) {
    if (looked === location.href) return;
    looked = location.href;
    const things = [...fromScripts(), ...fromMarkup()];
    const [list] = ofType(things, 'ItemList').filter(({ numberOfItems }) => numberOfItems !== undefined);
    if (/product|other/.test(place)) sayProduct(kit, things);
    if (list && /search|listing/.test(place)) kit.found(Number(list.numberOfItems));
    sayOrder(kit, things);
  }

  kit.page.listen('settled', look);
}
