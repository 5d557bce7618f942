// Searches: by an address, a form, or a field that needs neither; and what they found.
import { contentOf } from '../contents.js';
import { queryOf } from '../redact.js';
import { fold } from '../text.js';
import { LIST_NOTE, partsOf, writeParts } from './address.js';
import { likeness } from './likeness.js';
import { itemsHere, linkIn } from './list.js';
import { searchHere } from './query.js';
import { isList, isPaged, resultsHere } from './results.js';

/** A shop that searches in place has by now changed the address, if it will. */
const IN_PLACE_MS = 700;
/** Time to paint what a search in place brought. */
const PAINT_MS = 300;
/** Who types no further for so long has searched, where results came. */
const PAUSE_MS = 1000;
/** By then a shop has asked for the list that a filter leaves. */
const REFINE_MS = 1500;
const NOTE = 'search';
/** What was told before its results came as a page of their own. */
const TYPED_NOTE = 'typed';

/** @param {import('../page.js').Page} page */
export function captureSearch(page) {
  let place = 'other';
  /** @type {number | undefined} of the search that the results answer */
  let key;
  /** @type {number | undefined} the search told last */
  let asked;
  let told = '';
  /** What was told of the list before a filter, and when the filter was chosen. */
  let beforeRefined = '';
  let refined = 0;
  /** What the page said last. @type {import('./results.js').Found | undefined} */
  let said;
  /** A count that no longer holds. @type {number | undefined} */
  let stale = -1;
  /** @type {Element | null} */
  let typedIn = null;
  /** What the list showed before the visitor typed; null while nobody types. @type {string | null} */
  let before = null;
  /** @type {unknown} */
  let pause;

  /** Whether a filter, an order or a pager of the same results led here: nobody searched again. */
  function isSameList() {
    const before = page.recall(LIST_NOTE);
    const parts = partsOf(location.href);
    return parseInt(before, 10) === parts.list && before !== writeParts(parts);
  }

  /** @param {import('./query.js').Search} search @param {string} source @param {number} [timeStamp] */
  function searched(search, source, timeStamp) {
    key = search.key;
    if (!search.words || asked === key) return;
    asked = key;
    before = null;
    const folded = fold(search.query);
    const typed = page.recall(TYPED_NOTE) === folded && source !== 'field';
    page.note(TYPED_NOTE, source === 'field' ? folded : '');
    if (folded === page.recall(NOTE) && (typed || isSameList())) return;
    const facts = { key, words: search.words, source, ...likeness(folded, page.recall(NOTE)) };
    page.note(NOTE, folded);
    page.report('search', { ...facts, query: page.settings.query ? search.query : undefined }, timeStamp);
  }

  /** @param {import('./results.js').Found | undefined} said */
  function read(said) {
    const found = said && corrected(said);
    const now = JSON.stringify([key, found]);
    if (!found || now === told) return;
    // A filter that is still on its way shows the list that was there before.
    if (now === beforeRefined && page.now() - refined < REFINE_MS) return;
    told = now;
    page.report('results', { ...found, key });
  }

  /** A sentence that stayed as it was while a filter made the list shorter no longer tells how much there is.
   * @param {import('./results.js').Found} found */
  function corrected(found) {
    const shorter = refined && found.count === said?.count && Number(found.shown) < Number(said?.shown);
    if (shorter && found.source === 'text' && !isPaged()) stale = found.count;
    said = found;
    return found.count === stale ? { ...found, count: found.shown, source: 'items' } : found;
  }

  /** What the list says, and which thing stands first in it. */
  function listNow() {
    const items = itemsHere();
    const found = resultsHere(items.length);
    return { found, mark: JSON.stringify([found, linkIn(items[0])]) };
  }

  function look() {
    if (before !== null) lookAtTyping();
    if (place === 'search' && key === undefined) {
      const search = searchHere();
      if (search) searched(search, search.source);
    }
    if (key !== undefined || isList(place)) read(listNow().found);
  }

  /** Results that changed while somebody typed answer what stands in the field; suggestions beside it do not. */
  function lookAtTyping() {
    if (!typedIn || listNow().mark === before) return;
    searched(queryOf(typedIn), 'field');
  }

  /** A search without a new page: told unless the address has told it by then. @param {Element} field @param {string} source @param {number} at */
  function searchInPlace(field, source, at) {
    const search = queryOf(field);
    before = null;
    page.later(IN_PLACE_MS, () => {
      searched(search, source, at);
      page.later(PAINT_MS, look);
    });
  }

  page.listen('page_view', (view, timeStamp) => {
    place = view.place;
    told = '';
    key = undefined;
    const search = place === 'search' && searchHere();
    // What a field or a heading says may still be that of the view before.
    if (search && search.source === 'url') searched(search, search.source, timeStamp);
  });
  page.listen('settled', look);
  page.listen('refined', () => {
    beforeRefined = told;
    told = '';
    refined = page.now();
    page.later(REFINE_MS, look);
  });
  // What an adapter knows; how much is shown only where the page itself does not tell.
  page.listen('searched', (search, at) => searched(search, 'facts', at));
  page.listen('found', ({ count }) => {
    if (!told && (key !== undefined || isList(place)))
      read({ count, shown: count ? undefined : 0, source: 'facts' });
  });

  page.on(document, 'input', ({ target }) => {
    if (contentOf(target) !== 'search') return;
    typedIn = target;
    before ??= listNow().mark;
    page.cancel(pause);
    pause = page.later(PAUSE_MS, () => before !== null && look());
  });
  page.on(document, 'submit', event => {
    const field = [...event.target.elements].find(
      element => element.matches('input') && contentOf(element) === 'search',
    );
    // What the browser sends itself is a new page, which tells the query.
    if (field) page.later(0, () => event.defaultPrevented && searchInPlace(field, 'form', event.timeStamp));
  });
  page.on(document, 'keydown', event => {
    if (event.key === 'Enter' && event.target === typedIn && !event.target.form)
      searchInPlace(event.target, 'field', event.timeStamp);
  });
  page.listen('click', (_, timeStamp, control) => {
    const field = /** @type {HTMLInputElement | null} */ (typedIn);
    if (!field || field.form || control === field || !control?.matches('button,[role=button],a')) return;
    const beside = field.parentElement?.parentElement?.contains(control);
    if (beside && !control.closest('[role=listbox],[class*=suggest]'))
      searchInPlace(field, 'field', timeStamp);
  });
}
