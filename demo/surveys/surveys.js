// surveys.js - the eight ready surveys, to be opened and looked at as a visitor would see them, and beside them what the
// shop hears of every answer.

import { READY } from '../../js/survey/ready.js';
import { show } from '../../js/survey/survey.js';
import { textIn } from '../../js/survey/words.js';
import { h } from '../shop/dom.js';
import { beginTheme } from '../shop/theme.js';
import { language, MOMENTS, t } from './words.js';

/** @typedef {import('../../js/survey/survey.js').Survey} Survey */
/** @typedef {import('../../js/survey/survey.js').Answer} Answer */

const heard = h('ol', { class: 'heard', 'aria-label': t('What the shop hears') });
const nothing = h('p', { class: 'quiet' }, t('Nothing yet: open a survey and answer it.'));
/** @type {{close: () => void} | undefined} */
let open;

/** @param {string} what @param {string} [about] */
function hear(what, about = '') {
  nothing.hidden = true;
  heard.append(h('li', {}, h('strong', {}, t(what)), about && ` ${about}`));
}

/** As it goes on the wire: a number, ids, words. @param {Answer} answer */
const said = ({ value, choices, text }) =>
  [value, choices?.join(', '), text && `“${text}”`]
    .filter(part => part !== undefined && part !== '')
    .join(' · ');

/** One at a time, as on a real page. @param {Survey} survey */
async function ask(survey) {
  open?.close();
  heard.replaceChildren();
  open = await show(survey, {
    language,
    onShown: () => hear('shown'),
    onAnswer: ({ id }, answer) => hear('answered', `${id}: ${said(answer)}`),
    onDone: () => hear('completed'),
    onDismiss: () => hear('dismissed'),
  });
}

/** @param {Survey} survey */
function card(survey) {
  const { id, questions } = survey;
  const [name, moment, often] = MOMENTS[id];
  const asked = questions.map(question => h('li', {}, textIn(question.text, language)));
  return h(
    'li',
    { class: 'card', 'data-survey': id },
    h('h2', {}, t(name)),
    h('p', {}, t(moment)),
    h('ol', { class: 'questions' }, ...asked),
    h('p', { class: 'quiet' }, t(often)),
    h(
      'button',
      { type: 'button', click: () => void ask(survey), 'aria-label': `${t('Show')}: ${t(name)}` },
      t('Show'),
    ),
  );
}

function languages() {
  const names = /** @type {const} */ ({ en: 'English', nl: 'Nederlands' });
  const links = Object.entries(names).map(([code, name]) =>
    h(
      'a',
      { href: `?lang=${code}`, lang: code, hreflang: code, 'aria-current': code === language && 'true' },
      name,
    ),
  );
  return h('nav', { 'aria-label': t('Language') }, ...links);
}

function header() {
  const ways = h(
    'nav',
    { 'aria-label': t('The demo') },
    h('a', { href: '../tour/' }, t('The tour')),
    h('a', { href: '../' }, t('The shop')),
    h('a', { href: '../sessions/' }, t('Stored visits')),
  );
  return h('header', {}, h('h1', {}, t('The ready surveys')), ways, languages());
}

const surveys = /** @type {Survey[]} */ (READY.surveys);
beginTheme();
document.documentElement.lang = language;
document.title = t('The ready surveys');
document.body.append(
  header(),
  h(
    'main',
    {},
    h(
      'p',
      { class: 'lead' },
      t(
        'A shop turns them on by one attribute. Koord asks each at its own moment, and of one visitor at most one in a visit.',
      ),
    ),
    h('ul', { class: 'cards' }, ...surveys.map(card)),
    h(
      'section',
      { class: 'told', 'aria-live': 'polite' },
      h('h2', {}, t('What the shop hears')),
      nothing,
      heard,
    ),
  ),
);
