// balance.js - how the visit stands, for the eye: it sinks with friction's severity, and rises with progress and
// delight. These numbers are for a drawing; no verdict rests on them.
import { isDelight } from './family.js';

/**
 * @typedef {import('./trail.js').Json} Json
 * @typedef {object} Moment
 * @property {number} id of the record
 * @property {number} level 0 to 100, from here on
 * @property {number} change what this moment did to it
 * @property {string} [knot] the place or step that was reached
 * @property {boolean} [signal] of friction that stands
 * @property {boolean} [delight]
 * @property {string} [outcome] of a search or a checkout
 * @property {string} [goal] which of the two
 */

const BEGIN = 70;
const PER_SEVERITY = 8;
const PER_DELIGHT = 4; // what was done well has lifted it already
const LEAST = 4;

/** How much it rises, by kind and word. @type {Record<string, number>} */
const PROGRESS = {
  'outcome.succeeded': 4,
  'product.chosen': 8,
  'cart.added': 12,
  'coupon.accepted': 14,
  checkout: 6,
  'payment.accepted': 12,
  purchase: 100,
};

/** A finding weighs where it began, as heavy as it is by now. @param {Json} json @param {Map<number, Json>} now */
function weightOf({ id, about, state }, now) {
  if (about) return state === 'recovered' ? PER_SEVERITY * (now.get(about)?.severity ?? 0) : 0;
  const latest = now.get(id);
  if (!latest || latest.state === 'revoked') return 0;
  return latest.severity * (isDelight(latest) ? PER_DELIGHT : -PER_SEVERITY);
}

/** @param {Json} json @param {Map<number, Json>} now */
function changeOf(json, now) {
  if (json.kind === 'signal') return weightOf(json, now);
  return PROGRESS[`${json.kind}.${json.phase ?? json.outcome}`] ?? PROGRESS[json.kind] ?? 0;
}

/** The step says more than "checkout". @param {Json} json */
function knotOf({ kind, place, step }) {
  if (kind === 'page_view' || kind === 'touchpoint') return place || 'other';
  return kind === 'checkout' && step !== 'none' ? step : undefined;
}

/**
 * @param {Json[]} records in their order @param {Map<number, Json>} now what each finding came to
 * @returns {Moment[]} those that the drawing shows
 */
export function balanceOf(records, now) {
  /** @type {Moment[]} */
  const moments = [];
  let level = BEGIN;
  for (const json of records) {
    const knot = knotOf(json);
    const change = changeOf(json, now);
    const { kind, outcome, goal } = json;
    if (!knot && !change && !outcome) continue;
    const before = level;
    level = Math.min(100, Math.max(LEAST, level + change));
    const last = moments[moments.length - 1];
    const moment = {
      id: json.id,
      level,
      change: level - before,
      knot,
      signal: kind === 'signal' && change < 0,
      delight: kind === 'signal' && change > 0 && isDelight(json),
      outcome,
      goal,
    };
    if (kind === 'checkout' && last?.knot === 'checkout') Object.assign(last, moment);
    else moments.push(moment);
  }
  return moments;
}
