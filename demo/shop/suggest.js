// suggest.js - the search field of the header, and what it suggests while one types: phrases that others searched
// for, asked of the server when the typing pauses. The keys are those of the ARIA combobox.

import { fold } from './catalogue.js';
import { h, parameter } from './dom.js';
import { icon } from './icons.js';
import { language, t } from './language.js';
import { request } from './requests.js';

const PAUSE_MS = 300;
const LETTERS_LEAST = 2;
const MOST = 6;

function searchField() {
  const texts = {
    placeholder: t('Search the shop'),
    'aria-label': t('Search the shop'),
    value: parameter('q') ?? '',
  };
  const keys = {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
  };
  const list = { 'aria-controls': 'suggestions' };
  return h('input', {
    id: 'search-field',
    type: 'search',
    name: 'q',
    required: true,
    ...texts,
    ...keys,
    ...list,
  });
}

export function searchForm() {
  const field = searchField();
  const list = h('div', {
    id: 'suggestions',
    class: 'suggestions',
    role: 'listbox',
    'aria-label': t('Suggestions'),
    hidden: true,
  });
  const button = h('button', { type: 'submit', 'aria-label': t('Search') }, icon('search'));
  const place = { class: 'search', role: 'search', action: 'search.html', method: 'get' };
  const form = h('form', place, field, button, list);
  listen(form, field, list);
  return form;
}

/** @param {string} text @returns {Promise<string[]>} phrases in which a word begins with the text */
async function phrasesFor(text) {
  const { phrases = [] } = await request('suggest');
  const wanted = fold(text);
  return phrases
    .map(phrase => phrase[language])
    .filter(phrase => ` ${fold(phrase)}`.includes(` ${wanted}`))
    .slice(0, MOST);
}

/** @param {HTMLInputElement} field @param {HTMLElement} list @param {string[]} phrases */
function show(field, list, phrases) {
  const rows = phrases.map((phrase, at) => {
    const address = { href: `search.html?q=${encodeURIComponent(phrase)}`, tabindex: '-1' };
    return h('a', { ...address, role: 'option', id: `suggestion-${at}`, 'aria-selected': 'false' }, phrase);
  });
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
  field.setAttribute('aria-expanded', String(rows.length > 0));
  field.removeAttribute('aria-activedescendant');
}

/** @param {HTMLElement} list @returns {HTMLAnchorElement | null} */
const selectedIn = list => list.querySelector('a[aria-selected=true]');

/** @param {HTMLInputElement} field @param {HTMLElement} list @param {number} by 1 down, -1 up */
function move(field, list, by) {
  const rows = [...list.children];
  if (list.hidden || rows.length === 0) return;
  const from = rows.indexOf(/** @type {Element} */ (selectedIn(list)));
  const next = rows[(from + by + rows.length + (from < 0 && by < 0 ? 1 : 0)) % rows.length];
  for (const row of rows) row.setAttribute('aria-selected', String(row === next));
  field.setAttribute('aria-activedescendant', next.id);
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} field @param {HTMLElement} list */
function listen(form, field, list) {
  let waiting = 0;
  const hide = () => {
    clearTimeout(waiting);
    show(field, list, []);
  };
  const ask = async () => {
    const text = field.value.trim();
    if (text.length < LETTERS_LEAST) return hide();
    // Nobody needs to hear that suggestions failed: the search itself works without them.
    const phrases = await phrasesFor(text).catch(() => []);
    if (field.value.trim() === text && document.activeElement === field) show(field, list, phrases);
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(field, list, event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  form.addEventListener('submit', event => {
    clearTimeout(waiting);
    const link = selectedIn(list);
    if (!link) return;
    event.preventDefault();
    location.href = link.href;
  });
  form.addEventListener('focusout', event => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) hide();
  });
}
