// choices.js - choosing a colour and a size of a product: radio buttons that look like what they choose.

import { byId, h } from './dom.js';
import { COLOURS } from './draw/colours.js';
import { language, t } from './language.js';
import { swatch } from './swatch.js';

/** @typedef {import('./draw/colours.js').Colour} Colour */

/** @param {string} name @param {string} value @param {boolean} checked @param {...(Node | string)} content */
function radio(name, value, checked, ...content) {
  return h(
    'label',
    { class: 'pick' },
    h('input', { type: 'radio', name, value, checked }),
    h('span', {}, ...content),
  );
}

/** @param {Colour[]} colours @param {(colour: Colour) => void} onChoose */
export function colourChoice(colours, onChoose) {
  const name = h('span', { class: 'chosen' }, COLOURS[colours[0]][language]);
  const picks = colours.map((colour, at) => {
    const label = h('span', { class: 'unseen' }, COLOURS[colour][language]);
    return radio('colour', colour, at === 0, swatch(colour), label);
  });
  const group = h('fieldset', { class: 'picks' }, h('legend', {}, t('Colour'), ': ', name), ...picks);
  group.addEventListener('change', event => {
    const colour = /** @type {Colour} */ (/** @type {HTMLInputElement} */ (event.target).value);
    name.textContent = COLOURS[colour][language];
    onChoose(colour);
  });
  return group;
}

/** None is chosen at first, as nobody's size is a guess. @param {string[]} sizes */
export function sizeChoice(sizes) {
  const picks = sizes.map(size => radio('size', size, false, size));
  const group = h('fieldset', { class: 'picks sizes', id: 'sizes' }, h('legend', {}, t('Size')), ...picks);
  group.addEventListener('change', () => sizeMissing(false));
  return group;
}

/** Says that a size must be chosen, or takes that back. @param {boolean} missing */
export function sizeMissing(missing) {
  document.getElementById('size-error')?.remove();
  const group = byId('sizes');
  group.classList.toggle('wrong', missing);
  if (!missing) return;
  group.after(h('p', { class: 'error', id: 'size-error', role: 'alert' }, t('Please choose a size.')));
  group.querySelector('input')?.focus();
}
