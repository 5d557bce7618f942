// Forms: sent, or stopped by validation; also the sending of fields that stand in no form, by a button beside them.
import { contentOf } from '../contents.js';
import { PRIVATE } from '../redact.js';
import { formFor } from '../shop/forms.js';
import { placeHere } from '../shop/place.js';
import { SENDS } from '../shop/words.js';
import { keyOf, nameOf } from '../target.js';
import { fold } from '../text.js';
import { FIELD, fieldOf, fieldsAmong } from './fault.js';

/** Time for the shop's own scripts to mark what they find. */
const MARK_MS = 100;
/** A button sends by script what a form would: marks take a little longer. */
const SCRIPT_MARK_MS = 300;
/** Under which the next page finds that a form was sent to it. */
export const SENT_NOTE = 'sent';
/** An `invalid` event without a press is a script that checks on its own. */
const PRESS_MS = 1000;

/** What says which form it is: its own names, and its button. @param {Element} form @param {Element | null | undefined} button */
function wordsOf(form, button) {
  const own = ['id', 'name', 'class', 'action'].map(name => form.getAttribute(name) || '');
  return fold([...own, button ? nameOf(button) : ''].join(' '));
}

/** The nearest part of the page around a button that has fields; never all of it. @param {Element} button */
function groupAround(button) {
  let group = button.parentElement;
  while (group && !group.matches('main,body') && !group.querySelector(FIELD)) group = group.parentElement;
  return group?.matches('main,body') ? null : group;
}

/** @param {import('../page.js').Page} page @param {import('./fault.js').Faults} faults */
export function captureForm(page, faults) {
  let pressed = -PRESS_MS;
  let sentAt = -PRESS_MS;
  /** @type {Set<Element>} what stopped the form being sent just now */
  const stopping = new Set();
  /** @type {((gone?: boolean) => void) | null} what is still to be told of a form whose page may be going */
  let waiting = null;

  /** @param {Element} form @param {Element[]} fields @param {number} invalid @param {number} timeStamp
   * @param {Element | null} [button] */
  function report(form, fields, invalid, timeStamp, button) {
    const what = formFor(fields.map(contentOf), placeHere(), wordsOf(form, button));
    page.report(
      'submit',
      { target: keyOf(form), form: what, fields: fields.length, invalid },
      timeStamp,
      form,
    );
  }

  /** Tells it when the shop's scripts have marked what they will not take. @param {Element} form @param {Element[]} fields
   * @param {number} timeStamp @param {Element | null} button @param {number} ms */
  function checked(form, fields, timeStamp, button, ms) {
    sentAt = timeStamp;
    /** @param {boolean} [gone] whether it was sent for good: what is marked still was so before */
    const tell = gone => {
      if (waiting !== tell) return;
      waiting = null;
      if (!gone) faults.renew(fields, timeStamp);
      report(form, fields, gone ? 0 : faults.look(fields), timeStamp, button);
    };
    waiting?.();
    waiting = tell;
    page.later(ms, tell);
  }

  page.listen('press', (_, timeStamp) => (pressed = timeStamp));
  page.on(window, 'pagehide', () => waiting?.(true));
  // What the shop answers comes after what was sent.
  page.listen('request', ({ phase }) => phase === 'ended' && waiting?.());

  page.on(document, 'invalid', (event, leaf) => {
    const field = fieldOf(leaf);
    if (!field || event.timeStamp - pressed > PRESS_MS) return;
    faults.note(field, event.timeStamp);
    stopping.add(field);
    if (stopping.size > 1) return;
    page.later(0, () => {
      const { form } = /** @type {HTMLInputElement} */ (field);
      if (form) report(form, fieldsAmong(form.elements), stopping.size, event.timeStamp);
      stopping.clear();
    });
  });

  page.on(document, 'submit', event => {
    const form = event.submitter?.form || event.target;
    if (form.closest(PRIVATE)) return;
    const fields = fieldsAmong(form.elements);
    // What the browser sends itself may leave no time for more.
    checked(form, fields, event.timeStamp, event.submitter, MARK_MS);
    page.later(0, () => {
      if (event.defaultPrevented) return;
      if (fields.some(field => !/search|quantity|choice/.test(contentOf(field)))) page.note(SENT_NOTE, '1');
      waiting?.(true);
    });
  });

  page.listen('click', ({ traits }, timeStamp, button) => {
    if (!button?.matches('button,[role=button],[type=button]') || /disabled|submit/.test(traits)) return;
    if (!SENDS.test(fold(nameOf(button)))) return;
    const group = /** @type {HTMLButtonElement} */ (button).form || groupAround(button);
    if (!group || group.closest(PRIVATE)) return;
    const fields = fieldsAmong(group.querySelectorAll(FIELD)).filter(
      field => !/search|quantity/.test(contentOf(field)),
    );
    if (fields.length)
      page.later(0, () => sentAt < timeStamp && checked(group, fields, timeStamp, button, SCRIPT_MARK_MS));
  });
}
