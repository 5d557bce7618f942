// frame.js - what stands around every page: the header with search, account, cart and categories, the footer, and
// the short message that tells what an action did.

import { itemsIn } from './cart.js';
import { LISTINGS } from './catalogue.js';
import { startClock } from './clock.js';
import { byId, h, parameter } from './dom.js';
import { fault } from './faults.js'; // and with it, every page takes ?fault= from its address
import { icon } from './icons.js';
import { language, t, translatePage } from './language.js';
import { searchForm } from './suggest.js';
import { beginTheme } from './theme.js';

/** Builds the frame and translates the page. Every page calls it once, first. @param {string} [title] where the page's own says too little */
export function frame(title = t(document.title)) {
  beginTheme();
  document.title = `${title} – Buitenpost`;
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
  const home = h('a', { class: 'brand', href: 'index.html' }, mark(), 'Buitenpost');
  const bar = h(
    'div',
    { class: 'bar' },
    home,
    searchForm(),
    h('div', { class: 'own' }, accountLink(), cartLink()),
  );
  return h('header', { class: 'top' }, strip(), bar, h('div', { class: 'bar shelves' }, categories()));
}

const mark = () => h('img', { src: 'icon.svg', alt: '', width: '28', height: '28' });

/** The thin line above all: what the shop promises, or a clock. */
function strip() {
  const promise = h('span', {}, t('Free delivery from € 75'));
  const change = h('span', { class: 'roomy' }, t('Thirty days to change your mind'));
  const line = h('div', { class: 'bar' }, promise, change, languages());
  if (fault('countdown')) promise.replaceChildren(t('Ordered today, sent today:'), ' ', ticking());
  return h('div', { class: 'strip' }, line);
}

function ticking() {
  const clock = h('span', { class: 'clock', role: 'timer' });
  startClock(clock);
  return clock;
}

function accountLink() {
  return h('a', { class: 'nav-link', href: 'account.html' }, icon('account'), h('span', {}, t('Account')));
}

function cartLink() {
  const badge = h('span', { class: 'badge', id: 'cart-count' });
  return h(
    'a',
    { class: 'cart-link', href: 'cart.html' },
    icon('cart'),
    h('span', {}, t('Cart')),
    ' ',
    badge,
  );
}

/** The number of things in the cart, at the cart link. */
export function showBadge() {
  byId('cart-count').textContent = String(itemsIn());
}

/** @param {string} id @param {string} name */
function shelfLink(id, name) {
  const current = id === parameter('c') && 'page';
  return h('a', { class: 'nav-link', href: `category.html?c=${id}`, 'aria-current': current }, name);
}

function categories() {
  const links = Object.entries(LISTINGS)
    .filter(([id]) => id !== 'all')
    .map(([id, names]) => h('li', { class: id }, shelfLink(id, names[language])));
  return h('nav', { 'aria-label': t('Categories') }, h('ul', {}, ...links));
}

/** @param {'en' | 'nl'} code @param {string} name */
function languageLink(code, name) {
  const parameters = new URLSearchParams(location.search);
  parameters.set('lang', code);
  const current = code === language && 'true';
  const address = { href: `?${parameters}`, lang: code, hreflang: code };
  return h('a', { class: 'nav-link', ...address, 'aria-current': current }, name);
}

function languages() {
  const links = [languageLink('en', 'English'), languageLink('nl', 'Nederlands')];
  return h('nav', { class: 'languages', 'aria-label': t('Language') }, ...links);
}

/** @param {string} title @param {[address: string, name: string][]} links */
function column(title, links) {
  const rows = links.map(([href, name]) => h('li', {}, h('a', { href }, t(name))));
  return h('section', {}, h('h2', {}, t(title)), h('ul', {}, ...rows));
}

/** From here to the top of the demo: the tour has a copy of the shop in a folder of its own. */
const TOP = location.pathname.includes('/shop/') ? '../' : '';

function footer() {
  const columns = [
    column('Service', [
      ['help.html', 'Help'],
      ['delivery.html', 'Delivery'],
      ['returns.html', 'Returns'],
    ]),
    column('Shop', [
      ['category.html?c=all', 'Everything'],
      ['category.html?c=sale', 'Offers'],
      ['account.html', 'Your account'],
    ]),
    column('Demonstration', [
      ['faults.html', 'Faults on command'],
      [`${TOP}surveys/`, 'The ready surveys'],
    ]),
  ];
  const about = t('Buitenpost is a demonstration. Nothing is sold here and nothing will be sent.');
  return h('footer', {}, h('div', { class: 'bar' }, h('p', {}, about), ...columns));
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
