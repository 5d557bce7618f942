// What candles.mjs sells, and how its grid, its pages of one candle and its drawer are marked up.

/** @typedef {{id: number, handle: string, name: string, pence: number, was?: number, stock: number}} Candle */
/** @typedef {{candle: Candle, count: number}} Line */

/** @type {Candle[]} */
export const CANDLES = [
  { id: 4410, handle: 'fig-candle', name: 'Fig candle', pence: 2400, stock: 3 },
  { id: 4411, handle: 'sea-salt-candle', name: 'Sea salt candle', pence: 2800, stock: 0 },
  { id: 4412, handle: 'rose-candle', name: 'Rose candle', pence: 2100, stock: 30 },
  { id: 4413, handle: 'tin-candle-trio', name: 'Tin candle trio', pence: 2550, was: 3000, stock: 12 },
  { id: 4414, handle: 'cedar-candle', name: 'Cedar candle', pence: 1800, stock: 30 },
  { id: 4420, handle: 'wick-trimmer', name: 'Wick trimmer', pence: 900, stock: 30 },
];

/** @param {number} pence */
export const pounds = pence => `£${(pence / 100).toFixed(2)}`;

/** Both prices are always in the page; the class of the outer element shows one of them. @param {Candle} candle */
const price = ({ pence, was, stock }) =>
  `<div class="price${was ? ' price--on-sale' : ''}${stock ? '' : ' price--sold-out'}"><div class="price__container"><div class="price__regular"><span class="visually-hidden visually-hidden--inline">Regular price</span> <span class="price-item price-item--regular">${pounds(pence)} GBP</span></div><div class="price__sale"><span class="visually-hidden visually-hidden--inline">Regular price</span> <span><s class="price-item price-item--regular">${was ? `${pounds(was)} GBP` : ''}</s></span><span class="visually-hidden visually-hidden--inline">Sale price</span> <span class="price-item price-item--sale price-item--last">${pounds(pence)} GBP</span></div></div></div>`;

/** @param {Candle} candle @param {number} at */
const card = (candle, at) =>
  `<li class="grid__item scroll-trigger animate--slide-in"><div class="card-wrapper product-card-wrapper underline-links-hover"><div class="card card--standard card--media"><div class="card__inner color-scheme-2 gradient ratio"><div class="card__media"><div class="media media--transparent"><img src="data:," alt="${candle.name} on a table" class="motion-reduce" width="150" height="150"></div></div></div><div class="card__content"><div class="card__information"><h3 class="card__heading h5"><a href="/products/${candle.handle}?_pos=${at + 1}&amp;_sid=9e1f&amp;_ss=r" id="CardLink--${candle.id}" class="full-unstyled-link" aria-labelledby="CardLink--${candle.id} Badge--${candle.id}">${candle.name}</a></h3><div class="card-information">${price(candle)}</div></div><div class="card__badge bottom left">${candle.stock ? '' : `<span id="Badge--${candle.id}" class="badge badge--bottom-left">Sold out</span>`}</div></div></div></div></li>`;

/** @param {URLSearchParams} query */
function kept(query) {
  const words = (query.get('q') ?? '').toLowerCase();
  const all = CANDLES.filter(({ name }) => name.toLowerCase().includes(words));
  const some = all.filter(({ stock }) => query.get('filter.v.availability') !== '1' || stock);
  if (query.get('sort_by') === 'price-ascending') some.sort((one, other) => one.pence - other.pence);
  return { all, some };
}

/** @param {URLSearchParams} query */
export function results(query) {
  const { all, some } = kept(query);
  const words = query.get('q') ?? '';
  const isKept = query.get('filter.v.availability') === '1';
  const field = `<div class="template-search__search"><main-search><form action="/search" method="get" role="search" class="search"><div class="field"><input class="search__input field__input" id="Search-In-Template" type="search" name="q" value="${words}" placeholder="Search"><label class="field__label" for="Search-In-Template">Search</label><button type="submit" class="search__button field__button" aria-label="Search">⌕</button></div></form></main-search></div>`;
  if (!all.length)
    return `<div class="template-search template-search--empty"><div class="template-search__header page-width center"><h1 class="h2 center">Search results</h1>${field}<p role="status">No results found for “${words}”. Check the spelling or use a different word or phrase.</p></div></div>`;
  const sorts = [
    ['relevance', 'Relevance'],
    ['price-ascending', 'Price, low to high'],
    ['price-descending', 'Price, high to low'],
  ];
  const options = sorts.map(
    ([value, name]) =>
      `<option value="${value}"${value === query.get('sort_by') ? ' selected' : ''}>${name}</option>`,
  );
  return `<div class="template-search"><div class="template-search__header page-width center"><h1 class="h2 center">Search results</h1>${field}</div><div class="template-search__results collection page-width"><facet-filters-form class="facets small-hide"><form id="FacetFiltersForm" class="facets__form"><input type="hidden" name="q" value="${words}"><div class="facets__wrapper"><h2 class="facets__heading caption-large" tabindex="-1">Filter:</h2>
    <details id="Details-filter.v.availability" class="disclosure-has-popup facets__disclosure js-filter" data-index="1"><summary class="facets__summary caption-large focus-offset"><div><span>Availability</span></div></summary><div class="facets__display"><ul class="facets__list list-unstyled" role="list"><li class="list-menu__item facets__item"><label for="Filter-1" class="facet-checkbox"><input type="checkbox" name="filter.v.availability" value="1" id="Filter-1"${isKept ? ' checked' : ''}><span class="facet-checkbox__text">In stock <span>(${all.filter(({ stock }) => stock).length})</span></span></label></li><li class="list-menu__item facets__item"><label for="Filter-2" class="facet-checkbox"><input type="checkbox" name="filter.v.availability" value="0" id="Filter-2"><span class="facet-checkbox__text">Out of stock <span>(${all.filter(({ stock }) => !stock).length})</span></span></label></li></ul></div></details>
    <div class="active-facets active-facets-desktop">${isKept ? `<facet-remove><a href="/search?q=${words}" class="active-facets__button active-facets__button--light"><span class="active-facets__button-inner button button--tertiary">Availability: In stock<span class="visually-hidden">Remove filter</span></span></a></facet-remove><facet-remove class="active-facets__button-wrapper"><a href="/search?q=${words}" class="active-facets__button-remove underlined-link"><span>Remove all</span></a></facet-remove>` : ''}</div></div>
    <div class="facet-filters sorting caption"><div class="facet-filters__field"><h2 class="facet-filters__label caption-large text-body"><label for="SortBy">Sort by:</label></h2><div class="select"><select name="sort_by" class="facet-filters__sort select__select caption-large" id="SortBy">${options.join('')}</select></div></div></div><div class="product-count light" role="status"><h2 class="product-count__text text-body"><span id="ProductCountDesktop">${some.length} results found for “${words}”</span></h2></div></form></facet-filters-form>
    <div id="ProductGridContainer"><ul class="grid product-grid grid--2-col-tablet-down grid--4-col-desktop" role="list">${some.map(card).join('')}</ul></div></div></div>`;
}

/** What is offered while one types. @param {URLSearchParams} query */
export const suggestions = query => {
  const { all } = kept(query);
  return `<div id="predictive-search-results" role="listbox"><div class="predictive-search__result-group"><h2 class="predictive-search__heading text-body caption-with-letter-spacing">Products</h2><ul class="predictive-search__results-list list-unstyled" role="group">${all
    .slice(0, 4)
    .map(
      ({ handle, name, pence }) =>
        `<li class="predictive-search__list-item" role="option"><a href="/products/${handle}" class="predictive-search__item link link--text" tabindex="-1"><p class="predictive-search__item-heading h5">${name}</p>${pounds(pence)}</a></li>`,
    )
    .join(
      '',
    )}</ul></div><div class="predictive-search__search-for-button"><button class="predictive-search__item predictive-search__item--term link link--text" tabindex="-1" role="option">Search for “${query.get('q')}”</button></div></div>`;
};

/** @param {Candle} candle */
export const detail =
  candle => `<section class="shopify-section section"><section class="page-width"><product-info data-url="/products/${candle.handle}"><div class="product product--large product--left grid"><div class="grid__item product__media-wrapper"><media-gallery><ul class="product__media-list list-unstyled" role="list"><li class="product__media-item is-active"><img src="data:," alt="" width="300" height="300"></li></ul></media-gallery></div><div class="product__info-wrapper grid__item"><section class="product__info-container"><p class="product__text caption-with-letter-spacing">Harbour &amp; Wick</p><div class="product__title"><h1>${candle.name}</h1><a href="/products/${candle.handle}" class="product__title"><h2 class="h1">${candle.name}</h2></a></div><div id="price-template" role="status">${price(candle)}</div><div class="product__tax caption rte">Taxes included. <a href="/policies/shipping-policy">Shipping</a> calculated at checkout.</div>
  <variant-selects><fieldset class="js product-form__input product-form__input--pill"><legend class="form__label">Size</legend><input type="radio" id="size-1" name="Size" value="Small" form="product-form-template" checked><label for="size-1">Small</label><input type="radio" id="size-2" name="Size" value="Large" form="product-form-template"><label for="size-2">Large</label></fieldset></variant-selects>
  <div id="Quantity-Form-template" class="product-form__input product-form__quantity"><label class="quantity__label form__label" for="Quantity-template">Quantity</label><quantity-input class="quantity"><button class="quantity__button" name="minus" type="button"><span class="visually-hidden">Decrease quantity for ${candle.name}</span>−</button><input class="quantity__input" type="number" name="quantity" id="Quantity-template" min="1" value="1" form="product-form-template"><button class="quantity__button" name="plus" type="button"><span class="visually-hidden">Increase quantity for ${candle.name}</span>+</button></quantity-input></div>
  <product-form class="product-form"><div class="product-form__error-message-wrapper" role="alert" hidden><span class="product-form__error-message"></span></div><form method="post" action="/cart/add" id="product-form-template" class="form" novalidate data-type="add-to-cart-form"><input type="hidden" name="form_type" value="product"><input type="hidden" name="id" value="${candle.id}" class="product-variant-id"><div class="product-form__buttons"><button id="ProductSubmitButton-template" type="submit" name="add" class="product-form__submit button button--full-width button--secondary"${candle.stock ? '' : ' disabled'}><span>${candle.stock ? 'Add to cart' : 'Sold out'}</span></button><button type="button" class="shopify-payment-button__button shopify-payment-button__button--unbranded">Buy it now</button></div></form></product-form>
  <div class="product__description rte"><p>Poured by hand in Whitby. Burns for forty hours.</p></div></section></div></div></product-info></section></section>
  <section class="page-width"><product-recommendations class="related-products"><h2 class="related-products__heading">You may also like</h2><ul class="grid product-grid">${CANDLES.slice(3, 6).map(card).join('')}</ul></product-recommendations></section>`;

/** @param {Line} line @param {number} at */
const row = (
  { candle, count },
  at,
) => `<tr id="CartDrawer-Item-${at + 1}" class="cart-item" role="row"><td class="cart-item__media" role="cell"><a href="/products/${candle.handle}?variant=${candle.id}" class="cart-item__link" tabindex="-1" aria-hidden="true"></a><img class="cart-item__image" src="data:," alt="" width="75" height="75"></td><td class="cart-item__details" role="cell"><a href="/products/${candle.handle}?variant=${candle.id}" class="cart-item__name h4 break">${candle.name}</a><div class="product-option">${pounds(candle.pence)}</div><dl><div class="product-option"><dt>Size:</dt><dd>Small</dd></div></dl></td><td class="cart-item__totals right" role="cell"><div class="cart-item__price-wrapper"><span class="price price--end">${pounds(candle.pence * count)}</span></div></td>
  <td class="cart-item__quantity" role="cell"><div class="cart-item__quantity-wrapper quantity-popover-wrapper"><label class="visually-hidden" for="Drawer-quantity-${at + 1}">Quantity</label><quantity-input class="quantity cart-quantity"><button class="quantity__button" name="minus" type="button"><span class="visually-hidden">Decrease quantity for ${candle.name}</span>−</button><input class="quantity__input" type="number" data-quantity-variant-id="${candle.id}" name="updates[]" value="${count}" min="0" aria-label="Quantity for ${candle.name}" id="Drawer-quantity-${at + 1}" data-index="${at + 1}"><button class="quantity__button" name="plus" type="button"><span class="visually-hidden">Increase quantity for ${candle.name}</span>+</button></quantity-input><cart-remove-button id="CartDrawer-Remove-${at + 1}" data-index="${at + 1}"><button type="button" class="button button--tertiary" aria-label="Remove ${candle.name}">🗑</button></cart-remove-button></div><div class="cart-item__error" id="CartDrawer-LineItemError-${at + 1}" role="alert"><small class="cart-item__error-text"></small></div></td></tr>`;

/** @param {Line[]} lines */
export const drawer = lines => {
  const total = lines.reduce((sum, { candle, count }) => sum + candle.pence * count, 0);
  const full = `<cart-drawer-items><form action="/cart" id="CartDrawer-Form" class="cart__contents cart-drawer__form" method="post"><div id="CartDrawer-CartItems" class="drawer__contents"><div class="drawer__cart-items-wrapper"><table class="cart-items" role="table"><thead role="rowgroup"><tr role="row"><th id="CartDrawer-ColumnProductImage" role="columnheader"><span class="visually-hidden">Product image</span></th><th class="caption-with-letter-spacing" scope="col" role="columnheader">Product</th><th class="right caption-with-letter-spacing" scope="col" role="columnheader">Total</th><th role="columnheader"><span class="visually-hidden">Quantity</span></th></tr></thead><tbody role="rowgroup">${lines.map(row).join('')}</tbody></table></div></div></form></cart-drawer-items>
    <div class="drawer__footer"><div class="cart-drawer__footer"><div class="totals" role="status"><h2 class="totals__total">Estimated total</h2><p class="totals__total-value">${pounds(total)} GBP</p></div><small class="tax-note caption-large rte">Taxes included. Discounts and <a href="/policies/shipping-policy">shipping</a> calculated at checkout.</small></div><div class="cart__ctas"><button type="submit" id="CartDrawer-Checkout" class="cart__checkout-button button" name="checkout" form="CartDrawer-Form">Check out</button></div></div>`;
  return `<div class="drawer__inner" role="dialog" aria-modal="true" aria-label="Your cart" tabindex="-1"><div class="drawer__header"><h2 class="drawer__heading">Your cart</h2><button class="drawer__close" type="button" aria-label="Close">×</button></div>${lines.length ? full : '<div class="drawer__inner-empty"><h2 class="cart__empty-text">Your cart is empty</h2></div>'}</div>`;
};

/** @param {number} count */
export const bubble = count =>
  count
    ? `<div class="cart-count-bubble"><span aria-hidden="true">${count}</span><span class="visually-hidden">${count} item${count > 1 ? 's' : ''}</span></div>`
    : '';
