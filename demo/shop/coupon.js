// coupon.js - the form for a discount code.

import { setCoupon } from './cart.js';
import { byId, h } from './dom.js';
import { fault } from './faults.js';
import { showFieldError } from './form.js';
import { t } from './language.js';
import { request } from './requests.js';

const GOOD_CODE = 'WELCOME10';

/** @param {HTMLInputElement} field @param {() => void} onAccepted */
async function tryCode(field, onAccepted) {
  const code = field.value.trim().toUpperCase();
  const good = code === GOOD_CODE && !fault('coupon_refused');
  const { percent, error } = await request(good ? 'coupon-accepted' : 'coupon-refused');
  if (error || !percent) return showFieldError(field, t('This code is not valid.'));
  setCoupon({ code, percent });
  const accepted = t('Discount code accepted: {0} percent off.', percent);
  byId('coupon-answer').replaceChildren(h('p', { class: 'good', role: 'status' }, accepted));
  onAccepted();
}

/** @param {() => void} onAccepted the totals have changed */
export function offerCoupon(onAccepted) {
  const field = /** @type {HTMLInputElement} */ (byId('coupon'));
  const answer = byId('coupon-answer');
  byId('coupon-form').addEventListener('submit', event => {
    event.preventDefault();
    showFieldError(field, field.value.trim() ? '' : t('Please enter a code first.'));
    if (!field.value.trim()) return;
    answer.replaceChildren(h('p', { role: 'status' }, t('One moment …')));
    tryCode(field, onAccepted)
      .catch(error => {
        console.error(error);
        showFieldError(field, t('This did not work. Please try again.'));
      })
      .finally(() => answer.querySelector('p:not(.good)')?.remove());
  });
}
