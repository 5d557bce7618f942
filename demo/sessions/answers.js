// answers.js - what the visitor was asked and answered: in the words of the survey where it is a ready one. Of a shop's
// own surveys only ids are recorded.

import { READY } from '../../js/survey/ready.js';
import { textIn } from '../../js/survey/words.js';
import { language, t } from './words.js';

/**
 * @typedef {import('./api.js').Json} Json
 * @typedef {{question: string, said: string, text: string}} Answer said: a point or what was chosen; text: in the
 *   visitor's own words
 */

/** The best that can be given. @type {Record<string, number>} */
const BEST = { nps: 10, csat: 5, ces: 7, stars: 5, emoji: 5 };

/** @param {Json} record */
const questionOf = ({ survey, question }) =>
  READY.surveys.find(({ id }) => id === survey)?.questions.find(({ id }) => id === question);

/** @param {Json | undefined} question as the survey has it @param {string} id */
function choiceIn(question, id) {
  const choice = question?.choices?.find((/** @type {Json} */ one) => one.id === id);
  if (choice) return textIn(choice.text, language);
  return id === 'other' ? t('something else') : id;
}

/** @param {Json} record */
function saidBy(record) {
  const question = /** @type {Json | undefined} */ (questionOf(record));
  if (record.choice) {
    const ids = String(record.choice).split(',');
    return ids.map(id => choiceIn(question, id)).join(', ');
  }
  if (record.value === undefined) return '';
  if (question?.type === 'thumbs') return t(record.value ? 'yes' : 'no');
  const best = question && (question.scale ?? BEST[question.type]);
  return best ? t('{0} of {1}', record.value, best) : String(record.value);
}

/** @param {Json} record @returns {Answer} */
function answerOf(record) {
  const known = questionOf(record);
  const named = [record.survey, record.question].filter(Boolean).join(', ').replace(/_/g, ' ');
  return {
    question: known ? textIn(known.text, language) : named,
    said: saidBy(record),
    text: record.text ?? '',
  };
}

/** Each question once, with the answer given last: who goes back may think better of it. @param {Json[]} records */
export function answersOf(records) {
  const answered = records.filter(({ kind, phase }) => kind === 'survey' && phase === 'answered');
  const last = new Map(answered.map(one => [`${one.trail} ${one.decision} ${one.question}`, one]));
  return [...last.values()].map(answerOf);
}
