// A press and the click that comes of it; also the press on a disabled control, of which none comes.
import { CONTROL, closest, describe, TEXT_FIELD } from '../target.js';
import { controlOf, coveredAt, traitsOf } from './traits.js';

/** What a press brings about by itself comes sooner: the click of a key, and the second click of a label. */
const SAME_MS = 1000;

/** @typedef {{leaf: Element, at: number, type: string}} Press */

/** @param {PointerEvent | MouseEvent} event */
const isPlain = event => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** @param {import('../page.js').Page} page */
export function captureClick(page) {
  /** @type {Press | null} */
  let press = null;
  /** What a label has just handed its click on to: the click that comes there without a press is the same one.
   * @type {{control: Element, at: number} | null} */
  let labelled = null;

  /** @param {MouseEvent} event @param {Element} leaf @param {string[]} more traits */
  function report(event, leaf, more) {
    const control = controlOf(leaf);
    const facts = {
      ...describe(control),
      x: Math.round(event.clientX),
      y: Math.round(event.clientY),
      press_ms: press ? Math.round(event.timeStamp - press.at) : undefined,
      traits: [...new Set([...traitsOf(leaf, control), ...more])],
    };
    page.report('click', facts, event.timeStamp, control);
  }

  /** @param {UIEvent} event @param {Element} leaf @param {string} type of pointer, '' for a key */
  function begin(event, leaf, type) {
    press = { leaf, at: event.timeStamp, type };
    labelled = null;
    page.tell('press', event, event.timeStamp, leaf);
  }

  page.everywhere('pointerdown', (event, leaf) => {
    press = null;
    if (leaf && event.isPrimary && isPlain(event)) begin(event, leaf, event.pointerType);
  });

  page.everywhere('pointerup', (event, leaf) => {
    if (!press || !leaf || !isPlain(event)) return;
    const control = controlOf(press.leaf);
    if (!control.matches(':disabled') || !control.contains(leaf)) return;
    report(event, press.leaf, touch(press.type));
  });

  page.everywhere('keydown', (event, leaf) => {
    const activates = event.key === 'Enter' || (event.key === ' ' && !leaf?.matches(TEXT_FIELD));
    if (leaf && activates && !event.repeat) begin(event, leaf, '');
  });

  page.everywhere('click', (event, leaf) => {
    if (!leaf || !isPlain(event)) return;
    if (labelled?.control === leaf && event.timeStamp - labelled.at < SAME_MS) return;
    const control = controlOf(leaf);
    const keyboard = event.detail === 0;
    if (!press || (keyboard && event.timeStamp - press.at > SAME_MS)) begin(event, leaf, '');
    labelled = closest(leaf, CONTROL)?.matches('label') ? { control, at: event.timeStamp } : null;
    const covered = coveredAt(leaf, event);
    const more = keyboard ? ['keyboard'] : touch(event.pointerType || press?.type);
    if (covered) report(event, covered, [...more, 'disabled']);
    else if (!control.matches(':disabled')) report(event, leaf, more);
    press = null;
  });
}

/** @param {string | undefined} pointer */
const touch = pointer => (pointer === 'touch' ? ['touch'] : []);
