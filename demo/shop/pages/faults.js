// faults.js - the shop's faults as switches, each with what it does and what should be noticed.

import { byId, h } from '../dom.js';
import { FAULTS, fault, setFaults } from '../faults.js';
import { frame, tell } from '../frame.js';
import { t } from '../language.js';
import { forgetAll } from '../storage.js';

/** @typedef {import('../faults.js').Fault} Fault */

/** Where in the shop one meets them. @type {Record<string, Fault[]>} */
const PLACES = {
  'On the way to a product': ['search_finds_nothing', 'slow_search', 'filter_dead_end', 'broken_link'],
  'Product and cart': ['script_error_cart', 'coupon_refused'],
  Checkout: [
    'login_wall',
    'field_refuses',
    'price_jump',
    'disabled_order',
    'dead_pay',
    'declined_payment',
    'out_of_stock',
  ],
  'No fault at all': ['countdown'],
};

/** @param {Fault} name */
function row(name) {
  const [what, signal] = FAULTS[name];
  const field = h('input', { type: 'checkbox', role: 'switch', name, checked: fault(name) });
  const names = signal ? signal.split(', ').map(one => h('code', {}, one)) : [t('nothing')];
  const notice = h(
    'small',
    {},
    t('Should be noticed:'),
    ' ',
    ...names.flatMap((one, at) => (at ? [', ', one] : [one])),
  );
  return h('label', { class: 'switch' }, field, h('span', {}, t(what), notice));
}

/** @param {[string, Fault[]]} place */
const group = ([place, names]) => h('fieldset', {}, h('legend', {}, t(place)), ...names.map(row));

/** @param {HTMLFormElement} form */
function chosen(form) {
  const fields = [...form.querySelectorAll('input')].filter(field => field.checked);
  return fields.map(field => /** @type {Fault} */ (field.name));
}

frame();
const form = /** @type {HTMLFormElement} */ (byId('faults'));
form.prepend(...Object.entries(PLACES).map(group));
form.addEventListener('change', () => {
  setFaults(chosen(form));
  tell(t('The next page has it.'));
});
form.addEventListener('reset', () => {
  setFaults([]);
  for (const field of form.querySelectorAll('input')) field.defaultChecked = false;
  tell(t('Everything works again.'));
});
byId('forget').addEventListener('click', () => {
  forgetAll();
  location.href = 'index.html';
});
