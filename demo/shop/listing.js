// listing.js - a list of products with its count, filters, order and pages; the search and the categories share it.
// The address says it all, so that a filtered page can be sent to a friend.

import { h } from './dom.js';
import { fault } from './faults.js';
import { chosenIn, FACETS, filtered, ORDERS, sorted, VALUES_MOST, valuesOf } from './filters.js';
import { t } from './language.js';
import { swatch } from './swatch.js';
import { tiles } from './tiles.js';

/** @typedef {import('./products.js').Product} Product */

const PER_PAGE = 12;
const WIDE = '(min-width: 60rem)';

const parameters = () => new URLSearchParams(location.search);

/** This address with other values; none takes the parameter away. @param {Record<string, string[]>} changes */
function addressWith(changes) {
  const next = parameters();
  for (const [name, values] of Object.entries(changes)) {
    next.delete(name);
    for (const value of values) next.append(name, value);
  }
  return `?${next}`;
}

function orderChoice() {
  const rows = Object.entries(ORDERS).map(([value, { name }]) => h('option', { value }, t(name)));
  const choice = h('select', { id: 'order', name: 'order' }, ...rows);
  return h('p', { class: 'order' }, h('label', { for: 'order' }, t('Sort by')), ' ', choice);
}

/** @param {string} facet @param {[string, number]} value */
function tick(facet, [value, count]) {
  const field = h('input', { type: 'checkbox', name: facet, value });
  const label = h('span', {}, FACETS[facet].label(value), ' ', h('small', {}, String(count)));
  return h('label', { class: 'choice' }, field, facet === 'colour' ? swatch(value) : '', label);
}

/** Facets with one value would filter nothing, those with too many would hide the rest. @param {Product[]} products */
function filterForm(products) {
  const groups = Object.keys(FACETS)
    .map(facet => ({ facet, values: valuesOf(facet, products) }))
    .filter(({ values }) => values.length > 1 && values.length <= VALUES_MOST)
    .map(({ facet, values }) =>
      h(
        'fieldset',
        { class: `facet facet-${facet}` },
        h('legend', {}, t(FACETS[facet].name)),
        ...values.map(value => tick(facet, value)),
      ),
    );
  const form = h('form', {}, ...groups);
  const open = matchMedia(WIDE).matches;
  return { form, panel: h('details', { class: 'filters', open }, h('summary', {}, t('Filters')), form) };
}

/** Makes the form say what the address says. @param {HTMLFormElement} form @param {HTMLSelectElement} order */
function follow(form, order) {
  for (const field of form.querySelectorAll('input')) {
    field.checked = parameters().getAll(field.name).includes(field.value);
  }
  const asked = parameters().get('sort') ?? '';
  order.value = asked in ORDERS ? asked : 'relevance';
}

/** @param {number} page @param {number} pages */
function pager(page, pages) {
  const link = (/** @type {number} */ to, /** @type {string} */ text, /** @type {string} */ rel = '') =>
    h(
      'a',
      {
        href: addressWith({ page: [String(to)] }),
        rel: rel || false,
        'aria-current': to === page && !rel && 'page',
      },
      text,
    );
  const numbers = Array.from({ length: pages }, (_, at) => link(at + 1, String(at + 1)));
  const before = page > 1 ? [link(page - 1, t('Previous'), 'prev')] : [];
  const after = page < pages ? [link(page + 1, t('Next'), 'next')] : [];
  return h('nav', { class: 'pagination', 'aria-label': t('Pages') }, ...before, ...numbers, ...after);
}

/** The filters in force, each a button that takes it off. @param {(facet: string, values: string[]) => void} choose */
function chips(choose) {
  const chosen = Object.entries(chosenIn(parameters()));
  const buttons = chosen.flatMap(([facet, values]) =>
    values.map(value => {
      const off = () =>
        choose(
          facet,
          values.filter(other => other !== value),
        );
      const name = FACETS[facet].label(value);
      return h(
        'button',
        { type: 'button', class: 'chip', 'aria-label': t('Without {0}', name), click: off },
        name,
        ' ×',
      );
    }),
  );
  return h('div', { class: 'chips' }, ...buttons);
}

/** @param {() => void} clear */
const nothingLeft = clear =>
  h(
    'div',
    { class: 'empty' },
    h('p', { class: 'nothing' }, t('No products match these filters.')),
    h('p', {}, h('button', { type: 'button', click: clear }, t('Clear all filters'))),
  );

/** What the address asks for. @param {Product[]} products */
function asked(products) {
  const chosen = chosenIn(parameters());
  const deadEnd = fault('filter_dead_end') && Object.values(chosen).some(values => values.length > 0);
  return deadEnd ? [] : sorted(filtered(products, chosen), parameters().get('sort'));
}

/**
 * @param {HTMLElement} place
 * @param {Product[]} products at least one
 * @param {(count: number) => string} sentence that says how many there are
 */
export function showListing(place, products, sentence) {
  const { form, panel } = filterForm(products);
  const order = orderChoice();
  const select = /** @type {HTMLSelectElement} */ (order.querySelector('select'));
  const count = h('p', { class: 'count', role: 'status' });
  const found = h('div', { class: 'found' });

  function show() {
    const all = asked(products);
    const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
    const page = Math.min(pages, Math.max(1, Number(parameters().get('page')) || 1));
    const list = tiles(
      all.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      'h2',
      parameters().getAll('colour'),
    );
    count.textContent = sentence(all.length);
    found.replaceChildren(
      chips((facet, values) => choose({ [facet]: values })),
      all.length ? list : nothingLeft(clear),
    );
    if (pages > 1) found.append(pager(page, pages));
    follow(form, select);
  }
  /** @param {Record<string, string[]>} changes */
  function choose(changes) {
    history.pushState(null, '', addressWith({ ...changes, page: [] }));
    show();
  }
  const clear = () => choose(Object.fromEntries(Object.keys(FACETS).map(facet => [facet, []])));

  form.addEventListener('change', event => {
    const { name } = /** @type {HTMLInputElement} */ (event.target);
    choose({ [name]: new FormData(form).getAll(name).map(String) });
  });
  select.addEventListener('change', () =>
    choose({ sort: select.value === 'relevance' ? [] : [select.value] }),
  );
  addEventListener('popstate', show);
  place.replaceChildren(
    h('div', { class: 'listing-head' }, count, order),
    h('div', { class: 'listing' }, panel, found),
  );
  show();
}
