// form.js - checking a form by script, as most shops do: a message under each refused field, and the focus on
// the first of them.

import { byId, h } from './dom.js';
import { t } from './language.js';

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @type {Record<string, {test: (text: string) => boolean, message: string}>} */
const CHECKS = {
  filled: { test: text => text !== '', message: 'Please fill in this field.' },
  email: {
    test: text => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text),
    message: 'Please enter an e-mail address like name@example.com.',
  },
  postcode: {
    test: text => /^[0-9]{4} ?[A-Za-z]{2}$|^[0-9]{4,5}$/.test(text),
    message: 'Please enter a postcode like 1234 AB.',
  },
  card: {
    test: text => /^[0-9 ]{12,23}$/.test(text),
    message: 'Please enter the number on the front of your card.',
  },
  expiry: {
    test: text => /^(0[1-9]|1[0-2]) ?\/ ?[0-9]{2}$/.test(text),
    message: 'Please enter month and year like 09/29.',
  },
  cvc: {
    test: text => /^[0-9]{3,4}$/.test(text),
    message: 'Please enter the three or four digits on the back.',
  },
};

/** @typedef {Record<string, string>} Rules id of a field -> name of a check */

/** @param {Field} field @param {string} message nothing takes it away */
export function showFieldError(field, message) {
  const id = `${field.id}-error`;
  document.getElementById(id)?.remove();
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
  if (!message) return;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
  field.after(h('p', { class: 'error', id, role: 'alert' }, message));
}

/**
 * @param {Rules} rules
 * @param {(field: Field) => boolean} [refuses] a whim of the shop on top
 * @returns {boolean} whether all is well
 */
export function checkForm(rules, refuses = () => false) {
  const wrong = Object.entries(rules).filter(([id, name]) => {
    const field = /** @type {Field} */ (byId(id));
    const { test, message } = CHECKS[name];
    const bad = !test(field.value.trim()) || refuses(field);
    showFieldError(field, bad ? t(message) : '');
    return bad;
  });
  if (wrong.length) byId(wrong[0][0]).focus();
  return wrong.length === 0;
}
