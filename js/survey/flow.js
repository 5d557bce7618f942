// flow.js - which question comes after an answer.

/** @typedef {import('./survey.js').Question} Question */
/** @typedef {import('./survey.js').Answer} Answer */
/** @typedef {Record<string, Answer>} Answers by question */

/**
 * @typedef {object} AnswerPredicate what an answer must be; of a list of choices, one choice will do
 * @property {string} [question] which one, the one just asked by default
 * @property {string | number} [is]
 * @property {string | number} [is_not]
 * @property {(string | number)[]} [any_of]
 * @property {(string | number)[]} [none_of]
 * @property {number} [at_least]
 * @property {number} [at_most]
 * @property {boolean} [known] whether it was answered at all
 *
 * @typedef {object} Branch
 * @property {AnswerPredicate[]} [when] all must hold; it always does where there are none
 * @property {string} go_to a later question, or "end"
 */

/** The number, or else the choices. @param {Answer} [answer] @returns {any[]} */
const thingsIn = ({ value, choices = [] } = {}) => [value ?? choices].flat();

/** @param {string} asked the question just answered @param {Answers} answers @param {AnswerPredicate} predicate */
function holds(asked, answers, { question = asked, known, at_least, at_most, ...of }) {
  const answer = answers[question];
  const things = thingsIn(answer);
  const any = of.any_of ?? ('is' in of ? [of.is] : undefined);
  const none = of.none_of ?? ('is_not' in of ? [of.is_not] : []);
  return (
    (known === undefined || known === !!answer) &&
    (at_least === undefined || things[0] >= at_least) &&
    (at_most === undefined || things[0] <= at_most) &&
    (!any || any.some(one => things.includes(one))) &&
    !none.some(one => things.includes(one))
  );
}

/**
 * Branches lead forward only, so that every survey comes to its end.
 * @param {Question[]} questions
 * @param {number} index of the question just answered
 * @param {Answers} answers
 * @returns {number} index of the next question; how many there are, where that was the last
 */
export function after(questions, index, answers) {
  const { id, next = [] } = questions[index];
  const branch = next.find(({ when = [] }) => when.every(one => holds(id, answers, one)));
  if (branch?.go_to === 'end') return questions.length;
  const to = questions.findIndex(question => question.id === branch?.go_to);
  return Math.max(to, index + 1);
}
