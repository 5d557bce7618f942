// What a list says that was found, and how many things it shows.
import { fold } from '../text.js';
import { FILTERS, isVisible, itemsHere, mainPart, SORTS } from './list.js';
import { mainStart } from './read.js';
import { COUNT, ZERO } from './words.js';

const EMPTY = '[class*=empty-state],[class*=no-result],[class*=noresult],[class*=zero-result]';
const PAGER = '[rel=next],[class*=paginat],[class*=load-more]';

/** @typedef {{count: number | undefined, shown: number | undefined, source: string}} Found */

/** Whether there is more of the list than it shows. */
export const isPaged = () => !!mainPart().querySelector(PAGER);

/** What a text says was found. @param {string} text folded @returns {number | undefined} */
export function countIn(text) {
  if (ZERO.test(text)) return 0;
  const found = COUNT.exec(text);
  return found ? +(found[1] || found[2]).replace(/\D/g, '') : undefined;
}

/** @param {number} shown items in the list @returns {Found | undefined} nothing where the page does not tell */
export function resultsHere(shown) {
  const count = countIn(fold(mainStart()));
  if (count !== undefined) return { count, shown: count && shown, source: 'text' };
  if (shown) return { count: isPaged() ? undefined : shown, shown, source: 'items' };
  const empty = [...mainPart().querySelectorAll(EMPTY)].some(isVisible);
  return empty ? { count: 0, shown: 0, source: 'empty_state' } : undefined;
}

/** Whether a page is a list of products: by its place, or because it can be filtered or sorted.
 * @param {string} place */
export const isList = place =>
  /search|listing/.test(place) ||
  (/other|home/.test(place) && !!mainPart().querySelector(`${FILTERS},${SORTS}`) && itemsHere().length > 2);
