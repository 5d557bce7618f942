// How fast the core is in a JavaScript host, as WebAssembly and as the fallback.
import { readFileSync } from 'node:fs';
import { loadCore } from '../../js/core.js';
import { textOf } from '../../js/module.js';

const ROUNDS = 7;
const VISITS = 40;
const CLICKS = 500;

/** @typedef {import('../../js/core.js').Core} Core */

const module = textOf(readFileSync('dist/koord.wasm'));
const fallback = () => import('../../dist/koord.fallback.js');
/** @type {Record<string, () => Promise<Core>>} */
const BUILDS = { wasm: () => loadCore(module, fallback), fallback: () => loadCore('', fallback) };

/** The best of some rounds: other work of the machine only ever adds. @param {() => void} run */
function best_ms(run) {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

/** Visits of nothing but clicks over the page, each answered by a change, as most are. @param {Core} core */
function clicks(core) {
  for (let visit = 0; visit < VISITS; visit++) {
    core.open();
    core.feed('session', { session: 'bench', trail: 'bench', draw: 0 }, 0, 0);
    for (let n = 0; n < CLICKS; n++) {
      const t = n * 900;
      const where = { x: (n * 37) % 1200, y: (n * 91) % 800, press_ms: 80, traits: ['operable'] };
      core.feed('click', { target: 1 + (n % 50), label: 'button Add to cart', ...where }, t, t);
      core.feed('effect', { what: 'text', count: 3 }, t + 120, t + 120);
    }
  }
}

/** @param {Core} core */
function moves(core) {
  core.open();
  for (let n = 0; n < VISITS * CLICKS; n++) core.move(n * 16, (n * 13) % 1200, (n * 7) % 800);
}

export async function benchCore() {
  for (const [name, load] of Object.entries(BUILDS)) {
    const begin = performance.now();
    const core = await load();
    const start_ms = performance.now() - begin;
    const each = VISITS * CLICKS;
    const fact_us = (1000 * best_ms(() => clicks(core))) / (2 * each);
    const move_us = (1000 * best_ms(() => moves(core))) / each;
    console.log(
      `core as ${name.padEnd(9)} start ${start_ms.toFixed(1)} ms, a fact with its record ${fact_us.toFixed(2)} us, ` +
        `a move ${move_us.toFixed(3)} us`,
    );
  }
}
