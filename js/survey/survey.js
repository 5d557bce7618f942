// survey.js - asks one survey: question after question, then thanks, then it is gone. The entry of
// dist/koord.survey.js, which the tag loads only when there is something to ask.

import { createCard } from './card.js';
import { checkSurvey } from './check.js';
import { element, icon } from './dom.js';
import { viewOf } from './questions.js';
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

const TICK = 'M5 12.5l4.5 4.5L19 7.5';

/**
 * Shows a survey and never takes the focus. Throws when the survey cannot be shown.
 * @param {Survey} survey
 * @param {Host} host
 * @returns {{close: () => void}} takes it away without a word to the host
 */
export function show(survey, host) {
  checkSurvey(survey);
  const { questions } = survey;
  const language = languageOf(questions[0].text, host.language);
  const words = wordsIn(language);
  let asking = true;
  const card = createCard(host.mount ?? document.body, language, words.close, () => {
    card.remove();
    if (asking) host.onDismiss();
    asking = false;
  });

  /** @param {number} index */
  const ask = index => {
    const last = index === questions.length - 1;
    const progress = questions.length > 1 ? fill(words.step, index + 1, questions.length) : '';
    const view = viewOf(questions[index], language, words);
    const form = formFor(view, progress, last ? words.send : words.next, answer => {
      if (answer) host.onAnswer(questions[index], answer);
      if (last) finish();
      else ask(index + 1);
    });
    const focused = card.focused();
    const byKeyboard = focused?.matches(':focus-visible');
    card.fill([form]);
    if (focused) (byKeyboard ? view.field : titleIn(form)).focus();
  };

  const finish = () => {
    asking = false;
    const text = textIn(survey.thanks, language);
    card.returnFocus();
    if (text) thank(card, text);
    else card.remove();
    host.onDone();
  };

  ask(0);
  card.announce(words.arrived);
  host.onShown();
  return {
    close: () => {
      asking = false;
      card.remove();
    },
  };
}

/**
 * The first question decides for the whole card, so that it never mixes two languages.
 * @param {Texts} texts
 * @param {string} wanted
 */
function languageOf(texts, wanted) {
  return typeof texts === 'string' ? wanted : languageFor(Object.keys(texts), wanted);
}

/** @param {HTMLElement} form */
function titleIn(form) {
  return /** @type {HTMLElement} */ (form.querySelector('#title'));
}

/**
 * @param {import('./questions.js').View} view
 * @param {string} progress
 * @param {string} button
 * @param {(answer: Answer | null) => void} onward
 */
function formFor(view, progress, button, onward) {
  const complaint = element('p', { role: 'alert', id: 'complaint' });
  const form = element(
    'form',
    { novalidate: '' },
    element('p', { class: 'step' }, progress),
    view.body,
    complaint,
  );
  form.append(element('button', { type: 'submit', class: 'onward' }, button));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const answer = view.read(new FormData(form));
    if (answer || !view.required) return onward(answer);
    complaint.replaceChildren(view.missing);
    view.field.setAttribute('aria-describedby', 'complaint');
    view.field.focus();
  });
  form.addEventListener('input', () => complaint.replaceChildren());
  return form;
}

/**
 * The line under the thanks is the clock: when it has run out the card goes, and while the focus is on the
 * card it stands still (see style.js).
 * @param {import('./card.js').Card} card
 * @param {string} text
 */
function thank(card, text) {
  const line = element('div', { class: 'line' });
  line.addEventListener('animationend', () => card.remove());
  card.fill([element('p', { class: 'thanks', id: 'title' }, icon(TICK), element('span', {}, text)), line]);
  card.announce(text);
}
