// What an order costs, line by line, as cart and checkout show it.
import { textOf } from '../redact.js';
import { fold } from '../text.js';
import { isVisible, mainPart } from './list.js';
import { moneyIn, SIGN, totalIn, withoutBrackets } from './money.js';
import { mainText } from './read.js';
import { COSTS, FREE } from './words.js';

/** A longer text is a paragraph, not a line of costs. */
const LINE_MOST = 90;
/** From the amount up to what also holds its name: cell, row, group. */
const CLIMB_MOST = 4;
const LINES_MOST = 60;
/** How many of it, and in which currency. */
const NO_NAME = new RegExp(`\\d+ ?[×x]|${SIGN}`, 'g');

/** @typedef {{element: Element, text: string, what: string | undefined, cents: number, currency: string | undefined}} Line */

/** What a name says: the word that stands first decides, so that "Total (incl. VAT)" is a total.
 * @param {string} name folded @returns {string | undefined} total, subtotal, discount, or one of the SEEN words */
export function costIn(name) {
  const found = Object.entries(COSTS)
    .map(([what, pattern]) => ({ what, at: name.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.what;
}

/** One amount and what it is for; nothing where there is no name yet, null where there is too much. What stands in
 * brackets is part of the amount: "Total €12.50 (incl. €2.17 VAT)".
 * @param {string} line @returns {Omit<Line, 'element'> | undefined | null} */
export function lineIn(line) {
  const text = withoutBrackets(line);
  const amounts = moneyIn(text);
  if (amounts.length > 1 || text.length > LINE_MOST) return null;
  const free = !amounts.length && FREE.test(fold(text));
  const [{ cents, currency, index }] = [...amounts, { cents: 0, currency: undefined, index: text.length }];
  const name = fold((free ? text : text.slice(0, index)).replace(NO_NAME, ''));
  if ((!amounts.length && !free) || !/\p{L}{2}/u.test(name)) return undefined;
  return { text, what: costIn(name), cents, currency };
}

/** @param {Element | null} from what holds an amount @returns {Line | undefined} */
function lineAround(from) {
  let element = from;
  for (let steps = 0; element && steps < CLIMB_MOST; steps++, element = element.parentElement) {
    const line = lineIn(textOf(element, LINE_MOST + 10));
    if (line) return { ...line, element };
    if (line === null) return undefined;
  }
  return undefined;
}

/** The lines of costs in view, in their order. @param {Element} [part] @returns {Line[]} */
export function costLines(part = mainPart()) {
  const walker = document.createTreeWalker(part, 4 /* texts */);
  /** @type {Map<Element, Line>} */
  const lines = new Map();
  for (let steps = 0; steps < 4000 && lines.size < LINES_MOST && walker.nextNode(); steps++) {
    const { data, parentElement } = /** @type {Text} */ (walker.currentNode);
    if (data.length > LINE_MOST || !(/\d/.test(data) || FREE.test(fold(data)))) continue;
    const line = lineAround(parentElement);
    if (line && !lines.has(line.element) && isVisible(line.element)) lines.set(line.element, line);
  }
  return [...lines.values()];
}

/** A choice of delivery names a price as well, but nobody has chosen it yet. @param {Line} line */
export const isChoice = ({ element }) =>
  !!element.closest('label,[role=radio],[role=option]') ||
  !!element.querySelector('[type=radio],[role=radio]');

/** What the page, or a part of it, shows an order to cost, as far as it does. @param {Element} [part] */
export function costsHere(part) {
  const linesOf = (/** @type {Element | undefined} */ where) =>
    costLines(where).filter(line => !isChoice(line));
  let lines = linesOf(part);
  const last = (/** @type {string} */ what) => lines.filter(line => line.what === what).pop();
  // The costs of many checkouts stand beside the main part.
  if (!part && !last('total')) lines = linesOf(document.body);
  const total = last('total') || (part ? last('subtotal') : totalIn(mainText()));
  return {
    total_cents: total?.cents,
    subtotal_cents: last('subtotal')?.cents,
    shipping_cents: last('shipping')?.cents,
    currency: total?.currency,
  };
}
