// What became of a page once it had had time to load: not there, empty, broken, or fine after all.
import { textOf } from '../redact.js';
import { fold } from '../text.js';
import { mainPart } from './list.js';
import { isBusy, mainText } from './read.js';
import { BROKEN, NOT_FOUND } from './words.js';

/** A page that scripts fill in has done so by now. */
const LOADED_MS = 3000;
/** Fewer letters than this, and nothing to look at or to press, is nothing. */
const LETTERS_LEAST = 20;
const CONTENT = 'img,svg,picture,video,canvas,iframe,input,button,form,table,li';

/** @param {number | undefined} status of HTTP */
const byStatus = status =>
  status === 404 || status === 410 ? 'not_found' : status && status >= 500 ? 'broken' : undefined;

/** What a title or heading says of its page. @param {string} text folded @returns {string | undefined} */
export const stateIn = text =>
  NOT_FOUND.test(text) ? 'not_found' : BROKEN.test(text) ? 'broken' : undefined;

function stateByWords() {
  const heading = textOf(mainPart().querySelector('h1') || mainPart().querySelector('h2'), 80);
  return stateIn(fold(heading)) || stateIn(fold(document.title));
}

const isEmpty = () => mainText().length < LETTERS_LEAST && !mainPart().querySelector(CONTENT);

/** @param {import('../page.js').Page} page */
export function capturePageState(page) {
  let place = 'other';
  let told = '';
  /** @type {unknown} */
  let timer;

  /** @param {string} state @param {string} source */
  function report(state, source) {
    if (told === state) return;
    told = state;
    page.report('page_state', { state, source });
  }

  /** By words at any time, by emptiness only when there was time enough. @param {boolean} loaded */
  function look(loaded) {
    if (told && told !== 'empty') return; // a status does not change, and words seldom do
    // A search that finds nothing says so in the same words, and is there.
    const said = /search|listing/.test(place) ? undefined : stateByWords();
    if (said) report(said, 'text');
    else if (isEmpty()) loaded && !isBusy() && report('empty', 'markup');
    else if (told) report('fine', 'markup');
  }

  page.listen('page_view', view => {
    place = view.place;
    told = '';
    page.cancel(timer);
    const state = byStatus(view.status);
    if (state) report(state, 'response');
    else timer = page.later(LOADED_MS, () => look(true));
  });
  page.listen('settled', () => told && look(true));
  // Many leave before the time is over.
  page.on(window, 'pagehide', () => look(false));
}
