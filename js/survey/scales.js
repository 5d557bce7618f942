// scales.js - questions answered with one point: numbers, stars, faces, a thumb. Native radios, so that the arrow
// keys choose and every reader knows what they are.

import { element, FIELD, group, icon } from './dom.js';
import { fill } from './words.js';

/** @typedef {import('./survey.js').Question} Question */
/** @typedef {import('./words.js').Voice} Voice */
/** @typedef {import('./questions.js').View} View */

/** @type {Record<string, [first: number, last: number]>} */
const ENDS = { nps: [0, 10], csat: [1, 5], ces: [1, 7], stars: [1, 5], emoji: [1, 5] };

const STAR = 'M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1-5.4-3-5.4 3 1.1-6.1-4.5-4.2 6.1-.8z';
const THUMB =
  'M7.5 11l3.7-7.8c1.6 0 2.6 1 2.6 2.7V9h4.9a1.9 1.9 0 011.9 2.2l-1.1 7A2.1 2.1 0 0117.4 20H7.5zv9H3.8v-9z';

/** A face: the mouth rises with the point, from -2 to 2. @param {number} mood */
const face = mood =>
  `M12 3a9 9 0 100 18 9 9 0 000-18M9 9.5v.6M15 9.5v.6M8 ${15 - mood * 0.5}q4 ${mood * 2.2} 8 0`;

/** @param {string} value @param {string} look class @param {...(Node | string)} content */
const point = (value, look, ...content) =>
  element(
    'label',
    { class: `point ${look}` },
    element('input', { type: 'radio', name: FIELD, value }),
    element('span', {}, ...content),
  );

/** Heard, not seen. @param {string} text */
const spoken = text => element('span', { class: 'unseen' }, text);

/** @param {Question} question @param {Voice} voice @param {HTMLElement[]} fields @returns {View} */
const viewOf = (question, voice, fields) => ({
  body: group(question, voice, ...fields),
  read: data => (data.has(FIELD) ? { value: Number(data.get(FIELD)) } : null),
  missing: voice.words.choose,
});

/**
 * The ends are spoken with their meaning ("1, very difficult"), drawings with their number ("4 of 5").
 * @param {Question} question
 * @param {Voice} voice
 */
export function scaleView(question, voice) {
  const { type, scale } = question;
  const [first, usual] = ENDS[type];
  const last = scale ?? usual;
  const low = voice.say(question.low);
  const high = voice.say(question.high);
  const points = Array.from({ length: last - first + 1 }, (_, index) => {
    const value = first + index;
    const meaning = value === first ? low : value === last ? high : '';
    const tail = meaning && `, ${meaning}`;
    const number = String(value);
    if (type !== 'stars' && type !== 'emoji') return point(number, '', number, spoken(tail));
    const drawing = icon(type === 'stars' ? STAR : face(value - 3));
    return point(number, type, drawing, spoken(fill(voice.words.of, value, last) + tail));
  });
  const ends = element('div', { class: 'ends', 'aria-hidden': 'true' });
  ends.append(element('span', {}, low), element('span', {}, high));
  return viewOf(question, voice, [element('div', { class: `scale ${type}` }, ...points), ends]);
}

/** @param {Question} question @param {Voice} voice */
export function thumbsView(question, voice) {
  const up = point('1', 'thumb', icon(THUMB), voice.words.yes);
  const down = point('0', 'thumb down', icon(THUMB), voice.words.no);
  return viewOf(question, voice, [element('div', { class: 'scale' }, up, down)]);
}
