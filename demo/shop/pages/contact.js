// contact.js - the first step of the checkout.

import { beginStep, fillIn, goOn } from '../checkout.js';
import { byId } from '../dom.js';
import { checkForm } from '../form.js';
import { frame } from '../frame.js';

const RULES = { email: 'email', 'first-name': 'filled', 'last-name': 'filled' };

frame();
if (beginStep()) {
  const form = /** @type {HTMLFormElement} */ (byId('contact'));
  fillIn(form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (checkForm(RULES)) goOn(form, 'checkout-delivery.html');
  });
}
