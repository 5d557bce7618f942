// steps.js - what fills the card: the form around a question, and the thanks at the end.

import { element, icon } from './dom.js';

/** @typedef {import('./survey.js').Answer} Answer */

/**
 * @typedef {object} Step
 * @property {HTMLElement} form
 * @property {() => HTMLElement | null} start where choosing or typing begins
 *
 * @typedef {object} Ways
 * @property {(answer: Answer | null) => boolean} isLast whether the survey ends with this answer
 * @property {(answer: Answer | null) => void} onward null where an answer was left out
 * @property {() => void} [back]
 */

const TICK = 'M5 12.5l4.5 4.5L19 7.5';

/**
 * @param {import('./questions.js').View} view
 * @param {import('./words.js').Words} words
 * @param {Ways} ways
 * @returns {Step}
 */
export function stepFor(view, words, { isLast, onward, back }) {
  const complaint = element('p', { role: 'alert', id: 'complaint' });
  const submit = element('button', { type: 'submit', class: 'onward' });
  const buttons = element('div', { class: 'buttons' }, submit);
  const form = element('form', { novalidate: '' }, view.body, complaint, buttons);
  const answer = () => view.read(new FormData(form));
  /** @returns {HTMLElement | null} */
  const start = () => form.querySelector(':checked') ?? form.querySelector('input, textarea');
  const changed = () => {
    complaint.replaceChildren();
    submit.textContent = isLast(answer()) ? words.send : words.next;
  };
  changed();
  form.addEventListener('input', changed);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const given = answer();
    if (given || !view.missing) return onward(given);
    complaint.textContent = view.missing;
    start()?.setAttribute('aria-describedby', 'complaint');
    start()?.focus();
  });
  if (back) {
    const button = element('button', { type: 'button', class: 'back' }, words.back);
    button.addEventListener('click', back);
    buttons.prepend(button);
  }
  return { form, start };
}

/**
 * The line under the thanks is the clock: it runs out in the time that style.js sets, and stands still while
 * the focus is on the card.
 * @param {string} text
 * @param {() => void} onEnd
 */
export function thanksFor(text, onEnd) {
  const line = element('div', { class: 'line' });
  line.addEventListener('animationend', onEnd);
  return element(
    'div',
    {},
    element('p', { class: 'thanks', id: 'title' }, icon(TICK), element('span', {}, text)),
    line,
  );
}
