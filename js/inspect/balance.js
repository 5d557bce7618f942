// balance.js - how the visit stands, for the eye: it sinks with a signal's severity and rises with progress. These
// numbers are for a drawing; no verdict rests on them.

/**
 * @typedef {import('./trail.js').Json} Json
 * @typedef {object} Moment
 * @property {number} id of the record
 * @property {number} level 0 to 100, from here on
 * @property {number} change what this moment did to it
 * @property {string} [knot] the place or step that was reached
 * @property {boolean} [signal]
 */

/** Findings of what went well: the family `delight` of include/koord_detectors.def. */
export const DELIGHT = /^(order_placed|recovery|coupon_first_try|quick_find|smooth_checkout)$/;

const BEGIN = 70;
const PER_SEVERITY = 8;
const LEAST = 4;

/** How much it rises, by kind and word. @type {Record<string, number>} */
const PROGRESS = {
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
  const weight = latest && latest.state !== 'revoked' ? PER_SEVERITY * latest.severity : 0;
  return DELIGHT.test(latest?.signal) ? weight : -weight;
}

/** @param {Json} json @param {Map<number, Json>} now */
function changeOf(json, now) {
  if (json.kind === 'signal') return weightOf(json, now);
  return PROGRESS[`${json.kind}.${json.phase}`] ?? PROGRESS[json.kind] ?? 0;
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
    if (!knot && !change) continue;
    const before = level;
    level = Math.min(100, Math.max(LEAST, level + change));
    const last = moments[moments.length - 1];
    const moment = {
      id: json.id,
      level,
      change: level - before,
      knot,
      signal: json.kind === 'signal' && change < 0,
    };
    if (json.kind === 'checkout' && last?.knot === 'checkout') Object.assign(last, moment);
    else moments.push(moment);
  }
  return moments;
}
