// listing.js - a list of products with its count and a choice of order; the search and the categories share it.

import { sorted } from './catalogue.js';
import { h } from './dom.js';
import { t } from './language.js';
import { tiles } from './tiles.js';

/** @typedef {import('./products.js').Product} Product */

const ORDERS = { relevance: 'Best match', cheapest: 'Lowest price first', dearest: 'Highest price first' };

/** @param {(order: string) => void} onChoose */
function orderChoice(onChoose) {
  const rows = Object.entries(ORDERS).map(([value, name]) => h('option', { value }, t(name)));
  const choice = h('select', { id: 'order', name: 'order' }, ...rows);
  choice.addEventListener('change', () => onChoose(choice.value));
  return h('p', { class: 'order' }, h('label', { for: 'order' }, t('Sort by')), ' ', choice);
}

/**
 * @param {HTMLElement} place
 * @param {Product[]} products at least one
 * @param {string} count the sentence that says how many there are
 */
export function showListing(place, products, count) {
  let list = tiles(products);
  const choice = orderChoice(order => {
    const next = tiles(sorted(products, order));
    list.replaceWith(next);
    list = next;
  });
  place.replaceChildren(h('div', { class: 'listing-head' }, h('p', { class: 'count' }, count), choice), list);
}
