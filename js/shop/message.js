// What the shop says in alerts, toasts and notices: told once when it comes into being, and reported when it is an error.
import { keyOf } from '../target.js';
import { fold } from '../text.js';
import { noticesHere } from './read.js';
import { PAYMENT_ANSWERS, REFUSED, SOLD_OUT, SUCCEEDED, UNDELIVERABLE, WRONG } from './words.js';

/** When to look for the answer to a press; a request that ends is looked at besides. */
const LOOKS_MS = [300, 1000, 2500, 5000];
/** Enough for any verdict; a page that fails in a loop must not fill the trail. */
const ERRORS_MOST = 12;
const BAD = '[class*=error],[class*=danger],[class*=invalid],[class*=fail]';

/** @typedef {{text: string, wrong: boolean}} Message text folded */

/** The nearest mark of an error that is about this text and not about a whole page. @param {Element} element */
function isMarkedBad(element) {
  const bad = element.closest(BAD);
  return !!bad && (bad.textContent || '').length < (element.textContent || '').length + 60;
}

const COMPLAINTS = [WRONG, REFUSED, SOLD_OUT, UNDELIVERABLE, PAYMENT_ANSWERS.declined];

/** @param {Element} element @param {string} text folded */
export function isWrong(element, text) {
  if (text === fold(document.title)) return false; // frameworks announce their routes as alerts
  if (isMarkedBad(element)) return true;
  const alerts =
    element.matches('[role=alert],[aria-live=assertive]') || !!element.querySelector('[role=alert]');
  return !SUCCEEDED.test(text) && (alerts || COMPLAINTS.some(pattern => pattern.test(text)));
}

/** @param {Element} element */
function isInView(element) {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && top < innerHeight;
}

/** @param {import('../page.js').Page} page */
export function captureMessages(page) {
  /** @type {Map<Element, string>} what stood there at the last look */
  let standing = new Map();
  /** @type {unknown[]} */
  let looks = [];
  let told = 0;

  function look() {
    const now = noticesHere();
    const fresh = now.filter(({ element, text }) => standing.get(element) !== text);
    standing = new Map(now.map(({ element, text }) => [element, text]));
    for (const { element, text } of fresh) tell(element, text);
  }

  /** @param {Element} element @param {string} text redacted */
  function tell(element, text) {
    const folded = fold(text);
    const wrong = isWrong(element, folded);
    page.tell('message', { text: folded, wrong }, page.now(), element);
    if (!wrong || told++ >= ERRORS_MOST) return;
    const facts = { source: 'shown', in_view: +isInView(element), message: text.slice(0, 160) };
    page.report('error', { target: keyOf(element), ...facts }, undefined, element);
  }

  function lookSoon() {
    for (const handle of looks) page.cancel(handle);
    looks = LOOKS_MS.map(ms => page.later(ms, look));
  }

  page.listen('page_view', () => (told = 0));
  page.listen('settled', look);
  page.listen('submit', lookSoon);
  page.listen('click', (_, __, control) => {
    if (control?.matches('button,[role=button],[type=submit],[type=button],[href^="#"]')) lookSoon();
  });
}
