// cord.js - draws the visit as a cord: its places as knots, and beneath and above it how the balance went.
import { element } from '../survey/dom.js';
import { balanceOf } from './balance.js';
import { fill } from './fill.js';
import { createOutcomes, MARKS } from './outcomes.js';

/** @typedef {import('./balance.js').Moment} Moment */

const SVG = 'http://www.w3.org/2000/svg';
export const HEIGHT = 112;
const EDGE = 22; // left and right, so that the first and the last name fit
const TOP = 10;
const BOTTOM = 88; // of the curve; the names of the knots stand below
const NAMES = 106;
const NAME_WIDTH = 56; // of the longest in any language
const WIDTH = 380; // until the panel is measured

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
export function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** @param {number} level */
const heightOf = level => TOP + ((100 - level) / 100) * (BOTTOM - TOP);

const CORD = heightOf(70); // where a visit begins

/** Steady from point to point, level at each. @param {{x: number, y: number}[]} points */
function curve(points) {
  const [first, ...rest] = points;
  let path = `M${first.x} ${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    path += `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

/** What lies on one side of the cord; a nested drawing clips by itself. @param {string} side @param {string} area
 * @param {number} y @param {number} height @param {number} width */
const half = (side, area, y, height, width) =>
  drawn(
    'svg',
    { x: 0, y, width, height, viewBox: `0 ${y} ${width} ${height}` },
    drawn('path', { d: area, class: side }),
  );

/** The newest names first: where two would touch, the older one gives way. @param {{x: number}[]} knots */
function named(knots) {
  let free = Infinity;
  return new Set(
    [...knots].reverse().filter(({ x }) => {
      if (x > free - NAME_WIDTH) return false;
      free = x;
      return true;
    }),
  );
}

/** How a search or a checkout ended. @param {string} outcome @param {number} x @param {number} y */
export const mark = (outcome, x, y) =>
  drawn(
    'g',
    { class: `mark ${outcome}`, transform: `translate(${x} ${y})` },
    drawn('circle', { r: 7 }),
    drawn('path', { d: MARKS[outcome] ?? MARKS.unknown }),
  );

/** What was found, where it moved the curve. @param {Moment & {x: number, y: number}} moment */
const sign = ({ x, y, id, delight }) =>
  drawn('circle', { cx: x, cy: y, r: 5, class: delight ? 'delight' : 'sign', 'data-id': id });

/** @param {Moment[]} moments @param {number} width @param {Record<string, string>} names */
export function picture(moments, width, names) {
  const step = (width - 2 * EDGE) / Math.max(1, moments.length - 1);
  const points = moments.map((moment, place) => ({
    ...moment,
    x: EDGE + place * step,
    y: heightOf(moment.level),
  }));
  const last = points[points.length - 1];
  const line = curve([{ x: 0, y: CORD }, ...points]);
  const area = `${line}V${CORD}H0Z`;
  const knots = points.filter(({ knot }) => knot);
  const shown = named(knots);
  const label = (/** @type {{knot?: string, x: number}} */ { knot = '', x }) =>
    drawn('text', { x, y: NAMES, class: 'name' }, names[knot] ?? knot);
  return [
    half('above', area, 0, CORD, width),
    half('below', area, CORD, HEIGHT - CORD, width),
    drawn('path', { d: `M0 ${CORD}H${width}`, class: 'cord' }),
    ...[...shown].map(({ x }) => drawn('path', { d: `M${x} ${CORD + 9}V${NAMES - 12}`, class: 'drop' })),
    drawn('path', { d: line, class: 'curve' }),
    ...knots.map(({ x, id }) => drawn('circle', { cx: x, cy: CORD, r: 4.5, class: 'knot', 'data-id': id })),
    ...points.flatMap(({ outcome, x }) => (outcome ? [mark(outcome, x, CORD)] : [])),
    ...points.filter(({ signal, delight }) => signal || delight).map(sign),
    drawn('circle', { cx: last.x, cy: last.y, r: 3, class: 'now' }),
    ...[...shown].map(label),
  ];
}

/** @param {Moment[]} moments @param {import('./words.js').Words} words */
export function inWords(moments, words) {
  const nameOf = (/** @type {string} */ knot) => words.knots[knot] ?? knot;
  let here = 'other';
  const places = moments.map(({ knot, change, outcome, goal }) => {
    if (outcome) return fill(words.facts[`outcome.${goal}.${outcome}`] ?? outcome, () => undefined);
    here = knot ?? here;
    const told = change < 0 ? words.sank : change > 0 ? words.rose : knot ? '{knot}' : '';
    return told.replace('{knot}', nameOf(here));
  });
  return places.filter(Boolean).join(', ');
}

/** @param {import('./teller.js').Teller} teller @param {import('./trail.js').Trail} trail */
export function createCord(teller, trail) {
  const { words } = teller;
  const level = element('span', { class: 'aside' });
  const drawing = drawn('svg', { role: 'img', height: HEIGHT, class: 'drawing' });
  const box = element('div', {}, drawing);
  const none = element('p', { class: 'quiet' }, words.noVisit);
  const outcomes = createOutcomes(teller, trail, outcome =>
    drawn('svg', { class: 'drawing', viewBox: '-9 -9 18 18', 'aria-hidden': 'true' }, mark(outcome, 0, 0)),
  );
  const view = element(
    'section',
    { class: 'visit', 'aria-labelledby': 'cord' },
    element('header', {}, element('h3', { id: 'cord' }, words.cord), level),
    box,
    outcomes.view,
  );

  return {
    view,
    /** @param {number | undefined} [lit] the finding that is being looked at */
    renew(lit) {
      const now = new Map(trail.findings().map(({ id, json }) => [id, json]));
      const moments = balanceOf(
        trail.items().map(({ json }) => json),
        now,
      );
      box.replaceChildren(moments.length ? drawing : none);
      level.replaceChildren();
      outcomes.renew();
      if (!moments.length) return;
      const width = box.clientWidth || WIDTH;
      const reached = String(moments[moments.length - 1].level);
      const known = (/** @type {string} */ name) => (name === 'level' ? reached : inWords(moments, words));
      drawing.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
      drawing.setAttribute('aria-label', fill(words.cordText, known));
      drawing.replaceChildren(...picture(moments, width, words.knots));
      drawing.querySelector(`:is(.sign, .delight)[data-id="${lit}"]`)?.classList.add('lit');
      level.append(fill(words.balance, known));
    },
  };
}
