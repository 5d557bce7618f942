// check.js - whether a survey can be shown, said before anything of it is on the page.

/** @typedef {import('./survey.js').Survey} Survey */
/** @typedef {import('./survey.js').Question} Question */

const SCALE_LEAST = 2;
const SCALE_MOST = 7; // more would not fit a phone with targets of 44 px in one row
const TYPES = ['ces', 'open'];

/** @param {Question} question */
function faultOf(question) {
  if (!question?.id) return 'has no "id"; give it a short name';
  if (!TYPES.includes(question.type)) return `has type "${question.type}"; use one of ${TYPES.join(', ')}`;
  if (!question.text) return 'has no "text"; give it one, or one for each language: {"en": "..."}';
  const scale = question.type === 'ces' ? (question.scale ?? SCALE_MOST) : SCALE_MOST;
  if (!(Number.isInteger(scale) && scale >= SCALE_LEAST && scale <= SCALE_MOST)) {
    return `has scale ${scale}; use a whole number from ${SCALE_LEAST} to ${SCALE_MOST}`;
  }
  return '';
}

/**
 * Throws an Error that names the survey, the question and what to write instead.
 * @param {Survey} survey
 */
export function checkSurvey(survey) {
  if (!survey?.id)
    throw new Error('koord: a survey has no "id"; give it the name under which it is triggered');
  if (!Array.isArray(survey.questions) || survey.questions.length === 0) {
    throw new Error(`koord: survey "${survey.id}" has no "questions"; give it at least one`);
  }
  survey.questions.forEach((question, index) => {
    const fault = faultOf(question);
    const which = question?.id ? `"${question.id}"` : index + 1;
    if (fault) throw new Error(`koord: survey "${survey.id}", question ${which} ${fault}`);
  });
}
