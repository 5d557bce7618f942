// confirmation.js - after paying: the number of the order, what it came to, and when it comes.

import { byId, h } from '../dom.js';
import { frame } from '../frame.js';
import { euros, language, t } from '../language.js';
import { readOrder } from '../order.js';

const { number, total_cents, email, speed } = readOrder();

/** The day on which the parcel comes: two days from now, or tomorrow. */
function arrival() {
  const day = new Date();
  day.setDate(day.getDate() + (speed === 'express' ? 1 : 2));
  return day.toLocaleDateString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
}

function thanks() {
  const facts = t('Your order number is {0}. The total is {1}.', number, euros(Number(total_cents)));
  const mail = t('If this were a real shop, a confirmation would now be on its way to {0}.', email ?? '…');
  const day = t('We would expect the parcel to be with you on {0}.', arrival());
  return [
    h('h1', {}, t('Thank you for your order')),
    h('p', { class: 'lead' }, facts),
    h('p', {}, mail),
    h('p', {}, day),
  ];
}

frame();
const back = h('p', {}, h('a', { class: 'button', href: 'index.html' }, t('Back to the shop')));
if (number) byId('confirmation').append(...thanks(), back);
else byId('confirmation').append(h('h1', {}, t('There is no order here')), back);
