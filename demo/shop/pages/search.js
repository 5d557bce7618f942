// search.js - the results page of the search: search.html?q=

import { searchProducts } from '../catalogue.js';
import { byId, h, parameter } from '../dom.js';
import { fault } from '../faults.js';
import { frame } from '../frame.js';
import { t } from '../language.js';
import { showListing } from '../listing.js';

const SLOW_MS = 4000;

/** @param {HTMLElement} place @param {string} query */
function showNothing(place, query) {
  const advice = t('Check the spelling, or try a more general word.');
  place.replaceChildren(h('p', { class: 'nothing' }, t('No results for “{0}”', query)), h('p', {}, advice));
}

/** @param {HTMLElement} place @param {string} query */
function showResults(place, query) {
  const found = fault('search_finds_nothing') ? [] : searchProducts(query);
  if (found.length === 0) return showNothing(place, query);
  const count =
    found.length === 1 ? t('1 result for “{0}”', query) : t('{0} results for “{1}”', found.length, query);
  showListing(place, found, count);
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
