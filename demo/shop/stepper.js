// stepper.js - a quantity: a field between a button for one less and one for one more.

import { QUANTITY_MOST } from './cart.js';
import { h } from './dom.js';
import { t } from './language.js';

/**
 * @param {{label: string, value: number, least: number, onChange: (quantity: number) => void}} wanted
 * `onChange` is told what was asked for, which may be too much; it puts the value that holds into the field
 */
export function stepper({ label, value, least, onChange }) {
  const limits = { min: String(least), max: String(QUANTITY_MOST) };
  const field = h('input', {
    type: 'number',
    name: 'quantity',
    inputmode: 'numeric',
    ...limits,
    value: String(value),
  });
  field.setAttribute('aria-label', label);
  field.addEventListener('change', () => onChange(Number(field.value)));
  const press = (/** @type {number} */ by) => () => onChange(Number(field.value) + by);
  const less = h('button', { type: 'button', 'aria-label': t('One less'), click: press(-1) }, '−');
  const more = h('button', { type: 'button', 'aria-label': t('One more'), click: press(1) }, '+');
  return { field, element: h('div', { class: 'stepper' }, less, field, more) };
}
