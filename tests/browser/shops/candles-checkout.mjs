// The checkout of candles.mjs: one page made by script, with classes that mean nothing, card fields in frames, and every
// answer, good or bad, a 200 of one GraphQL address.
import { pounds } from './candles-goods.mjs';

/** @typedef {{sub: number, off: number, shipping: number, total: number, lines: import('./candles-goods.mjs').Line[]}} Bill */

/** @param {string} name @param {string} value @param {boolean} [isTotal] */
const row = (name, value, isTotal) =>
  `<div role="row" class="_1x41w3p${isTotal ? '6' : '3'}"><div role="rowheader" class="_1qy6ue61"><span class="_19gi7yt0">${isTotal ? `<strong>${name}</strong>` : name}</span></div><div role="cell" class="_1qy6ue65"><span class="_19gi7yt0 notranslate">${value}</span></div></div>`;

/** @param {Bill} bill */
export const costs = ({ sub, off, shipping, total }) =>
  [
    row('Subtotal', pounds(sub)),
    off ? row('Order discount', `−${pounds(off)}`) : '',
    row('Shipping', shipping ? pounds(shipping) : 'Enter shipping address'),
    row('Total', `<abbr translate="yes">GBP</abbr> <strong>${pounds(total)}</strong>`, true),
  ].join('');

/** @param {Bill} bill */
export const summary =
  bill => `<aside class="_1fragem2i"><section aria-label="Shopping cart"><h2 class="n8k95w1">Order summary</h2><div role="table">${bill.lines.map(({ candle, count }) => `<div role="row" class="_6zbcq5"><div role="cell"><img src="data:," alt="${candle.name}" width="64" height="64"><span class="_99ss3s1"><span aria-hidden="true">${count}</span><span class="visually-hidden">Quantity ${count}</span></span></div><div role="cell"><p class="_1x52f9s1">${candle.name}</p><p class="_1x52f9s1">Small</p></div><div role="cell"><span class="notranslate">${pounds(candle.pence * count)}</span></div></div>`).join('')}</div></section>
  <section class="_1ip0g651"><form id="reductions" class="_1fragemms" novalidate><div class="_7ozb2u2"><label id="ReductionsInput0-label" for="ReductionsInput0" class="cektnc0">Discount code or gift card</label><input id="ReductionsInput0" name="reductions" placeholder="Discount code or gift card" type="text" aria-required="false" aria-labelledby="ReductionsInput0-label" class="_7ozb2uq"></div><button type="submit" class="QT4by" aria-label="Apply Discount Code" disabled><span>Apply</span></button></form><div id="reduction-error"></div><div id="reduction-tags"></div></section>
  <section><h3 class="visually-hidden">Cost summary</h3><div role="table" class="nfgb6p0" id="costs">${costs(bill)}</div></section></aside>`;

const FIELDS = [
  ['TextField0', 'firstName', 'First name', 'shipping given-name'],
  ['TextField1', 'lastName', 'Last name', 'shipping family-name'],
  ['shipping-address1', 'address1', 'Address', 'shipping address-line1'],
  ['TextField3', 'city', 'City', 'shipping address-level2'],
  ['TextField4', 'postalCode', 'Postcode', 'shipping postal-code'],
];

/** @param {string[]} field */
const field = ([id, name, label, purpose]) =>
  `<div class="_1ip0g651"><div class="_7ozb2u2"><label id="${id}-label" for="${id}" class="cektnc0"><span class="cektnc3">${label}</span></label><input id="${id}" name="${name}" placeholder="${label}" required type="text" aria-required="true" aria-labelledby="${id}-label" autocomplete="${purpose}" class="_7ozb2uq"></div></div>`;

/** @param {Bill} bill */
export const checkout =
  bill => `<div id="app"><header class="_1fragem1"><a href="/" class="s2kwpi1">Harbour &amp; Wick</a><a href="/cart" aria-label="Cart" class="_1m2hr9ge">🛍</a></header><main class="_1fragemlj"><form id="Form0" action="" method="POST" novalidate class="_1fragemlt"><section aria-label="Contact"><h2 id="email-heading" class="n8k95w1">Contact</h2>${field(['email', 'email', 'Email', 'shipping email'])}<div class="_1mmswk9e"><input type="checkbox" id="marketing_opt_in" name="marketing_opt_in"><label for="marketing_opt_in">Email me with news and offers</label></div></section>
  <section aria-label="Delivery"><h2 id="deliveryAddress" class="n8k95w1">Delivery</h2><div class="_7ozb2u2"><label for="Select0">Country/Region</label><select name="countryCode" id="Select0" required autocomplete="shipping country" class="_b6uH"><option value="GB" selected>United Kingdom</option><option value="IE">Ireland</option></select></div>${FIELDS.map(field).join('')}</section>
  <section aria-label="Shipping method"><h3 class="n8k95w2">Shipping method</h3><div id="shipping_methods"><p class="_1x52f9s1">Enter your shipping address to view available shipping methods.</p></div></section>
  <section aria-label="Payment"><h2 id="payment" class="n8k95w1">Payment</h2><p class="_1x52f9s1">All transactions are secure and encrypted.</p><fieldset id="basic"><legend class="visually-hidden">Choose a payment method</legend><div class="_1u2aa6m4"><input type="radio" id="basic-creditCards" name="basic" checked><label for="basic-creditCards" class="D1RJr">Credit card</label></div><div class="_94sxtb1">${['number', 'name', 'expiry', 'verification_value'].map(name => `<div class="_1fragemnk"><iframe class="card-fields-iframe" id="card-fields-${name}" src="/fields/${name}" title="Field container for: ${name}" height="44" scrolling="no"></iframe></div>`).join('')}</div><div class="_1u2aa6m4"><input type="radio" id="basic-PAYPAL" name="basic"><label for="basic-PAYPAL" class="D1RJr">PayPal</label></div></fieldset><div id="PaymentErrorBanner"></div></section>
  <button id="checkout-pay-button" type="submit" class="QT4by rqC98"><span class="AjwsM">Pay now</span></button></form></main>${summary(bill)}<footer role="contentinfo"><a href="/policies/refund-policy">Refund policy</a> <a href="/policies/shipping-policy">Shipping policy</a></footer></div>`;

/** @param {Bill} bill */
export const thanks = bill =>
  `<div id="app"><header class="_1fragem1"><a href="/" class="s2kwpi1">Harbour &amp; Wick</a></header><main class="_1fragemlj"><header class="_1ip0g65"><p class="_1x52f9s1">Confirmation #4KQ9X1BTC</p><h2 class="n8k95w1" tabindex="-1">Thank you, Ada!</h2></header><section><h3 class="n8k95w2">Your order is confirmed</h3><p class="_1x52f9s1">You’ll receive a confirmation email with your order number shortly.</p></section><a href="/" class="QT4by">Continue shopping</a></main><aside class="_1fragem2i"><h3 class="visually-hidden">Cost summary</h3><div role="table" class="nfgb6p0">${costs(bill)}</div></aside></div>`;

/** One card field, in a frame of its own as payment services have it. */
export const CARD_FIELD =
  '<!doctype html><meta charset="utf-8"><title>.</title><style>body{margin:0}</style><form><label class="visually-hidden" for="n">Card</label><input id="n" type="text" inputmode="numeric" autocomplete="cc-number" style="width:95%;height:40px"></form>';

export const SCRIPT = `
(() => {
  const one = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const ask = (operationName, variables) => fetch('/checkouts/internal/graphql/persisted?operationName=' + operationName, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ operationName, ...variables }) }).then(answer => answer.json());

  function wrong(input, text) {
    const id = 'error-for-' + input.id, holder = input.parentElement;
    one('#' + id)?.remove();
    input.setAttribute('aria-invalid', String(!!text));
    if (!text) return true;
    input.setAttribute('aria-describedby', id);
    holder.insertAdjacentHTML('afterend', '<div class="_1wsyq7e1"><p id="' + id + '" class="_1x52f9s1 _1x52f9sv">' + text + '</p></div>');
    return false;
  }
  const EMPTY = { email: 'Enter an email', firstName: 'Enter a first name', lastName: 'Enter a last name', address1: 'Enter an address', city: 'Enter a city', postalCode: 'Enter a ZIP / postal code' };
  function check(input) {
    if (!input.value.trim()) return wrong(input, EMPTY[input.name]);
    if (input.name === 'email' && !/^\\S+@\\S+\\.\\S+$/.test(input.value)) return wrong(input, 'Enter a valid email');
    if (input.name === 'postalCode' && !/^[A-Z]{1,2}\\d\\w? ?\\d[A-Z]{2}$/i.test(input.value)) return wrong(input, 'Enter a valid postal code for United Kingdom');
    return wrong(input, '');
  }
  const fields = all('#Form0 input[type=text]');

  function propose() {
    ask('Proposal', { isComplete: fields.slice(1).every(({ value }) => value) }).then(({ data }) => {
      one('#costs').innerHTML = data.costs;
      if (data.methods) one('#shipping_methods').innerHTML = data.methods;
    });
  }
  for (const input of fields) input.addEventListener('change', () => { if (input.value) check(input); propose(); });

  const code = one('#ReductionsInput0'), apply = one('#reductions button');
  code.addEventListener('input', () => { apply.disabled = !code.value; });
  one('#reductions').addEventListener('submit', event => {
    event.preventDefault();
    apply.disabled = true;
    ask('Proposal', { code: code.value }).then(({ data }) => {
      one('#costs').innerHTML = data.costs;
      one('#reduction-tags').innerHTML = data.isTaken ? '<div class="_1ip0g651"><ul><li><span class="_1m6j2n3">' + code.value + '</span><button type="button" aria-label="Remove ' + code.value + '">×</button></li></ul></div>' : '';
      one('#reduction-error').innerHTML = data.isTaken ? '' : '<p id="error-for-ReductionsInput0" class="_1x52f9s1 _1x52f9sv">Enter a valid discount code or gift card</p>';
      code.setAttribute('aria-invalid', String(!data.isTaken));
      if (data.isTaken) code.value = '';
    });
  });

  one('#Form0').addEventListener('submit', event => {
    event.preventDefault();
    if (!fields.map(check).every(Boolean)) return all('[aria-invalid=true]')[0].focus();
    const button = one('#checkout-pay-button');
    button.disabled = true;
    button.innerHTML = '<span class="visually-hidden">Processing</span>';
    const card = one('#card-fields-number').contentDocument.querySelector('input').value;
    ask('SubmitForCompletion', { method: card.startsWith('4000') ? 'refused' : 'fine' }).then(() => ask('PollForReceipt', {})).then(({ data }) => {
      if (data.receipt.__typename === 'ProcessedReceipt') { location.href = data.receipt.redirect; return; }
      button.disabled = false;
      button.innerHTML = '<span class="AjwsM">Pay now</span>';
      one('#PaymentErrorBanner').innerHTML = '<div tabindex="-1" class="_1y9lv6k"><div class="_1fragemkw"><h2 class="n8k95w3">There was an issue processing your payment</h2><p>Your card was declined. Try again or use a different payment method.</p></div></div>';
      one('#PaymentErrorBanner').firstElementChild.focus();
    });
  });
})();
`;
