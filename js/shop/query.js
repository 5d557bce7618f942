// What was searched for, as a page of results tells it: by its address, by the field that still holds it, by its heading.
import { contentOf } from '../contents.js';
import { QUERY_KEY, queryFrom, queryOf, textOf } from '../redact.js';
import { isVisible, mainPart } from './list.js';

const QUOTED = /[“”"«„‘']\s?([^“”"«»„‘’']{1,80}?)\s?[“”"»’']/;

/** @typedef {{query: string, key: number, words: number}} Search redacted */

/** A parameter, or what follows /search/. @param {string} address */
export function queryIn(address) {
  const { pathname, searchParams } = new URL(address);
  const [, text] = [...searchParams].find(([name, value]) => QUERY_KEY.test(name) && value.trim()) || [];
  if (text) return text;
  const [, , after] =
    /\/(search|zoek\w*|such\w*|recherche|buscar|ricerca|szukaj)\/([^/]+)/i.exec(pathname) || [];
  try {
    return decodeURIComponent(after || '').replace(/[+-]/g, ' ');
  } catch {
    return ''; // a stray % is no query that we could name
  }
}

/** What a heading puts in quotation marks. @param {string} heading */
export const quotedIn = heading => QUOTED.exec(heading)?.[1] || '';

/** The fields of a page to search by. */
const searchFields = () =>
  [...document.querySelectorAll('input')].filter(field => contentOf(field) === 'search' && isVisible(field));

/** What the results on this page answer. @returns {(Search & {source: string}) | undefined} */
export function searchHere() {
  const inAddress = queryIn(location.href);
  if (inAddress) return { ...queryFrom(inAddress), source: 'url' };
  const inField = searchFields()
    .map(queryOf)
    .find(({ words }) => words);
  if (inField) return { ...inField, source: 'field' };
  const heading = quotedIn(textOf(mainPart().querySelector('h1,h2'), 120));
  return heading ? { ...queryFrom(heading), source: 'text' } : undefined;
}
