// What spades.mjs sells, and how its lists, its filters and its pages of one thing are marked up.
import { euro } from './spades-checkout.mjs';

/** @typedef {{id: number, name: string, cents: number, merk: string, slug: string, stock: number}} Thing */

/** @type {Thing[]} */
export const THINGS = [
  {
    id: 11,
    name: 'Wolf snoeischaar RR 1500',
    cents: 1995,
    merk: 'Wolf-Garten',
    slug: 'wolf-snoeischaar-rr-1500',
    stock: 40,
  },
  { id: 12, name: 'Felco 2 snoeischaar', cents: 6495, merk: 'Felco', slug: 'felco-2-snoeischaar', stock: 6 },
  {
    id: 13,
    name: 'Gardena Comfort snoeischaar',
    cents: 2895,
    merk: 'Gardena',
    slug: 'gardena-comfort-snoeischaar',
    stock: 12,
  },
  {
    id: 14,
    name: 'Gardena Classic snoeischaar',
    cents: 1749,
    merk: 'Gardena',
    slug: 'gardena-classic-snoeischaar',
    stock: 12,
  },
  {
    id: 15,
    name: 'Felco 6 snoeischaar kleine hand',
    cents: 5995,
    merk: 'Felco',
    slug: 'felco-6-snoeischaar',
    stock: 3,
  },
  {
    id: 21,
    name: 'Spade met essenhouten steel',
    cents: 4250,
    merk: 'De Wit',
    slug: 'spade-essenhout',
    stock: 9,
  },
];
const MERK = ['De Wit', 'Felco', 'Gardena', 'Wolf-Garten'];

const priceBox = (/** @type {Thing} */ { id, cents }) =>
  `<div class="price-box price-final_price" data-role="priceBox" data-product-id="${id}"><span class="price-container price-final_price tax weee"><span id="product-price-${id}" data-price-amount="${cents / 100}" data-price-type="finalPrice" class="price-wrapper"><span class="price">${euro(cents)}</span></span></span></div>`;
export const cartAction = (/** @type {Thing} */ { id }) =>
  `/checkout/cart/add/uenc/aHR0cDovL3d3dw~~/product/${id}/`;

/** @param {Thing} thing */
export const tile =
  thing => `<li class="item product product-item"><div class="product-item-info" data-container="product-grid">
  <a href="/${thing.slug}.html" class="product photo product-item-photo" tabindex="-1"><span class="product-image-wrapper"><img class="product-image-photo" alt="${thing.name}" width="120" height="120" src="data:,"></span></a>
  <div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="/${thing.slug}.html">${thing.name}</a></strong>
  ${priceBox(thing)}
  <div class="product-item-inner"><div class="product actions product-item-actions"><div class="actions-primary"><form data-role="tocart-form" action="${cartAction(thing)}" method="post"><input type="hidden" name="product" value="${thing.id}"><input name="form_key" type="hidden" value="k3J"><button type="submit" title="In Winkelwagen" class="action tocart primary"><span>In Winkelwagen</span></button></form></div></div></div></div></div></li>`;

/** @param {URLSearchParams} query @param {Record<string, string>} change */
const link = (query, change) => `?${new URLSearchParams({ ...Object.fromEntries(query), ...change })}`;

/** @param {URLSearchParams} query @param {Thing[]} all */
const filters = (query, all) => {
  const merk = query.get('merk');
  const rest = new URLSearchParams(query);
  rest.delete('merk');
  const now = `<div class="block-content filter-content"><strong class="block-subtitle filter-current-subtitle" role="heading" aria-level="2">Nu winkelen op</strong><ol class="items"><li class="item"><span class="filter-label">Merk</span> <span class="filter-value">${MERK[Number(merk)]}</span> <a class="action remove" href="?${rest}" title="Verwijder dit item"><span>Verwijder dit item</span></a></li></ol></div>`;
  const choice = MERK.map((name, at) => [name, at, all.filter(one => one.merk === name).length]).filter(
    ([, , count]) => count,
  );
  const list = choice.map(
    ([name, at, count]) =>
      `<li class="item"><a href="${link(query, { merk: `${at}` })}">${name} <span class="count">${count}<span class="filter-count-label">artikelen</span></span></a></li>`,
  );
  return `<div class="sidebar sidebar-main"><div class="block filter" id="layered-filter-block"><div class="block-title filter-title"><strong>Filter op</strong></div>
    ${merk ? `<div class="filter-current">${now}</div>` : `<dl class="filter-options" id="narrow-by-list"><dt role="tab" tabindex="0" aria-expanded="false" data-role="title" class="filter-options-title">Merk</dt><dd class="filter-options-content" hidden><ol class="items">${list.join('')}</ol></dd></dl>`}</div></div>`;
};

/** @param {URLSearchParams} query */
export function result(query) {
  const words = query.get('q') ?? '';
  const all = THINGS.filter(one => one.name.toLowerCase().includes(words.toLowerCase()));
  const title = `<div class="page-title-wrapper"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper">Zoekresultaten voor: '${words}'</span></h1></div>`;
  if (!all.length)
    return `${title}<div class="columns"><div class="column main"><div class="message notice"><div>Uw zoekopdracht leverde geen resultaten op.<dl class="block"><dt class="title">Gerelateerde zoektermen</dt><dd class="item"><a href="?q=spade">spade</a></dd></dl></div></div></div></div>`;
  const merk = query.get('merk');
  const order = query.get('product_list_order') ?? 'relevance';
  const kept = all.filter(one => !merk || one.merk === MERK[Number(merk)]);
  if (order === 'price') kept.sort((one, other) => one.cents - other.cents);
  const sorts = [
    ['relevance', 'Relevantie'],
    ['price', 'Prijs'],
    ['name', 'Productnaam'],
  ];
  const picks = sorts.map(
    ([value, name]) => `<option value="${value}"${value === order ? ' selected' : ''}>${name}</option>`,
  );
  return `${title}<div class="columns"><div class="column main"><div class="search results"><div class="toolbar toolbar-products"><div class="modes"><strong class="modes-label">Tonen als</strong><strong title="Foto-tabel" class="modes-mode active mode-grid">Foto-tabel</strong></div>
    <p class="toolbar-amount" id="toolbar-amount"><span class="toolbar-number">${kept.length}</span> artikelen</p>
    <div class="toolbar-sorter sorter"><label class="sorter-label" for="sorter">Sorteer op</label><select id="sorter" data-role="sorter" class="sorter-options">${picks.join('')}</select></div></div>
    <div class="products wrapper grid products-grid"><ol class="products list items product-items">${kept.map(tile).join('')}</ol></div></div></div>${filters(query, all)}</div>`;
}

/** @param {Thing} thing */
export const product =
  thing => `<div class="columns"><div class="column main"><div class="product-info-main"><div class="page-title-wrapper product"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper">${thing.name}</span></h1></div>
  <div class="product-info-price">${priceBox(thing)}<div class="product-info-stock-sku"><div class="stock available" title="Beschikbaarheid"><span>Op voorraad</span></div><div class="product attribute sku"><strong class="type">SKU</strong><div class="value">TG-${thing.id}</div></div></div></div>
  <div class="product-add-form"><form data-product-sku="TG-${thing.id}" action="${cartAction(thing)}" method="post" id="product_addtocart_form"><input type="hidden" name="product" value="${thing.id}"><input name="form_key" type="hidden" value="k3J"><div class="box-tocart"><div class="fieldset"><div class="field qty"><label class="label" for="qty"><span>Aantal</span></label><div class="control"><input type="number" name="qty" id="qty" min="0" value="1" title="Aantal" class="input-text qty"></div></div><div class="actions"><button type="submit" title="In Winkelwagen" class="action primary tocart" id="product-addtocart-button"><span>In Winkelwagen</span></button></div></div></div></form></div>
  <div class="product-social-links"><a href="#" class="action towishlist" data-action="add-to-wishlist"><span>Voeg toe aan verlanglijst</span></a></div></div></div></div>
  <div class="block related"><strong id="block-related-heading" role="heading">Wij vonden ook andere producten die u misschien interesseren!</strong><ol class="products list items product-items">${tile(THINGS[5])}</ol></div>`;
