// Where in the shop a page is: by its path first, then by its markers, then by its heading.
import { textOf } from '../redact.js';
import { fold } from '../text.js';
import { HEADINGS, SEGMENTS } from './places.js';

const LOCALE = /^([a-z]{2}([-_][a-z]{2})?|index|home|shop|store)$/;
const SEARCH_KEY = /[?&](q|query|s|search\w*|zoek\w*|keywords?)=[^&]/;
/** Classes of the body by which shop systems tell their pages apart. @type {Array<[string, RegExp]>} */
const MARKS = [
  ['product', /\b(single-product|catalog-product-view|template-product|page-product)\b/],
  ['listing', /\b(post-type-archive-product|tax-product\w*|catalog-category-view|template-collection)\b/],
];

/** @type {Array<[string, RegExp]>} */
const PLACES = Object.entries(SEGMENTS).map(([place, stems]) => [
  place,
  new RegExp(
    `^(my|mijn|mein|mon|mi|shopping|order|onepage|catalog|customer|klanten|kunden)?(${stems})[a-z]{0,8}$`,
  ),
]);

/** @param {Array<[string, RegExp]>} rows @param {string} text */
const firstOf = (rows, text) => rows.find(([, pattern]) => pattern.test(text))?.[0];

/** The deepest segment that says something decides, /checkout/cart is a cart; but what follows /product/ is a name.
 * @param {string[]} segments @param {boolean} asked whether the address has a query */
function bySegments(segments, asked) {
  const places = segments.map(segment => firstOf(PLACES, segment));
  const product = places.indexOf('product');
  if (product >= 0 && (asked || segments[product + 1])) return 'product';
  return product >= 0 ? 'listing' : places.reverse().find(Boolean);
}

/**
 * @param {string} path with query and route, as redactUrl gives it
 * @param {string} [heading] @param {string} [marks] classes of the body, og:type
 * @returns {string} one of the PLACE words
 */
export function placeOf(path, heading = '', marks = '') {
  const [pathname, query] = fold(path).split('?');
  const segments = pathname
    .split(/[/#!]+/)
    .filter(part => part && !LOCALE.test(part))
    .map(part => part.replace(/\.\w+$/, '').replace(/[ _-]/g, ''))
    // /p/ and /c/ lead to something; by themselves they may mean anything.
    .filter((part, at, all) => !LOCALE.test(part) && (!/^[pc]$/.test(part) || all[at + 1]));
  const byPath = bySegments(segments, !!query);
  if (byPath) return byPath;
  if (SEARCH_KEY.test(`?${query}`)) return 'search';
  return firstOf(MARKS, marks) || firstOf(HEADINGS, fold(heading)) || (segments.length ? 'other' : 'home');
}

export function placeHere() {
  const named = /** @type {HTMLElement | null} */ (document.querySelector('[data-koord-place]'));
  if (named) return named.dataset.koordPlace || 'other';
  const type = document.querySelector('meta[property="og:type"][content*=product]') ? 'single-product' : '';
  const marks = `${document.body.className} ${document.body.id} ${type}`;
  return placeOf(
    `${location.pathname}${location.search}${location.hash}`,
    textOf(document.querySelector('h1'), 80),
    marks,
  );
}
