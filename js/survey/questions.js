// questions.js - every type of question as a view: what stands on the card, how its answer is read from the form,
// and what is said when a required one is missing.

import { choicesView, consentView } from './choices.js';
import { element, FIELD, group } from './dom.js';
import { scaleView, thumbsView } from './scales.js';

/** @typedef {import('./survey.js').Question} Question */
/** @typedef {import('./survey.js').Answer} Answer */
/** @typedef {import('./words.js').Voice} Voice */

/**
 * @typedef {object} View
 * @property {HTMLElement} body one element in it has the id `title`: the question itself, which names the dialog
 * @property {(data: FormData) => Answer | null} read null when nothing was answered
 * @property {string} [missing] said when nothing was answered; where there is none, it may be left out
 */

const LENGTH = 300;

/** @type {Record<Question['type'], (question: Question, voice: Voice) => View>} */
const VIEWS = {
  nps: scaleView,
  csat: scaleView,
  ces: scaleView,
  stars: scaleView,
  emoji: scaleView,
  thumbs: thumbsView,
  single: choicesView,
  multiple: choicesView,
  text: textView,
  consent: consentView,
  information: informationView,
};

/** @param {Question} question @param {Voice} voice @returns {View} */
function textView(question, voice) {
  const most = String(question.max_length ?? LENGTH);
  const field = element('textarea', {
    name: FIELD,
    rows: '3',
    maxlength: most,
    dir: 'auto',
    'aria-labelledby': 'title',
  });
  const body = group(question, voice, field);
  if (!question.required) body.firstChild?.appendChild(element('small', {}, ` (${voice.words.optional})`));
  return {
    body,
    read(data) {
      const text = String(data.get(FIELD)).trim();
      return text ? { text } : null;
    },
    missing: voice.words.write,
  };
}

/** @param {Question} question @param {Voice} voice @returns {View} */
function informationView(question, voice) {
  return { body: group(question, voice), read: () => null };
}

/** @param {Question} question @param {Voice} voice */
export function viewOf(question, voice) {
  const view = VIEWS[question.type](question, voice);
  return question.required ? view : { ...view, missing: '' };
}

/**
 * Throws where the survey has nothing to show; all that can be wrong with one is said by `koord check`.
 * @param {import('./survey.js').Survey} survey
 */
export function assertShowable({ id, questions }) {
  if (!questions?.length) throw new Error(`koord: survey "${id}" has no "questions"; give it at least one`);
  for (const { id: name, type } of questions) {
    if (type in VIEWS) continue;
    const types = Object.keys(VIEWS).join(', ');
    throw new Error(`koord: survey "${id}", question "${name}" has type "${type}"; use one of ${types}`);
  }
}
