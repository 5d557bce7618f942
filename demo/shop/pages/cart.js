// cart.js - the cart page: quantities, discount code, costs.

import { lineCents, QUANTITY_MOST, readCart, setQuantity, totalsOf } from '../cart.js';
import { findProduct } from '../catalogue.js';
import { offerCoupon } from '../coupon.js';
import { byId, h } from '../dom.js';
import { fault } from '../faults.js';
import { frame, freshOnReturn, showBadge, tell } from '../frame.js';
import { euros, language, t } from '../language.js';
import { picture } from '../picture.js';
import { request } from '../requests.js';
import { summary } from '../summary.js';

/** @typedef {import('../cart.js').Line} Line */

/** @param {Line} line @param {number} quantity */
function change(line, quantity) {
  if (fault('script_error_cart')) {
    // @ts-expect-error the fault is a method that is not there, as shops have them after a careless release
    line.recalculate();
  }
  if (quantity > QUANTITY_MOST) tell(t('We sell at most {0} of these.', QUANTITY_MOST));
  line.quantity = setQuantity(line, quantity);
  showTotals();
  request('cart').catch(error => console.error(error));
}

/** @param {HTMLInputElement} field @param {(quantity: number) => void} onChange */
function stepper(field, onChange) {
  const press = (/** @type {number} */ by) => () => onChange(Number(field.value) + by);
  const less = h('button', { type: 'button', 'aria-label': t('One less'), click: press(-1) }, '−');
  const more = h('button', { type: 'button', 'aria-label': t('One more'), click: press(1) }, '+');
  field.addEventListener('change', () => onChange(Number(field.value)));
  return h('div', { class: 'stepper' }, less, field, more);
}

/** @param {Line} line @param {string} name */
function quantityField({ quantity }, name) {
  const field = h('input', { type: 'number', min: '0', max: String(QUANTITY_MOST), value: String(quantity) });
  field.setAttribute('aria-label', t('Quantity of {0}', name));
  return field;
}

/** Is changed in place: a press on "+" that also leaves the field must still find its button. @param {Line} line */
function row(line) {
  const product = findProduct(line.id);
  if (!product) return '';
  const name = product.name[language];
  const field = quantityField(line, name);
  const price = h('p', { class: 'price' }, euros(lineCents(line)));
  const update = (/** @type {number} */ quantity) => {
    change(line, quantity);
    field.value = String(line.quantity);
    price.textContent = euros(lineCents(line));
    if (line.quantity === 0) takeOut(item);
  };
  const remove = h('button', { type: 'button', click: () => update(0) }, t('Remove'));
  const size = line.size ? h('p', {}, t('Size {0}', line.size)) : '';
  const title = h('h2', {}, h('a', { href: `product.html?id=${product.id}` }, name));
  const text = h('div', {}, title, size, h('div', { class: 'controls' }, stepper(field, update), remove));
  const item = h('li', { class: 'line' }, picture(product), text, price);
  return item;
}

/** The focus would be lost with the line. @param {HTMLElement} item */
function takeOut(item) {
  item.remove();
  byId('title').focus();
}

function showEmpty() {
  const back = h('a', { class: 'button primary', href: 'index.html' }, t('Look around'));
  byId('cart').replaceChildren(h('p', {}, t('Your cart is empty.')), h('p', {}, back));
}

function showTotals() {
  const cart = readCart();
  showBadge();
  if (cart.lines.length === 0) showEmpty();
  else byId('summary').replaceChildren(summary(totalsOf(cart)));
}

frame();
freshOnReturn();
byId('lines').append(h('ul', { class: 'lines' }, ...readCart().lines.map(row)));
offerCoupon(showTotals);
showTotals();
