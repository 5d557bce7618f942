// The checkout of spades.mjs in two steps, and the page that thanks, which does not say what was paid.

export const SHIPPING_CENTS = 595;

export const euro = (/** @type {number} */ cents) => `€&nbsp;${(cents / 100).toFixed(2).replace('.', ',')}`;

/** @param {string} name @param {string} label @param {string} [type] */
const field = (name, label, type = 'text') =>
  `<div class="field _required" name="shippingAddress.${name}"><label class="label" for="f-${name}"><span>${label}</span></label><div class="control"><input class="input-text" type="${type}" id="f-${name}" name="${name}"></div></div>`;

export const CHECKOUT = `<div id="checkout" class="checkout-container"><ul class="opc-progress-bar"><li class="opc-progress-bar-item _active"><span>Verzending</span></li><li class="opc-progress-bar-item"><span>Overzicht &amp; betalingen</span></li></ul>
  <div class="opc-estimated-wrapper"><div class="estimated-block"><span class="estimated-label">Geschat totaal</span><span class="estimated-price" id="estimate"></span></div></div>
  <div class="opc-wrapper"><ol class="opc" id="checkoutSteps"><li id="shipping" class="checkout-shipping-address"><div class="step-title" data-role="title">Verzendadres</div><div id="checkout-step-shipping" class="step-content">
  <form class="form form-login" novalidate><fieldset class="fieldset"><div class="field required"><label class="label" for="customer-email"><span>E-mailadres</span></label><div class="control _with-tooltip"><input class="input-text" type="email" id="customer-email" name="username"><span class="note"><span>U kunt na het afrekenen een account aanmaken.</span></span></div></div></fieldset></form>
  <form class="form form-shipping-address" id="co-shipping-form" novalidate>${field('firstname', 'Voornaam')}${field('lastname', 'Achternaam')}${field('street[0]', 'Straat en huisnummer')}${field('postcode', 'Postcode')}${field('city', 'Plaats')}${field('telephone', 'Telefoonnummer', 'tel')}</form></div></li>
  <li id="opc-shipping_method" class="checkout-shipping-method"><div class="step-title" data-role="title">Verzendmethoden</div><form id="co-shipping-method-form" novalidate><table class="table-checkout-shipping-method"><tbody><tr class="row"><td class="col col-method"><input type="radio" class="radio" name="ko_unique_1" value="postnl_home" id="s_postnl"></td><td class="col col-price"><span class="price"><span class="price">${euro(SHIPPING_CENTS)}</span></span></td><td class="col col-method"><label for="s_postnl">Thuisbezorgd</label></td><td class="col col-carrier">PostNL</td></tr></tbody></table><div class="actions-toolbar" id="shipping-method-buttons-container"><div class="primary"><button data-role="opc-continue" type="submit" class="button action continue primary"><span>Volgende</span></button></div></div></form></li>
  <li id="payment" role="presentation" class="checkout-payment-method" hidden><div class="step-title" data-role="title">Betaalmethode</div><div class="messages" data-role="checkout-messages"></div><div class="payment-group">
  ${[
    ['mollie_ideal', 'iDEAL'],
    ['adyen_cc', 'Creditcard'],
    ['banktransfer', 'Vooruitbetalen per bank'],
  ]
    .map(
      ([id, name]) =>
        `<div class="payment-method"><div class="payment-method-title field choice"><input type="radio" name="payment[method]" class="radio" id="${id}" value="${id}"><label class="label" for="${id}"><span>${name}</span></label></div><div class="payment-method-content" hidden><div class="actions-toolbar"><div class="primary"><button class="action primary checkout" type="button" title="Bestelling plaatsen"><span>Bestelling plaatsen</span></button></div></div></div></div>`,
    )
    .join('')}</div></li></ol></div>
  <aside class="opc-sidebar"><div class="opc-block-summary"><span class="title">Besteloverzicht</span><div id="summary"></div></div></aside></div>`;

export const SUCCESS = `<div class="page-title-wrapper"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper">Bedankt voor uw aankoop!</span></h1></div><div class="checkout-success"><p>Uw bestelnummer is: <span>000004711</span>.</p><p>We sturen u een bevestiging met de bestelgegevens en track &amp; trace per e-mail.</p><div class="actions-toolbar"><div class="primary"><a class="action primary continue" href="/"><span>Verder winkelen</span></a></div></div></div>`;
