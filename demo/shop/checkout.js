// checkout.js - what the steps of the checkout share: the costs beside the form, remembered answers, and a
// kind word where there is nothing to check out.

import { readAccount } from './account.js';
import { readCart, totalsOf } from './cart.js';
import { byId, h } from './dom.js';
import { fault } from './faults.js';
import { freshOnReturn } from './frame.js';
import { t } from './language.js';
import { addToOrder, readOrder } from './order.js';
import { orderLines, summary } from './summary.js';

/** @param {string} [delivery] @param {number} [fee_cents] */
export function showCosts(delivery = readOrder().method, fee_cents = 0) {
  const cart = readCart();
  byId('summary').replaceChildren(orderLines(cart), summary(totalsOf(cart, delivery), fee_cents));
}

function showEmpty() {
  const back = h('a', { class: 'button primary', href: 'category.html?c=all' }, t('Look around'));
  const nothing = h('div', { class: 'empty' }, h('p', {}, t('Your cart is empty.')), h('p', {}, back));
  byId('step').replaceChildren(nothing);
}

/** Shows the costs; false where the cart is empty, or one must log in first. @param {number} [fee_cents] */
export function beginStep(fee_cents = 0) {
  freshOnReturn();
  if (readCart().lines.length === 0) {
    showEmpty();
    return false;
  }
  if (fault('login_wall') && !readAccount()) {
    location.replace('login.html?next=checkout.html');
    return false;
  }
  showCosts(undefined, fee_cents);
  return true;
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
