// account.js - the visitor's own page: what was ordered last, and what is kept for later.

import { logOut, readAccount } from '../account.js';
import { findProducts } from '../catalogue.js';
import { byId, h } from '../dom.js';
import { frame, freshOnReturn } from '../frame.js';
import { readKept } from '../kept.js';
import { euros, t } from '../language.js';
import { readOrder } from '../order.js';
import { tiles } from '../tiles.js';

function visitor() {
  const account = readAccount();
  if (!account) {
    const link = h('a', { class: 'button primary', href: 'login.html' }, t('Log in'));
    return [
      h('p', {}, t('You are not logged in. What you keep for later stays in this browser.')),
      h('p', {}, link),
    ];
  }
  const leave = () => {
    logOut();
    location.reload();
  };
  const button = h('button', { type: 'button', click: leave }, t('Log out'));
  return [h('p', {}, t('You are logged in as {0}.', account.email)), h('p', {}, button)];
}

function lastOrder() {
  const { number, total_cents } = readOrder();
  if (!number) return t('You have not ordered anything in this visit.');
  return t('Order {0}, {1}: being packed.', number, euros(Number(total_cents)));
}

function kept() {
  const products = findProducts(readKept());
  return products.length
    ? tiles(products, 'h3')
    : h('p', {}, t('Nothing yet. Press the heart beside a product.'));
}

frame();
freshOnReturn();
byId('visitor').append(...visitor());
byId('last-order').textContent = lastOrder();
byId('kept').append(kept());
