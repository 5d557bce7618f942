// Everything that looks at the page at once: what a gesture was and what answered it. What is missed here is lost.
import { captureEffects } from '../effects.js';
import { captureClick } from './click.js';
import { captureError } from './error.js';
import { capturePage } from './page.js';
import { captureRequest } from './request.js';
import { captureScroll } from './scroll.js';

const MODULES = [
  captureEffects,
  captureRequest,
  captureClick,
  captureScroll,
  captureError,
  capturePage, // last: it reports the view that the others hear of
];

/** One module that fails leaves the others at work. @param {import('../page.js').Page} page */
export function captureGestures(page) {
  for (const module of MODULES) page.guard(module)(page);
}
