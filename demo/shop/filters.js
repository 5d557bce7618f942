// filters.js - which products of a listing are shown, and in what order: read from the address, written to it.

import { COLOURS } from './draw/colours.js';
import { language, roundEuros, t } from './language.js';

/** @typedef {import('./products.js').Product} Product */
/** @typedef {(a: Product, b: Product) => number} Order */

/** @type {Record<string, {name: string, order?: Order}>} */
export const ORDERS = {
  relevance: { name: 'Best match' },
  cheapest: { name: 'Lowest price first', order: (a, b) => a.price_cents - b.price_cents },
  dearest: { name: 'Highest price first', order: (a, b) => b.price_cents - a.price_cents },
  name: { name: 'By name', order: (a, b) => a.name[language].localeCompare(b.name[language]) },
};

/** A list of more values than this is no choice. */
export const VALUES_MOST = 12;

const BANDS_CENTS = [0, 2500, 5000, 10000, 20000, Infinity];

/** @param {number} cents */
const bandOf = cents => String(BANDS_CENTS.findIndex(least => cents < least) - 1);

/** @param {string} band */
function bandName(band) {
  const [from, to] = [BANDS_CENTS[Number(band)], BANDS_CENTS[Number(band) + 1]];
  if (from === 0) return t('Under {0}', roundEuros(to));
  return to === Infinity
    ? t('From {0}', roundEuros(from))
    : t('{0} to {1}', roundEuros(from), roundEuros(to));
}

/**
 * A facet: what it is called, which values a product has, and how a value reads.
 * @type {Record<string, {name: string, of: (product: Product) => string[], label: (value: string) => string}>}
 */
export const FACETS = {
  price: { name: 'Price', of: product => [bandOf(product.price_cents)], label: bandName },
  colour: {
    name: 'Colour',
    of: product => product.colours,
    label: value => COLOURS[/** @type {import('./draw/colours.js').Colour} */ (value)]?.[language] ?? value,
  },
  size: { name: 'Size', of: product => product.sizes ?? [], label: value => value },
};

/** @typedef {Record<string, string[]>} Chosen facet -> values */

/** @param {URLSearchParams} parameters @returns {Chosen} */
export const chosenIn = parameters =>
  Object.fromEntries(Object.keys(FACETS).map(facet => [facet, parameters.getAll(facet)]));

/** One value of each facet that has any must fit. @param {Product[]} products @param {Chosen} chosen */
export const filtered = (products, chosen) =>
  products.filter(product =>
    Object.entries(chosen).every(
      ([facet, values]) =>
        values.length === 0 || FACETS[facet].of(product).some(value => values.includes(value)),
    ),
  );

/** @param {Product[]} products @param {string | null} name "relevance" leaves them as they are */
export function sorted(products, name) {
  const order = ORDERS[name ?? '']?.order;
  return order ? [...products].sort(order) : products;
}

/** The values of a facet among products, each with how many have it. @param {string} facet @param {Product[]} products */
export function valuesOf(facet, products) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const product of products) {
    for (const value of FACETS[facet].of(product)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts];
  return facet === 'price' ? values.sort(([a], [b]) => Number(a) - Number(b)) : values;
}
