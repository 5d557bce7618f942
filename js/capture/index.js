// Everything that looks at the page, in the order in which it must hear of a press: effects are told after it.
import { captureEffects } from '../effects.js';
import { captureShop } from '../shop/generic.js';
import { captureClick } from './click.js';
import { captureCursor } from './cursor.js';
import { captureError } from './error.js';
import { captureField } from './field.js';
import { capturePage } from './page.js';
import { captureRequest } from './request.js';
import { captureScroll } from './scroll.js';

const ALL = [
  captureEffects,
  captureRequest,
  captureField,
  captureShop,
  captureClick,
  captureScroll,
  captureCursor,
  captureError,
  capturePage, // last: it reports the first view, and the others listen
];

/** One module that fails leaves the others at work. @param {import('../page.js').Page} page */
export function captureAll(page) {
  for (const capture of ALL) page.guard(capture)(page);
}
