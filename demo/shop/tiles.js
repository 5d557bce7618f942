// tiles.js - a list of products, as a listing and a search show it.

import { h } from './dom.js';
import { euros, language, t } from './language.js';
import { picture } from './picture.js';
import { swatch } from './swatch.js';

/** @typedef {import('./products.js').Product} Product */

/** What it costs, and what it cost before. @param {Product} product */
export function price({ price_cents, was_cents }) {
  const now = h('p', { class: 'price' }, euros(price_cents));
  if (was_cents)
    now.append(' ', h('span', { class: 'unseen' }, t('before')), ' ', h('s', {}, euros(was_cents)));
  return now;
}

/** @param {Product} product */
function colours({ colours: all }) {
  const dots = all.map(swatch);
  return h('p', { class: 'dots' }, ...dots, h('span', { class: 'unseen' }, t('In {0} colours', all.length)));
}

/** @param {Product} product */
const lowered = ({ price_cents, was_cents = 0 }) =>
  h('p', { class: 'flag' }, `−${Math.round(100 - (100 * price_cents) / was_cents)}%`);

/** @param {Product} product @param {'h2' | 'h3'} level @param {string[]} wanted colours */
function tile(product, level, wanted) {
  const link = h('a', { href: `product.html?id=${product.id}` }, product.name[language]);
  const colour = product.colours.find(one => wanted.includes(one));
  const item = h(
    'li',
    { class: 'tile' },
    picture(product, colour),
    h(level, {}, link),
    colours(product),
    price(product),
  );
  if (product.was_cents) item.append(lowered(product));
  return item;
}

/**
 * @param {Product[]} products
 * @param {'h2' | 'h3'} [level] of the heading in each
 * @param {string[]} [wanted] colours in which they are shown, where they come in them
 */
export function tiles(products, level = 'h2', wanted = []) {
  return h('ul', { class: 'tiles' }, ...products.map(product => tile(product, level, wanted)));
}
