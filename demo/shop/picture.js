// picture.js - the picture of a product: its drawing, in one of its colours, in one of three views.

import { findProduct } from './catalogue.js';
import { CLOTHING } from './draw/clothing.js';
import { COLOURS, hueOf, shades } from './draw/colours.js';
import { COOKING } from './draw/cooking.js';
import { LIGHTS } from './draw/lights.js';
import { PACKS } from './draw/packs.js';
import { SHOES } from './draw/shoes.js';
import { SLEEPING } from './draw/sleeping.js';
import { TENTS } from './draw/tents.js';
import { language, t } from './language.js';

/** @typedef {import('./products.js').Product} Product */
/** @typedef {'studio' | 'outdoors' | 'close'} View */

const DRAWINGS = { ...TENTS, ...SLEEPING, ...COOKING, ...PACKS, ...SHOES, ...CLOTHING, ...LIGHTS };
const SVG = 'http://www.w3.org/2000/svg';

/** The views that a gallery offers. @type {View[]} */
export const VIEWS = ['studio', 'outdoors', 'close'];

/** What is behind a product; the style sheet colours it, for light and dark. @type {Record<View, string>} */
const BACKS = {
  studio:
    '<rect class="wall" width="200" height="150"/><path class="floor" d="M0 118 Q100 108 200 118 V150 H0 Z"/>',
  outdoors:
    '<rect class="air" width="200" height="150"/><circle class="sun" cx="150" cy="36" r="14"/>' +
    '<path class="far" d="M0 92 L34 54 L60 82 L92 40 L136 88 L164 62 L200 96 V150 H0 Z"/>' +
    '<path class="near" d="M0 110 C40 96 80 100 120 106 C150 110 180 104 200 100 V150 H0 Z"/>' +
    '<path class="meadow" d="M0 122 C50 114 140 114 200 122 V150 H0 Z"/>',
  close: '<rect class="wall" width="200" height="150"/>',
};

/** @type {Record<View, string>} */
const FRAMES = { studio: '0 0 200 150', outdoors: '0 0 200 150', close: '52 51 96 72' };

/** Bigger and smaller, but always on the ground. @param {number} scale */
const onGround = scale => `translate(100 126) scale(${scale * 0.94}) translate(-100 -126)`;

/**
 * @param {Product} product
 * @param {import('./draw/colours.js').Colour} [colour]
 * @param {View} [view]
 */
export function picture(product, colour = product.colours[0], view = 'studio') {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', FRAMES[view]);
  drawing.setAttribute('preserveAspectRatio', 'xMidYMid slice');
  drawing.setAttribute('class', 'picture');
  drawing.setAttribute('width', '400');
  drawing.setAttribute('height', '300');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.style.setProperty('--hue', String(hueOf(colour)));
  const shadow = '<ellipse class="shadow" cx="100" cy="127" rx="74" ry="6"/>';
  const thing = DRAWINGS[product.kind](shades(colour));
  drawing.innerHTML = `${BACKS[view]}${shadow}<g transform="${onGround(product.scale)}">${thing}</g>`;
  return drawing;
}

/** The colour of a line in the cart; the first where the line, kept from before, has none. @param {import('./cart.js').Line} line */
export function colourOf({ id, colour }) {
  const colours = findProduct(id)?.colours ?? [];
  return colours.find(one => one === colour) ?? colours[0];
}

/** Which of its kind a line is, in words. @param {import('./cart.js').Line} line */
export function variant(line) {
  const colour = COLOURS[colourOf(line)][language];
  return line.size ? `${colour}, ${t('size {0}', line.size)}` : colour;
}
