// survey.js - asks one survey: question after question, then thanks, then it is gone. The entry of
// dist/koord.survey.js, which the tag loads only when there is something to ask.

import { createCard } from './card.js';
import { checkSurvey } from './check.js';
import { viewOf } from './questions.js';
import { formFor, thanksFor } from './steps.js';
import { fill, languageFor, textIn, wordsIn } from './words.js';

export { SURVEYS } from './surveys.js';

/** @typedef {import('./words.js').Texts} Texts */

/**
 * @typedef {object} CesQuestion a scale of effort; 1 is hardest
 * @property {string} id
 * @property {'ces'} type
 * @property {Texts} text
 * @property {number} [scale] points, 2 to 7
 * @property {Texts} [low] what 1 means
 * @property {Texts} [high] what the highest point means
 * @property {boolean} [required]
 *
 * @typedef {object} OpenQuestion
 * @property {string} id
 * @property {'open'} type
 * @property {Texts} text
 * @property {boolean} [optional]
 * @property {number} [max_length] characters
 *
 * @typedef {CesQuestion | OpenQuestion} Question
 * @typedef {{value?: number, text?: string}} Answer `text` is as it was typed: redact it before it goes anywhere
 *
 * @typedef {object} Survey
 * @property {string} id
 * @property {Question[]} questions
 * @property {Texts} [thanks]
 *
 * @typedef {object} Host who wants to know; nothing is called after `close()`
 * @property {string} language BCP 47
 * @property {(question: Question, answer: Answer) => void} onAnswer as the visitor moves on, question by question
 * @property {() => void} onShown
 * @property {() => void} onDone the last question is behind the visitor; the thanks may still be standing
 * @property {() => void} onDismiss closed by the visitor before that
 * @property {Element} [mount] where to stand in the page, `document.body` by default
 */

/**
 * @typedef {object} Showing a survey that is on the page
 * @property {Survey} survey
 * @property {Host} host
 * @property {string} language
 * @property {import('./words.js').Words} words
 * @property {import('./card.js').Card} card
 * @property {boolean} over all is asked, or it was closed
 */

/**
 * Shows a survey and never takes the focus. Throws when the survey cannot be shown.
 * @param {Survey} survey
 * @param {Host} host
 * @returns {{close: () => void}} takes it away without a word to the host
 */
export function show(survey, host) {
  checkSurvey(survey);
  const language = languageOf(survey.questions[0].text, host.language);
  const words = wordsIn(language);
  const card = createCard(host.mount ?? document.body, language, words.close, () => dismiss(showing));
  const showing = { survey, host, language, words, card, over: false };
  ask(showing, 0);
  card.announce(words.arrived);
  host.onShown();
  return { close: () => end(showing) };
}

/**
 * The first question decides for the whole card, so that it never mixes two languages.
 * @param {Texts} texts
 * @param {string} wanted
 */
function languageOf(texts, wanted) {
  return typeof texts === 'string' ? wanted : languageFor(Object.keys(texts), wanted);
}

/** @param {Showing} showing @param {number} index */
function ask(showing, index) {
  const { host, language, words, card } = showing;
  const { questions } = showing.survey;
  const question = questions[index];
  const last = index === questions.length - 1;
  const view = viewOf(question, language, words);
  const progress = questions.length > 1 ? fill(words.step, index + 1, questions.length) : '';
  const form = formFor(view, progress, last ? words.send : words.next, answer => {
    if (answer) host.onAnswer(question, answer);
    if (last) finish(showing);
    else ask(showing, index + 1);
  });
  turnTo(card, form, view);
}

/**
 * A focus that was on the card stays there: in the field for those who use the keyboard, on the question for
 * the others (a field would bring up the keyboard of a phone unasked).
 * @param {import('./card.js').Card} card
 * @param {HTMLElement} form
 * @param {import('./questions.js').View} view
 */
function turnTo(card, form, view) {
  const focused = card.focused();
  const byKeyboard = focused?.matches(':focus-visible');
  card.fill([form]);
  if (focused) (byKeyboard ? view.field : view.title).focus();
}

/** Thanks ask for nothing, so the focus goes home at once. @param {Showing} showing */
function finish(showing) {
  const { survey, host, language, card } = showing;
  const thanks = textIn(survey.thanks, language);
  showing.over = true;
  card.returnFocus();
  if (thanks) {
    card.fill(thanksFor(thanks, card.remove));
    card.announce(thanks);
  } else card.remove();
  host.onDone();
}

/** @param {Showing} showing */
function dismiss(showing) {
  const early = !showing.over;
  end(showing);
  if (early) showing.host.onDismiss();
}

/** @param {Showing} showing */
function end(showing) {
  showing.over = true;
  showing.card.remove();
}
