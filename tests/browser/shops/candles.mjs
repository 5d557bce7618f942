// A British shop for candles in the manner of Shopify with Dawn: a search that opens over the page, facets that replace a
// section, a drawer as the only cart, both prices of every thing in the page, a checkout that is one page made by script.
import { CARD_FIELD, SCRIPT as CHECKOUT_SCRIPT, checkout, costs, thanks } from './candles-checkout.mjs';
import { bubble, CANDLES, detail, drawer, results, suggestions } from './candles-goods.mjs';
import { SCRIPT } from './candles-script.mjs';

/** @typedef {import('./stranger.mjs').Question} Question */

const SHIPPING_PENCE = 395;
const CHECKOUT_PATH = '/checkouts/cn/hWN6k2bq/en-gb';

const STYLE = `.price__sale{display:none}.price--on-sale .price__sale{display:block}.price--on-sale .price__regular{display:none}.visually-hidden{position:absolute!important;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
  .grid{display:flex;flex-wrap:wrap;gap:1em;list-style:none}.card-wrapper{position:relative}.full-unstyled-link::after{content:'';position:absolute;inset:0}img{background:#dcc}.product__title h2{display:none}
  .search-modal{position:fixed;inset:0 0 auto 0;background:#fff;z-index:9}cart-drawer{visibility:hidden;position:fixed;inset:0;z-index:30;background:#0008}cart-drawer.active{visibility:visible}.drawer__inner{position:absolute;right:0;top:0;bottom:0;width:400px;background:#fff;overflow:auto}`;

/** @param {string} tag @returns {import('./stranger.mjs').Shop} */
export function candles(tag) {
  const state = {
    lines: new Map(/** @type {[number, number][]} */ ([])),
    hasCode: false,
    hasAddress: false,
    isPaid: false,
  };
  const lines = () =>
    CANDLES.filter(({ id }) => state.lines.get(id)).map(candle => ({
      candle,
      count: state.lines.get(candle.id) ?? 0,
    }));
  const bill = () => {
    const sub = lines().reduce((sum, { candle, count }) => sum + candle.pence * count, 0);
    const off = state.hasCode ? Math.round(sub / 10) : 0;
    const shipping = state.hasAddress ? SHIPPING_PENCE : 0;
    return { lines: lines(), sub, off, shipping, total: sub - off + shipping };
  };
  const count = () => lines().reduce((sum, line) => sum + line.count, 0);
  const sections = () => ({ 'cart-drawer': drawer(lines()), 'cart-icon-bubble': bubble(count()) });

  /** @param {string} kind @param {string} title @param {string} main */
  const page = (kind, title, main) => ({
    html: `<!doctype html><html class="js" lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style>${tag}<script src="/cdn/shop/t/2/assets/global.js" defer></script></head><body class="gradient"><a class="skip-to-content-link button visually-hidden" href="#MainContent">Skip to content</a>
      <cart-drawer class="drawer"><div id="CartDrawer" class="cart-drawer">${drawer(lines())}</div></cart-drawer>
      <div class="announcement-bar" role="region" aria-label="Announcement"><p class="announcement-bar__message h5">Free shipping over £75</p></div>
      <sticky-header class="header-wrapper"><header class="header header--middle-left page-width"><a href="/" class="header__heading-link link link--text focus-inset">Harbour &amp; Wick</a><nav class="header__inline-menu"><ul class="list-menu list-menu--inline" role="list"><li><a href="/collections/all" class="header__menu-item list-menu__item link link--text focus-inset"><span>Shop</span></a></li></ul></nav>
      <div class="header__icons"><details-modal class="header__search"><details><summary class="header__icon header__icon--search header__icon--summary link focus-inset modal__toggle" aria-haspopup="dialog" aria-label="Search"><span>⌕</span></summary><div class="search-modal modal__content gradient" role="dialog" aria-modal="true" aria-label="Search"><predictive-search class="search-modal__form"><form action="/search" method="get" role="search" class="search search-modal__form"><div class="field"><input class="search__input field__input" id="Search-In-Modal" type="search" name="q" placeholder="Search" role="combobox" aria-expanded="false" aria-controls="predictive-search-results" aria-haspopup="listbox" aria-autocomplete="list" autocorrect="off" autocomplete="off"><label class="field__label" for="Search-In-Modal">Search</label><input type="hidden" name="options[prefix]" value="last"><button class="search__button field__button" aria-label="Search">⌕</button></div><div class="predictive-search predictive-search--header" tabindex="-1" data-predictive-search></div></form></predictive-search></div></details></details-modal>
      <a href="/account" class="header__icon header__icon--account link"><span class="visually-hidden">Log in</span>☺</a><a href="/cart" class="header__icon header__icon--cart link focus-inset" id="cart-icon-bubble">🛍<span class="visually-hidden">Cart</span><span class="bubble">${bubble(count())}</span></a></div></header></sticky-header>
      <main id="MainContent" class="content-for-layout focus-none" role="main" tabindex="-1"><div class="template-${kind}">${main}</div></main><footer class="footer"><a href="/policies/refund-policy">Refund policy</a> <a href="/pages/contact">Contact</a></footer></body></html>`,
  });
  /** @param {string} title @param {string} main */
  const bare = (title, main) => ({
    html: `<!doctype html><html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden}#app{display:grid;grid-template-columns:3fr 2fr}#app>header,#app>footer{grid-column:span 2}img{background:#dcc}</style>${tag}<script src="/cdn/shopifycloud/checkout-web/app.js" defer></script></head><body>${main}</body></html>`,
  });

  /** @param {Question} question */
  const add = ({ form }) => {
    const candle = CANDLES.find(({ id }) => id === Number(form.id));
    const wanted = Number(form.quantity ?? 1);
    if (!candle || wanted > candle.stock) {
      const description = `You can only add ${candle?.stock} ${candle?.name} to the cart.`;
      return { status: 422, json: { status: 422, message: 'Cart Error', description } };
    }
    state.lines.set(candle.id, (state.lines.get(candle.id) ?? 0) + wanted);
    return {
      json: {
        id: candle.id,
        quantity: wanted,
        title: candle.name,
        price: candle.pence,
        sections: sections(),
      },
    };
  };
  /** @param {Question} question */
  const change = ({ form }) => {
    const { candle } = lines()[Number(form.line) - 1];
    if (Number(form.quantity) > candle.stock)
      return { json: { errors: `You can only add ${candle.stock} of this item to your cart.` } };
    state.lines.set(candle.id, Number(form.quantity));
    return { json: { item_count: count(), items: [], sections: sections() } };
  };
  /** @param {Question} question */
  const graph = ({ form }) => {
    if (form.isComplete) state.hasAddress = true;
    if (form.code) state.hasCode = form.code === 'WELCOME10';
    if (form.operationName === 'SubmitForCompletion') state.isPaid = form.method === 'fine';
    const methods = state.hasAddress
      ? `<div class="_1u2aa6m4"><input type="radio" id="shipping_methods-0" name="shipping_methods" checked><label for="shipping_methods-0">Royal Mail Tracked 48 <span class="notranslate">£3.95</span></label></div>`
      : '';
    const receipt = state.isPaid
      ? { __typename: 'ProcessedReceipt', redirect: `${CHECKOUT_PATH}/thank-you` }
      : { __typename: 'FailedReceipt', processingError: { code: 'CARD_DECLINED' } };
    return { json: { data: { costs: costs(bill()), methods, isTaken: state.hasCode, receipt } } };
  };
  /** @type {Record<string, (question: Question) => import('./stranger.mjs').Answer>} */
  const routes = {
    '/': () =>
      page(
        'index',
        'Harbour & Wick',
        '<h2 class="banner__heading inline-richtext h0">Lit by the sea</h2><p>Slow candles from Whitby.</p>',
      ),
    '/search': ({ query }) =>
      query.has('section_id')
        ? { html: results(query) }
        : page(
            'search',
            `Search: ${results(query).includes('No results') ? '0' : ''} results found for "${query.get('q')}" – Harbour & Wick`,
            results(query),
          ),
    '/search/suggest': ({ query }) => ({ html: suggestions(query) }),
    '/cart/add': add,
    '/cart/change': change,
    '/cart': () => ({ to: `${CHECKOUT_PATH}?_r=AQAB` }),
    [CHECKOUT_PATH]: () => bare('Checkout - Harbour & Wick', checkout(bill())),
    [`${CHECKOUT_PATH}/thank-you`]: () =>
      bare('Thank you for your purchase! - Harbour & Wick - Checkout', thanks(bill())),
    '/checkouts/internal/graphql/persisted': graph,
    '/cdn/shop/t/2/assets/global.js': () => ({ script: SCRIPT }),
    '/cdn/shopifycloud/checkout-web/app.js': () => ({ script: CHECKOUT_SCRIPT }),
  };
  return question => {
    if (question.path.startsWith('/fields/')) return { html: CARD_FIELD };
    const candle = CANDLES.find(({ handle }) => `/products/${handle}` === question.path);
    if (candle) return page('product', `${candle.name} – Harbour & Wick`, detail(candle));
    return routes[question.path]?.(question) ?? null;
  };
}
