// The lines of a cart: which products, and how many of each.
import { contentOf } from '../contents.js';
import { quantityOf, textOf } from '../redact.js';
import { fold, hash } from '../text.js';
import { isVisible, mainPart, productKey } from './read.js';

const LINE = 'li,tr,article,[role=listitem],[role=row],[class*=item],[class*=line],[class*=product]';
const LINES_MOST = 30;

/** @typedef {Map<number, number>} Lines key of a product -> how many */

/** What a control in a list stands beside. @param {Element} control */
export const lineAround = control => control.parentElement?.closest(LINE);

/** By its address, else by its words without numbers. @param {Element | null | undefined} line */
export function keyOfLine(line) {
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (
    line?.querySelector('a[href]:not([href^="#"])')
  );
  if (link) return productKey(link.href);
  const words = fold(textOf(line, 60))
    .replace(/[\d.,]+/g, '')
    .trim();
  return words ? hash(words) : undefined;
}

/** Found by their quantity fields: what has none is not told apart. @returns {Lines} */
export function linesHere() {
  const fields = [...mainPart().querySelectorAll('input,select')].filter(
    field => contentOf(field) === 'quantity' && isVisible(field),
  );
  /** @type {Lines} */
  const lines = new Map();
  for (const field of fields.slice(0, LINES_MOST)) {
    const key = keyOfLine(lineAround(field));
    if (key !== undefined) lines.set(key, quantityOf(field));
  }
  return lines;
}

/** @typedef {{phase: string, key: number, quantity: number}} Change */

/** @param {Lines} before @param {Lines} now @returns {Change[]} */
export function changesIn(before, now) {
  const all = [...new Set([...before.keys(), ...now.keys()])];
  return all.flatMap(key => {
    const [was, is] = [before.get(key) || 0, now.get(key) || 0];
    if (was === is) return [];
    return [{ phase: !was ? 'added' : !is ? 'removed' : 'changed', key, quantity: is }];
  });
}

/** @param {Lines} lines */
export const writeLines = lines => [...lines].join(';');

/** @param {string} text @returns {Lines} */
export const readLines = text =>
  new Map(
    text
      .split(';')
      .filter(Boolean)
      .map(line => /** @type {[number, number]} */ (line.split(',').map(Number))),
  );
