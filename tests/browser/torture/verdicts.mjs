// What the collector stored about each scenario, and the table of it all.
import { hash } from '../../../js/text.js';
import { idOf, SCENARIOS } from './scenario.mjs';

/** @typedef {Record<string, any>} Json */
/** @typedef {import('./scenario.mjs').Scenario} Scenario */

/** The key that the tag gives an element of that id. @param {string} id */
const keyOf = id => hash(`#${id}`).toString(16).padStart(8, '0');

/** Whether a fact tells of something in the part of the page that is the scenario's. @param {Scenario} scenario @returns {(fact: Json) => boolean} */
function concerns(scenario) {
  const key = keyOf(scenario.within ?? idOf(scenario));
  return ({ within, target }) => within === key || target === key;
}

/**
 * Signals that rest on presses of a scenario and were not taken back, as detector.variant.
 * @param {Scenario} scenario @param {Json[]} records of one session
 */
export function verdictOn(scenario, records) {
  const mine = concerns(scenario);
  const facts = new Set(records.filter(mine).map(({ id }) => id));
  const revoked = new Set(records.filter(({ state }) => state === 'revoked').map(({ about }) => about));
  return records
    .filter(({ kind, about }) => kind === 'signal' && !about)
    .filter(
      ({ id, evidence }) => !revoked.has(id) && evidence.some((/** @type {number} */ one) => facts.has(one)),
    )
    .map(({ signal, variant }) => `${signal}.${variant}`);
}

/** Signals about presses that no scenario accounts for. @param {Json[]} records of one session */
export function strayIn(records) {
  const theirs = SCENARIOS.map(concerns);
  const stray = records.filter(fact => fact.kind === 'click' && !theirs.some(one => one(fact)));
  const ids = new Set(stray.map(({ id }) => id));
  return records.filter(
    ({ kind, evidence }) => kind === 'signal' && evidence.some((/** @type {number} */ id) => ids.has(id)),
  );
}

/** Whether a fact says all that is asked for: the same, or in a set of words at least these. @param {Json} fact @param {Json} wanted */
const says = (fact, wanted) =>
  Object.entries(wanted).every(([name, value]) =>
    Array.isArray(value) ? value.every(word => fact[name]?.includes(word)) : fact[name] === value,
  );

/** @param {Scenario} scenario @param {Json[]} records */
export const isTold = (scenario, records) =>
  records.some(fact => concerns(scenario)(fact) && says(fact, scenario.tells ?? {}));

/**
 * @param {Scenario[]} scenarios
 * @param {Map<string, Map<Scenario, string>>} columns engine -> how each scenario went
 */
export function tableOf(scenarios, columns) {
  const wide = Math.max(...scenarios.map(({ name }) => name.length));
  const engines = [...columns.keys()];
  const head = `${''.padEnd(wide)}  ${engines.map(engine => engine.padEnd(18)).join('')}`;
  const row = (/** @type {Scenario} */ one) =>
    `${one.name.padEnd(wide)}  ${engines.map(engine => (columns.get(engine)?.get(one) ?? '?').padEnd(18)).join('')}`;
  return [head, ...scenarios.map(row)].join('\n');
}
