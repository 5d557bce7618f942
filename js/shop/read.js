// Bounded looks at the page: after load, after navigation and when a request has ended, never in between.
import { textOf } from '../redact.js';
import { fold, hash } from '../text.js';

const ASIDE = 'nav,footer,dialog:not([open]),[role=navigation],[role=contentinfo]';
const BUSY =
  '[aria-busy=true],[class*=skeleton],[class*=spinner],[class*=shimmer],[class~=loading],[class*=loader]';
const ALERTS =
  '[role=alert],[role=status],[aria-live],[class*=error],[class*=alert],[class*=toast],[class*=success],[class*=notice],[class*=message],[class*=feedback]';

/** @param {Element} element older browsers cannot tell cheaply, and take everything as visible */
export const isVisible = element => element.checkVisibility?.() ?? true;

/** @returns {Element} */
export const mainPart = () => document.querySelector('main,[role=main]') || document.body;

/** What the main part says, up to 3000 characters. */
export function mainText() {
  const main = mainPart();
  return textOf(main, 3000, element => !element.matches(ASIDE) && isVisible(element));
}

/** Whether results are still on their way. */
export const isBusy = () => [...mainPart().querySelectorAll(BUSY)].slice(0, 20).some(isVisible);

/** Messages in view, folded; those around an element first. @param {Element} [near] @returns {string[]} */
export function messages(near) {
  const all = [...(near?.querySelectorAll(ALERTS) || []), ...document.querySelectorAll(ALERTS)].slice(0, 40);
  return all
    .filter(isVisible)
    .map(element => fold(textOf(element, 200)))
    .filter(Boolean);
}

/** The items of a list of products: the children of whatever has most children with a link and a picture or price.
 * @returns {Element[]} */
export function itemsHere() {
  /** @type {Element[]} */
  let best = [];
  for (const list of [...mainPart().querySelectorAll('ul,ol,div,section,tbody')].slice(0, 300)) {
    const items = [...list.children].filter(
      child => child.querySelector('a[href]') && child.querySelector('img,svg,picture,canvas,[class*=price]'),
    );
    if (items.length && items.length >= best.length && !list.closest(ASIDE) && isVisible(list)) best = items;
  }
  return best;
}

/** Which product an address is, without keeping the address. @param {string} address */
export function productKey(address) {
  const { pathname, search } = new URL(address, location.href);
  return hash(pathname + search);
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
