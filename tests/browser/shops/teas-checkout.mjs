// Cart, address, confirmation and thanks of teas.mjs: pages that are loaded whole, with mistakes marked by the server.
import { euro } from './teas-goods.mjs';

/**
 * @typedef {import('./teas-goods.mjs').Tea & {count: number}} Line
 * @typedef {{lines: Line[], sub: number, off: number, shipping: number, total: number}} Bill
 */

/** @param {Bill} bill */
export const summary = ({
  sub,
  off,
  shipping,
  total,
}) => `<div class="checkout-aside-summary"><h2 class="checkout-aside-summary-header">Zusammenfassung</h2><dl class="row checkout-aside-summary-list">
  <dt class="col-7 checkout-aside-summary-label">Summe</dt><dd class="col-5 checkout-aside-summary-value">${euro(sub - off)}*</dd>
  <dt class="col-7 checkout-aside-summary-label">Versandkosten</dt><dd class="col-5 checkout-aside-summary-value">+ ${euro(shipping)}*</dd>
  <dt class="col-7 checkout-aside-summary-label summary-total">Gesamtsumme</dt><dd class="col-5 checkout-aside-summary-value summary-total">${euro(total)}</dd>
  <dt class="col-7 checkout-aside-summary-label summary-net">Nettosumme</dt><dd class="col-5 checkout-aside-summary-value summary-net">${euro(Math.round(total / 1.07))}</dd>
  <dt class="col-7 checkout-aside-summary-label summary-tax">zzgl. 7&nbsp;% MwSt.</dt><dd class="col-5 checkout-aside-summary-value summary-tax">${euro(total - Math.round(total / 1.07))}</dd></dl></div>`;

/** @param {Line} line @param {boolean} canChange */
const row = (
  line,
  canChange,
) => `<div class="line-item line-item-product is-default" data-id="${line.id}"><div class="row line-item-row"><div class="line-item-info"><a href="${line.path}" class="line-item-img-link"><img alt="" src="data:," width="60" height="60"></a><div class="line-item-details"><a href="${line.path}" class="line-item-label">${line.name}</a><div class="line-item-product-number">Produkt-Nr.: ${line.id}</div><div class="line-item-delivery-date">Lieferzeitraum 2 - 5 Tage</div></div></div>
  ${canChange ? `<div class="line-item-quantity"><form action="/checkout/line-item/change-quantity/${line.id}" method="post" class="line-item-quantity-container" data-form-auto-submit="true"><div class="input-group line-item-quantity-group quantity-selector-group"><button type="button" class="btn btn-outline-light btn-minus js-btn-minus" aria-label="Anzahl verringern">−</button><input type="number" name="quantity" class="form-control js-quantity-selector quantity-selector-group-input" min="1" max="${line.stock}" value="${line.count}" aria-label="Produkt Anzahl"><button type="button" class="btn btn-outline-light btn-plus js-btn-plus" aria-label="Anzahl erhöhen">+</button></div></form></div>` : `<div class="line-item-quantity">${line.count}</div>`}
  <div class="line-item-unit-price">${euro(line.cents)}*</div><div class="line-item-total-price"><div class="line-item-total-price-value">${euro(line.cents * line.count)}*</div></div>
  ${canChange ? `<div class="line-item-remove"><form action="/checkout/line-item/delete/${line.id}" method="post"><button type="submit" class="btn btn-sm btn-light line-item-remove-button" title="Entfernen">✕</button></form></div>` : ''}</div></div>`;

/** @param {number} off */
const promotion = off =>
  off
    ? `<div class="line-item line-item-promotion"><div class="row line-item-row"><div class="line-item-info"><span class="line-item-label">10&nbsp;% Willkommen</span></div><div class="line-item-total-price"><div class="line-item-total-price-value">-${euro(off)}*</div></div></div></div>`
    : '';

/** @param {Bill} bill @param {boolean} canChange */
const rows = ({ lines, off }, canChange) => lines.map(line => row(line, canChange)).join('') + promotion(off);

/** What slides in from the right after "In den Warenkorb". @param {Bill} bill @param {string} message */
export const offcanvas = (
  bill,
  message,
) => `<button type="button" class="btn btn-light offcanvas-close">Weiter einkaufen</button><div class="offcanvas-body"><div class="flashbags">${message}</div><div class="offcanvas-cart"><h2 class="offcanvas-cart-header">Warenkorb <small class="offcanvas-cart-header-count">${bill.lines.length} Produkt</small></h2><div class="line-item-container offcanvas-cart-items">${rows(bill, true)}</div>
  <div class="offcanvas-summary"><dl class="row offcanvas-summary-list"><dt class="col-7 summary-label summary-total"><strong>Zwischensumme</strong></dt><dd class="col-5 summary-value summary-total"><strong>${euro(bill.sub)}*</strong></dd><dt class="col-7 summary-label shipping-label">Versandkosten</dt><dd class="col-5 summary-value shipping-value">+ ${euro(bill.shipping)}*</dd></dl></div>
  <div class="offcanvas-cart-actions"><a href="/checkout/confirm" class="btn begin-checkout-btn btn-primary" title="Zur Kasse">Zur Kasse</a><a href="/checkout/cart" class="btn btn-link">Warenkorb anzeigen</a></div></div></div>`;

/** @param {Bill} bill */
export const cart = bill =>
  bill.lines.length
    ? `<div class="checkout-container"><div class="checkout-main"><h1 class="cart-main-header">Warenkorb</h1><div class="checkout-product-table">${rows(bill, true)}</div><form action="/checkout/promotion/add" class="cart-add-promotion" method="post"><label class="visually-hidden" for="addPromotionInput">Gutschein-Code</label><div class="input-group checkout-aside-add-code"><input type="text" name="code" class="form-control" id="addPromotionInput" placeholder="Gutschein-Code eingeben ..."><button type="submit" id="addPromotion" class="btn btn-secondary" title="Gutschein-Code einlösen">✓</button></div></form></div>
      <aside class="checkout-aside">${summary(bill)}<div class="checkout-aside-action"><a href="/checkout/confirm" class="btn begin-checkout-btn btn-primary btn-lg" title="Zur Kasse">Zur Kasse</a></div></aside></div>`
    : '<div class="checkout-container"><h1 class="cart-main-header">Warenkorb</h1><div class="alert alert-info" role="alert"><div class="alert-content">Ihr Warenkorb ist leer.</div></div></div>';

/** @typedef {{name: string, id: string, label: string, type?: string}} Field */
/** @type {Field[]} */
export const FIELDS = [
  { name: 'firstName', id: 'personalFirstName', label: 'Vorname' },
  { name: 'lastName', id: 'personalLastName', label: 'Nachname' },
  { name: 'email', id: 'personalMail', label: 'E-Mail-Adresse', type: 'email' },
  { name: 'billingAddress[street]', id: 'billingAddressAddressStreet', label: 'Straße und Hausnummer' },
  { name: 'billingAddress[zipcode]', id: 'billingAddressAddressZipcode', label: 'PLZ' },
  { name: 'billingAddress[city]', id: 'billingAddressAddressCity', label: 'Ort' },
];

/** @param {Bill} bill @param {Record<string, string>} [form] as it was posted @param {Record<string, string>} [mistakes] by name */
export const register = (bill, form = {}, mistakes = {}) => {
  const field = (/** @type {Field} */ { name, id, label, type = 'text' }) =>
    `<div class="form-group col-sm-6"><label class="form-label" for="${id}">${label}*</label><input type="${type}" class="form-control${mistakes[name] ? ' is-invalid' : ''}" name="${name}" id="${id}" placeholder="${label} eingeben ..." value="${form[name] ?? ''}">${mistakes[name] ? `<div class="invalid-feedback">${mistakes[name]}</div>` : ''}</div>`;
  return `<div class="checkout-container"><div class="checkout-main"><h1 class="checkout-register-header">Ich möchte als Gast bestellen</h1><div class="card register-card"><form action="/account/register" class="register-form" method="post" novalidate><input type="hidden" name="redirectTo" value="frontend.checkout.confirm.page"><input type="hidden" name="errorRoute" value="frontend.checkout.register.page">
    <div class="register-personal"><label class="form-label" for="personalSalutation">Anrede</label><select id="personalSalutation" class="form-select" name="salutationId"><option value="">Anrede auswählen ...</option><option value="1">Frau</option><option value="2">Herr</option></select>${FIELDS.slice(0, 3).map(field).join('')}</div><div class="register-billing"><div class="card-title">Ihre Adresse</div>${FIELDS.slice(3).map(field).join('')}<label for="billingAddressAddressCountry">Land*</label><select id="billingAddressAddressCountry" name="billingAddress[countryId]" class="form-select"><option value="de" selected>Deutschland</option><option value="at">Österreich</option></select></div>
    <div class="form-text privacy-notice">Die mit einem Stern (*) markierten Felder sind Pflichtfelder.</div><div class="register-submit"><button type="submit" class="btn btn-primary btn-lg">Weiter</button></div></form></div></div><aside class="checkout-aside">${summary(bill)}</aside></div>`;
};

const METHODS = [
  ['invoice', 'Rechnung'],
  ['paypal', 'PayPal'],
  ['card', 'Kreditkarte'],
];

/** @param {string} chosen @param {string} form which form the radios belong to */
const methods = (chosen, form) =>
  METHODS.map(
    ([id, name]) =>
      `<div class="payment-method"><div class="form-check payment-form-group"><input type="radio" id="paymentMethod${id}" name="paymentMethodId" value="${id}" form="${form}" class="form-check-input payment-method-input"${id === chosen ? ' checked' : ''}><label class="form-check-label payment-control" for="paymentMethod${id}"><span class="payment-method-description"><strong>${name}</strong></span></label></div></div>`,
  ).join('');

/** @param {Bill} bill @param {string} chosen */
export const confirm = (
  bill,
  chosen,
) => `<div class="checkout-container"><div class="checkout-main"><h1 class="confirm-main-header">Bestellung abschließen</h1>
  <div class="confirm-tos"><div class="card"><h2 class="card-title">AGB und Widerrufsbelehrung</h2><div class="form-check"><input type="checkbox" class="form-check-input checkout-confirm-tos-checkbox" required id="tos" name="tos" form="confirmOrderForm"><label for="tos" class="form-check-label checkout-confirm-tos-label">Ich habe die <a href="/agb" data-ajax-modal="true">AGB</a> gelesen und bin mit ihnen einverstanden.</label></div></div></div>
  <div class="confirm-address"><div class="card"><h2 class="card-title">Adresse</h2><p>Jana Roth<br>Lindenweg 4<br>20095 Hamburg</p></div></div>
  <div class="confirm-payment-shipping"><div class="card confirm-payment"><h2 class="card-title">Zahlungsart</h2><form id="changePaymentForm" action="/checkout/configure" method="post" data-form-auto-submit="true"></form><div class="payment-methods">${methods(chosen, 'changePaymentForm')}</div></div>
  <div class="card confirm-shipping"><h2 class="card-title">Versandart</h2><form id="changeShippingForm" action="/checkout/configure" method="post" data-form-auto-submit="true"></form><div class="shipping-methods"><div class="form-check"><input type="radio" id="shippingDhl" name="shippingMethodId" value="dhl" form="changeShippingForm" class="form-check-input" checked><label for="shippingDhl"><strong>DHL Paket</strong></label></div></div></div></div>
  <div class="checkout-product-table">${rows(bill, false)}</div></div><aside class="checkout-aside">${summary(bill)}<div class="checkout-aside-action"><form id="confirmOrderForm" action="/checkout/order" method="post"></form><button id="confirmFormSubmit" class="btn btn-primary btn-lg" form="confirmOrderForm" type="submit">Zahlungspflichtig bestellen</button></div></aside></div>`;

/** @param {Bill} bill */
export const finish = bill =>
  `<div class="checkout-container"><div class="finish-content"><h1 class="finish-header">Vielen Dank für Ihre Bestellung bei Teekontor Roth!</h1><p class="finish-change-payment">Wir haben Ihnen eine Bestellbestätigung geschickt.</p><p class="finish-ordernumber">Ihre Bestellnummer: #10042</p><div class="checkout-product-table">${rows(bill, false)}</div></div><aside class="checkout-aside">${summary(bill)}</aside></div>`;

/** Where a payment that failed leads to: the order waits for another way of paying. @param {Bill} bill */
export const edit = bill =>
  `<div class="checkout-container account-order"><div class="checkout-main"><div class="flashbags"><div role="alert" class="alert alert-danger alert-has-icon"><div class="alert-content-container"><div class="alert-content">Die Zahlung wurde abgelehnt. Bitte wählen Sie eine andere Zahlungsart und versuchen Sie es erneut.</div></div></div></div><h1>Zahlung abschließen</h1><div class="card"><h2 class="card-title">Zahlungsart</h2><form id="confirmOrderForm" action="/account/order/update/0f3c" method="post"></form><div class="payment-methods">${methods('card', 'confirmOrderForm')}</div></div></div><aside class="checkout-aside">${summary(bill)}<button id="confirmFormSubmit" class="btn btn-primary btn-lg" form="confirmOrderForm" type="submit">Bestellung abschließen</button></aside></div>`;
