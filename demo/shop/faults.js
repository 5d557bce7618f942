// faults.js - the shop's faults on command, for demonstrations and tests: ?fault=dead_pay,slow_search
// They are remembered for the tab until ?fault=none.

import { parameter } from './dom.js';
import { recall, remember } from './storage.js';

export const FAULTS = /** @type {const} */ ([
  'dead_pay', // the Pay button does nothing at all
  'coupon_refused', // every coupon is refused, WELCOME10 too
  'slow_search', // results come after four seconds behind a spinner
  'search_finds_nothing', // every search ends in "No results for ..."
  'declined_payment', // the bank declines, the shop says so above the Pay button
  'disabled_order', // the Pay button stays disabled although all is filled in
  'script_error_cart', // a change of quantity in the cart throws, and nothing changes
  'field_refuses', // the postcode is refused whatever it is
  'price_jump', // the payment step adds a service fee that no earlier page showed
  'broken_link', // the offer on the home page leads to a page that is not there
]);

/** @typedef {typeof FAULTS[number]} Fault */

const NAME = 'shop_faults';

/** @param {string} asked @returns {Fault[]} */
function known(asked) {
  const names = asked.split(',').filter(name => name && name !== 'none');
  for (const name of names) {
    if (!FAULTS.some(fault => fault === name)) {
      console.warn(`?fault=${name}: no such fault; there are ${FAULTS.join(', ')}, and none`);
    }
  }
  return FAULTS.filter(fault => names.includes(fault));
}

function current() {
  const asked = parameter('fault');
  if (asked === null) return recall('sessionStorage', NAME, /** @type {Fault[]} */ ([]));
  const faults = known(asked);
  remember('sessionStorage', NAME, faults.length ? faults : null);
  return faults;
}

const active = current();

/** @param {Fault} name */
export const fault = name => active.includes(name);
