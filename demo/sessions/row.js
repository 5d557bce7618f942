// row.js - one visit: a line with its cord, and on demand its details. A row is made once and then kept up to date, so
// that nothing flickers and what was opened stays open.

import { balanceOf } from '../../js/inspect/balance.js';
import { drawn, HEIGHT, inWords, picture } from '../../js/inspect/cord.js';
import { isDelight } from '../../js/inspect/family.js';
import { fill, measure } from '../../js/inspect/fill.js';
import { createTeller } from '../../js/inspect/teller.js';
import { h } from '../shop/dom.js';
import { answersOf } from './answers.js';
import { detailsOf } from './details.js';
import { endOf, standing, trailsOf } from './visit.js';
import { language, t, inspectorWords as words } from './words.js';

/** @typedef {import('./api.js').Session} Session @typedef {import('./api.js').Whole} Whole @typedef {import('./visit.js').Trail} Trail */

const LOCALE = language === 'nl' ? 'nl-NL' : 'en-GB';
const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });
const HOUR = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** @param {number} ms */
function lengthOf(ms) {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('{0} s', seconds);
  return t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60);
}

/** @param {Whole} whole */
function when({ started, last, staff }) {
  const today = new Date(started).toDateString() === new Date().toDateString();
  const moment = new Date(started).toISOString();
  return [
    h('time', { datetime: moment }, HOUR.format(started)),
    h('span', { class: 'quiet' }, today ? t('today') : DAY.format(started)),
    h('span', { class: 'quiet' }, lengthOf(last - started)),
    ...(staff ? [h('span', { class: 'quiet' }, t('our own people'))] : []),
  ];
}

/** The tab in which most happened. @param {Trail[]} trails */
const mainOf = trails =>
  trails.reduce((most, one) => (one.records.length > most.records.length ? one : most));

/** @param {Trail} trail @param {number} width */
function cord(trail, width) {
  const now = new Map(trail.findings().map(({ id, json }) => [id, json]));
  const moments = balanceOf(trail.records, now);
  if (!moments.length) return h('span', { class: 'quiet' }, t('Only a glance.'));
  const level = String(moments[moments.length - 1].level);
  const label = fill(words.cordText, name => (name === 'level' ? level : inWords(moments, words)));
  const attributes = { class: 'drawing', role: 'img', 'aria-label': label, height: HEIGHT };
  return drawn(
    'svg',
    { ...attributes, viewBox: `0 0 ${width} ${HEIGHT}` },
    ...picture(moments, width, words.knots),
  );
}

/** @param {Whole} whole */
function outcome({ records }) {
  const { bought, place, step } = endOf(records);
  if (!bought) {
    const where = words.said[`place.${place}`] ?? place;
    return h(
      'span',
      { class: 'end' },
      t('Left at {0}', step ? `${where}: ${words.knots[step] ?? step}` : where),
    );
  }
  const { total_cents, currency } = bought;
  const total = total_cents && measure('total_cents', total_cents, language, currency);
  return h('span', { class: 'end bought' }, total ? t('Bought for {0}', total) : t('Bought'));
}

/** Each kind once, with how often. @param {Trail[]} trails */
function signs(trails) {
  const { nameOf } = createTeller({ language, words }, trails[0]);
  /** @type {Map<string, import('./visit.js').Finding[]>} */
  const kinds = new Map();
  for (const one of standing(trails))
    kinds.set(one.json.signal, [...(kinds.get(one.json.signal) ?? []), one]);
  if (!kinds.size) return [h('span', { class: 'quiet' }, t('nothing noticed'))];
  const rows = [...kinds].map(([signal, found]) => {
    const well = found.every(({ json }) => json.state === 'recovered' || isDelight(json));
    const often = found.length > 1 ? ` ×${found.length}` : '';
    return h('li', { class: well ? 'well' : '', 'data-signal': signal }, nameOf(signal), often);
  });
  return [h('ul', { class: 'signs' }, ...rows)];
}

/** In short: what was asked stands in the details. @param {Whole} whole */
function answers({ records }) {
  const given = answersOf(records).flatMap(({ said, text }) =>
    [said, text && h('q', {}, text)].filter(Boolean),
  );
  if (!given.length) return [];
  const parts = given.flatMap((one, at) => (at ? [' ', one] : [one]));
  return [h('span', { class: 'answer' }, ...parts)];
}

/** @param {Session} session */
export function createRow({ session }) {
  const time = h('span', { class: 'when' });
  const drawing = h('span', { class: 'cord' });
  const result = h('span', { class: 'result' });
  const more = h('div', { class: 'details' });
  const details = h('details', {}, h('summary', {}, time, drawing, result), more);
  const view = h('li', { 'data-session': session }, details);
  /** @type {{whole: Whole, trails: Trail[]} | undefined} */
  let shown;
  let known = '';
  let width = 0;

  function draw() {
    const room = Math.round(drawing.clientWidth) || 560;
    if (!shown || room === width) return;
    width = room;
    drawing.replaceChildren(cord(mainOf(shown.trails), width));
  }

  function open() {
    if (shown && details.open) more.replaceChildren(...detailsOf(shown.whole, shown.trails));
  }

  details.addEventListener('toggle', open);
  new ResizeObserver(draw).observe(drawing);

  return {
    view,
    draw,
    /** @param {Session} now as it is listed */
    isOld: ({ records, last }) => known !== `${records} ${last}`,
    /** @param {Whole} whole */
    show(whole) {
      const trails = trailsOf(whole.records);
      known = `${whole.records.length} ${whole.last}`;
      shown = { whole, trails };
      width = 0;
      time.replaceChildren(...when(whole));
      result.replaceChildren(outcome(whole), ...signs(trails), ...answers(whole));
      draw();
      open();
    },
  };
}
