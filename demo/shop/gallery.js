// gallery.js - the pictures of a product: one large, the others small beneath it.

import { h } from './dom.js';
import { t } from './language.js';
import { picture, VIEWS } from './picture.js';

/** @typedef {import('./draw/colours.js').Colour} Colour */

/** @type {Record<import('./picture.js').View, string>} */
const NAMES = { studio: 'From the side', outdoors: 'Outdoors', close: 'Close by' };

/** @param {import('./products.js').Product} product */
export function gallery(product) {
  let view = VIEWS[0];
  let colour = product.colours[0];
  const large = h('div', { class: 'large' });
  const buttons = VIEWS.map(one =>
    h('button', { type: 'button', 'aria-label': t(NAMES[one]), click: () => look(one) }),
  );

  function show() {
    large.replaceChildren(picture(product, colour, view));
    buttons.forEach((button, at) => {
      button.replaceChildren(picture(product, colour, VIEWS[at]));
      button.setAttribute('aria-pressed', String(VIEWS[at] === view));
    });
  }
  /** @param {import('./picture.js').View} next */
  function look(next) {
    view = next;
    show();
  }
  show();
  return {
    element: h('div', { class: 'gallery' }, large, h('div', { class: 'thumbs' }, ...buttons)),
    /** @param {Colour} next */
    showColour(next) {
      colour = next;
      show();
    },
  };
}
