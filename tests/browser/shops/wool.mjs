// An English shop of wool as WooCommerce makes them: things are added by a request and announced by events of jQuery, which the
// document never hears; a coupon is announced as applied whether or not it was; the checkout has its browser checks switched off,
// is answered inside HTTP 200, and leaves every field by script when it is refused.
import { html, json } from './serve.mjs';

/** As much of jQuery as the shop needs: handlers of its own, which no addEventListener hears. */
const JQUERY = `
const heard = new Map();
window.jQuery = where => {
  const all = typeof where === 'string' ? [...document.querySelectorAll(where)] : [where];
  const set = {
    on: (names, run) => (all.forEach(one => names.split(' ').forEach(name => heard.set(one, [...(heard.get(one) || []), { name, run }]))), set),
    off: (names, run) => (all.forEach(one => heard.set(one, (heard.get(one) || []).filter(other => other.run !== run))), set),
    trigger: (name, facts = []) => (all.forEach(one => (heard.get(one) || []).filter(other => other.name === name).forEach(({ run }) => run({ type: name }, ...facts))), set),
  };
  return set;
};
jQuery.fn = { on() {} };`;

const GOODS = [
  { id: 11, slug: 'merino', name: 'Merino yarn', cents: 800 },
  { id: 12, slug: 'alpaca', name: 'Alpaca yarn', cents: 1200 },
];
const pounds = (/** @type {number} */ cents) =>
  `<span class="woocommerce-Price-amount amount"><bdi><span>£</span>${(cents / 100).toFixed(2)}</bdi></span>`;

const SCRIPT = `
const $ = jQuery, by = name => document.querySelector(name);
const ask = (what, form) => fetch('/?wc-ajax=' + what, { method: 'POST', body: new URLSearchParams(form) }).then(answer => answer.json());
document.querySelectorAll('.ajax_add_to_cart').forEach(link => link.addEventListener('click', async event => {
  event.preventDefault();
  const answer = await ask('add_to_cart', { product_id: link.dataset.product_id });
  by('.site-header-cart .count').textContent = answer.count + ' items';
  link.classList.add('added');
  $(document.body).trigger('added_to_cart', [{}, '', $(link)]);
}));
by('.woocommerce-cart-form')?.addEventListener('submit', async event => {
  event.preventDefault();
  const code = by('#coupon_code').value;
  const answer = await ask('apply_coupon', { coupon_code: code });
  by('.woocommerce-notices-wrapper').innerHTML = answer.notice;
  if (answer.total) by('.order-total td').innerHTML = answer.total;
  $(document.body).trigger('applied_coupon', [code]);
});
const checkout = by('form.checkout');
if (checkout) {
  checkout.noValidate = true;
  $(document.body).trigger('init_checkout');
  checkout.addEventListener('submit', async event => {
    event.preventDefault();
    $(checkout).trigger('checkout_place_order');
    const answer = await ask('checkout', new FormData(checkout));
    if (answer.result === 'success') return void (location.href = answer.redirect);
    by('.woocommerce-notices-wrapper').innerHTML = answer.messages;
    for (const name of answer.invalid) by('#' + name + '_field').classList.add('woocommerce-invalid', 'woocommerce-invalid-required-field');
    checkout.querySelectorAll('input').forEach(field => field.dispatchEvent(new FocusEvent('blur')));
    $(document.body).trigger('checkout_error', [answer.messages]);
  });
}`;

export function wool() {
  let count = 0;
  let sum = 0;
  let off = 0;
  const page = (/** @type {string} */ title, /** @type {string} */ kind, /** @type {string} */ body) =>
    html(
      'en-GB',
      `${title} – Woolly`,
      `<script>document.body.className = '${kind}';${JQUERY}</script><header class="site-header"><a href="/">Woolly</a>
        <form role="search" class="woocommerce-product-search"><input type="search" name="s" placeholder="Search products…">
        <input type="hidden" name="post_type" value="product"></form>
        <ul class="site-header-cart"><li><a class="cart-contents" href="/cart/"><span class="count">${count} items</span></a></li></ul></header>
        <main><div class="woocommerce"><div class="woocommerce-notices-wrapper"></div>${body}</div></main><script>${SCRIPT}</script>`,
    );
  const row = (/** @type {string} */ name, /** @type {string} */ kind, /** @type {number} */ cents) =>
    `<tr class="${kind}"><th>${name}</th><td>${pounds(cents)}</td></tr>`;
  const totals = () =>
    `<table class="shop_table">${row('Subtotal', 'cart-subtotal', sum)}${row('Total', 'order-total', sum - off)}</table>`;
  const field = (/** @type {string} */ name, /** @type {string} */ label) =>
    `<p class="form-row" id="${name}_field"><label for="${name}">${label}</label><input id="${name}" name="${name}"></p>`;

  const list = (/** @type {typeof GOODS} */ goods) =>
    goods.length
      ? `<p class="woocommerce-result-count">Showing all ${goods.length} results</p><ul class="products">${goods
          .map(
            one => `<li class="product"><a href="/product/${one.slug}/"><img alt="" src="data:,"><h2>${one.name}</h2>${pounds(one.cents)}</a>
            <a href="?add-to-cart=${one.id}" data-product_id="${one.id}" class="button add_to_cart_button ajax_add_to_cart" aria-label="Add “${one.name}” to your basket" rel="nofollow">Add to basket</a></li>`,
          )
          .join('')}</ul>`
      : '<p class="woocommerce-info woocommerce-no-products-found">No products were found matching your selection.</p>';

  /** @type {Record<string, (form: URLSearchParams) => unknown>} */
  const ajax = {
    add_to_cart(form) {
      count++;
      sum += GOODS.find(({ id }) => id === Number(form.get('product_id')))?.cents ?? 0;
      return { count };
    },
    apply_coupon(form) {
      if (form.get('coupon_code') !== 'KNIT')
        return {
          notice: '<ul class="woocommerce-error" role="alert"><li>Coupon "x" does not exist!</li></ul>',
        };
      off = 200;
      return {
        notice: '<div class="woocommerce-message" role="alert">Coupon code applied successfully.</div>',
        total: pounds(sum - off),
      };
    },
    checkout(form) {
      const invalid = ['billing_first_name', 'billing_postcode'].filter(name => !form.get(name));
      if (!invalid.length)
        return { result: 'success', redirect: '/checkout/order-received/71/?key=wc_order_9' };
      return {
        result: 'failure',
        invalid,
        messages:
          '<ul class="woocommerce-error" role="alert"><li>Billing Postcode is a required field.</li></ul>',
      };
    },
  };

  /** @type {import('./serve.mjs').Shop} */
  return ({ path, query, form }) => {
    const deed = query.get('wc-ajax');
    if (deed)
      return {
        ...json(ajax[deed](form)),
        after: { checkout: 'submit checkout', apply_coupon: 'submit coupon' }[deed],
      };
    const words = query.get('s')?.toLowerCase();
    if (words !== undefined) {
      const found = GOODS.filter(({ name }) => name.toLowerCase().includes(words));
      return page('Search', 'search woocommerce', `<h1>Search results: “${words}”</h1>${list(found)}`);
    }
    if (path === '/cart/')
      return page(
        'Basket',
        'woocommerce-cart',
        `<h1>Basket</h1><form class="woocommerce-cart-form" action="/cart/" method="post"><label for="coupon_code">Coupon:</label>
          <input name="coupon_code" id="coupon_code" placeholder="Coupon code"><button name="apply_coupon" value="1">Apply coupon</button></form>
          ${totals()}<a href="/checkout/" class="checkout-button">Proceed to checkout</a>`,
      );
    if (path === '/checkout/')
      return page(
        'Checkout',
        'woocommerce-checkout',
        `<h1>Checkout</h1><form class="checkout">${field('billing_first_name', 'First name')}${field('billing_postcode', 'Postcode')}${totals()}
          <button type="submit" id="place_order">Place order</button></form>`,
      );
    if (path.startsWith('/checkout/order-received/'))
      return page(
        'Order received',
        'woocommerce-order-received',
        `<p>Thank you. Your order has been received.</p>${totals()}`,
      );
    return page('Shop', 'post-type-archive-product woocommerce', `<h1>Shop</h1>${list(GOODS)}`);
  };
}
