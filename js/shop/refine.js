// What a visitor does to a list: filters, order, pages, and more of it. Told by the address where that changes, else by
// the controls of the list, else by the list itself.
import { valueMark } from '../redact.js';
import { nameOf } from '../target.js';
import { fold, hash } from '../text.js';
import { facetKey, LIST_NOTE, partsOf, refinements, writeParts } from './address.js';
import { FILTERS, itemsHere, linkIn, mainPart, SORTS } from './list.js';
import { isList } from './results.js';
import { REMOVE, SORTED } from './words.js';

/** When a list that asks nobody has changed. */
const CHANGE_MS = 400;
/** What follows its control this soon says the same thing again. */
const SAME_MS = 2500;
/** Scrolling loads the next stretch by then. */
const MORE_MS = 1000;
const PAGER = '[class*=pag],[aria-label*=pag i],[rel=next],[rel=prev]';
const CHOSEN = ':checked,[aria-checked=true],[aria-pressed=true],[aria-selected=true]';
const CHOICES =
  '[type=checkbox],[type=radio],[role=checkbox],[role=radio],[role=switch],[role=option],[aria-pressed]';
const LINK_NOTE = 'facet';

/** @typedef {import('./address.js').Parts & {chosen: number[], order: string, first: string, shown: number}} List */

/** A control's filter and value. @param {Element} control */
function facetOf(control) {
  const name = control.getAttribute('name') || fold(nameOf(control)).replace(/[\d(),.]+/g, '');
  return facetKey(name, control.matches('input') ? `${valueMark(control)}` : '');
}

/** @param {Element} control */
const isSort = control =>
  !!control.closest(SORTS) || SORTED.test(fold(`${control.getAttribute('name')} ${nameOf(control)}`));

/** Choices in the page's main part which belong to no thing on the list. @param {Element[]} items */
function chosenAmong(items) {
  const choices = [...mainPart().querySelectorAll(CHOICES)].slice(0, 200);
  return choices
    .filter(choice => choice.matches(CHOSEN) && !items.some(item => item.contains(choice)) && !isSort(choice))
    .map(facetOf);
}

/** @returns {List} */
function listHere() {
  const items = itemsHere();
  const orders = [...mainPart().querySelectorAll('select')].filter(isSort);
  return {
    ...partsOf(location.href),
    chosen: chosenAmong(items),
    order: orders.map(valueMark).join(),
    first: linkIn(items[0]) || '',
    shown: items.length,
  };
}

/** @param {import('../page.js').Page} page */
export function captureRefine(page) {
  let place = 'other';
  /** @type {List | null} */
  let list = null;
  /** Pages turned without the address saying so. */
  let number = 1;
  /** When something of the list's own was pressed or changed, and when that was told. */
  let acted = -SAME_MS;
  let refined = -SAME_MS;
  let byControl = false;
  /** Whether it was about the order: what becomes of the address is no filter then. */
  let sorts = false;
  /** The page that a press on the pager asked for: its number, NaN for the next one. @type {number | undefined} */
  let turning;
  let height = 0;

  /** @param {import('../page.js').Facts[]} facts @param {boolean} control whether a control told it */
  function report(facts, control) {
    if (!facts.length) return false;
    const again = byControl && !control && page.now() - refined < SAME_MS;
    refined = page.now();
    byControl = control;
    if (again) return true;
    for (const fact of facts) page.report('refine', fact);
    page.tell('refined', {}, refined);
    return true;
  }

  /** @param {import('./address.js').Parts} before @param {import('./address.js').Parts} now */
  function byAddress(before, now) {
    const active = now.filters.length;
    const changes = refinements(before.filters, now.filters);
    if (!sorts && report(changes, false)) return true;
    if (before.sort !== now.sort || changes.length) return report([{ phase: 'sorted', active }], false);
    if (before.page === now.page) return false;
    number = now.page;
    return report([{ phase: 'paged', page: number, active }], false);
  }

  /** @param {List} before @param {List} now */
  function byControls(before, now) {
    if (page.now() - acted > SAME_MS) return false;
    const changes = refinements(before.chosen, now.chosen);
    if (!changes.length && before.order !== now.order)
      changes.push({ phase: 'sorted', active: now.chosen.length });
    return report(changes, true);
  }

  /** By what stands in the list: a filter that was taken off makes it longer as well. @param {List} before @param {List} now */
  function byItems(before, now) {
    if (now.first === before.first) {
      const grown = before.shown > 0 && now.shown > before.shown && page.now() - refined > SAME_MS;
      return grown && report([{ phase: 'more', shown: now.shown }], false);
    }
    if (turning === undefined) return false;
    number = turning || number + 1;
    turning = undefined;
    return report([{ phase: 'paged', page: number, active: now.chosen.length }], false);
  }

  function look() {
    if (!isList(place)) return;
    const before = list;
    const now = listHere();
    list = now;
    page.note(LIST_NOTE, writeParts(now));
    if (before?.list !== now.list) number = now.page;
    else if (!byAddress(before, now) && !byControls(before, now)) byItems(before, now);
  }

  /** The first look at a page which the page before, of the same list, led to. */
  function arrive() {
    const [id, sort, page_number, ...filters] = page.recall(LIST_NOTE).split(',');
    const link = page.recall(LINK_NOTE);
    page.note(LINK_NOTE, '');
    const before = { list: +id, sort, page: +page_number, filters: filters.map(Number) };
    const now = partsOf(location.href);
    if (before.list === now.list) byAddress(before, now);
    else if (link) report([{ phase: link[0] === '-' ? 'removed' : 'applied', facet: +link.slice(1) }], false);
  }

  page.listen('page_view', ({ place: next, via, inside }) => {
    place = next;
    if (!isList(place)) {
      list = null;
      page.note(LIST_NOTE, '');
    } else if (!list && inside && via === 'load') arrive();
    page.later(0, look);
  });
  page.listen('settled', look);
  page.on(document, 'change', ({ target, timeStamp }) => {
    acted = timeStamp;
    sorts = isSort(target);
    page.later(CHANGE_MS, look);
  });
  page.listen('scroll', () => {
    const { scrollHeight } = document.documentElement;
    if (list && height && scrollHeight > height) page.later(MORE_MS, look);
    height = scrollHeight;
  });
  page.listen('click', ({ label, traits }, timeStamp, control) => {
    if (!list || !control) return;
    acted = timeStamp;
    // The choices of a list that drops down stand elsewhere in the document.
    sorts = isSort(control) || (sorts && control.matches('[role=option],[role^=menuitem]'));
    if (control.closest(PAGER)) turning = parseInt(nameOf(control).replace(/^\D+/, ''), 10);
    if (traits.includes('link') && control.closest(FILTERS)) noteLink(control, fold(String(label)));
    page.later(CHANGE_MS, look);
  });

  /** A filter that is a link to another page. @param {Element} link @param {string} label folded */
  function noteLink(link, label) {
    const name = fold(nameOf(link))
      .replace(/[\d(),.]+/g, '')
      .trim();
    const off = REMOVE.test(label) || link.matches('[aria-current],[class*=active],[class*=selected]');
    page.note(LINK_NOTE, `${off ? '-' : '+'}${hash(name)}`);
  }
}
