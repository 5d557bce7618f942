// A Polish shop of mugs with the blocks of WooCommerce: made by scripts, told by hooks of WordPress and by events of the document;
// its notices are banners, its faults stand below their fields, and what it takes or refuses comes as JSON with a status that fits.
import { html, json } from './serve.mjs';

const MUGS = [
  { id: 5, name: 'Kubek Bolesławiec', cents: 4900, left: 3 },
  { id: 6, name: 'Kubek emaliowany', cents: 2900, left: 0 },
];

/** As much of wp.hooks as the shop needs. */
const HOOKS = `window.wp = { hooks: (() => {
  const all = [];
  return {
    addAction: (name, space, run) => { all.push({ name, space, run }); },
    removeAction: (name, space) => { all.splice(0, all.length, ...all.filter(one => one.name !== name || one.space !== space)); },
    doAction: (name, facts) => all.filter(one => one.name === name).forEach(({ run }) => run(facts)),
  };
})() };`;

const SCRIPT = `
const say = (name, facts) => wp.hooks.doAction('experimental__woocommerce_blocks-' + name, facts);
const zloty = cents => (cents / 100).toFixed(2).replace('.', ',') + ' zł';
const by = what => document.querySelector(what);
const store = (path, body) => fetch('/wp-json/wc/store/v1/' + path, { method: 'POST', body: JSON.stringify(body) });
const banner = (kind, text) => { by('.wc-block-components-notices').innerHTML =
  '<div class="wc-block-components-notice-banner is-' + kind + '"' + (kind === 'error' ? ' role="alert"' : ' role="status"') + '><div>' + text + '</div></div>'; };
document.querySelectorAll('.wc-block-components-product-button button').forEach(button => button.onclick = async () => {
  const answer = await store('cart/add-item', { id: Number(button.dataset.id) });
  const facts = await answer.json();
  if (!answer.ok) return banner('error', facts.message);
  by('.wc-block-mini-cart__badge').textContent = facts.items_count;
  button.textContent = facts.items_count + ' w koszyku';
  say('cart-add-item', { product: facts });
  document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }));
});
if (by('.wc-block-checkout')) {
  say('checkout-render-checkout-form');
  by('.wc-block-components-checkout-place-order-button').onclick = async () => {
    say('checkout-submit');
    const missing = [...document.querySelectorAll('.wc-block-components-text-input')].filter(box => !box.querySelector('input').value);
    for (const box of missing) {
      box.classList.add('has-error');
      box.querySelector('input').setAttribute('aria-invalid', 'true');
      box.querySelector('.note').innerHTML = '<div class="wc-block-components-validation-error" role="alert"><p>Wypełnij to pole</p></div>';
    }
    if (missing.length) return;
    const answer = await store('checkout', {});
    if (!answer.ok) return banner('error', (await answer.json()).message);
    location.href = '/zamowienie/order-received/31/';
  };
}`;

export function mugs() {
  let count = 0;
  let tries = 0;
  const zloty = (/** @type {number} */ cents) => `${(cents / 100).toFixed(2).replace('.', ',')} zł`;
  const sum = () => count * MUGS[0].cents;
  const page = (/** @type {string} */ title, /** @type {string} */ body) =>
    html(
      'pl-PL',
      `${title} – Kubki`,
      `<script>${HOOKS}</script><header class="wp-block-template-part"><a href="/sklep/">Kubki</a>
        <form role="search" action="/sklep/" class="wp-block-search"><input type="search" name="s" placeholder="Szukaj produktów…"><button>Szukaj</button></form>
        <a href="/koszyk/" class="wc-block-mini-cart__button">Koszyk <span class="wc-block-mini-cart__badge">${count || ''}</span></a></header>
        <main class="wp-block-group"><div class="wc-block-components-notices"></div><h1>${title}</h1>${body}</main><script>${SCRIPT}</script>`,
    );
  const list = (/** @type {typeof MUGS} */ mugs) =>
    mugs.length
      ? `<ul class="wc-block-product-template">${mugs
          .map(
            ({
              id,
              name,
              cents,
            }) => `<li><a href="/produkt/${id}/"><img alt="" src="data:,"></a><h2><a href="/produkt/${id}/">${name}</a></h2>
              <div class="wc-block-components-product-price">${zloty(cents)}</div>
              <div class="wc-block-components-product-button"><button type="button" data-id="${id}">Dodaj do koszyka</button></div></li>`,
          )
          .join('')}</ul>`
      : '<div class="wp-block-query-no-results"><p>Nie znaleziono żadnych wyników.</p></div>';
  const field = (/** @type {string} */ id, /** @type {string} */ label) =>
    `<div class="wc-block-components-text-input"><input id="${id}"><label for="${id}">${label}</label><div class="note"></div></div>`;
  const totals = () =>
    `<div class="wc-block-components-totals-item"><span>Suma częściowa</span><span>${zloty(sum())}</span></div>
      <div class="wc-block-components-totals-item"><span>Dostawa</span><span>${zloty(1500)}</span></div>
      <div class="wc-block-components-totals-item"><span>Łącznie</span><span>${zloty(sum() + 1500)}</span></div>`;

  /** @type {import('./serve.mjs').Shop} */
  return ({ path, query, json: facts }) => {
    switch (path) {
      case '/wp-json/wc/store/v1/cart/add-item':
        if (!MUGS.find(({ id }) => id === facts.id)?.left)
          return json(
            {
              code: 'woocommerce_rest_product_out_of_stock',
              message: 'Tego produktu nie ma w magazynie: wyprzedany.',
            },
            400,
          );
        count++;
        return json({ items_count: count }, 201);
      case '/wp-json/wc/store/v1/checkout':
        return {
          ...(tries++
            ? json({})
            : json({ code: 'x', message: 'Płatność została odrzucona. Spróbuj ponownie.' }, 402)),
          after: 'submit checkout',
        };
      case '/koszyk/':
        return page(
          'Koszyk',
          `<div class="wc-block-cart">${totals()}<a class="wc-block-cart__submit-button" href="/zamowienie/">Przejdź do płatności</a></div>`,
        );
      case '/zamowienie/':
        return page(
          'Zamówienie',
          `<div class="wc-block-checkout">${field('email', 'Adres e-mail')}${field('shipping-postcode', 'Kod pocztowy')}${totals()}
            <button type="button" class="wc-block-components-checkout-place-order-button">Kupuję i płacę</button></div>`,
        );
      case '/zamowienie/order-received/31/':
        return page('Zamówienie otrzymane', `<p>Dziękujemy. Otrzymaliśmy Twoje zamówienie.</p>${totals()}`);
      default: {
        const words = query.get('s')?.toLowerCase();
        const found = MUGS.filter(({ name }) => name.toLowerCase().includes(words ?? ''));
        return words ? page(`Wyniki wyszukiwania dla „${words}”`, list(found)) : page('Sklep', list(MUGS));
      }
    }
  };
}
