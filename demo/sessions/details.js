// details.js - what a row opens to: the answers, the findings in sentences, the events in order, and the records as a file.

import { isDelight } from '../../js/inspect/family.js';
import { clockOf } from '../../js/inspect/fill.js';
import { createTeller, familyOf } from '../../js/inspect/teller.js';
import { h } from '../shop/dom.js';
import { answersOf } from './answers.js';
import { api } from './api.js';
import { language, t, inspectorWords as words } from './words.js';

/** @typedef {import('./api.js').Whole} Whole @typedef {import('./visit.js').Trail} Trail @typedef {import('./visit.js').Finding} Finding */
/** @typedef {import('../../js/inspect/teller.js').Teller} Teller */

/** @param {Teller} teller @param {Finding} finding */
function finding(teller, { json, first, decision }) {
  const head = h('h3', {}, h('time', {}, clockOf(first.t)), ' ', teller.nameOf(json.signal));
  const state = words.said[`state.${json.state}`];
  if (state) head.append(' ', h('span', { class: 'quiet' }, state));
  const said = h('p', {}, teller.signal(json));
  const asked = h('p', { class: 'quiet' }, teller.decision(decision));
  return h('li', { class: isDelight(json) ? `delight ${json.state}` : json.state }, head, said, asked);
}

/** @param {Trail} trail */
function findings(trail) {
  const teller = createTeller({ language, words }, trail);
  const found = trail.findings().map(one => finding(teller, one));
  if (!found.length) return h('p', { class: 'quiet' }, words.noFindings);
  return h('ul', { class: 'findings' }, ...found);
}

/** @param {import('./api.js').Json[]} records */
function answers(records) {
  const given = answersOf(records).map(({ question, said, text }) => [
    h('dt', {}, question),
    h('dd', {}, said, said && text && ' ', text && h('q', {}, text)),
  ]);
  if (!given.length) return [];
  return [h('section', {}, h('h2', {}, t('Answers')), h('dl', { class: 'answers' }, ...given.flat()))];
}

/** @param {Trail} trail */
function events(trail) {
  const teller = createTeller({ language, words }, trail);
  const rows = trail.records.map(json =>
    h('li', { class: familyOf(json) }, h('time', {}, clockOf(json.t)), h('span', {}, teller.fact(json))),
  );
  return h('ol', { class: 'events', tabindex: '0', 'aria-label': words.events }, ...rows);
}

/** @param {Trail[]} trails */
function tabs(trails) {
  return trails.flatMap((trail, at) => [
    ...(trails.length > 1 ? [h('h2', { class: 'tab' }, t('Tab {0}', at + 1))] : []),
    h(
      'div',
      { class: 'pair' },
      h('section', {}, h('h2', {}, words.findings), findings(trail)),
      h('section', {}, h('h2', {}, words.events), events(trail)),
    ),
  ]);
}

/** @param {Whole} whole @param {Trail[]} trails */
export function detailsOf({ session, records }, trails) {
  const download = { href: api.lines(session), download: `koord-${session}.ndjson`, class: 'button plain' };
  const file = h('a', download, t('Download NDJSON'));
  const about = h(
    'span',
    { class: 'quiet' },
    t('{0} records', records.length),
    ' · ',
    h('code', {}, session),
  );
  return [...answers(records), ...tabs(trails), h('p', { class: 'file' }, file, ' ', about)];
}
