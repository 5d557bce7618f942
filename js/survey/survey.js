// survey.js - asks one survey: question after question, then thanks, then it is gone. The entry of
// dist/koord.survey.js, which the tag loads only when there is something to ask.

import { createCard } from './card.js';
import { after } from './flow.js';
import { assertShowable, viewOf } from './questions.js';
import { stepFor, thanksFor } from './steps.js';
import { fill, languageFor, textIn, wordsFor } from './words.js';

/** @typedef {import('./words.js').Texts} Texts */

/**
 * @typedef {object} Choice
 * @property {string} id what is told of it
 * @property {Texts} text
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {'nps' | 'csat' | 'ces' | 'stars' | 'emoji' | 'thumbs' | 'single' | 'multiple' | 'text' | 'consent'
 *   | 'information'} type
 * @property {Texts} text
 * @property {Texts} [help] a line below it
 * @property {boolean} [required]
 * @property {number} [scale] ces: 5 or 7 points, 7 by default
 * @property {Texts} [low] what the lowest point means
 * @property {Texts} [high] what the highest point means
 * @property {Choice[]} [choices] single, multiple
 * @property {boolean} [other] single, multiple: one more choice, `other`, with room for words
 * @property {boolean} [shuffle] single, multiple: in an order drawn anew for each visitor
 * @property {number} [max_length] text: characters, 300 by default
 * @property {{text: Texts, url: string}} [link] consent, information: to a page of http(s), in a tab of its own
 * @property {import('./flow.js').Branch[]} [next] the first that holds decides where to go on
 *
 * @typedef {object} Answer
 * @property {number} [value] the point chosen; thumbs and consent: 1 for yes, 0 for no
 * @property {string[]} [choices] ids
 * @property {string} [text] as it was typed: redact it before it goes anywhere
 *
 * @typedef {object} Survey
 * @property {string} id
 * @property {Question[]} questions
 * @property {Texts} [thanks]
 * @property {'end' | 'start' | 'bottom' | 'inline'} [placement] where at the foot of the window, or in a slot of the page
 * @property {string} [slot] inline: stands in the element with this `data-koord-slot`
 * @property {Record<string, string>} [theme] CSS variables: {"--koord-accent": "#075"}
 * @property {Record<string, Partial<import('./words.js').Words>>} [words] the widget's own words in another language
 *
 * @typedef {object} Host who wants to know; nothing is called after `close()`
 * @property {string} language BCP 47
 * @property {(question: Question, answer: Answer) => void} onAnswer as the visitor moves on, question by question;
 *   again when one who went back changed the answer
 * @property {() => void} onShown
 * @property {() => void} onDone the last question is behind the visitor; the thanks may still be standing
 * @property {() => void} onDismiss closed by the visitor before that
 */

/**
 * @typedef {object} Showing a survey that is on the page
 * @property {Survey} survey
 * @property {Host} host
 * @property {import('./words.js').Voice} voice
 * @property {import('./card.js').Card} card
 * @property {import('./steps.js').Step[]} steps by the place of their question, once they were seen
 * @property {number[]} path places of the questions before this one
 * @property {Record<string, Answer>} answers by question, as told
 * @property {boolean} over all is asked, or it was closed
 */

/**
 * Shows a survey and never takes the focus. Fails when the survey cannot be shown.
 * @param {{id: string} & Partial<Survey>} wanted with its questions, unless it is one of the ready ones
 * @param {Host} host
 * @returns {Promise<{close: () => void}>} takes it away without a word to the host
 */
export async function show(wanted, host) {
  const survey = wanted.questions ? /** @type {Survey} */ (wanted) : await readySurvey(wanted.id);
  assertShowable(survey);
  const place = placeOf(survey);
  const language = languageOf(survey.questions[0].text, host.language);
  const words = await wordsFor(language, survey.words);
  const card = createCard(place, survey, language, words.close, () => dismiss(showing));
  const voice = { words, say: (/** @type {Texts | undefined} */ texts) => textIn(texts, language) };
  /** @type {Showing} */
  const showing = { survey, host, voice, card, steps: [], path: [], answers: {}, over: false };
  ask(showing, 0);
  card.announce(words.arrived);
  host.onShown();
  return { close: () => end(showing) };
}

/** @param {string} id @returns {Promise<Survey>} */
async function readySurvey(id) {
  const { READY } = await import('./ready.js');
  return /** @type {Survey} */ (READY.surveys.find(survey => survey.id === id) ?? { id, questions: [] });
}

/** @param {Survey} survey */
function placeOf({ id, placement, slot = '' }) {
  if (placement !== 'inline') return document.body;
  const place = document.querySelector(`[data-koord-slot="${CSS.escape(slot)}"]`);
  if (!place) throw new Error(`koord: survey "${id}": no element has data-koord-slot="${slot}"`);
  return place;
}

/**
 * The first question decides for the whole card, so that it never mixes two languages.
 * @param {Texts} texts
 * @param {string} wanted
 */
function languageOf(texts, wanted) {
  return typeof texts === 'string' ? wanted : languageFor(Object.keys(texts), wanted);
}

/** A step that was seen before is as it was left. @param {Showing} showing @param {number} index */
function ask(showing, index) {
  const { card, path, steps, survey, voice } = showing;
  const { questions } = survey;
  steps[index] ??= makeStep(showing, index);
  const asked = path.length + 1;
  const most = asked + questions.length - 1 - index;
  card.fill(
    most > 1 ? fill(voice.words.step, asked, most) : '',
    asked / most,
    steps[index].form,
    steps[index].start,
  );
}

/** @param {Showing} showing @param {number} index */
function makeStep(showing, index) {
  const { answers, path, survey, voice } = showing;
  const question = survey.questions[index];
  const view = viewOf(question, voice);
  /** @param {Answer | null} answer */
  const onwardFrom = answer =>
    after(survey.questions, index, answer ? { ...answers, [question.id]: answer } : answers);
  return stepFor(view, voice.words, {
    isLast: answer => onwardFrom(answer) === survey.questions.length,
    back: path.length ? () => ask(showing, /** @type {number} */ (path.pop())) : undefined,
    onward(answer) {
      const to = onwardFrom(answer);
      tell(showing, question, answer);
      path.push(index);
      if (to < survey.questions.length) ask(showing, to);
      else finish(showing);
    },
  });
}

/** Each answer once, and again when it was changed. @param {Showing} showing @param {Question} question @param {Answer | null} answer */
function tell({ answers, host }, question, answer) {
  if (!answer || JSON.stringify(answer) === JSON.stringify(answers[question.id])) return;
  answers[question.id] = answer;
  host.onAnswer(question, answer);
}

/** Thanks ask for nothing, so the focus goes home at once. @param {Showing} showing */
function finish(showing) {
  const { survey, host, voice, card } = showing;
  const thanks = voice.say(survey.thanks) || voice.words.thanks;
  showing.over = true;
  card.returnFocus();
  card.fill('', 1, thanksFor(thanks, card.remove));
  card.announce(thanks);
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
