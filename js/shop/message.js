// What the shop says in alerts, toasts and notices: told once when it comes into being, and reported when it is an error.
import { textOf } from '../redact.js';
import { keyOf } from '../target.js';
import { fold } from '../text.js';
import { ALERTS, isInView, noticesHere } from './read.js';
import { PAYMENT_ANSWERS, REFUSED, SOLD_OUT, SUCCEEDED, UNDELIVERABLE, WRONG, ZERO } from './words.js';

/** When to look for the answer to a press; a request that ends is looked at besides. */
const LOOKS_MS = [300, 1000, 2500, 5000];
/** What a script moves the focus to so soon after a press is its answer, however it is marked up. */
const FOCUS_MS = 20_000;
/** Enough for any verdict; a page that fails in a loop must not fill the trail. */
const ERRORS_MOST = 12;
/** A whole class: "aria-invalid:border-red" is on every field of some shops, and red words need not be an error. */
const BAD = /(^|\s)(?!text-)[\w-]*(error|danger|invalid|fail)[\w-]*(?!\S)/i;

/** @typedef {{text: string, wrong: boolean}} Message text folded */

/** The nearest mark of an error that is about this text and not about a whole page. @param {Element} element */
function isMarkedBad(element) {
  const most = (element.textContent || '').length + 60;
  let around = /** @type {Element | null} */ (element);
  for (; around && (around.textContent || '').length < most; around = around.parentElement)
    if (BAD.test(around.getAttribute('class') || '')) return true;
  return false;
}

const COMPLAINTS = [WRONG, REFUSED, SOLD_OUT, UNDELIVERABLE, PAYMENT_ANSWERS.declined];

/** @param {Element} element @param {string} text folded */
export function isWrong(element, text) {
  // Frameworks announce their routes as alerts; forms explain their stars.
  if (text === fold(document.title) || /\*/.test(text)) return false;
  if (isMarkedBad(element)) return true;
  const alerts =
    element.matches('[role=alert],[aria-live=assertive]') || !!element.querySelector('[role=alert]');
  return !SUCCEEDED.test(text) && (alerts || COMPLAINTS.some(pattern => pattern.test(text)));
}

/** @param {import('../page.js').Page} page */
export function captureMessages(page) {
  /** @type {Map<Element, string>} what stood there at the last look */
  let standing = new Map();
  /** @type {unknown[]} */
  let looks = [];
  let told = 0;
  let place = 'other';
  let pressed = -FOCUS_MS;
  let first = true;

  function look() {
    const now = noticesHere();
    // Red words that were there from the beginning answer nobody.
    const fresh = now.filter(
      ({ element, text }) => standing.get(element) !== text && !(first && !element.closest(ALERTS)),
    );
    first = false;
    standing = new Map(now.map(({ element, text }) => [element, text]));
    for (const { element, text } of fresh) tell(element, text);
  }

  /** @param {Element} element @param {string} text redacted */
  function tell(element, text) {
    const folded = fold(text);
    // How much was found is said by the results.
    const wrong = isWrong(element, folded) && !(/search|listing/.test(place) && ZERO.test(folded));
    page.tell('message', { text: folded, wrong }, page.now(), element);
    if (!wrong || told++ >= ERRORS_MOST) return;
    const facts = { source: 'shown', in_view: +isInView(element), message: text.slice(0, 160) };
    page.report('error', { target: keyOf(element), ...facts }, undefined, element);
  }

  function lookSoon() {
    for (const handle of looks) page.cancel(handle);
    looks = LOOKS_MS.map(ms => page.later(ms, look));
  }

  page.listen('page_view', view => {
    place = view.place;
    told = 0;
    first = true;
  });
  page.listen('settled', look);
  page.listen('submit', lookSoon);
  page.listen('click', (_, timeStamp, control) => {
    if (!control?.matches('button,[role=button],[type=submit],[type=button],[href^="#"]')) return;
    pressed = timeStamp;
    lookSoon();
  });
  page.on(document, 'focusin', ({ timeStamp }, leaf) => {
    const text = leaf?.matches('[tabindex="-1"]:not([role=dialog])') ? textOf(leaf, 200) : '';
    if (!leaf || !text || timeStamp - pressed > FOCUS_MS || standing.has(leaf)) return;
    standing.set(leaf, text);
    if (COMPLAINTS.some(pattern => pattern.test(fold(text)))) tell(leaf, text);
  });
}
