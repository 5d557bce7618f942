// A German shop for tea in the manner of Shopware's storefront: a list that changes without a page load under a headline that
// stays, a cart that slides in, addresses that the server finds wrong, an order button outside of its form.
import { cart, confirm, edit, FIELDS, finish, offcanvas, register } from './teas-checkout.mjs';
import { detail, euro, found, listing, suggest, TEAS } from './teas-goods.mjs';
import { SCRIPT } from './teas-script.mjs';

/** @typedef {import('./stranger.mjs').Question} Question */

const SHIPPING_CENTS = 490;

const STYLE = `img{background:#cdb}.cms-listing-row{display:flex;gap:1em}.dropdown-menu{display:none}.dropdown-menu.show{display:block}.product-box{position:relative}
  .btn-buy{position:relative;z-index:2}.stretched-link::after{content:'';position:absolute;inset:0}.visually-hidden{position:absolute;clip:rect(0,0,0,0)}
  .search-suggest{position:absolute;background:#fff;z-index:9;border:1px solid}.offcanvas{position:fixed;right:0;top:0;bottom:0;width:400px;background:#fff;z-index:20;overflow:auto;box-shadow:0 0 2em #0005}
  .alert-success{background:#dfd}.alert-danger{background:#fdd}.invalid-feedback{color:#b00}.checkout-container{display:flex;gap:2em}`;

/** What one visitor has in hand. */
function visitor() {
  const state = {
    lines: new Map(/** @type {[string, number][]} */ ([])),
    hasCode: false,
    message: '',
    method: 'invoice',
    isKnown: false,
  };
  const bill = () => {
    const lines = TEAS.filter(({ id }) => state.lines.get(id)).map(tea => ({
      ...tea,
      count: state.lines.get(tea.id) ?? 0,
    }));
    const sub = lines.reduce((sum, { cents, count }) => sum + cents * count, 0);
    const off = state.hasCode ? Math.round(sub / 10) : 0;
    const shipping = lines.length ? SHIPPING_CENTS : 0;
    return { lines, sub, off, shipping, total: sub - off + shipping };
  };
  return { state, bill };
}

/** @param {string} kind @param {string} text */
const alert = (kind, text) =>
  `<div role="alert" class="alert alert-${kind} alert-has-icon"><div class="alert-content-container"><div class="alert-content">${text}</div></div></div>`;

/** @param {Record<string, string>} form @returns {Record<string, string>} by name of the field */
function mistakesIn(form) {
  const empty = FIELDS.filter(({ name }) => !form[name]).map(({ name }) => [
    name,
    'Die Eingabe darf nicht leer sein.',
  ]);
  const code = form['billingAddress[zipcode]'];
  if (code && !/^\d{5}$/.test(code))
    empty.push(['billingAddress[zipcode]', 'Bitte geben Sie eine gültige Postleitzahl ein.']);
  return Object.fromEntries(empty);
}

/** @param {string} tag @returns {import('./stranger.mjs').Shop} */
export function teas(tag) {
  const { state, bill } = visitor();
  /** @param {string} kind @param {string} title @param {string} main */
  const page = (kind, title, main) => {
    const message = state.message;
    state.message = '';
    return {
      html: `<!doctype html><html lang="de-DE"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style>${tag}<script src="/theme/all.js" defer></script></head><body class="is-ctl-${kind}">
        <header class="header-main"><div class="container"><div class="header-row row"><div class="header-logo-main"><a class="header-logo-main-link" href="/" title="Zur Startseite gehen">Teekontor Roth</a></div><div class="header-search"><form action="/search" method="get" class="header-search-form"><div class="input-group"><input type="search" name="search" class="form-control header-search-input" autocomplete="off" placeholder="Suchbegriff eingeben ..." aria-label="Suchbegriff eingeben ..."><button type="submit" class="btn header-search-btn" aria-label="Suchen">⌕</button></div></form></div>
        <div class="header-actions-col"><a class="btn" href="/account" aria-label="Mein Konto">☺</a><div class="header-cart" id="cart-widget"></div></div></div></div></header><nav class="nav main-navigation"><a class="nav-link main-navigation-link" href="/Tee/" title="Tee"><span>Tee</span></a></nav>
        <main class="content-main"><div class="flashbags container">${message}</div>${main}</main><footer class="footer-main"><div class="footer-service"><a href="/kontakt">Kontaktformular</a> <a href="/versandkosten">Versand und Zahlung</a> <a href="/agb">AGB</a></div></footer></body></html>`,
    };
  };
  /** @param {Question} question */
  const add = ({ form }) => {
    const [id, wanted] = Object.entries(form).flatMap(([name, value]) => {
      const match = name.match(/^lineItems\[(.+)\]\[quantity\]$/);
      return match ? [match[1], Number(value)] : [];
    });
    const tea = TEAS.find(one => one.id === id);
    if (!tea) return { status: 400, html: '' };
    const count = Math.min(Number(wanted), tea.stock);
    state.lines.set(tea.id, count);
    const text =
      count < Number(wanted)
        ? alert(
            'warning',
            `Das Produkt "${tea.name}" ist leider nur noch ${count} Mal verfügbar. Die Menge wurde angepasst.`,
          )
        : alert('success', `${count} Produkt${count > 1 ? 'e wurden' : ' wurde'} in den Warenkorb gelegt.`);
    return { html: offcanvas(bill(), text) };
  };
  /** @param {Question} question */
  const code = ({ form }) => {
    state.hasCode = form.code === 'HALLO10';
    state.message = state.hasCode
      ? alert('success', 'Der Gutschein-Code wurde erfolgreich eingelöst.')
      : alert('danger', `Der Gutschein-Code "${form.code}" existiert nicht.`);
    return { to: '/checkout/cart' };
  };
  /** @param {Question} question */
  const registers = ({ form }) => {
    const mistakes = mistakesIn(form);
    if (!Object.keys(mistakes).length) {
      state.isKnown = true;
      return { to: '/checkout/confirm' };
    }
    return page('register', 'Teekontor Roth', register(bill(), form, mistakes));
  };
  const order = () => {
    if (state.method === 'card')
      return { to: '/account/order/edit/0f3c?error-code=CHECKOUT__PAYMENT_DECLINED' };
    return { to: '/checkout/finish?orderId=0f3c' };
  };
  const checkout = () => {
    if (!state.lines.size) return { to: '/checkout/cart' };
    if (!state.isKnown) return { to: '/checkout/register' };
    return page('checkout', 'Bestellung abschließen | Teekontor Roth', confirm(bill(), state.method));
  };
  const info = () => {
    const { lines, sub } = bill();
    const count = lines.reduce((sum, line) => sum + line.count, 0);
    return {
      html: `<a class="btn header-cart-btn header-actions-btn" href="/checkout/cart" title="Warenkorb" aria-label="Warenkorb">🛒${count ? `<span class="badge bg-primary header-cart-badge">${count}</span>` : ''}<span class="header-cart-total">${euro(sub)}*</span></a>`,
    };
  };
  /** @type {Record<string, (question: Question) => import('./stranger.mjs').Answer>} */
  const routes = {
    '/': () =>
      page(
        'navigation',
        'Teekontor Roth',
        `<div class="cms-page"><h1>Tee aus erster Hand</h1><p>Seit 1923 am Hafen.</p></div>`,
      ),
    '/search': ({ query }) => page('search', `Suchergebnisse | Teekontor Roth`, found(query)),
    '/widgets/search': ({ query }) => ({ html: listing(query) }),
    '/suggest': ({ query }) => ({ html: suggest(query) }),
    '/widgets/checkout/info': info,
    '/checkout/line-item/add': add,
    '/checkout/cart': () => page('checkout', 'Warenkorb | Teekontor Roth', cart(bill())),
    '/checkout/promotion/add': code,
    '/checkout/register': () => page('register', 'Teekontor Roth', register(bill())),
    '/account/register': registers,
    '/checkout/confirm': checkout,
    '/checkout/configure': ({ form }) => {
      state.method = form.paymentMethodId ?? state.method;
      return { to: '/checkout/confirm' };
    },
    '/checkout/order': order,
    '/checkout/finish': () => page('checkout', 'Teekontor Roth', finish(bill())),
    '/account/order/edit/0f3c': () =>
      page('accountorder', 'Zahlung abschließen | Teekontor Roth', edit(bill())),
    '/theme/all.js': () => ({ script: SCRIPT }),
  };
  return question => {
    const tea = TEAS.find(({ path }) => path === question.path);
    if (tea) return page('product', `${tea.name} | ${tea.id}`, detail(tea));
    const [, change] = question.path.match(/^\/checkout\/line-item\/change-quantity\/(.+)$/) ?? [];
    if (change) {
      state.lines.set(change, Number(question.form.quantity));
      return { to: '/checkout/cart' };
    }
    return routes[question.path]?.(question) ?? null;
  };
}
