// Everything that looks at the page, in two halves: the second may come later, in a file of its own.
import { captureEffects } from '../effects.js';
import { captureShop } from '../shop/generic.js';
import { captureClick } from './click.js';
import { captureCursor } from './cursor.js';
import { captureError } from './error.js';
import { captureField } from './field.js';
import { capturePage } from './page.js';
import { captureRequest } from './request.js';
import { captureScroll } from './scroll.js';

/** @typedef {import('../page.js').Page} Page */

/** One module that fails leaves the others at work. @param {Page} page @param {Array<(page: Page) => void>} modules */
function capture(page, modules) {
  for (const module of modules) page.guard(module)(page);
}

/** What a gesture was and what answered it: what is missed here is lost. @param {Page} page */
export const captureGestures = page =>
  capture(page, [
    captureEffects,
    captureRequest,
    captureClick,
    captureScroll,
    captureCursor,
    captureError,
    capturePage, // last: it reports the view that the others hear of
  ]);

/** What it meant in the shop: fields, searches, cart, coupons, checkout. @param {Page} page */
export const captureMeaning = page => capture(page, [captureField, captureShop]);

/** @param {Page} page */
export function captureAll(page) {
  captureGestures(page);
  captureMeaning(page);
}
