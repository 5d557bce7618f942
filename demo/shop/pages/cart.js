// cart.js - the cart page: quantities, discount code, costs, and a way back for what was removed.

import {
  addToCart,
  FREE_DELIVERY_FROM_CENTS,
  lineCents,
  QUANTITY_MOST,
  readCart,
  setQuantity,
  totalsOf,
} from '../cart.js';
import { findProduct } from '../catalogue.js';
import { offerCoupon } from '../coupon.js';
import { byId, h } from '../dom.js';
import { frame, freshOnReturn, showBadge, tell } from '../frame.js';
import { euros, language, t } from '../language.js';
import { colourOf, picture, variant } from '../picture.js';
import { request } from '../requests.js';
import { stepper } from '../stepper.js';
import { summary } from '../summary.js';

/** @typedef {import('../cart.js').Line} Line */

/** @param {Line} line @param {number} quantity */
function change(line, quantity) {
  if (quantity > QUANTITY_MOST) tell(t('We sell at most {0} of these.', QUANTITY_MOST));
  line.quantity = setQuantity(line, quantity);
  showTotals();
  request('cart').catch(error => console.error(error));
}

/** Is changed in place: a press on "+" that also leaves the field must still find its button. @param {Line} line */
function row(line) {
  const product = findProduct(line.id);
  if (!product) return '';
  const name = product.name[language];
  const price = h('p', { class: 'price' }, euros(lineCents(line)));
  const update = (/** @type {number} */ quantity) => {
    const before = { ...line };
    change(line, quantity);
    steps.field.value = String(line.quantity);
    price.textContent = euros(lineCents(line));
    if (line.quantity === 0) takeOut(item, before, name);
  };
  const steps = stepper({
    label: t('Quantity of {0}', name),
    value: line.quantity,
    least: 0,
    onChange: update,
  });
  const remove = h('button', { type: 'button', class: 'quiet', click: () => update(0) }, t('Remove'));
  const title = h('h2', {}, h('a', { href: `product.html?id=${product.id}` }, name));
  const controls = h('div', { class: 'controls' }, steps.element, remove);
  const text = h('div', {}, title, h('p', { class: 'variant' }, variant(line)), controls);
  const item = h('li', { class: 'line' }, picture(product, colourOf(line)), text, price);
  return item;
}

/** The focus would be lost with the line. @param {HTMLElement} item @param {Line} line @param {string} name */
function takeOut(item, line, name) {
  const at = [...(item.parentElement?.children ?? [])].indexOf(item);
  item.remove();
  const undo = h('button', { type: 'button', class: 'quiet', click: () => putBack(line, at) }, t('Undo'));
  byId('removed').replaceChildren(h('p', {}, t('{0} is out of your cart.', name), ' ', undo));
  byId('title').focus();
}

/** @param {Line} line @param {number} at */
function putBack(line, at) {
  addToCart(line, at);
  byId('removed').replaceChildren();
  showLines();
  showTotals();
  byId('title').focus();
}

const emptyCart = () =>
  h(
    'div',
    { class: 'empty' },
    h('p', {}, t('Your cart is empty.')),
    h('p', {}, h('a', { class: 'button primary', href: 'category.html?c=all' }, t('Look around'))),
  );

function showLines() {
  byId('lines').replaceChildren(h('ul', { class: 'lines' }, ...readCart().lines.map(row)));
}

/** How far it is to free delivery. @param {import('../cart.js').Totals} totals */
function freeDelivery({ goods_cents, discount_cents, delivery_cents }) {
  const missing_cents = FREE_DELIVERY_FROM_CENTS - goods_cents + discount_cents;
  if (delivery_cents === 0) return t('Your delivery is free.');
  return t('Add {0} more and delivery is free.', euros(missing_cents));
}

function showTotals() {
  const cart = readCart();
  const totals = totalsOf(cart);
  showBadge();
  byId('costs-box').hidden = cart.lines.length === 0;
  if (cart.lines.length === 0) byId('lines').replaceChildren(emptyCart());
  byId('free-delivery').textContent = freeDelivery(totals);
  byId('summary').replaceChildren(summary(totals));
}

frame();
freshOnReturn();
showLines();
offerCoupon(showTotals);
showTotals();
