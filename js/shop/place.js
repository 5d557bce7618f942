// Where in the shop a page is: by its address first, then by its markers, then by its heading, then by what it holds.
import { textOf } from '../redact.js';
import { fold } from '../text.js';
import { FILTERS, itemsHere, mainPart, SORTS } from './list.js';
import { ADD_TO_CART, HEADINGS, SEGMENTS } from './places.js';

const LOCALE = /^([a-z]{2}([-_][a-z]{2})?|index|home|shop|store)$/;
const SEARCH_KEY = /[?&](q|query|s|search\w*|zoek\w*|keywords?)=[^&]/;
/** Where one script serves all pages, a parameter says which. */
const ROUTE_KEY = /[?&](?:route|controller|main_page|dispatch|cl)=([^&#]*)/;
const ADDRESS = '[name*=street i],[name*=zip i],[name*=postcode i]';
/** Classes of the body by which shop systems tell their pages apart. @type {Array<[string, RegExp]>} */
const MARKS = [
  ['product', /\b(single-product|catalog-product-view|template-product|page-product)\b/],
  ['listing', /\b(post-type-archive-product|tax-product\w*|catalog-category-view|template-collection)\b/],
];

/** @type {Array<[string, RegExp]>} */
const PLACES = Object.entries(SEGMENTS).map(([place, names]) => [
  place,
  new RegExp(
    `^(my|mijn|mein|mon|mi|shopping|order|checkout|onepage|catalog|customer|klanten|kunden)?(${names})$`,
  ),
]);

/** @param {Array<[string, RegExp]>} rows @param {string} text */
const firstOf = (rows, text) => rows.find(([, pattern]) => pattern.test(text))?.[0];

/** The deepest segment that says something decides, /checkout/cart is a cart; but what follows /product/ or /collections/ is
 * a name. @param {string[]} segments @param {boolean} asked whether the address has a query */
function bySegments(segments, asked) {
  const all = segments.map(segment => firstOf(PLACES, segment));
  // Guests leave their address at /checkout/register.
  const places = all.map((place, at) =>
    all.includes('checkout') && /^regist/.test(segments[at]) ? '' : place,
  );
  const product = places.indexOf('product');
  if (product >= 0 && (asked || segments[product + 1])) return 'product';
  if (product >= 0 || /^(c|collections|[ck]ategor\w+)$/.test(segments[0])) return 'listing';
  return places.reverse().find(Boolean);
}

/** @param {string} text @returns {string[]} its segments, without what says nothing */
const segmentsOf = text =>
  text
    .split(/[/#!]+/)
    .filter(part => part && !LOCALE.test(part))
    .map(part => part.replace(/\.\w+$/, '').replace(/[ _-]/g, ''))
    // /p/ and /c/ lead to something; by themselves they may mean anything.
    .filter((part, at, all) => !LOCALE.test(part) && (!/^[pc]$/.test(part) || all[at + 1]));

/**
 * @param {string} path with query and route, as redactUrl gives it
 * @param {string} [heading] @param {string} [marks] classes of the body, og:type
 * @returns {string} one of the PLACE words
 */
export function placeOf(path, heading = '', marks = '') {
  // A hash is a route where it looks like one; #shipping below a path is a part of that page.
  const [, pathname, query, routed] = /^([^?#]*)\??([^#]*)(?:#(!?\/.*))?/.exec(fold(path)) || [];
  const segments = segmentsOf(`${pathname}${routed || ''}`);
  const [, route] = ROUTE_KEY.exec(`?${query}`) || [];
  // product/category and product/search are no products: the last word of a route decides.
  const byRoute = route && bySegments(segmentsOf(route.replace('%2f', '/')).slice(-1), true);
  const byPath = byRoute || bySegments(segments, !!query);
  if (byPath) return byPath;
  if (SEARCH_KEY.test(`?${query}`)) return 'search';
  return firstOf(MARKS, marks) || firstOf(HEADINGS, fold(heading)) || (segments.length ? 'other' : 'home');
}

/** One thing to buy has its button outside any list; what can be narrowed or sorted is a list.
 * @param {string} place what the address says */
function byContent(place) {
  const main = mainPart();
  const items = itemsHere();
  const adds = [...main.querySelectorAll('button,[type=submit]')].filter(
    button =>
      ADD_TO_CART.test(fold(button.textContent || button.getAttribute('value') || '')) &&
      !items.some(item => item.contains(button)),
  );
  // An account that asks for an address and for no password is the checkout of a guest.
  if (place === 'login')
    return document.querySelector(ADDRESS) && !document.querySelector('[type=password]') ? 'checkout' : place;
  if (place === 'other' && adds.length && adds.length < 3) return 'product';
  return items.length > 2 && main.querySelector(`${FILTERS},${SORTS}`) ? 'listing' : place;
}

export function placeHere() {
  const named = /** @type {HTMLElement | null} */ (document.querySelector('[data-koord-place]'));
  if (named) return named.dataset.koordPlace || 'other';
  const type = document.querySelector('meta[property="og:type"][content*=product]') ? 'single-product' : '';
  const marks = `${document.body.className} ${document.body.id} ${type}`;
  const { pathname, search, hash } = location;
  const place = placeOf(pathname + search + hash, textOf(document.querySelector('h1'), 80), marks);
  return /other|login/.test(place) || (place === 'home' && pathname !== '/') ? byContent(place) : place;
}
