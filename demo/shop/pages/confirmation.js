// confirmation.js - after paying: the number of the order, and what it came to.

import { byId, h } from '../dom.js';
import { frame } from '../frame.js';
import { euros, t } from '../language.js';
import { readOrder } from '../order.js';

const { number, total_cents, email } = readOrder();

function thanks() {
  const facts = t('Your order number is {0}. The total is {1}.', number, euros(Number(total_cents)));
  const mail = t('If this were a real shop, a confirmation would now be on its way to {0}.', email ?? '…');
  return [h('h1', {}, t('Thank you for your order')), h('p', {}, facts), h('p', {}, mail)];
}

frame();
const back = h('p', {}, h('a', { class: 'button', href: 'index.html' }, t('Back to the shop')));
if (number) byId('confirmation').append(...thanks(), back);
else byId('confirmation').append(h('h1', {}, t('There is no order here')), back);
