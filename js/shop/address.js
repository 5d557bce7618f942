// What the address of a list says: which list it is, what it is narrowed to, how it is sorted, which page of it.
import { QUERY_KEY } from '../redact.js';
import { fold, hash } from '../text.js';

/** With another value it is another list. */
const LIST_KEY = /^(c|cat|cid|id|id_\w+|path|route|dept|department|collection|[ck]ategor\w*)$/i;
const SORT_KEY = /^(sort\w*|order\w*|o[bd]?|dir|tri|orden\w*|ordina\w*|\w+[._](order|dir|sort))$/i;
/** The order has many names, and its values few: ?by=price-asc. */
const SORT_VALUE = /[^a-z](asc|desc)(ending)?$|^(asc|desc)$/i;
const PAGE_KEY = /^(p|page|pg|paged|pagina|page_?(nr|no|number)|seite|strona)$/i;
/** Neither a list nor a filter: where the visitor came from, how the list looks, how a filter compares. */
const OTHER_KEY =
  /^(utm_\w+|\w*clid|srsltid|ref\w*|_\w*|sid|session\w*|token|lang|locale|currency|view|mode|display|limit|per_?page|show|v|ts?|submit\w*|offset|start|.*\[(op\w*|condition)\])$/i;
const PAGE_PATH = /\/(?:page|pagina|seite|strona)[/-]?(\d+)(?=\/|$)/i;

/** @typedef {{list: number, filters: number[], sort: string, page: number}} Parts everything but the page hashed */

/** Under which the next page finds which list this one was. */
export const LIST_NOTE = 'list';

/** @param {Parts} parts */
export const writeParts = ({ list, sort, page, filters }) => [list, sort, page, ...filters].join();

/** @param {string} address absolute @returns {Parts} */
export function partsOf(address) {
  const { pathname, searchParams } = new URL(address);
  const all = [...searchParams].filter(([, value]) => value);
  const of = (/** @type {RegExp} */ key) => all.filter(([name]) => key.test(name));
  const sorts = all.filter(([name, value]) => SORT_KEY.test(name) || SORT_VALUE.test(value));
  const text = (/** @type {[string, string][]} */ some) => some.map(pair => pair.join('=')).join('&');
  const known = (/** @type {string} */ name) =>
    [QUERY_KEY, LIST_KEY, PAGE_KEY, OTHER_KEY].some(key => key.test(name));
  const filters = all.flatMap(pair =>
    known(pair[0]) || sorts.includes(pair) ? [] : pair[1].split(/[,|]/).map(one => facetKey(pair[0], one)),
  );
  const identity = pathname.replace(PAGE_PATH, '') + text(of(LIST_KEY)) + text(of(QUERY_KEY));
  return {
    list: hash(fold(identity)),
    filters,
    sort: `${hash(text(sorts))}`,
    page: +(of(PAGE_KEY)[0]?.[1] || PAGE_PATH.exec(pathname)?.[1] || 1) || 1,
  };
}

/** @param {string} name of a filter @param {string} value */
export const facetKey = (name, value) => hash(`${name.replace(/\[\w*\]$/, '')}=${value}`);

/** @typedef {{phase: string, facet?: number, active: number}} Refined */

/** What was done to filters; a value in the place of another is one choice, all gone at once is one as well.
 * @param {number[]} before @param {number[]} now @returns {Refined[]} */
export function refinements(before, now) {
  const active = now.length;
  const gone = before.filter(facet => !now.includes(facet));
  const come = now.filter(facet => !before.includes(facet));
  if (gone.length > 1 && !active) return [{ phase: 'cleared', active }];
  const replaced = gone.length === 1 && come.length === 1;
  return [
    ...(replaced ? [] : gone).map(facet => ({ phase: 'removed', facet, active })),
    ...come.map(facet => ({ phase: 'applied', facet, active })),
  ];
}
