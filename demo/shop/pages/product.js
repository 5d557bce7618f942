// product.js - one product: product.html?id=lark-2

import { addToCart, QUANTITY_MOST } from '../cart.js';
import { findProduct, related } from '../catalogue.js';
import { colourChoice, sizeChoice, sizeMissing } from '../choices.js';
import { byId, h, parameter } from '../dom.js';
import { fault } from '../faults.js';
import { frame, showBadge, tell } from '../frame.js';
import { gallery } from '../gallery.js';
import { icon } from '../icons.js';
import { keep, readKept } from '../kept.js';
import { language, t } from '../language.js';
import { CATEGORIES, STUFF } from '../products.js';
import { request } from '../requests.js';
import { stepper } from '../stepper.js';
import { price, tiles } from '../tiles.js';

/** @typedef {import('../products.js').Product} Product */

/** @param {Product} product */
function crumbs({ category, name }) {
  const up = h('a', { href: `category.html?c=${category}` }, CATEGORIES[category][language]);
  byId('crumbs').setAttribute('aria-label', t('You are here'));
  byId('crumbs').append(h('a', { href: 'index.html' }, t('Home')), ' › ', up, ' › ', name[language]);
}

/** @param {string} message */
function showProblem(message) {
  byId('add-answer').replaceChildren(h('p', { class: 'error', role: 'alert' }, message));
}

/** @param {Product} product @param {import('../cart.js').Line} line */
async function send(product, line) {
  await request('cart');
  addToCart(line);
  showBadge();
  const view = h('a', { href: 'cart.html' }, t('View cart'));
  tell(t('Added to your cart: {0}.', product.name[language]), ' ', view);
}

/** @param {Product} product @param {HTMLFormElement} form @param {HTMLButtonElement} button */
async function add(product, form, button) {
  const told = new FormData(form);
  const size = String(told.get('size') ?? '');
  if (product.sizes && !size) return sizeMissing(true);
  button.textContent = t('Adding …');
  byId('add-answer').replaceChildren();
  try {
    const quantity = Number(told.get('quantity')) || 1;
    await send(product, { id: product.id, size, colour: String(told.get('colour')), quantity });
  } catch (error) {
    console.error(error);
    showProblem(t('This did not work. Please try again.'));
  }
  button.textContent = t('Add to cart');
}

/** @param {string} id */
function keepButton(id) {
  const kept = () => readKept().includes(id);
  const words = h('span', {}, kept() ? t('Kept for later') : t('Keep for later'));
  const button = h(
    'button',
    { type: 'button', class: 'keep', 'aria-pressed': String(kept()) },
    icon('heart'),
    words,
  );
  button.addEventListener('click', () => {
    keep(id, !kept());
    button.setAttribute('aria-pressed', String(kept()));
    words.textContent = kept() ? t('Kept for later') : t('Keep for later');
  });
  return button;
}

/** @param {Product} product @param {(colour: import('../draw/colours.js').Colour) => void} onColour */
function buyForm(product, onColour) {
  const button = h('button', { class: 'primary', type: 'submit' }, t('Add to cart'));
  const steps = stepper({ label: t('Quantity'), value: 1, least: 1, onChange: limit });
  /** @param {number} quantity */
  function limit(quantity) {
    steps.field.value = String(Math.min(QUANTITY_MOST, Math.max(1, Math.trunc(quantity) || 1)));
  }
  const form = h('form', { class: 'buy', novalidate: true }, colourChoice(product.colours, onColour));
  if (product.sizes) form.append(sizeChoice(product.sizes));
  form.append(
    h('div', { class: 'actions' }, steps.element, button, keepButton(product.id)),
    h('div', { id: 'add-answer' }),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (fault('script_error_cart')) {
      // @ts-expect-error the fault is a method that is not there, as shops have them after a careless release
      product.reserve();
    }
    add(product, form, button);
  });
  return form;
}

/** @param {string} title @param {...(Node | string)} content */
const more = (title, ...content) => h('details', {}, h('summary', {}, t(title)), ...content);

/** @param {Product} product */
function details({ weight_g, stuff, sizes }) {
  const kilos = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(weight_g / 1000);
  const rows = [
    [t('Weight'), weight_g < 1000 ? `${weight_g} g` : `${kilos} kg`],
    [t('Material'), STUFF[stuff][language]],
    [t('Guarantee'), t('Five years')],
  ];
  if (sizes) rows.splice(1, 0, [t('Sizes'), `${sizes[0]} – ${sizes.at(-1)}`]);
  return h(
    'dl',
    { class: 'specs' },
    ...rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

/** @param {Product} product */
function show(product) {
  const pictures = gallery(product);
  const facts = h('div', { class: 'facts' }, h('h1', {}, product.name[language]));
  facts.append(h('p', { class: 'about' }, product.about[language]), price(product));
  facts.append(
    h(
      'p',
      { class: 'stock' },
      t('In stock. Ordered before nine in the evening, delivered in two working days.'),
    ),
  );
  facts.append(buyForm(product, pictures.showColour));
  facts.append(more('Details', details(product)));
  const delivery = t(
    'Orders of € 75 or more travel free. Below that we charge € 4.95, or € 9.95 for express.',
  );
  facts.append(more('Delivery', h('p', {}, delivery)));
  facts.append(
    more('Returns', h('p', {}, t('You have thirty days to change your mind. Sending it back is free.'))),
  );
  byId('product').append(pictures.element, facts);
  byId('related').append(h('h2', {}, t('More like this')), tiles(related(product), 'h3'));
}

const product = findProduct(parameter('id'));
frame(product ? product.name[language] : t('This product does not exist'));
if (product) {
  crumbs(product);
  show(product);
} else {
  const back = h('a', { class: 'button', href: 'index.html' }, t('Back to the shop'));
  byId('product').append(h('div', {}, h('h1', {}, t('This product does not exist')), h('p', {}, back)));
}
