// A Dutch shop for the garden in the manner of Magento with Luma: full pages for search, filters and cart, a form that is
// posted by script and answered with nothing, messages that come by another request, a checkout in two steps behind hashes.
import { CHECKOUT, euro, SHIPPING_CENTS, SUCCESS } from './spades-checkout.mjs';
import { cartAction, product, result, THINGS, tile } from './spades-goods.mjs';
import { SCRIPT } from './spades-script.mjs';

/**
 * @typedef {import('./stranger.mjs').Question} Question
 * @typedef {import('./spades-goods.mjs').Thing} Thing
 */
/** What one visitor has in hand. */
function visitor() {
  /** @type {{lines: Map<number, number>, coupon: boolean, messages: {type: string, text: string}[]}} */
  const state = { lines: new Map(), coupon: false, messages: [] };
  const lines = () =>
    [...state.lines].map(([id, count]) => ({ ...THINGS.find(one => one.id === id), count }));
  const count = () => [...state.lines.values()].reduce((sum, one) => sum + one, 0);
  const sub = () => lines().reduce((sum, one) => sum + (one.cents ?? 0) * one.count, 0);
  const off = () => (state.coupon ? Math.round(sub() / 10) : 0);
  return { state, lines, count, sub, off };
}

/** @param {ReturnType<typeof visitor>} who */
function cartPage({ state, lines, sub, off }) {
  if (!state.lines.size)
    return '<h1 class="page-title"><span class="base">Winkelwagen</span></h1><div class="cart-empty"><p>Er zijn geen artikelen in uw winkelwagen.</p></div>';
  const rows = lines().map(
    one => `<tbody class="cart item"><tr class="item-info"><td data-th="Item" class="col item"><a href="/${one.slug}.html" class="product-item-photo" tabindex="-1"><img alt="" src="data:," width="60" height="60"></a><div class="product-item-details"><strong class="product-item-name"><a href="/${one.slug}.html">${one.name}</a></strong></div></td>
    <td class="col price" data-th="Prijs"><span class="price-excluding-tax"><span class="cart-price"><span class="price">${euro(one.cents ?? 0)}</span></span></span></td><td class="col qty" data-th="Aantal"><div class="field qty"><label class="label" for="cart-${one.id}-qty"><span>Aantal</span></label><div class="control qty"><input id="cart-${one.id}-qty" name="cart[${one.id}][qty]" value="${one.count}" type="number" size="4" step="any" title="Aantal" class="input-text qty" data-role="cart-item-qty"></div></div></td>
    <td class="col subtotal" data-th="Subtotaal"><span class="price-excluding-tax"><span class="cart-price"><span class="price">${euro((one.cents ?? 0) * one.count)}</span></span></span></td></tr><tr class="item-actions"><td colspan="4"><div class="actions-toolbar"><a href="#" title="Verwijder artikel" class="action action-delete" data-item="${one.id}"><span>Verwijder artikel</span></a></div></td></tr></tbody>`,
  );
  return `<div class="page-title-wrapper"><h1 class="page-title"><span class="base">Winkelwagen</span></h1></div><div class="cart-container"><div class="cart-summary"><strong class="summary title">Overzicht</strong><div id="cart-totals" class="cart-totals"><div class="table-wrapper"><table class="data table totals"><caption class="table-caption">Totaal</caption><tbody><tr class="totals sub"><th class="mark" scope="row">Subtotaal</th><td class="amount"><span class="price">${euro(sub())}</span></td></tr>
    ${off() ? `<tr class="totals"><th class="mark" scope="row"><span class="title">Korting (GROEN10)</span></th><td class="amount"><span><span class="price">-${euro(off())}</span></span></td></tr>` : ''}
    <tr class="grand totals"><th class="mark" scope="row"><strong>Totaal bestelling</strong></th><td class="amount"><strong><span class="price">${euro(sub() - off())}</span></strong></td></tr></tbody></table></div></div>
    <ul class="checkout methods items checkout-methods-items"><li class="item"><button type="button" data-role="proceed-to-checkout" title="Ik ga bestellen" class="action primary checkout"><span>Ik ga bestellen</span></button></li></ul></div>
    <form action="/checkout/cart/updatePost/" method="post" id="form-validate" class="form form-cart"><div class="cart table-wrapper"><table id="shopping-cart-table" class="cart items data table">${rows.join('')}</table></div><div class="cart main actions"><a class="action continue" href="/" title="Verder winkelen"><span>Verder winkelen</span></a><button type="submit" name="update_cart_action" value="update_qty" title="Winkelwagen bijwerken" class="action update"><span>Winkelwagen bijwerken</span></button></div></form>
    <div class="block discount" id="block-discount"><div class="title" data-role="title" role="tab" tabindex="0" aria-expanded="false"><strong id="block-discount-heading" role="heading" aria-level="2">Kortingscode toepassen</strong></div><div class="content" data-role="content" hidden><form id="discount-coupon-form" action="/checkout/cart/couponPost/" method="post"><div class="fieldset coupon${state.coupon ? ' applied' : ''}"><input type="hidden" name="remove" id="remove-coupon" value="${state.coupon ? 1 : 0}"><div class="field"><label for="coupon_code" class="label"><span>Voer kortingscode in</span></label><div class="control"><input type="text" class="input-text" id="coupon_code" name="coupon_code" value="${state.coupon ? 'GROEN10' : ''}" placeholder="Voer kortingscode in"${state.coupon ? ' disabled' : ''}></div></div><div class="actions-toolbar"><div class="primary"><button class="action ${state.coupon ? 'cancel' : 'apply'} primary" type="button"><span>${state.coupon ? 'Annuleer kortingscode' : 'Pas korting toe'}</span></button></div></div></div></form></div></div></div>`;
}

/**
 * @param {string} tag the line of markup that loads Koord
 * @returns {import('./stranger.mjs').Shop}
 */
export function spades(tag) {
  const who = visitor();
  const { state } = who;
  /** @param {string} kind of page: the body's class @param {string} title @param {string} main */
  const page = (kind, title, main) => ({
    html: `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>.block-minicart{display:none}img{background:#cdc}.products{display:flex;flex-wrap:wrap;gap:1em;list-style:none}</style>${tag}<script src="/static/require.js" defer></script></head>
      <body data-container="body" class="${kind}"><div class="page-wrapper"><header class="page-header"><div class="panel wrapper"><ul class="header links"><li class="greet welcome"><span>Welkom bij Het Tuinhuis</span></li><li><a href="/customer/account/login/">Inloggen</a></li></ul></div><div class="header content"><a class="logo" href="/" title="Het Tuinhuis">Het Tuinhuis</a>
      <div data-block="minicart" class="minicart-wrapper"><a class="action showcart" href="/checkout/cart/"><span class="text">Winkelwagen</span> <span class="counter qty${who.count() ? '' : ' empty'}"><span class="counter-number">${who.count() || ''}</span></span></a></div>
      <div class="block block-search"><form class="form minisearch" id="search_mini_form" action="/catalogsearch/result/" method="get"><div class="field search"><label class="label" for="search"><span>Zoek</span></label><div class="control"><input id="search" type="text" name="q" placeholder="Doorzoek de hele winkel..." class="input-text" maxlength="128" role="combobox" aria-haspopup="false" aria-autocomplete="both" autocomplete="off" aria-expanded="false"><div id="search_autocomplete" class="search-autocomplete"></div></div></div><div class="actions"><button type="submit" title="Zoek" class="action search" aria-label="Zoek"><span>Zoek</span></button></div></form></div></div></header>
      <nav class="navigation"><ul><li class="level0"><a href="/handgereedschap.html" class="level-top"><span>Handgereedschap</span></a></li></ul></nav>
      <main id="maincontent" class="page-main"><div class="page messages"><div data-placeholder="messages"></div><div id="messages"></div></div>${main}</main><footer class="page-footer"><a href="/klantenservice">Klantenservice</a></footer></div></body></html>`,
  });
  const to = (/** @type {string} */ path) => ({ to: path });
  const say = (/** @type {string} */ type, /** @type {string} */ text) => state.messages.push({ type, text });

  /** @param {Question} question @param {Thing} thing */
  const add = ({ form }, thing) => {
    const wanted = Number(form.qty ?? 1);
    if (wanted > thing.stock) say('error', 'De gevraagde hoeveelheid is niet beschikbaar');
    else {
      state.lines.set(thing.id, (state.lines.get(thing.id) ?? 0) + wanted);
      say('success', `U heeft ${thing.name} toegevoegd aan uw <a href="/checkout/cart/">winkelwagen</a>.`);
    }
    return { json: [] };
  };
  /** @param {Question} question */
  const update = ({ form }) => {
    for (const [name, value] of Object.entries(form)) {
      const id = name.match(/^cart\[(\d+)\]/)?.[1];
      if (id) state.lines.set(Number(id), Number(value));
    }
    return to('/checkout/cart/');
  };
  /** @param {Question} question */
  const coupon = ({ form }) => {
    state.coupon = form.coupon_code === 'GROEN10';
    if (state.coupon) say('success', 'U heeft couponcode "GROEN10" gebruikt.');
    else say('error', `De couponcode "${form.coupon_code}" is niet geldig.`);
    return to('/checkout/cart/');
  };
  const sections = () => {
    const messages = state.messages.splice(0);
    return {
      json: { cart: { summary_count: who.count(), subtotal: euro(who.sub()) }, messages: { messages } },
    };
  };
  const totals = () => ({
    json: {
      payment_methods: ['mollie_ideal', 'adyen_cc', 'banktransfer'],
      totals: {
        sub: euro(who.sub()),
        estimate: euro(who.sub() - who.off()),
        off: who.off() ? euro(who.off()) : '',
        shipping: euro(SHIPPING_CENTS),
        grand: euro(who.sub() - who.off() + SHIPPING_CENTS),
      },
    },
  });
  /** @param {Question} question */
  const pay = ({ form }) => {
    if (form.method === 'adyen_cc')
      return {
        status: 400,
        json: { message: 'De betaling is geweigerd door uw bank. Kies een andere betaalmethode.' },
      };
    state.lines.clear();
    return { json: '4711' };
  };
  /** @type {Record<string, (question: Question) => import('./stranger.mjs').Answer>} */
  const routes = {
    '/': () =>
      page(
        'cms-home cms-index-index page-layout-1column',
        'Het Tuinhuis',
        `<h1 class="page-title"><span class="base">Alles voor de tuin</span></h1><div class="block widget block-products-list grid"><div class="block-title"><strong>Nieuw binnen</strong></div><ol class="products list items product-items">${THINGS.slice(3).map(tile).join('')}</ol></div>`,
      ),
    '/catalogsearch/result/': ({ query }) =>
      page(
        'catalogsearch-result-index page-layout-2columns-left',
        `Zoekresultaten voor: '${query.get('q')}'`,
        result(query),
      ),
    '/search/ajax/suggest/': ({ query }) => ({ json: [{ title: query.get('q'), num_results: '5' }] }),
    '/customer/section/load/': sections,
    '/checkout/cart/': () => page('checkout-cart-index page-layout-1column', 'Winkelwagen', cartPage(who)),
    '/checkout/cart/updatePost/': update,
    '/checkout/cart/couponPost/': coupon,
    '/checkout/': () =>
      state.lines.size
        ? page('checkout-index-index page-layout-checkout', 'Afrekenen', CHECKOUT)
        : to('/checkout/cart/'),
    '/rest/default/V1/customers/isEmailAvailable': () => ({ json: true }),
    '/rest/default/V1/guest-carts/p0Qx/totals': totals,
    '/rest/default/V1/guest-carts/p0Qx/estimate-shipping-methods': () => ({
      json: [{ carrier_code: 'postnl', amount: 5.95 }],
    }),
    '/rest/default/V1/guest-carts/p0Qx/shipping-information': totals,
    '/rest/default/V1/guest-carts/p0Qx/set-payment-information': () => ({ json: true }),
    '/rest/default/V1/guest-carts/p0Qx/payment-information': pay,
    '/checkout/onepage/success/': () =>
      page('checkout-onepage-success page-layout-1column', 'Uw bestelling is geplaatst', SUCCESS),
    '/static/require.js': () => ({ script: SCRIPT }),
  };
  return question => {
    const added = THINGS.find(one => cartAction(one) === question.path);
    if (added) return add(question, added);
    const shown = THINGS.find(one => `/${one.slug}.html` === question.path);
    if (shown)
      return page(
        `catalog-product-view product-${shown.slug} page-layout-1column`,
        shown.name,
        product(shown),
      );
    return routes[question.path]?.(question) ?? null;
  };
}
