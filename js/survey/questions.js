// questions.js - the two kinds of question: a scale of effort (CES) and an open one. Each is a view: what
// stands on the card, how an answer is read from the form, and what is said when a required one is missing.

import { element } from './dom.js';
import { textIn } from './words.js';

/** @typedef {import('./survey.js').Question} Question */
/** @typedef {import('./survey.js').Answer} Answer */

/**
 * @typedef {object} View
 * @property {HTMLElement} body
 * @property {HTMLElement} title the question itself; its id `title` names the dialog
 * @property {HTMLElement} field where typing or choosing begins
 * @property {(data: FormData) => Answer | null} read null when nothing was answered
 * @property {boolean} required
 * @property {string} missing said when it is required and nothing was answered
 */

const FIELD = 'answer';
const LENGTH_MOST = 1000;

/**
 * The ends of the scale are spoken with their meaning ("1, Very difficult"); the others by number only.
 * @param {number} number
 * @param {string} meaning
 */
function point(number, meaning) {
  const radio = element('input', { type: 'radio', name: FIELD, value: String(number) });
  const spoken = meaning ? [element('span', { class: 'unseen' }, `, ${meaning}`)] : [];
  return element('label', { class: 'point' }, radio, element('span', {}, String(number), ...spoken));
}

/**
 * @param {import('./survey.js').CesQuestion} question
 * @param {string} language
 * @param {import('./words.js').Words} words
 * @returns {View}
 */
function cesView(question, language, words) {
  const scale = question.scale ?? 7;
  const [low, high] = [textIn(question.low, language), textIn(question.high, language)];
  const meaning = /** @type {Record<number, string>} */ ({ 1: low, [scale]: high });
  const points = Array.from({ length: scale }, (_, index) => point(index + 1, meaning[index + 1]));
  const ends = element('div', { class: 'ends', 'aria-hidden': 'true' });
  ends.append(element('span', {}, low), element('span', {}, high));
  const title = element(
    'legend',
    { id: 'title', class: 'title', tabindex: '-1' },
    textIn(question.text, language),
  );
  return {
    body: element('fieldset', {}, title, element('div', { class: 'scale' }, ...points), ends),
    title,
    field: /** @type {HTMLElement} */ (points[0].firstChild),
    read: data => (data.has(FIELD) ? { value: Number(data.get(FIELD)) } : null),
    required: Boolean(question.required),
    missing: words.choose,
  };
}

/**
 * @param {import('./survey.js').OpenQuestion} question
 * @param {string} language
 * @param {import('./words.js').Words} words
 * @returns {View}
 */
function openView(question, language, words) {
  const most = String(question.max_length ?? LENGTH_MOST);
  const field = element('textarea', { id: 'field', name: FIELD, rows: '3', maxlength: most, dir: 'auto' });
  const title = element(
    'label',
    { id: 'title', class: 'title', for: 'field', tabindex: '-1' },
    textIn(question.text, language),
  );
  if (question.optional) title.append(' ', element('small', {}, `(${words.skip})`));
  return {
    body: element('div', {}, title, field),
    title,
    field,
    read: data => {
      const text = String(data.get(FIELD) ?? '').trim();
      return text ? { text } : null;
    },
    required: !question.optional,
    missing: words.write,
  };
}

/**
 * @param {Question} question
 * @param {string} language
 * @param {import('./words.js').Words} words
 * @returns {View}
 */
export function viewOf(question, language, words) {
  return question.type === 'ces' ? cesView(question, language, words) : openView(question, language, words);
}
