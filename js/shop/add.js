// Things put into the cart, or taken out of it beside another page: how the shop answered the press.
import { contentOf } from '../contents.js';
import { quantityOf } from '../redact.js';
import { fold } from '../text.js';
import { keyOfLine } from './lines.js';
import { itemsHere, mainPart } from './list.js';
import { ADD_TO_CART } from './places.js';
import { badge, productKey } from './read.js';
import { REMOVE, SCARCE, SOLD_OUT } from './words.js';

/** An answer later than this belongs to something else. */
const ANSWER_MS = 5000;
/** When a shop that sends no request has changed its badge, and one that does has painted what came back. */
const PAINT_MS = 400;
const NOTE = 'adding';
/** A drawer or menu that shows the cart on other pages. */
const DRAWER =
  '[class*=cart],[id*=cart],[class*=basket],[id*=basket],[class*=winkel],[class*=warenkorb],[class*=panier]';

/** @typedef {{phase: 'added' | 'removed', key: number | undefined, at: number, badge: number | undefined, quantity?: number,
 *   fine?: boolean}} Wish
 *   quantity: as the field beside the button says; fine: the shop has answered without a complaint */

/** The product that a button means: the one it stands beside, or the one of the page. @param {Element} control */
export function productBeside(control) {
  const item = itemsHere().find(each => each.contains(control));
  return (item && keyOfLine(item)) ?? productKey(location.href);
}

/** How many of it, where a field in the form or nearby says so. @param {Element} control */
function quantityBeside(control) {
  const { form } = /** @type {HTMLButtonElement} */ (control);
  const item = itemsHere().find(each => each.contains(control));
  const near = form?.elements || (item || mainPart()).querySelectorAll('input,select');
  const field = [...near].find(each => each.matches('input,select') && contentOf(each) === 'quantity');
  return field ? quantityOf(field) : undefined;
}

/** What a press on a control asks for. @param {string} name folded @param {Element} control
 * @returns {Wish['phase'] | undefined} */
function wishOf(name, control) {
  if (ADD_TO_CART.test(name)) return 'added';
  return REMOVE.test(name) && control.closest(DRAWER) ? 'removed' : undefined;
}

/** @param {import('../page.js').Page} page */
export function captureAdd(page) {
  let place = 'other';
  /** @type {Wish | null} */
  let wish = null;

  /** Whether this page answers what the one before sent. */
  let arriving = false;

  /** @param {string} phase @param {string} source */
  function report(phase, source) {
    if (!wish) return;
    const { key, quantity } = wish;
    wish = null;
    page.report('cart', { phase, key, quantity, source, items: badge() });
  }

  /** @param {string} source */
  const fulfilled = source => wish && report(wish.phase, source);

  function badgeMoved() {
    if (!wish) return false;
    const now = badge();
    return now !== undefined && now !== wish.badge && now > (wish.badge || 0) === (wish.phase === 'added');
  }

  /** @param {import('../page.js').Facts} request @param {number} timeStamp */
  function answered({ phase, own_site, status, body, aborted }, timeStamp) {
    if (phase !== 'ended' || !own_site || aborted || !wish || timeStamp - wish.at > ANSWER_MS) return;
    const failed = Number(status) >= 400 || !status || body === 'error';
    wish.fine = !failed;
    // The words beside the answer may say more: a refusal is told by them if they come at once.
    page.later(PAINT_MS, () => (failed ? report('refused', 'response') : fulfilled('response')));
  }

  /** What the page before asked for by a form, this one answers. */
  function arrive() {
    const [key, before, quantity] = page.recall(NOTE).split(',');
    if (!before) return;
    page.note(NOTE, '');
    wish = {
      phase: 'added',
      key: +key || undefined,
      at: page.now(),
      badge: +before,
      quantity: +quantity || undefined,
    };
    arriving = true;
  }

  /** A form that the browser sends itself: the next page is the answer, and another document. */
  function leave() {
    if (wish?.phase !== 'added') return;
    if (page.note(NOTE, [wish.key, wish.badge || 0, wish.quantity].join())) return;
    page.note(NOTE, ''); // nobody will read it
    fulfilled('form');
  }

  page.listen('page_view', view => {
    place = view.place;
    arrive();
  });
  page.listen('request', answered);
  // In a turn of its own: what it says meanwhile may be a refusal.
  page.listen('settled', () => {
    if (arriving) page.later(0, () => fulfilled('form'));
    arriving = false;
  });
  page.listen('message', ({ text, wrong }) => {
    if (SOLD_OUT.test(text) && (wish || (wrong && /cart|checkout/.test(place)))) {
      wish ||= { phase: 'added', key: undefined, at: 0, badge: undefined };
      report('unavailable', 'message');
    } else if (wrong) report(SCARCE.test(text) ? 'unavailable' : 'refused', 'message');
  });
  page.listen('click', ({ label, traits }, timeStamp, control) => {
    const name = fold(String(label).replace(/^\S+ /, ''));
    const phase = control && place !== 'cart' && wishOf(name, control);
    if (!control || !phase || /disabled/.test(traits)) return;
    if (traits.includes('link') && !control.matches('[href*=add],[href*=cart]')) return;
    const quantity = phase === 'added' ? quantityBeside(control) : undefined;
    const now = { phase, key: productBeside(control), at: timeStamp, badge: badge(), quantity };
    wish = now;
    page.later(PAINT_MS, () => badgeMoved() && fulfilled('markup'));
    page.later(ANSWER_MS, () => {
      if (wish === now) wish = null;
    });
  });
  page.on(document, 'submit', event => page.later(0, () => event.defaultPrevented || leave()));
  page.on(window, 'pagehide', () => {
    if (wish?.fine || badgeMoved()) fulfilled('response');
  });
}
