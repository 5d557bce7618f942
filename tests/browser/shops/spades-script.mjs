// What the pages of spades.mjs run: suggestions, the basket by XMLHttpRequest, messages by a second request, the checkout.

export const SCRIPT = String.raw`
(() => {
  const one = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const REST = '/rest/default/V1/guest-carts/p0Qx/';

  function ask(method, url, body, done) {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    if (typeof body === 'string') request.setRequestHeader('Content-Type', 'application/json');
    request.onload = () => done(JSON.parse(request.responseText || 'null'), request.status);
    request.send(body);
  }
  const post = (url, body, done) => ask('POST', url, JSON.stringify(body), done);

  function tell(messages) {
    one('#messages').innerHTML = messages.length ? '<div role="alert" class="messages">' + messages.map(({ type, text }) =>
      '<div class="message-' + type + ' ' + type + ' message" data-ui-id="message-' + type + '"><div>' + text + '</div></div>').join('') + '</div>' : '';
  }
  function sections() {
    ask('GET', '/customer/section/load/?sections=cart%2Cmessages&force_new_section_timestamp=true&_=' + Date.now(), null, ({ cart, messages }) => {
      one('.counter.qty').classList.toggle('empty', !cart.summary_count);
      one('.counter-number').textContent = cart.summary_count || '';
      tell(messages.messages);
    });
  }

  function suggest() {
    const box = one('#search'), list = one('#search_autocomplete');
    let timer = 0;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      if (box.value.length < 3) return;
      timer = setTimeout(() => ask('GET', '/search/ajax/suggest/?q=' + encodeURIComponent(box.value), null, found => {
        list.innerHTML = '<ul role="listbox">' + found.map(({ title, num_results }) => '<li role="option"><span class="qs-option-name">' + title + '</span><span aria-hidden="true" class="amount">' + num_results + '</span></li>').join('') + '</ul>';
      }), 300);
    });
  }

  function toCart(form) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const button = one('.tocart', form);
      button.disabled = true;
      button.firstElementChild.textContent = 'Toevoegen...';
      ask('POST', form.action, new FormData(form), () => {
        button.firstElementChild.textContent = 'Toegevoegd';
        sections();
        setTimeout(() => { button.disabled = false; button.firstElementChild.textContent = 'In Winkelwagen'; }, 1000);
      });
    });
  }

  function collapse(title) {
    title.addEventListener('click', () => {
      const content = title.nextElementSibling;
      content.hidden = !content.hidden;
      title.setAttribute('aria-expanded', String(!content.hidden));
    });
  }

  function wrong(input, text) {
    const field = input.closest('.field');
    one('.field-error, .mage-error', field)?.remove();
    field.classList.toggle('_error', !!text);
    if (text) one('.control', field).insertAdjacentHTML('beforeend', input.id === 'customer-email'
      ? '<div for="customer-email" generated="true" class="mage-error" id="customer-email-error">' + text + '</div>'
      : '<div class="field-error" generated="true"><span>' + text + '</span></div>');
    return !text;
  }
  const required = input => wrong(input, input.value.trim() ? '' : 'Dit is een verplicht veld.');
  function address() {
    const mail = one('#customer-email');
    const good = [wrong(mail, /^\S+@\S+\.\S+$/.test(mail.value) ? '' : 'Voer een geldig e-mailadres in (bijv. jan@domein.nl).')];
    for (const input of all('#co-shipping-form input')) {
      if (input.name === 'postcode' && input.value.trim()) good.push(wrong(input, /^\d{4} ?[A-Z]{2}$/i.test(input.value) ? '' : 'Ongeldige postcode. Voorbeeld: 1234 AB'));
      else good.push(required(input));
    }
    return good.every(Boolean);
  }

  function summary({ totals }) {
    const row = (name, value, kind) => value ? '<tr class="' + kind + '"><th class="mark" scope="row">' + name + '</th><td class="amount"><span class="price">' + value + '</span></td></tr>' : '';
    one('#summary').innerHTML = '<table class="data table table-totals"><caption class="table-caption">Besteloverzicht</caption><tbody>' + row('Subtotaal winkelwagen', totals.sub, 'totals sub')
      + row('Korting', totals.off && '-' + totals.off, 'totals discount') + row('Verzending', totals.shipping, 'totals shipping') + row('Totaal bestelling', totals.grand, 'grand totals') + '</tbody></table>';
  }
  function toPayment(event) {
    event.preventDefault();
    if (!address()) return;
    if (!one('[name=ko_unique_1]:checked')) return;
    post(REST + 'shipping-information', { addressInformation: {} }, answer => {
      one('#shipping').hidden = one('#opc-shipping_method').hidden = true;
      one('#payment').hidden = false;
      all('.opc-progress-bar-item').forEach((item, at) => item.classList.toggle('_active', at === 1));
      summary(answer);
      location.hash = 'payment';
    });
  }
  function pay(method) {
    one('#checkout').setAttribute('aria-busy', 'true');
    post(REST + 'payment-information', { method }, (answer, status) => {
      one('#checkout').removeAttribute('aria-busy');
      if (status < 300) location.href = '/checkout/onepage/success/';
      else one('[data-role=checkout-messages]').innerHTML = '<div role="alert" class="message message-error error"><div>' + answer.message + '</div></div>';
    });
  }
  function checkout() {
    ask('GET', REST + 'totals', null, ({ totals }) => { one('#estimate').innerHTML = totals.estimate; });
    location.hash = 'shipping';
    one('#customer-email').addEventListener('change', () => post('/rest/default/V1/customers/isEmailAvailable', {}, () => {}));
    one('[name=postcode]').addEventListener('change', () => post(REST + 'estimate-shipping-methods', {}, () => {}));
    one('#co-shipping-method-form').addEventListener('submit', toPayment);
    for (const radio of all('[name="payment[method]"]')) radio.addEventListener('change', () => {
      for (const content of all('.payment-method-content')) content.hidden = !content.parentElement.contains(radio);
      post(REST + 'set-payment-information', { method: radio.value }, () => {});
    });
    for (const button of all('#payment button')) button.addEventListener('click', () => pay(one('[name="payment[method]"]:checked').value));
  }

  suggest();
  sections();
  all('[data-role=tocart-form], #product_addtocart_form').forEach(toCart);
  all('.filter-options-title, #block-discount > .title').forEach(collapse);
  one('#sorter')?.addEventListener('change', event => {
    const to = new URL(location.href);
    to.searchParams.set('product_list_order', event.target.value);
    location.href = to;
  });
  one('#discount-coupon-form button')?.addEventListener('click', () => one('#discount-coupon-form').submit());
  one('[data-role=proceed-to-checkout]')?.addEventListener('click', () => { location.href = '/checkout/'; });
  if (one('#checkout')) checkout();
})();
`;
