// product.js - one product: product.html?id=lark-2

import { addToCart } from '../cart.js';
import { findProduct } from '../catalogue.js';
import { byId, h, parameter } from '../dom.js';
import { frame, showBadge, tell } from '../frame.js';
import { euros, language, t } from '../language.js';
import { picture } from '../picture.js';
import { CATEGORIES } from '../products.js';
import { request } from '../requests.js';

/** @typedef {import('../products.js').Product} Product */

/** @param {Product} product */
function crumbs({ category, name }) {
  const names = CATEGORIES[/** @type {import('../products.js').Category} */ (category)];
  const up = h('a', { href: `category.html?c=${category}` }, names[language]);
  byId('crumbs').setAttribute('aria-label', t('You are here'));
  byId('crumbs').append(h('a', { href: 'index.html' }, t('Home')), ' › ', up, ' › ', name[language]);
}

/** @param {string[]} sizes */
function sizeChoice(sizes) {
  const choice = h('select', { id: 'size', name: 'size' }, ...sizes.map(size => h('option', {}, size)));
  return h('p', {}, h('label', { for: 'size' }, t('Size')), choice);
}

/** @param {Product} product @param {HTMLButtonElement} button */
async function add(product, button) {
  const size = /** @type {HTMLSelectElement | null} */ (document.getElementById('size'))?.value ?? '';
  button.textContent = t('Adding …');
  try {
    await request('cart');
    addToCart(product.id, size, 1);
    showBadge();
    tell(
      t('Added to your cart: {0}.', product.name[language]),
      ' ',
      h('a', { href: 'cart.html' }, t('View cart')),
    );
  } catch (error) {
    console.error(error);
    tell(t('This did not work. Please try again.'));
  }
  button.textContent = t('Add to cart');
}

/** @param {Product} product */
function addButton(product) {
  const button = h('button', { class: 'primary', type: 'button' }, t('Add to cart'));
  button.addEventListener('click', () => add(product, button));
  return button;
}

function wishButton() {
  const button = h('button', { type: 'button', 'aria-pressed': 'false' }, t('Keep for later'));
  button.addEventListener('click', () => {
    const kept = button.getAttribute('aria-pressed') === 'false';
    button.setAttribute('aria-pressed', String(kept));
    button.textContent = kept ? t('Kept for later') : t('Keep for later');
  });
  return button;
}

/** @param {string} title @param {string} text */
const more = (title, text) => h('details', {}, h('summary', {}, t(title)), h('p', {}, t(text)));

/** @param {Product} product */
function show(product) {
  const facts = h('div', { class: 'facts' }, h('h1', {}, product.name[language]));
  facts.append(h('p', {}, product.about[language]), h('p', { class: 'price' }, euros(product.price_cents)));
  if (product.sizes) facts.append(sizeChoice(product.sizes));
  facts.append(h('p', { class: 'actions' }, addButton(product), wishButton()));
  facts.append(more('Delivery', 'Ordered before nine in the evening, delivered in two working days.'));
  facts.append(more('Returns', 'You have thirty days to change your mind. Sending it back is free.'));
  byId('product').append(picture(product), facts);
}

const product = findProduct(parameter('id'));
document.title = product ? product.name[language] : t('This product does not exist');
frame();
if (product) {
  crumbs(product);
  show(product);
} else {
  byId('product').append(h('h1', {}, t('This product does not exist')));
  byId('product').append(h('p', {}, h('a', { href: 'index.html' }, t('Back to the shop'))));
}
