// The lines of a cart: which products, and how many of each.
import { contentOf } from '../contents.js';
import { quantityOf, textOf } from '../redact.js';
import { nameOf } from '../target.js';
import { fold, hash } from '../text.js';
import { isVisible } from './list.js';
import { productKey, productParts } from './read.js';
import { REMOVE } from './words.js';

/** Utility classes ("items-center", "inline-flex") are no lines. */
const LINE =
  'li,tr,article,[role=listitem],[role=row],[class*=item]:not([class*=items-]),[class*=line]:not([class*=inline]),[class*=product]';
const BUTTON = 'button,[role=button]';
const LINES_MOST = 30;

/** @typedef {Map<number, number>} Lines key of a product -> how many */

/** Where a line leads; what leads back to the page itself only changes it. @param {Element | undefined} line */
function productIn(line) {
  /** @type {HTMLAnchorElement[]} */
  const links = [...(line?.querySelectorAll('a') || [])];
  return links.find(({ protocol, href }) => {
    const [path, parameter] = /^http/.test(protocol) ? productParts(href) : [location.pathname];
    return parameter || path !== location.pathname;
  });
}

/** What a control in a list stands beside: the innermost part that leads to one product.
 * @param {Element} control @returns {Element | undefined} */
export function lineAround(control) {
  const around = [];
  let line = control.parentElement?.closest(LINE);
  for (; line && around.length < 4; line = line.parentElement?.closest(LINE)) around.push(line);
  return around.find(part => productIn(part) && part.querySelectorAll('img').length < 2) || around[0];
}

/** By its address, else by its words without numbers. @param {Element | undefined} line */
export function keyOfLine(line) {
  const link = productIn(line);
  if (link) return productKey(link.href);
  const words = fold(textOf(line, 60))
    .replace(/[\d.,]+/g, '')
    .trim();
  return words ? hash(words) : undefined;
}

/** Where the cart says how many of each there are: in fields, between two buttons, or by a button that takes one line out.
 * @param {Element} part @returns {[Element, number][]} */
export function countersIn(part) {
  const find = (/** @type {string} */ what) => [...part.querySelectorAll(what)].filter(isVisible);
  const fields = find('input,select').filter(field => contentOf(field) === 'quantity');
  if (fields.length) return fields.map(field => [field, quantityOf(field)]);
  const steppers = find(`:is(${BUTTON})+*`).filter(
    ({ textContent, nextElementSibling }) =>
      /^\s*\d{1,3}\s*$/.test(textContent || '') && nextElementSibling?.matches(BUTTON),
  );
  if (steppers.length) return steppers.map(number => [number, Number(number.textContent)]);
  return find(`${BUTTON},a`)
    .filter(control => REMOVE.test(fold(nameOf(control))) && productIn(lineAround(control)))
    .map(control => [control, 1]);
}

/** What has no counter is not told apart. @param {Element} part @returns {Lines} */
export function linesIn(part) {
  /** @type {Lines} */
  const lines = new Map();
  for (const [counter, quantity] of countersIn(part).slice(0, LINES_MOST)) {
    const key = keyOfLine(lineAround(counter));
    if (key !== undefined) lines.set(key, quantity);
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
