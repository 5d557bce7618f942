// choices.js - questions with a list to choose from: one, several, or the single box of a consent.

import { element, FIELD, group } from './dom.js';

/** @typedef {import('./survey.js').Question} Question */
/** @typedef {import('./words.js').Voice} Voice */
/** @typedef {import('./questions.js').View} View */

const OTHER = 'other';
const OTHER_LENGTH = '200';

/** @param {string} type @param {string} value @param {string} text */
const choice = (type, value, text) =>
  element(
    'label',
    { class: 'choice' },
    element('input', { type, name: FIELD, value }),
    element('span', {}, text),
  );

/** Drawn once for a visitor: the step is kept for those who come back to it. @template Thing @param {Thing[]} things */
const shuffled = things =>
  things
    .map(thing => ({ thing, lot: Math.random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ thing }) => thing);

/**
 * Room for words that opens below the choice "other".
 * @param {string} type
 * @param {string} label
 */
function otherChoice(type, label) {
  const room = element('input', {
    name: OTHER,
    class: 'room',
    maxlength: OTHER_LENGTH,
    dir: 'auto',
    autocomplete: 'off',
    'aria-label': label,
    hidden: '',
  });
  return [choice(type, OTHER, label), room];
}

/** @param {Question} question @param {Voice} voice @returns {View} */
export function choicesView(question, voice) {
  const { choices = [], other, shuffle } = question;
  const type = question.type === 'single' ? 'radio' : 'checkbox';
  const fields = (shuffle ? shuffled(choices) : choices).map(({ id, text }) =>
    choice(type, id, voice.say(text)),
  );
  const [last, room] = otherChoice(type, voice.words.other);
  const list = element('div', { class: 'choices' }, ...fields, ...(other ? [last, room] : []));
  list.addEventListener('change', () => {
    room.hidden = !last.querySelector(':checked');
  });
  return {
    body: group(question, voice, list),
    read(data) {
      const chosen = data.getAll(FIELD).map(String);
      const text = chosen.includes(OTHER) ? String(data.get(OTHER) ?? '').trim() : '';
      return chosen.length ? { choices: chosen, ...(text && { text }) } : null;
    },
    missing: voice.words.choose,
  };
}

/** No is an answer as well, unless a yes is required. @param {Question} question @param {Voice} voice @returns {View} */
export function consentView(question, voice) {
  return {
    body: group(question, voice, choice('checkbox', '1', voice.words.agree)),
    read: data => (data.has(FIELD) ? { value: 1 } : question.required ? null : { value: 0 }),
    missing: voice.words.choose,
  };
}
