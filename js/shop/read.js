// Bounded looks at the page: after load, after navigation and when a request has ended, never in between.
import { textOf } from '../redact.js';
import { fold, hash } from '../text.js';

const ASIDE = 'nav,footer,dialog:not([open]),[role=navigation],[role=contentinfo]';
const BUSY =
  '[aria-busy=true],[class*=skeleton],[class*=spinner],[class*=shimmer],[class~=loading],[class*=loader]';
const ALERTS =
  '[role=alert],[role=status],[aria-live],[class*=error],[class*=alert],[class*=toast],[class*=success],[class*=notice],[class*=message],[class*=feedback]';

/** What narrows a list, and what sorts it: names of classes are English, or nearly so, in most shops. */
export const FILTERS =
  '[class*=filt i],[id*=filt i],[class*=facet i],[id*=facet i],[class*=refin i],[aria-label*=filt i]';
export const SORTS =
  'select[name*=sort i],select[id*=sort i],select[name*=order i],select[id*=order i],select[class*=sort i]';

/** @param {Element} element older browsers cannot tell cheaply, and take everything as visible */
export const isVisible = element => element.checkVisibility?.() ?? true;

/** @returns {Element} */
export const mainPart = () => document.querySelector('main,[role=main]') || document.body;

/** Several readers ask for the same in one turn of the event loop, in which the page stays as it is.
 * @template T @param {() => T} read @returns {() => T} */
function onceATurn(read) {
  /** @type {{found: T} | undefined} */
  let known;
  const forget = () => {
    known = undefined;
  };
  return () => {
    if (!known) Promise.resolve().then(forget);
    known ??= { found: read() };
    return known.found;
  };
}

/** What the main part says. @param {number} most characters */
const mainTextTo = most => textOf(mainPart(), most, element => !element.matches(ASIDE) && isVisible(element));

/** What the main part says, up to 3000 characters. */
export const mainText = onceATurn(() => mainTextTo(3000));

/** How it begins: what was found stands above what was found. */
export const mainStart = onceATurn(() => mainTextTo(1500));

/** Whether results are still on their way. */
export const isBusy = () => [...mainPart().querySelectorAll(BUSY)].slice(0, 20).some(isVisible);

/** Alerts, toasts and notices in view that say something, the innermost of each; those around an element first.
 * @param {Element} [near] @returns {{element: Element, text: string}[]} */
export function noticesHere(near) {
  const all = [...(near?.querySelectorAll(ALERTS) || []), ...document.querySelectorAll(ALERTS)].slice(0, 60);
  return all
    .filter(isVisible)
    .map(element => ({ element, text: textOf(element, 200) }))
    .filter(({ element, text }) => text && !element.querySelector('input,select') && !holdsOne(element));
}

/** Whether the words stand in an alert inside this one. @param {Element} element */
const holdsOne = element =>
  [...element.querySelectorAll(ALERTS)].some(inner => inner.textContent?.trim() && isVisible(inner));

/** What they say, folded. @param {Element} [near] */
export const messages = near => noticesHere(near).map(({ text }) => fold(text));

/** What hangs below a field while somebody types is no list of the page. */
const OVERLAY = `${ASIDE},[role=listbox],[class*=suggest i],[class*=autocomplete i]`;

/** @param {Element | undefined} item @returns {string | undefined} the address that it leads to */
export const linkIn = item =>
  /** @type {HTMLAnchorElement | null | undefined} */ (
    item?.matches('a[href]') ? item : item?.querySelector('a[href]')
  )?.href;

/** The items of a list of products: the children of whatever has most children with a link and a picture or price.
 * @returns {Element[]} */
export const itemsHere = onceATurn(() => {
  /** @type {Element[]} */
  let best = [];
  for (const list of [...mainPart().querySelectorAll('ul,ol,div,section,tbody')].slice(0, 300)) {
    const items = [...list.children].filter(
      child => linkIn(child) && child.querySelector('img,svg,picture,canvas,[class*=price]'),
    );
    if (items.length && items.length >= best.length && !list.closest(OVERLAY) && isVisible(list))
      best = items;
  }
  return best;
});

const PRODUCT_ID = /^(id|sku|pid|p|art\w*|item\w*|produ[ck]t\w*|product_id)$/i;

/** Which product an address is, without keeping the address: its path, and the parameter that names it, so that a
 * colour or a campaign does not make it another one. @param {string} address */
export function productKey(address) {
  const { pathname, searchParams } = new URL(address, location.href);
  return hash([pathname, ...[...searchParams].filter(([name]) => PRODUCT_ID.test(name))].join());
}

/** The number that the cart's badge shows; undefined where there is none. @returns {number | undefined} */
export function badge() {
  const places =
    'header [href*=cart],header [href*=basket],header [href*=winkel],header [href*=warenkorb],header [href*=panier]';
  for (const element of document.querySelectorAll(
    `[class*=cart-count],[class*=badge],${places},header [class*=cart],header [class*=basket]`,
  )) {
    const [number] = /\d+/.exec(element.textContent || '') || [];
    if (number) return +number;
  }
  return undefined;
}
