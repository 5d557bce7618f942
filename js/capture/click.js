// A press and the click that comes of it; also the press on a disabled control, of which none comes.
import { CONTROL, describe, TEXT_FIELD } from '../target.js';
import { controlOf, traitsOf } from './traits.js';

/** A label hands its click on to its control at once; that second click is the same press. */
const LABEL_MS = 30;

/** @typedef {{leaf: Element, at: number, type: string}} Press */

/** @param {PointerEvent | MouseEvent} event */
const isPlain = event => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** @param {import('../page.js').Page} page */
export function captureClick(page) {
  /** @type {Press | null} */
  let press = null;
  /** @type {{control: Element, at: number} | null} */
  let labelled = null;

  /** @param {MouseEvent} event @param {Element} leaf @param {string[]} more traits */
  function report(event, leaf, more) {
    const control = controlOf(leaf);
    const pressMs = press && event.detail !== 0 ? Math.round(event.timeStamp - press.at) : undefined;
    const facts = {
      ...describe(control),
      x: Math.round(event.clientX),
      y: Math.round(event.clientY),
      press_ms: pressMs,
      traits: [...traitsOf(leaf, control), ...more],
    };
    page.report('click', facts, event.timeStamp, control);
  }

  page.on(document, 'pointerdown', (event, leaf) => {
    press = null;
    if (!leaf || !event.isPrimary || !isPlain(event)) return;
    press = { leaf, at: event.timeStamp, type: event.pointerType };
    page.tell('press', event, event.timeStamp, leaf);
  });

  page.on(document, 'pointerup', (event, leaf) => {
    if (!press || !leaf || !isPlain(event)) return;
    const control = controlOf(press.leaf);
    if (!control.matches(':disabled') || !control.contains(leaf)) return;
    report(event, press.leaf, touch(press.type));
  });

  page.on(document, 'keydown', (event, leaf) => {
    if (!leaf || event.repeat || !(event.key === 'Enter' || (event.key === ' ' && !leaf.matches(TEXT_FIELD))))
      return;
    page.tell('press', event, event.timeStamp, leaf);
  });

  page.on(document, 'click', (event, leaf) => {
    if (!leaf || !isPlain(event)) return;
    if (labelled?.control === leaf && event.timeStamp - labelled.at <= LABEL_MS) return;
    labelled = null;
    const control = controlOf(leaf);
    if (leaf.closest(CONTROL)?.matches('label')) labelled = { control, at: event.timeStamp };
    const keyboard = event.detail === 0;
    if (keyboard) page.tell('press', event, event.timeStamp, leaf);
    if (!control.matches(':disabled'))
      report(event, leaf, keyboard ? ['keyboard'] : touch(event.pointerType || press?.type));
  });
}

/** @param {string | undefined} pointer */
const touch = pointer => (pointer === 'touch' ? ['touch'] : []);
