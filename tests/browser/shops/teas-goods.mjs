// What teas.mjs sells, and how its lists and its pages of one tea are marked up.

/** @typedef {{id: string, name: string, path: string, cents: number, sort: string, stock: number}} Tea */

/** @type {Tea[]} */
export const TEAS = [
  {
    id: 'TK-101',
    name: 'Sencha Grüntee Kagoshima',
    path: '/Sencha-Gruentee-Kagoshima/TK-101',
    cents: 1290,
    sort: 'Bio',
    stock: 20,
  },
  {
    id: 'TK-102',
    name: 'Gunpowder Grüntee',
    path: '/Gunpowder-Gruentee/TK-102',
    cents: 595,
    sort: 'Klassik',
    stock: 20,
  },
  {
    id: 'TK-103',
    name: 'Bancha Grüntee',
    path: '/Bancha-Gruentee/TK-103',
    cents: 795,
    sort: 'Bio',
    stock: 20,
  },
  {
    id: 'TK-104',
    name: 'Jasmin Grüntee Phönixperle',
    path: '/Jasmin-Gruentee-Phoenixperle/TK-104',
    cents: 1850,
    sort: 'Klassik',
    stock: 3,
  },
  {
    id: 'TK-201',
    name: 'Assam Schwarztee Mangalam',
    path: '/Assam-Schwarztee-Mangalam/TK-201',
    cents: 990,
    sort: 'Bio',
    stock: 20,
  },
];

/** @param {number} cents */
export const euro = cents => `${(cents / 100).toFixed(2).replace('.', ',')}&nbsp;€`;

/** @param {Tea} tea */
const unit = ({ cents }) =>
  `<span class="product-unit-label">Inhalt:</span> <span class="price-unit-content">0.1 Kilogramm</span> <span class="price-unit-reference">(${euro(cents * 10)}* / 1 Kilogramm)</span>`;

/** @param {Tea} tea @param {string} rest */
const buy = (tea, rest) =>
  `<form action="/checkout/line-item/add" method="post" class="buy-widget" data-add-to-cart="true"><input type="hidden" name="redirectTo" value="frontend.cart.offcanvas"><input type="hidden" name="lineItems[${tea.id}][id]" value="${tea.id}"><input type="hidden" name="lineItems[${tea.id}][type]" value="product">${rest}</form>`;

/** @param {Tea} tea */
const box =
  tea => `<div class="cms-listing-col col-sm-6 col-lg-4"><div class="card product-box box-standard"><div class="card-body"><div class="product-badges"></div><div class="product-image-wrapper"><a href="${tea.path}" title="${tea.name}" class="product-image-link is-standard"><img alt="${tea.name}" class="product-image" src="data:," width="120" height="120"></a></div>
  <div class="product-info"><a href="${tea.path}" class="product-name stretched-link" title="${tea.name}">${tea.name}</a><div class="product-description">Zart und frisch, aus der ersten Pflückung.</div><div class="product-price-info"><p class="product-price-unit">${unit(tea)}</p><div class="product-price-wrapper"><span class="product-price">${euro(tea.cents)}*</span></div></div>
  <div class="product-action">${buy(tea, `<input type="hidden" name="lineItems[${tea.id}][quantity]" value="1"><button class="btn btn-buy" title="In den Warenkorb">In den Warenkorb</button>`)}</div></div></div></div></div>`;

/** @param {URLSearchParams} query */
function kept(query) {
  const words = (query.get('search') ?? '').toLowerCase();
  const all = TEAS.filter(({ name }) => name.toLowerCase().includes(words));
  const sorts = query.get('properties')?.split('|') ?? [];
  const some = all.filter(({ sort }) => !sorts.length || sorts.includes(sort));
  if (query.get('order') === 'price-asc') some.sort((one, other) => one.cents - other.cents);
  return { all, some };
}

/** What /widgets/search gives: the list alone. @param {URLSearchParams} query */
export const listing = query => {
  const { some } = kept(query);
  const order = query.get('order') ?? 'score';
  const sorts = [
    ['score', 'Beste Ergebnisse'],
    ['name-asc', 'Name A-Z'],
    ['price-asc', 'Preis aufsteigend'],
  ];
  const options = sorts.map(
    ([value, name]) => `<option value="${value}"${value === order ? ' selected' : ''}>${name}</option>`,
  );
  return `<div class="cms-element-product-listing"><div class="cms-element-product-listing-actions row"><div class="sorting"><select class="sorting form-select" aria-label="Sortierung">${options.join('')}</select></div></div><div class="row cms-listing-row">${some.map(box).join('') || '<div class="cms-listing-col col-12"><div role="alert" class="alert alert-info"><div class="alert-content">Keine Produkte gefunden.</div></div></div>'}</div></div>`;
};

/** @param {URLSearchParams} query */
export const found = query => {
  const { all } = kept(query);
  const check = (/** @type {string} */ name) =>
    `<li class="filter-multi-select-list-item filter-property-select-list-item"><div class="form-check"><input type="checkbox" class="form-check-input filter-multi-select-checkbox filter-property-select-checkbox" data-label="${name}" value="${name}" id="p-${name}"><label class="filter-multi-select-item-label form-check-label" for="p-${name}">${name}</label></div></li>`;
  return `<div class="container-main"><h1 class="search-headline">Zu "${query.get('search')}" wurden ${all.length} Produkte gefunden</h1>
    ${all.length ? `<div id="filter-panel-wrapper" class="filter-panel-wrapper"><div class="filter-panel"><div class="filter-panel-items-container"><div class="filter-multi-select filter-multi-select-properties filter-panel-item dropdown"><button class="filter-panel-item-toggle btn" type="button" aria-expanded="false">Anbau <span class="filter-multi-select-count"></span></button><div class="filter-multi-select-dropdown filter-panel-item-dropdown dropdown-menu"><ul class="filter-multi-select-list" aria-label="Anbau">${['Bio', 'Klassik'].map(check).join('')}</ul></div></div></div><div class="filter-panel-active-container"></div></div></div>` : ''}
    <div class="cms-element-product-listing-wrapper">${listing(query)}</div></div>`;
};

/** What is offered while one types. @param {URLSearchParams} query */
export const suggest = query => {
  const { all } = kept(query);
  return `<div class="search-suggest js-search-result"><ul class="search-suggest-container">${all
    .slice(0, 3)
    .map(
      ({ name, path, cents }) =>
        `<li class="search-suggest-product js-result"><a href="${path}" class="search-suggest-product-link"><div class="search-suggest-product-name">${name}</div><div class="search-suggest-product-price">${euro(cents)}*</div></a></li>`,
    )
    .join(
      '',
    )}<li class="js-result search-suggest-total">${all.length ? `<a href="/search?search=${query.get('search')}" class="text-center search-suggest-total-link">Alle Suchergebnisse anzeigen</a>` : '<div class="search-suggest-no-result">Keine Ergebnisse gefunden.</div>'}<div class="search-suggest-total-count">${all.length} Ergebnisse</div></li></ul></div>`;
};

/** @param {Tea} tea */
export const detail =
  tea => `<div class="container-main"><div class="product-detail"><div class="row product-detail-content"><div class="col product-heading-name-container"><h1 class="product-detail-name">${tea.name}</h1></div><div class="product-detail-buy"><p class="product-detail-price">${euro(tea.cents)}*</p><div class="product-detail-price-unit">${unit(tea)}</div><p class="product-detail-tax">Preise inkl. MwSt. <a href="/versandkosten" data-ajax-modal="true">zzgl. Versandkosten</a></p><div class="product-detail-delivery-information"><p class="delivery-information delivery-available">Sofort verfügbar, Lieferzeit: 2-5 Tage</p></div>
  ${buy(tea, `<div class="row g-2 buy-widget-container"><div class="col-4"><div class="input-group product-detail-quantity-group quantity-selector-group"><button type="button" class="btn btn-outline-light btn-minus js-btn-minus" aria-label="Anzahl verringern">−</button><input type="number" name="lineItems[${tea.id}][quantity]" class="form-control js-quantity-selector quantity-selector-group-input" min="1" value="1" aria-label="Produkt Anzahl"><button type="button" class="btn btn-outline-light btn-plus js-btn-plus" aria-label="Anzahl erhöhen">+</button></div></div><div class="col-8"><button class="btn btn-primary btn-buy" title="In den Warenkorb">In den Warenkorb</button></div></div>`)}
  <div class="product-detail-ordernumber-container"><span class="product-detail-ordernumber-label">Produktnummer:</span> <span class="product-detail-ordernumber">${tea.id}</span></div></div></div></div>
  <div class="product-detail-cross-selling"><h2>Kunden kauften auch</h2><div class="row">${box(TEAS[4])}</div></div></div>`;
