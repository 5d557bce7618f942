// checkout.js - what the steps of the checkout share: the costs beside the form, remembered answers, and a
// kind word where there is nothing to check out.

import { readCart, totalsOf } from './cart.js';
import { byId, h } from './dom.js';
import { freshOnReturn } from './frame.js';
import { t } from './language.js';
import { addToOrder, readOrder } from './order.js';
import { summary } from './summary.js';

/** @param {string} [delivery] @param {number} [fee_cents] */
export function showCosts(delivery = readOrder().method, fee_cents = 0) {
  byId('summary').replaceChildren(summary(totalsOf(readCart(), delivery), fee_cents));
}

/** Shows the costs; false where the cart is empty. @param {number} [fee_cents] */
export function beginStep(fee_cents = 0) {
  freshOnReturn();
  if (readCart().lines.length > 0) {
    showCosts(undefined, fee_cents);
    return true;
  }
  const back = h('a', { class: 'button primary', href: 'index.html' }, t('Look around'));
  byId('step').replaceChildren(h('p', {}, t('Your cart is empty.')), h('p', {}, back));
  return false;
}

/** Fills in what was told before. @param {HTMLFormElement} form */
export function fillIn(form) {
  for (const [name, value] of Object.entries(readOrder())) {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field) field.value = value;
  }
}

/** Remembers the form and goes on. @param {HTMLFormElement} form @param {string} page */
export function goOn(form, page) {
  const told = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  addToOrder(Object.fromEntries(told));
  location.href = page;
}
