// summary.js - what the order holds and costs, line by line, as cart and checkout show it.

import { lineCents } from './cart.js';
import { findProduct } from './catalogue.js';
import { h } from './dom.js';
import { euros, language, t } from './language.js';
import { colourOf, picture, variant } from './picture.js';

/** @param {string} name @param {string} amount @param {string} [kind] */
const row = (name, amount, kind = '') => h('div', { class: kind }, h('dt', {}, t(name)), h('dd', {}, amount));

/**
 * @param {import('./cart.js').Totals} totals
 * @param {number} [fee_cents] a service fee on top
 */
export function summary(totals, fee_cents = 0) {
  const rows = [row('Products', euros(totals.goods_cents))];
  if (totals.discount_cents) rows.push(row('Discount', `−${euros(totals.discount_cents)}`));
  rows.push(row('Delivery', totals.delivery_cents ? euros(totals.delivery_cents) : t('Free')));
  if (fee_cents) rows.push(row('Service fee', euros(fee_cents)));
  rows.push(row('Total', euros(totals.total_cents + fee_cents), 'total'));
  return h('dl', { class: 'summary' }, ...rows);
}

/** @param {import('./cart.js').Line} line */
function small(line) {
  const product = findProduct(line.id);
  if (!product) return '';
  const name = h('p', {}, `${line.quantity} × ${product.name[language]}`);
  const text = h('div', {}, name, h('p', { class: 'variant' }, variant(line)));
  return h('li', {}, picture(product, colourOf(line)), text, h('p', {}, euros(lineCents(line))));
}

/** What is ordered, small. @param {import('./cart.js').Cart} cart */
export const orderLines = cart => h('ul', { class: 'order-lines' }, ...cart.lines.map(small));
