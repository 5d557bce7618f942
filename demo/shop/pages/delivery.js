// delivery.js - the second step of the checkout: address and speed.

import { beginStep, fillIn, goOn, showCosts } from '../checkout.js';
import { byId } from '../dom.js';
import { fault } from '../faults.js';
import { checkForm } from '../form.js';
import { frame } from '../frame.js';

const RULES = { street: 'filled', postcode: 'postcode', city: 'filled' };

/** @param {import('../form.js').Field} field */
const refuses = field => fault('field_refuses') && field.id === 'postcode';

frame();
if (beginStep()) {
  const form = /** @type {HTMLFormElement} */ (byId('delivery'));
  fillIn(form);
  form.addEventListener('change', () => showCosts(String(new FormData(form).get('method'))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (checkForm(RULES, refuses)) goOn(form, 'checkout-payment.html');
  });
}
