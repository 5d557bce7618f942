// tiles.js - a list of products, as a listing and a search show it.

import { h } from './dom.js';
import { euros, language } from './language.js';
import { picture } from './picture.js';

/** @typedef {import('./products.js').Product} Product */

/** @param {Product} product @param {'h2' | 'h3'} level */
function tile(product, level) {
  const link = h('a', { href: `product.html?id=${product.id}` }, product.name[language]);
  const price = h('p', { class: 'price' }, euros(product.price_cents));
  return h('li', { class: 'tile' }, picture(product), h(level, {}, link), price);
}

/** @param {Product[]} products @param {'h2' | 'h3'} [level] of the heading in each */
export function tiles(products, level = 'h2') {
  return h('ul', { class: 'tiles' }, ...products.map(product => tile(product, level)));
}
