// swatch.js - a dot of a colour that a product comes in.

import { h } from './dom.js';
import { COLOURS, shades } from './draw/colours.js';

/** @typedef {import('./draw/colours.js').Colour} Colour */

/** @param {string} colour */
export function swatch(colour) {
  const dot = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  if (Object.hasOwn(COLOURS, colour)) dot.style.background = shades(/** @type {Colour} */ (colour)).base;
  return dot;
}
