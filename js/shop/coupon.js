// Coupons: a code was tried, and how the shop answered. The code itself stays in the page.
import { contentOf } from '../contents.js';
import { couponOrdinal } from '../redact.js';
import { keyOf } from '../target.js';
import { cartHere } from './cart.js';
import { messages } from './read.js';
import { ACCEPTED, REFUSED } from './words.js';

/** When to look for an answer that came without a request; the last look ends the wait. */
const LOOKS_MS = [200, 600, 1200, 2500, 5000];
const NOTE = 'coupon';
const BUTTON = 'button,[type=submit],[type=button],[role=button]';
const ABOUT =
  /coupon|promo|voucher|discount|\bcode|korting|actiecode|gutschein|rabat|reduction|cupon|descuento|codigo|sconto|codice|kod\b/;

/** @typedef {{field: Element, target: number, ordinal: number, at: number, before: string[], total: number | undefined,
 *   ended: boolean}} Try */

/** Whether a part of the page asks for little more than a code. @param {Element} part */
const isSmall = part => part.querySelectorAll('input,select,textarea,button').length < 8;

/** What a message says about a code. @param {string} text folded @returns {'accepted' | 'refused' | undefined} */
export function answerIn(text) {
  if (REFUSED.test(text)) return 'refused';
  return ACCEPTED.test(text) && ABOUT.test(text) ? 'accepted' : undefined;
}

/** A form of a code alone; in one with more fields, what holds its button as well. @param {Element} field @returns {Element} */
function around(field) {
  const { form, parentElement } = /** @type {HTMLInputElement} */ (field);
  if (form && isSmall(form)) return form;
  let group = parentElement || field;
  for (let steps = 0; steps < 3 && !group.querySelector(BUTTON); steps++) {
    if (!group.parentElement || !isSmall(group.parentElement)) break;
    group = group.parentElement;
  }
  return group;
}

/** @param {import('../page.js').Page} page */
export function captureCoupon(page) {
  /** @type {Map<number, number>} */
  const codes = new Map();
  /** @type {Try | null} */
  let trying = null;
  /** @type {Element | null} */
  let field = null;
  /** What the page before has sent: ordinal and total. */
  let asked = '';

  /** @param {Element} typedIn @param {number} at */
  function submitted(typedIn, at) {
    const ordinal = couponOrdinal(codes, typedIn);
    if (!ordinal || (trying && at - trying.at < LOOKS_MS[0])) return;
    const { total_cents } = cartHere();
    const target = keyOf(typedIn);
    const now = {
      field: typedIn,
      target,
      ordinal,
      at,
      before: messages(around(typedIn)),
      total: total_cents,
      ended: false,
    };
    trying = now;
    page.note(NOTE, `${ordinal},${total_cents || ''}`);
    page.report('coupon', { phase: 'submitted', target, ordinal, source: 'field' }, at, typedIn);
    for (const ms of LOOKS_MS) page.later(ms, () => trying === now && look());
  }

  /** @param {string} phase @param {string} source */
  function answered(phase, source) {
    if (!trying) return;
    const { target, ordinal } = trying;
    trying = null;
    page.note(NOTE, '');
    page.report('coupon', { phase, target, ordinal, source });
  }

  function look() {
    if (!trying) return;
    const { before, total, ended } = trying;
    // The same sentence may refuse a second code: once the request has ended, old words count as well.
    const texts = messages(around(trying.field)).filter(text => ended || !before.includes(text));
    const said = texts.map(answerIn).find(Boolean);
    if (said) answered(said, 'message');
    else if (trying.field.getAttribute('aria-invalid') === 'true') answered('refused', 'field');
    else if (isLess(total)) answered('accepted', 'total');
  }

  /** Whether the order costs less than it did; it is read last, since that takes longest. @param {number} [before] */
  function isLess(before) {
    const { total_cents } = before ? cartHere() : {};
    return !!before && total_cents !== undefined && total_cents < before;
  }

  /** A form that the browser sent itself is answered by a page: by what it says, at once or a little later, or by its total. */
  function lookAtArrival() {
    if (!asked) return;
    const [ordinal, before] = asked.split(',').map(Number);
    const texts = messages().filter(text => ABOUT.test(text));
    const said = texts.map(answerIn).find(Boolean);
    const phase = said || (isLess(before) && 'accepted');
    if (!phase) return;
    asked = '';
    page.report('coupon', { phase, ordinal, source: said ? 'message' : 'total' });
  }

  page.on(window, 'pagehide', look); // some leave as soon as they have read the answer
  page.on(document, 'input', event => {
    if (contentOf(event.target) === 'coupon') field = event.target;
  });
  page.on(document, 'submit', ({ target, timeStamp }) => {
    const own = [...target.elements].find(element => contentOf(element) === 'coupon');
    if (own && isSmall(target)) submitted(own, timeStamp);
  });
  page.on(document, 'keydown', event => {
    if (event.key === 'Enter' && event.target === field && field) submitted(field, event.timeStamp);
  });
  page.listen('click', (_, timeStamp, control) => {
    const button = control?.matches(BUTTON);
    if (field?.isConnected && button && around(field).contains(control || null)) submitted(field, timeStamp);
  });
  page.listen('request', ({ phase, own_site, body, status }) => {
    if (!trying || phase !== 'ended' || !own_site) return;
    trying.ended = true;
    if (body === 'error' || status === 404 || status === 422 || status === 400) {
      page.later(LOOKS_MS[0], () => {
        look();
        answered('refused', 'response');
      });
    } else page.later(LOOKS_MS[0], look);
  });
  page.listen('coupon_answer', ({ phase }) => answered(phase, 'facts'));
  page.listen('message', look); // so that the refusal is told before the error that it was shown as
  page.listen('message', lookAtArrival);
  page.listen('settled', lookAtArrival);
  page.listen('page_view', ({ place }) => {
    asked = /cart|checkout/.test(place) && !trying ? page.recall(NOTE) : '';
    page.note(NOTE, '');
  });
}
