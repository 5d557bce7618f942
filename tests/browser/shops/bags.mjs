// An English shop of bags that is one page of script: a search box without form or button that lists as one types, with
// suggestions beside it; filters that ask the server; tiles that are no links; refusals in HTTP 200; toasts for all that is
// said. It knows of no tracker and of no ARIA, but for an aria-invalid that it never sets to true.
import { html, json } from './serve.mjs';

const GOODS = [
  { id: 'tote', name: 'Canvas tote', colour: 'sand', cents: 2900 },
  { id: 'duffel', name: 'Canvas duffel', colour: 'navy', cents: 8900 },
  { id: 'satchel', name: 'Leather satchel', colour: 'navy', cents: 14900 },
  { id: 'purse', name: 'Leather purse', colour: 'red', cents: 4900, gone: true },
];

const SCRIPT = `
const money = cents => '$' + (cents / 100).toFixed(2);
const ask = (path, facts) => fetch('/api/' + path, facts && { method: 'POST', body: JSON.stringify(facts) }).then(a => a.json());
const main = document.querySelector('#app');
let bag = [], words = '', timer;
const toast = text => {
  const box = document.createElement('div');
  box.className = 'toast';
  box.textContent = text;
  document.body.append(box);
  setTimeout(() => box.remove(), 4000);
};
const go = path => { history.pushState({}, '', path); draw(); };
const count = () => { document.querySelector('.bag-count').textContent = bag.reduce((all, one) => all + one.many, 0); };
async function list() {
  const colours = [...document.querySelectorAll('.sidebar input:checked')].map(box => box.value);
  const found = await ask('products?words=' + encodeURIComponent(words) + '&colours=' + colours);
  document.querySelector('.count').textContent = found.length ? 'Showing ' + found.length + ' results' : 'We couldn\\'t find anything';
  const grid = document.querySelector('.grid');
  grid.replaceChildren(...found.map(one => {
    const card = document.createElement('div');
    card.className = 'card';
    card.innerHTML = '<img alt="" src="data:,"><a href="/product/' + one.id + '">' + one.name + '</a><span class="price">' + money(one.cents) + '</span>';
    return card;
  }));
}
const pages = {
  '/collections/all': () => {
    main.innerHTML = '<h1>All bags</h1><aside class="sidebar"><p>Colour</p>' + ['sand', 'navy', 'red'].map(c =>
      '<label><input type="checkbox" value="' + c + '" name="colour-' + c + '">' + c + '</label>').join('') +
      '</aside><p class="count"></p><div class="grid"></div>';
    main.querySelector('.sidebar').onchange = list;
    list();
  },
  '/bag': () => {
    const sum = bag.reduce((all, one) => all + one.cents * one.many, 0);
    main.innerHTML = '<h1>Your bag</h1>' + bag.map(one => '<div class="line-item"><a href="/product/' + one.id + '">' + one.name + '</a>' +
      '<select aria-label="Quantity" data-id="' + one.id + '"><option>1</option><option>2</option><option>3</option></select>' +
      '<button type="button" class="drop" data-id="' + one.id + '">Remove</button></div>').join('') +
      '<div class="sum"><span>Total</span><span>' + money(sum) + '</span></div>' +
      '<div class="promo"><input placeholder="Promo code" aria-invalid="false"><button type="button" id="apply">Apply</button></div>' +
      '<button type="button" id="checkout">Check out</button>';
    main.querySelectorAll('select').forEach(field => {
      field.value = bag.find(one => one.id === field.dataset.id).many;
      field.onchange = () => ask('bag', {}).then(() => { bag.find(one => one.id === field.dataset.id).many = +field.value; count(); draw(); });
    });
    main.querySelectorAll('.drop').forEach(button => button.onclick = () => ask('bag', {}).then(() => {
      bag = bag.filter(one => one.id !== button.dataset.id); count(); draw(); }));
    main.querySelector('#apply').onclick = () => ask('promo', {}).then(({ error }) => error && toast('That promo code isn\\'t valid'));
    main.querySelector('#checkout').onclick = () => go('/checkout');
  },
  '/checkout': () => {
    const sum = bag.reduce((all, one) => all + one.cents * one.many, 0);
    main.innerHTML = '<h1>Checkout</h1><div class="fields"><input placeholder="Email"><input placeholder="Street address"><input placeholder="ZIP">' +
      '</div><div class="row"><span>Subtotal</span><span>' + money(sum) + '</span></div><div class="row"><span>Shipping</span><span>' + money(900) +
      '</span></div><div class="row"><span>Total</span><span>' + money(sum + 900) + '</span></div><button type="button" id="order">Place order</button>';
    main.querySelector('#order').onclick = () => ask('order', {}).then(({ error }) =>
      error ? toast('Your payment was declined. Your card has expired.') : (bag = [], count(), go('/thank-you')));
  },
  '/thank-you': () => { main.innerHTML = '<h1>Thank you for your order</h1><p>Order total $38.00</p>'; },
};
async function draw() {
  const page = pages[location.pathname];
  if (page) return page();
  const one = await ask('product?id=' + location.pathname.split('/').pop());
  main.innerHTML = '<h1>' + one.name + '</h1><span class="price">' + money(one.cents) + '</span><button type="button" id="add">Add to bag</button>';
  main.querySelector('#add').onclick = () => ask('bag', { id: one.id }).then(({ error }) => {
    if (error) return toast('Sorry, that is out of stock');
    const there = bag.find(other => other.id === one.id);
    if (there) there.many++; else bag.push({ ...one, many: 1 });
    count();
  });
}
document.addEventListener('click', event => {
  const card = event.target.closest('.card,.line-item,.top');
  const link = event.target.closest('a');
  if (link && card) { event.preventDefault(); go(link.getAttribute('href')); }
});
onpopstate = draw;
document.querySelector('.searchbox input').oninput = event => {
  words = event.target.value;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const tips = await ask('suggest?words=' + encodeURIComponent(words));
    document.querySelector('.suggestions').innerHTML = tips.map(tip => '<li>' + tip + '</li>').join('');
    timer = setTimeout(list, 300);
  }, 250);
};
draw();`;

export function bags() {
  let orders = 0;
  const page = () =>
    html(
      'en',
      'Carryall',
      `<div class="top"><a href="/collections/all">Carryall</a><div class="searchbox"><input placeholder="Search for a bag"><ul class="suggestions"></ul></div>
        <a href="/bag">Bag <span class="bag-count">0</span></a></div><div id="app"></div><script>${SCRIPT}</script>`,
    );

  /** @type {import('./serve.mjs').Shop} */
  return ({ path, query, json: facts }) => {
    const words = `${query.get('words') ?? ''}`.toLowerCase();
    const colours = `${query.get('colours') ?? ''}`.split(',').filter(Boolean);
    const fits = (/** @type {typeof GOODS[0]} */ one) =>
      one.name.toLowerCase().includes(words) && (!colours.length || colours.includes(one.colour));
    switch (path) {
      case '/api/products':
        return json(GOODS.filter(fits));
      case '/api/suggest':
        return json(GOODS.filter(fits).map(({ name }) => name));
      case '/api/product':
        return json(GOODS.find(({ id }) => id === query.get('id')));
      case '/api/bag':
        return json(GOODS.find(({ id }) => id === facts.id)?.gone ? { error: 'out_of_stock' } : { ok: true });
      case '/api/promo':
        return { ...json({ error: 'unknown_code' }), after: 'submit coupon' };
      case '/api/order':
        return { ...json(orders++ ? { ok: true } : { error: 'card_declined' }), after: 'submit checkout' };
      default:
        return page();
    }
  };
}
