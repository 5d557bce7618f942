// steps.js - what fills the card: the form around a question, and the thanks at the end.

import { element, icon } from './dom.js';

/** @typedef {import('./survey.js').Answer} Answer */

const TICK = 'M5 12.5l4.5 4.5L19 7.5';

/**
 * @param {import('./questions.js').View} view
 * @param {string} progress
 * @param {string} button
 * @param {(answer: Answer | null) => void} onward null where an optional answer was left out
 */
export function formFor(view, progress, button, onward) {
  const complaint = element('p', { role: 'alert', id: 'complaint' });
  const step = element('p', { class: 'step' }, progress);
  const submit = element('button', { type: 'submit', class: 'onward' }, button);
  const form = element('form', { novalidate: '' }, step, view.body, complaint, submit);
  form.addEventListener('input', () => complaint.replaceChildren());
  form.addEventListener('submit', event => {
    event.preventDefault();
    const answer = view.read(new FormData(form));
    if (answer || !view.required) return onward(answer);
    complaint.replaceChildren(view.missing);
    view.field.setAttribute('aria-describedby', 'complaint');
    view.field.focus();
  });
  return form;
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
  return [element('p', { class: 'thanks', id: 'title' }, icon(TICK), element('span', {}, text)), line];
}
