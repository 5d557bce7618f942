// The four builds of the core, each as a function from facts to the verdicts that it writes, one a line.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EFFECT, EVENTS } from '../../js/abi.gen.js';
import { textOf } from '../../js/module.js';
import { loadCore } from '../../js/core.js';
import { compileSurvey } from '../../js/survey/compile.js';

/**
 * @typedef {import('./read.mjs').Fact} Fact
 * @typedef {import('./read.mjs').Surveys} Surveys
 * @typedef {{ name: string, replay: (trails: Fact[][], settings: Record<string, number>, surveys?: Surveys) => Promise<string> }} Build
 */

const LONGEST_IDLE_MS = 7_200_000;

/** @type {Build[]} */
export const BUILDS = [
  { name: 'native', replay: commandLine(['build/koord']) },
  { name: 'WASI', replay: commandLine([process.execPath, '--no-warnings', 'tools/wasi.mjs', 'build/koord-cli.wasm']) },
  { name: 'wasm', replay: inHost(() => loadCore(textOf(readFileSync('dist/koord.wasm')), refuse)) },
  { name: 'fallback', replay: inHost(() => loadCore('', () => import('../../dist/koord.fallback.js'))) },
];

function refuse() {
  return Promise.reject(new Error('the module was to be used, not the fallback'));
}

/** @param {string[]} command @returns {Build['replay']} */
function commandLine([program, ...before]) {
  return async (trails, settings, surveys) => {
    const folder = mkdtempSync(join(tmpdir(), 'koord-'));
    const [facts, config] = [join(folder, 'facts.ndjson'), join(folder, 'config.json')];
    writeFileSync(facts, trails.flat().map(fact => `${JSON.stringify(fact)}\n`).join(''));
    writeFileSync(config, JSON.stringify({ settings, ...surveys }));
    try {
      const args = [...before, 'replay', facts, '--config', config];
      return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

/** @param {() => Promise<import('../../js/core.js').Core>} load @returns {Build['replay']} */
function inHost(load) {
  return async (trails, settings, { settings: more, fatigue = {}, surveys = [] } = {}) => {
    const core = await load();
    const budget = Object.entries(fatigue).map(([name, value]) => [`survey.${name}`, value]);
    const all = { ...settings, ...more, ...Object.fromEntries(budget) };
    return trails.map(facts => replayTrail(core, facts, all, surveys)).join('');
  };
}

/** @param {import('../../js/core.js').Core} core @param {Fact[]} facts @param {Record<string, number>} settings
 * @param {any[]} surveys */
function replayTrail(core, facts, settings, surveys) {
  core.open();
  for (const [name, value] of Object.entries(settings)) core.set(name, value);
  for (const survey of surveys) core.survey(survey.id, compileSurvey(survey));
  let verdicts = '';
  const keep = (/** @type {import('../../js/core.js').Effect[]} */ effects) => {
    for (const effect of effects) if (effect.kind !== EFFECT.FACT && effect.kind !== EFFECT.BATCH) verdicts += `${effect.record}\n`;
  };
  for (const { t, at = t, kind, ...said } of facts) {
    keep(core.feed(`${kind}`, /** @type {any} */ (fromWire(`${kind}`, said)), +(/** @type {number} */ (t)), +(/** @type {number} */ (at))) ?? []);
  }
  keep(core.tick(+(/** @type {number} */ (facts.at(-1)?.t ?? 0)) + LONGEST_IDLE_MS));
  return verdicts;
}

/** Keys are hexadecimal on the wire and numbers in the host. @param {string} kind @param {Fact} said */
function fromWire(kind, said) {
  const fields = EVENTS[kind][1];
  const isKey = (/** @type {string} */ name) => name === 'target' || fields[name]?.[0] === 'h';
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, isKey(name) ? Number.parseInt(`${value}`, 16) : value]));
}
