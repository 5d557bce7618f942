// faults.js - the shop's faults on command, for demonstrations and tests: ?fault=dead_pay,slow_search
// They are remembered for the tab until ?fault=none; faults.html switches them by hand.

import { parameter } from './dom.js';
import { recall, remember } from './storage.js';

/** What each does, and the signals that should come of it. */
export const FAULTS = /** @type {const} */ ({
  search_finds_nothing: ['Every search ends without a result.', 'zero_results'],
  slow_search: ['Results come after four seconds behind a spinner.', 'slow_results'],
  filter_dead_end: [
    'Any filter leaves an empty list, although its number promised products.',
    'filter_dead_end',
  ],
  broken_link: ['The offer on the home page leads to a page that is not there.', 'dead_end'],
  script_error_cart: ['Adding to the cart throws an error, and nothing is added.', 'error_click'],
  coupon_refused: ['Every discount code is refused, WELCOME10 too.', 'coupon_failure'],
  login_wall: ['The checkout lets nobody in without an account.', 'login_wall'],
  field_refuses: ['The postcode is refused, whatever it is.', 'field_error_loop'],
  price_jump: ['The payment step adds a service fee that no earlier page showed.', 'cost_shock'],
  disabled_order: ['The Pay button stays disabled although all is filled in.', 'blocked_click'],
  dead_pay: ['The Pay button does nothing at all.', 'rage_click, submit_stall'],
  declined_payment: ['The bank declines, and the shop says so above the Pay button.', 'payment_failure'],
  out_of_stock: ['What is in the cart turns out to be sold out when one pays.', 'stock_or_delivery_block'],
  countdown: ['A clock ticks on every page. It hides nothing, and nothing should come of it.', ''],
});

/** @typedef {keyof typeof FAULTS} Fault */

const NAME = 'shop_faults';
const NAMES = /** @type {Fault[]} */ (Object.keys(FAULTS));

/** @param {string} asked @returns {Fault[]} */
function known(asked) {
  const names = asked.split(',').filter(name => name && name !== 'none');
  for (const name of names) {
    if (!Object.hasOwn(FAULTS, name)) {
      console.warn(`?fault=${name}: no such fault; there are ${NAMES.join(', ')}, and none`);
    }
  }
  return NAMES.filter(fault => names.includes(fault));
}

/** Those that pages have from now on. */
export const setAlready = () => recall('sessionStorage', NAME, /** @type {Fault[]} */ ([]));

function current() {
  const asked = parameter('fault');
  if (asked === null) return setAlready();
  const faults = known(asked);
  setFaults(faults);
  return faults;
}

/** Remembers them for the pages to come. @param {Fault[]} faults */
export const setFaults = faults => remember('sessionStorage', NAME, faults.length ? faults : null);

const active = current();

/** @param {Fault} name */
export const fault = name => active.includes(name);
