// catalogue.js - finding products: by id, by category, by words.

import { CATEGORIES, PRODUCTS } from './products.js';

/** @typedef {import('./products.js').Product} Product */
/** @typedef {import('./products.js').Category} Category */

/** @param {string | null} id */
export const findProduct = id => PRODUCTS.find(product => product.id === id);

/** Those that are there, in the order asked for. @param {string[]} ids */
export const findProducts = ids => ids.map(findProduct).filter(product => product !== undefined);

/** Listings that are no category. @type {Record<string, {en: string, nl: string}>} */
const GATHERED = { all: { en: 'Everything', nl: 'Alles' }, sale: { en: 'Offers', nl: 'Acties' } };

/** Every listing there is: id -> name in both languages. */
export const LISTINGS = { ...CATEGORIES, ...GATHERED };

/** @param {string | null} name @returns {name is keyof typeof LISTINGS} */
export const isListing = name => name !== null && Object.hasOwn(LISTINGS, name);

/** @param {string} listing */
export function inListing(listing) {
  if (listing === 'all') return PRODUCTS;
  if (listing === 'sale') return PRODUCTS.filter(product => product.was_cents);
  return PRODUCTS.filter(product => product.category === listing);
}

/** Four others of the same shelf, those that follow it first. @param {Product} product */
export function related(product) {
  const shelf = inListing(product.category);
  const at = shelf.indexOf(product);
  return [...shelf.slice(at + 1), ...shelf.slice(0, at)].slice(0, 4);
}

/** Lower case and without accents, so that "café" finds "cafe". @param {string} text */
export const fold = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** @param {Product} product @returns {string[]} */
function wordsOf({ name, about, words, category }) {
  const { en, nl } = CATEGORIES[category];
  const text = fold([name.en, name.nl, about.en, about.nl, words, en, nl].join(' '));
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * Every word must be the beginning of a word of the product, in either language.
 * @param {string} query
 */
export function searchProducts(query) {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return PRODUCTS.filter(product => {
    const words = wordsOf(product);
    return wanted.every(want => words.some(word => word.startsWith(want)));
  });
}
