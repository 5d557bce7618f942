// frame.js - what stands around every page: the header with search, cart and languages, the footer, and the
// short message that tells what an action did.

import { itemsIn } from './cart.js';
import { byId, h, parameter } from './dom.js';
import './faults.js'; // here, so that every page takes ?fault= from its address
import { language, t, translatePage } from './language.js';
import { CATEGORIES } from './products.js';

/** Builds the frame and translates the page. Every page calls it once, first. */
export function frame() {
  translatePage();
  const main = byId('main');
  document.body.prepend(h('a', { class: 'skip', href: '#main' }, t('Skip to the content')), header());
  main.after(footer(), h('div', { class: 'toast', id: 'toast', role: 'status' }));
  showBadge();
  addEventListener('pageshow', showBadge); // a page that comes back from the back/forward cache is old
}

/** For pages that show the cart itself: what the back/forward cache kept may be long bought. */
export function freshOnReturn() {
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload();
  });
}

function header() {
  const home = h('a', { class: 'brand', href: 'index.html' }, 'Buitenpost');
  const bar = h('div', { class: 'bar' }, home, searchForm(), cartLink());
  return h('header', { class: 'top' }, bar, h('div', { class: 'bar' }, categories(), languages()));
}

function searchForm() {
  const query = parameter('q') ?? '';
  const label = h('label', { class: 'unseen', for: 'search-field' }, t('Search the shop'));
  const placeholder = t('Search the shop');
  const field = h('input', {
    id: 'search-field',
    type: 'search',
    name: 'q',
    value: query,
    placeholder,
    required: true,
  });
  const button = h('button', { type: 'submit' }, t('Search'));
  return h(
    'form',
    { class: 'search', role: 'search', action: 'search.html', method: 'get' },
    label,
    field,
    button,
  );
}

function cartLink() {
  const badge = h('span', { class: 'badge', id: 'cart-count' });
  return h('a', { class: 'cart-link', href: 'cart.html' }, t('Cart'), ' ', badge);
}

/** The number of things in the cart, at the cart link. */
export function showBadge() {
  byId('cart-count').textContent = String(itemsIn());
}

function categories() {
  const here = parameter('c');
  const links = Object.entries(CATEGORIES).map(([id, names]) => {
    const current = id === here && 'page';
    const link = h(
      'a',
      { class: 'nav-link', href: `category.html?c=${id}`, 'aria-current': current },
      names[language],
    );
    return h('li', {}, link);
  });
  return h('nav', { 'aria-label': t('Categories') }, h('ul', {}, ...links));
}

/** @param {'en' | 'nl'} code @param {string} name */
function languageLink(code, name) {
  const parameters = new URLSearchParams(location.search);
  parameters.set('lang', code);
  const current = code === language && 'true';
  return h(
    'a',
    { class: 'nav-link', href: `?${parameters}`, lang: code, hreflang: code, 'aria-current': current },
    name,
  );
}

function languages() {
  const links = [languageLink('en', 'English'), languageLink('nl', 'Nederlands')];
  return h('nav', { class: 'languages', 'aria-label': t('Language') }, ...links);
}

function footer() {
  const about = h(
    'p',
    {},
    t('Buitenpost is a demonstration. Nothing is sold here and nothing will be sent.'),
  );
  return h('footer', {}, about, h('p', {}, h('a', { href: 'help.html' }, t('Delivery, returns and help'))));
}

const MESSAGE_MS = 6000;
let hiding = 0;

/**
 * Tells, politely and for some seconds, what an action did.
 * @param {...(Node | string)} content
 */
export function tell(...content) {
  const toast = byId('toast');
  toast.replaceChildren(...content);
  toast.classList.add('shown');
  clearTimeout(hiding);
  hiding = window.setTimeout(() => toast.classList.remove('shown'), MESSAGE_MS);
}
