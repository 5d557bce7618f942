// summary.js - what the order costs, line by line, as cart and checkout show it.

import { h } from './dom.js';
import { euros, t } from './language.js';

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
