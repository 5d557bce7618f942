// login.js - logging in: login.html, or login.html?next=checkout.html on the way to the checkout.

import { logIn } from '../account.js';
import { byId, parameter } from '../dom.js';
import { fault } from '../faults.js';
import { checkForm } from '../form.js';
import { frame, tell } from '../frame.js';
import { t } from '../language.js';
import { request } from '../requests.js';

const RULES = { 'login-email': 'email', password: 'filled' };
const toCheckout = parameter('next') === 'checkout.html';

/** @param {HTMLFormElement} form */
async function enter(form) {
  try {
    await request('login');
    logIn(String(new FormData(form).get('email')));
    location.href = toCheckout ? 'checkout.html' : 'account.html';
  } catch (error) {
    console.error(error);
    tell(t('This did not work. Please try again.'));
  }
}

frame();
byId('wall').hidden = !toCheckout;
byId('guest').hidden = !toCheckout || fault('login_wall');
const form = /** @type {HTMLFormElement} */ (byId('login'));
form.addEventListener('submit', event => {
  event.preventDefault();
  if (checkForm(RULES)) enter(form);
});
