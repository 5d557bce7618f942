// payment.js - the last step of the checkout: how to pay, and paying.

import { emptyCart, readCart, totalsOf } from '../cart.js';
import { findProduct } from '../catalogue.js';
import { beginStep } from '../checkout.js';
import { byId, h } from '../dom.js';
import { fault } from '../faults.js';
import { checkForm } from '../form.js';
import { frame } from '../frame.js';
import { language, t } from '../language.js';
import { addToOrder, readOrder } from '../order.js';
import { request } from '../requests.js';

const CARD_RULES = { 'card-number': 'card', 'card-expiry': 'expiry', 'card-cvc': 'cvc' };
const FEE_CENTS = fault('price_jump') ? 1250 : 0;

/** Six digits that look like an order number. */
const orderNumber = () => String(100000 + (Date.now() % 900000));

/** @param {HTMLFormElement} form */
const byCard = form => new FormData(form).get('method') === 'card';

/** @param {string} message */
function showProblem(message) {
  byId('payment-answer').replaceChildren(h('p', { class: 'error', role: 'alert' }, message));
}

/** What the shop's server says to the order. */
const answer = () =>
  fault('out_of_stock') ? 'order-sold-out' : fault('declined_payment') ? 'order-declined' : 'order-placed';

function soldOut() {
  const [{ id }] = readCart().lines;
  const name = findProduct(id)?.name[language] ?? id;
  return t('Sorry, {0} has just been sold out. Take it out of your cart to order the rest.', name);
}

/** @param {HTMLButtonElement} button */
async function pay(button) {
  button.disabled = true;
  button.textContent = t('Paying …');
  byId('payment-answer').replaceChildren();
  try {
    const { error } = await request(answer());
    if (!error) return confirm();
    showProblem(
      error === 'sold_out' ? soldOut() : t('Your payment was declined. Please try another way to pay.'),
    );
  } catch (error) {
    console.error(error);
    showProblem(t('This did not work. Please try again.'));
  }
  button.disabled = false;
  button.textContent = t('Pay now');
}

function confirm() {
  const { total_cents } = totalsOf(readCart(), readOrder().method);
  const { method: speed } = readOrder();
  addToOrder({ number: orderNumber(), total_cents: String(total_cents + FEE_CENTS), speed });
  emptyCart();
  location.href = 'confirmation.html';
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement} button */
function listen(form, button) {
  form.addEventListener('change', () => {
    byId('card-fields').hidden = !byCard(form);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!byCard(form) || checkForm(CARD_RULES)) pay(button);
  });
}

frame();
if (beginStep(FEE_CENTS)) {
  const button = /** @type {HTMLButtonElement} */ (byId('pay'));
  listen(/** @type {HTMLFormElement} */ (byId('payment')), button);
  button.disabled = fault('disabled_order');
  if (fault('dead_pay')) button.type = 'button'; // one that nobody listens to
}
