// search.js - the results page of the search: search.html?q=

import { findProducts, searchProducts } from '../catalogue.js';
import { byId, h, parameter } from '../dom.js';
import { fault } from '../faults.js';
import { frame } from '../frame.js';
import { t } from '../language.js';
import { showListing } from '../listing.js';
import { didYouMean } from '../spelling.js';
import { tiles } from '../tiles.js';

const SLOW_MS = 4000;
const LIKED = ['lark-2', 'pack-22', 'mug-enamel', 'head-torch'];

/** @param {string} word */
function offerWord(word) {
  const link = h('a', { href: `search.html?q=${encodeURIComponent(word)}` }, word);
  return h('p', {}, t('Did you mean'), ' ', link, '?');
}

/** @param {HTMLElement} place @param {string} query */
function showNothing(place, query) {
  const word = didYouMean(query);
  const advice = h('p', {}, t('Check the spelling, or try a more general word.'));
  const said = h('p', { class: 'nothing' }, t('No results for “{0}”', query));
  place.replaceChildren(h('div', { class: 'empty' }, said, word ? offerWord(word) : '', advice));
  place.append(
    h('section', { class: 'row' }, h('h2', {}, t('What others like')), tiles(findProducts(LIKED), 'h3')),
  );
}

/** @param {HTMLElement} place @param {string} query */
function showResults(place, query) {
  const found = fault('search_finds_nothing') ? [] : searchProducts(query);
  if (found.length === 0) return showNothing(place, query);
  showListing(place, found, count =>
    count === 1 ? t('1 result for “{0}”', query) : t('{0} results for “{1}”', count, query),
  );
}

/** @param {HTMLElement} place @param {string} query */
function showResultsLate(place, query) {
  place.setAttribute('aria-busy', 'true');
  place.replaceChildren(h('p', { class: 'spinner', role: 'status' }, t('Searching …')));
  setTimeout(() => {
    place.removeAttribute('aria-busy');
    showResults(place, query);
  }, SLOW_MS);
}

frame();
const results = byId('results');
const query = (parameter('q') ?? '').trim();
if (!query) results.append(h('p', {}, t('What are you looking for?')));
else if (fault('slow_search')) showResultsLate(results, query);
else showResults(results, query);
