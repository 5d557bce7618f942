// catalogue.js - finding products: by id, by category, by words.

import { CATEGORIES, PRODUCTS } from './products.js';

/** @typedef {import('./products.js').Product} Product */
/** @typedef {import('./products.js').Category} Category */

/** @param {string | null} id */
export const findProduct = id => PRODUCTS.find(product => product.id === id);

/** @param {string | null} category */
export const inCategory = category => PRODUCTS.filter(product => product.category === category);

/** @param {string | null} name @returns {name is Category} */
export const isCategory = name => name !== null && Object.hasOwn(CATEGORIES, name);

/** Lower case and without accents, so that "café" finds "cafe". @param {string} text */
const fold = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** @param {Product} product */
function textOf({ name, about, words, category }) {
  const { en, nl } = CATEGORIES[/** @type {Category} */ (category)];
  return fold([name.en, name.nl, about.en, about.nl, words, en, nl].join(' '));
}

/**
 * Every word must be the beginning of a word of the product, in either language.
 * @param {string} query
 */
export function searchProducts(query) {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return PRODUCTS.filter(product => {
    const words = textOf(product).split(/[^\p{L}\p{N}]+/u);
    return wanted.every(want => words.some(word => word.startsWith(want)));
  });
}

/** @type {Record<string, (a: Product, b: Product) => number>} */
const ORDERS = {
  cheapest: (a, b) => a.price_cents - b.price_cents,
  dearest: (a, b) => b.price_cents - a.price_cents,
};

/** @param {Product[]} products @param {string} order "relevance" leaves them as they are */
export function sorted(products, order) {
  return ORDERS[order] ? [...products].sort(ORDERS[order]) : products;
}
