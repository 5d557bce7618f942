// Bounded looks at the page: after load, after navigation and when a request has ended, never in between.
import { textOf } from '../redact.js';
import { fold, hash } from '../text.js';
import { ASIDE, isVisible, mainPart, onceATurn } from './list.js';
import { CART } from './places.js';

const BUSY =
  '[aria-busy=true],[class*=skeleton],[class*=spinner],[class*=shimmer],[class~=loading],[class*=loader]';
export const ALERTS =
  '[role=alert],[role=status],[aria-live],[class*=error],[class*=alert],[class*=toast],[class*=success],[class*=notice],[class*=message],[class*=feedback]';

/** Words in red: a price, a mark of what must be filled in, or what is wrong. */
const RED = '[class~=text-destructive],[class*=text-danger],[class*=text-red-]';

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
  const of = (/** @type {ParentNode | undefined} */ part) => [
    ...(part?.querySelectorAll(`${ALERTS},${RED}`) || []),
  ];
  return [...of(near), ...of(document)]
    .slice(0, 80)
    .filter(isVisible)
    .map(element => ({ element, text: textOf(element, 200) }))
    .filter(
      ({ element, text }) =>
        /\p{L}{2}/u.test(text) &&
        !element.querySelector('input,select') &&
        !element.closest('a,button') &&
        !holdsOne(element),
    );
}

/** Whether the words stand in an alert inside this one. @param {Element} element */
const holdsOne = element =>
  [...element.querySelectorAll(`${ALERTS},${RED}`)].some(
    inner => /\p{L}{2}/u.test(inner.textContent || '') && isVisible(inner),
  );

/** What they say, folded. @param {Element} [near] */
export const messages = near => noticesHere(near).map(({ text }) => fold(text));

const PRODUCT_ID = /^(id|sku|pid|p|art\w*|item\w*|produ[ck]t\w*|product_id)$/i;

/** Its path, and the parameter that names a product. @param {string} address */
export function productParts(address) {
  const { pathname, searchParams } = new URL(address, location.href);
  return [pathname, ...[...searchParams].filter(([name]) => PRODUCT_ID.test(name))];
}

/** Which product an address is, without keeping the address: a colour or a campaign does not make it another one.
 * @param {string} address */
export const productKey = address => hash(productParts(address).join());

/** @param {Element} element */
export function isInView(element) {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > Math.max(top, 0) && top < innerHeight && right > Math.max(left, 0) && left < innerWidth;
}

const DRAWERS =
  'dialog[open],[role=dialog],[class*=drawer],[class*=offcanvas],[class*=flyout],[class*=minicart],[class*=mini-cart]';
const IS_CART = new RegExp(CART);

/** A cart that lies over another page. @returns {Element | undefined} */
export const drawerHere = () =>
  [...document.querySelectorAll(DRAWERS)].find(
    drawer =>
      (drawer.checkVisibility?.({ visibilityProperty: true }) ?? true) &&
      isInView(drawer) &&
      IS_CART.test(
        fold(
          [
            drawer.className,
            drawer.id,
            drawer.getAttribute('aria-label'),
            textOf(drawer.querySelector('h1,h2,h3')),
          ].join(),
        ),
      ),
  );

const BADGES = '[class*=cart-count],[class*=badge],[class*=bubble]';
const LINKS = ['cart', 'basket', 'winkel', 'warenkorb', 'panier'].map(
  name => `[href*=${name}],[class*=${name}],[id*=${name}]`,
);

/** In the header, where nearly all shops have it, and only then in the whole page, which takes long. */
const badgesHere = () => {
  const header = document.querySelector('header,[role=banner]');
  const found = header?.querySelectorAll(`${BADGES},${LINKS}`);
  return [...(found?.length ? found : document.querySelectorAll(BADGES))].slice(0, 20);
};

/** The number that the cart's badge shows, in a text of its own and not run together with its neighbours; undefined where
 * there is none. @returns {number | undefined} */
export function badge() {
  for (const element of badgesHere()) {
    const walker = document.createTreeWalker(element, 4 /* texts */);
    while (walker.nextNode()) {
      const [, number] =
        /^\D*?\b(\d{1,3})(?![\d.,%]|\s?[€$£])/.exec(walker.currentNode.textContent || '') || [];
      if (number) return +number;
    }
  }
  return undefined;
}
