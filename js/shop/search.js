// Searches, what they found, and the product that was chosen from it.
import { contentOf } from '../contents.js';
import { queryFrom, queryOf, textOf } from '../redact.js';
import { fold } from '../text.js';
import { moneyIn } from './money.js';
import { isVisible, itemsHere, mainPart, mainText, productKey } from './read.js';
import { COUNT, ZERO } from './words.js';

const KEYS = /^(q|query|s|search\w*|zoek\w*|keywords?|k|term|text)$/i;
const EMPTY = '[class*=empty-state],[class*=no-result],[class*=noresult],[class*=zero-result]';
const PAGER = '[rel=next],[class*=paginat],[class*=load-more]';
/** A shop that searches in place has by now changed the address, if it will. */
const IN_PLACE_MS = 700;

/** The query of a result page: a parameter, or what follows /search/. @param {string} address */
export function queryIn(address) {
  const { pathname, searchParams } = new URL(address);
  const [, text] = [...searchParams].find(([name, value]) => KEYS.test(name) && value.trim()) || [];
  if (text) return text;
  const [, , after] =
    /\/(search|zoek\w*|such\w*|recherche|buscar|ricerca|szukaj)\/([^/]+)/i.exec(pathname) || [];
  try {
    return decodeURIComponent(after || '').replace(/[+-]/g, ' ');
  } catch {
    return ''; // a stray % is no query that we could name
  }
}

/** @typedef {{count: number | undefined, shown: number | undefined, source: string}} Found */

/** What a text says was found. @param {string} text folded @returns {number | undefined} */
export function countIn(text) {
  if (ZERO.test(text)) return 0;
  const found = COUNT.exec(text);
  return found ? +(found[1] || found[2]).replace(/\D/g, '') : undefined;
}

/** @param {number} shown items in the list @returns {Found | undefined} nothing where the page does not tell */
function resultsHere(shown) {
  const count = countIn(fold(mainText()).slice(0, 1500));
  if (count !== undefined) return { count, shown: count && shown, source: 'text' };
  const main = mainPart();
  if (shown) return { count: main.querySelector(PAGER) ? undefined : shown, shown, source: 'items' };
  const empty = [...main.querySelectorAll(EMPTY)].some(isVisible);
  return empty ? { count: 0, shown: 0, source: 'empty_state' } : undefined;
}

/** @param {import('../page.js').Page} page */
export function captureSearch(page) {
  let place = 'other';
  /** @type {number | undefined} of the search that the results answer */
  let key;
  /** @type {number | undefined} the search told last */
  let asked;
  let told = '';
  /** @type {Element | null} */
  let typedIn = null;
  /** @type {Element[]} */
  let items = [];

  /** @param {{query: string, key: number, words: number}} search @param {string} source @param {number} [timeStamp] */
  function searched(search, source, timeStamp) {
    key = search.key;
    if (!search.words || asked === key) return;
    asked = key;
    const query = page.settings.query ? search.query : undefined;
    page.report('search', { key, words: search.words, source, query }, timeStamp);
  }

  function read() {
    if (key === undefined && place !== 'search' && place !== 'listing') return;
    items = itemsHere();
    const found = resultsHere(items.length);
    const now = JSON.stringify([key, found]);
    if (!found || now === told) return;
    told = now;
    page.report('results', { ...found, key });
  }

  /** A search without a new page: told unless the address has told it by then. @param {Element} field @param {string} source @param {number} at */
  function searchInPlace(field, source, at) {
    const search = queryOf(field);
    page.later(IN_PLACE_MS, () => {
      searched(search, source, at);
      page.later(PAINT_MS, read);
    });
  }

  page.listen('page_view', (view, timeStamp) => {
    place = view.place;
    told = '';
    key = undefined;
    const text = place === 'search' && queryIn(location.href);
    if (text) searched(queryFrom(text), 'url', timeStamp);
  });
  page.listen('settled', read);
  page.on(document, 'input', ({ target }) => {
    if (contentOf(target) === 'search') typedIn = target;
  });
  page.on(document, 'submit', event => {
    const field = [...event.target.elements].find(
      element => element.matches('input') && contentOf(element) === 'search',
    );
    // What the browser sends itself is a new page, whose address tells the query.
    if (field) page.later(0, () => event.defaultPrevented && searchInPlace(field, 'form', event.timeStamp));
  });
  page.on(document, 'keydown', event => {
    if (event.key === 'Enter' && event.target === typedIn && !event.target.form)
      searchInPlace(event.target, 'field', event.timeStamp);
  });
  page.listen('click', (_, timeStamp, control) => {
    const beside =
      typedIn && !(/** @type {HTMLInputElement} */ (typedIn).form) && typedIn.parentElement?.parentElement;
    if (
      beside &&
      control !== typedIn &&
      control?.matches('button,[role=button],a') &&
      beside.contains(control)
    ) {
      searchInPlace(/** @type {Element} */ (typedIn), 'field', timeStamp);
    }
    const rank = control ? items.findIndex(item => item.contains(control)) : -1;
    const link = control?.matches('a[href]') && /** @type {HTMLAnchorElement} */ (control).href;
    if (rank >= 0 && link)
      page.report('product', { phase: 'chosen', key: productKey(link), rank: rank + 1 }, timeStamp);
  });
}

/** Without a price by now there is none. */
const PRICE_MS = 2500;
/** Time to paint what a search in place brought. */
const PAINT_MS = 300;

/** A product's own page. @param {import('../page.js').Page} page */
export function captureProduct(page) {
  let fresh = false;
  let since = 0;
  page.listen('page_view', ({ place }, timeStamp) => {
    fresh = place === 'product';
    since = timeStamp;
  });
  page.listen('settled', (_, timeStamp) => {
    if (!fresh) return;
    const priced = mainPart().querySelector('[itemprop=price],[class*=price]');
    const [price] = moneyIn(textOf(priced, 80)).concat(moneyIn(mainText()));
    if (!price && timeStamp - since < PRICE_MS) return;
    fresh = false;
    const facts = { price_cents: price?.cents, currency: price?.currency };
    page.report('product', { phase: 'seen', key: productKey(location.href), ...facts });
  });
}
