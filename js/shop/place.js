// Where in the shop a page is: by its address first, then by its markers, then by its heading, then by what it holds.
import { QUERIES, textOf } from '../redact.js';
import { fold } from '../text.js';
import { FILTERS, itemsHere, mainPart, SORTS } from './list.js';
import {
  ADD_TO_CART,
  HEADINGS,
  ORDER_NUMBER,
  OTHER_THANKS,
  SEGMENTS,
  saysOrdered,
  THANKED,
} from './places.js';

const LOCALE = /^([a-z]{2}([-_][a-z]{2})?|index|home|shop|store)$/;
const SEARCH_KEY = new RegExp(`[?&]${QUERIES}=[^&]`);
/** Where one script serves all pages, a parameter says which. */
const ROUTE_KEY = /[?&](?:route|controller|main_page|dispatch|cl)=([^&#]*)/;
const ADDRESS = ['stre', 'stra', 'address_1', 'address1', 'adresse']
  .map(name => `[name*=${name} i]:not([name*=mail i]),[autocomplete*=${name} i]`)
  .join();
/** What an order costs stands beside the address that it goes to. */
const TOTAL = /\b(total|totaal\w*|gesamt\w*|summe|totale|razem|suma)\b.{0,16}\d[.,]\d\d/;
/** Thanks and a number stand at the head of their page. */
const HEAD_MOST = 600;
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
 * a name, what follows /help/ or /blog/ only talks about orders, and an address or an account below a checkout is its step.
 * @param {string[]} segments @param {boolean} asked whether the address has a query */
function bySegments(segments, asked) {
  const places = segments.map(segment => firstOf(PLACES, segment) || '');
  const product = places.indexOf('product');
  if (product >= 0 && (asked || segments[product + 1])) return 'product';
  if (product >= 0 || /^(c|collections|[ck]ategor\w+)$/.test(segments[0])) return 'listing';
  const [first] = places.filter(Boolean);
  const last = places.reverse().find(Boolean);
  if (first === 'other' || (/help|account/.test(first) && /checkout|confirm/.test(last || ''))) return first;
  // Guests leave their address at /checkout/register.
  return /cart|checkout/.test(first) &&
    (/help|account|other/.test(last || '') || /^regist/.test(segments[segments.length - 1]))
    ? 'checkout'
    : last;
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
  const title = fold(heading);
  if (byPath === 'confirmation' && OTHER_THANKS.test(title) && !saysOrdered(title)) return 'other';
  if (byPath) return byPath;
  if (SEARCH_KEY.test(`?${query}`)) return 'search';
  const ordered = saysOrdered(title) && 'confirmation';
  return firstOf(MARKS, marks) || ordered || firstOf(HEADINGS, title) || (segments.length ? 'other' : 'home');
}

/** Thanks for an order that has its number.
 * @param {string} text folded */
const isThanks = text => THANKED.test(text) && saysOrdered(text) && ORDER_NUMBER.test(text);

/** One thing to buy has its button outside any list; what can be narrowed or sorted is a list; an address is asked for where
 * an order is placed, or where somebody wants an account, and then a password as well.
 * @param {string} place what the address says */
function byContent(place) {
  const main = mainPart();
  const text = fold(textOf(main, 3000));
  if (isThanks(text.slice(0, HEAD_MOST))) return 'confirmation';
  const address = main.querySelector(ADDRESS);
  if (place === 'login') return address && !main.querySelector('[type=password]') ? 'checkout' : place;
  if (place === 'checkout') return place;
  const items = itemsHere();
  const adds = [...main.querySelectorAll('button,[type=submit]')].filter(
    button =>
      ADD_TO_CART.test(fold(button.textContent || button.getAttribute('value') || '')) &&
      !items.some(item => item.contains(button)),
  );
  if (place === 'other' && adds.length && adds.length < 3) return 'product';
  if (address && TOTAL.test(text)) return 'checkout';
  return items.length > 2 && main.querySelector(`${FILTERS},${SORTS}`) ? 'listing' : place;
}

export function placeHere() {
  const named = /** @type {HTMLElement | null} */ (document.querySelector('[data-koord-place]'));
  if (named) return named.dataset.koordPlace || 'other';
  const type = document.querySelector('meta[property="og:type"][content*=product]') ? 'single-product' : '';
  const marks = `${document.body.className} ${document.body.id} ${type}`;
  const { pathname, search, hash } = location;
  const place = placeOf(pathname + search + hash, textOf(document.querySelector('h1'), 80), marks);
  const unsure = /other|login|checkout/.test(place) || (place === 'home' && pathname !== '/');
  return unsure ? byContent(place) : place;
}
