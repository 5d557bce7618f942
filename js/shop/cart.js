// The cart: seen, added to, taken from, changed.
import { contentOf } from '../contents.js';
import { quantityOf } from '../redact.js';
import { fold } from '../text.js';
import { totalIn } from './money.js';
import { badge, itemsHere, mainPart, mainText, productKey } from './read.js';
import { ADD_TO_CART, REMOVE } from './words.js';

/** An answer later than this belongs to something else. */
const ANSWER_MS = 5000;
/** When a shop that sends no request has changed its badge. */
const BADGE_MS = 400;

/** @typedef {{phase: 'added' | 'removed', control: Element, at: number, badge: number | undefined}} Wish */

/** The quantity fields together, else the badge. @returns {number | undefined} */
function itemsInCart() {
  const fields = [...mainPart().querySelectorAll('input')].filter(field => contentOf(field) === 'quantity');
  return fields.length ? fields.reduce((sum, field) => sum + quantityOf(field), 0) : badge();
}

/** What the cart holds and costs, as far as the page shows it. */
export function cartHere() {
  const total = totalIn(mainText());
  return { items: itemsInCart(), total_cents: total?.cents, currency: total?.currency };
}

/** The product that a button beside it means. @param {Element} control */
function productBeside(control) {
  const item = itemsHere().find(each => each.contains(control));
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (item?.querySelector('a[href]'));
  return productKey(link?.href || location.href);
}

/** @param {import('../page.js').Page} page */
export function captureCart(page) {
  let place = 'other';
  let seen = '';
  let acted = false; // until the visitor does something, a page that fills in is only seen
  /** @type {Wish | null} */
  let wish = null;

  /** @param {string} phase @param {string} source @param {import('../page.js').Facts} [more] */
  function report(phase, source, more) {
    page.report('cart', { phase, key: wish ? productBeside(wish.control) : undefined, source, ...more });
    wish = null;
  }

  function badgeMoved() {
    if (!wish) return false;
    const now = badge();
    return now !== undefined && now !== wish.badge && now > (wish.badge || 0) === (wish.phase === 'added');
  }

  /** @param {import('../page.js').Facts} request */
  function answered({ phase, own_site, status, body, aborted }, /** @type {number} */ timeStamp) {
    if (phase !== 'ended' || !own_site || aborted || !wish || timeStamp - wish.at > ANSWER_MS) return;
    const failed = Number(status) >= 400 || !status || body === 'error';
    if (failed) report('refused', 'response');
    else if (place !== 'cart')
      page.later(BADGE_MS, () => wish && report(wish.phase, 'response', { items: badge() }));
  }

  /** @param {{place: string}} view */
  function settled(view) {
    if (view.place !== 'cart' && view.place !== 'checkout') return;
    const cart = cartHere();
    const now = JSON.stringify(cart);
    if (now === seen || (cart.items === undefined && cart.total_cents === undefined)) return;
    const first = !seen;
    seen = now;
    if (acted) report(wish?.phase || 'changed', 'total', cart);
    else if (first && view.place === 'cart') report('seen', 'text', cart);
  }

  page.listen('page_view', view => {
    place = view.place;
    seen = '';
    acted = false;
  });
  page.listen('press', () => (acted = !!seen));
  page.listen('request', answered);
  page.listen('settled', settled);
  page.listen('click', ({ label, traits }, timeStamp, control) => {
    const name = fold(String(label).replace(/^\S+ /, ''));
    const phase = place !== 'cart' && ADD_TO_CART.test(name) ? 'added' : REMOVE.test(name) ? 'removed' : null;
    if (control && phase && !traits.includes('link') && !traits.includes('disabled')) {
      wish = { phase, control, at: timeStamp, badge: badge() };
    }
    page.later(BADGE_MS, () => {
      if (place === 'cart') settled({ place });
      else if (wish && badgeMoved()) report(wish.phase, 'markup', { items: badge() });
    });
  });
  page.on(document, 'change', () => place === 'cart' && page.later(BADGE_MS, () => settled({ place })));
  // A form that the browser sends itself: the next page is the answer, and another document.
  page.on(document, 'submit', event =>
    page.later(0, () => {
      if (wish && !event.defaultPrevented && wish.phase === 'added') report('added', 'form');
    }),
  );
}
