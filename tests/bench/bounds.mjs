// What a fact costs the core, beside the least that any tracker must do with it: a copy into a ring of 4096. Ratios
// within one run mean the same on every machine; times do not.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const FACTS = 200_000;
const ROUNDS = 15;

/** Most that feeding a fact may cost, in copies of it, and most that WebAssembly may cost, in native times. What is over
 * its bound has a ceiling as well: it must not get worse until it is mended. */
const BOUNDS = {
  'native, feed : copy': { most: 25, ceiling: 45 },
  'feed, wasm : native': { most: 2.5, ceiling: 3.5 },
};
/** Most that any single fact may take, natively. */
const WORST_NS = 20_000;

/** @typedef {{ feed_ns: number, copy_ns: number, worst_ns: number }} Times */

/** @returns {Times} */
const native = () => JSON.parse(execFileSync('build/bench/native', { encoding: 'utf8' }));

/** One call for all facts: what a call from JavaScript costs is not measured. @returns {Promise<Times>} */
async function wasm() {
  const { instance } = await WebAssembly.instantiate(readFileSync('build/bench/mix.wasm'));
  const { mix_feed, mix_copy } = /** @type {Record<string, (facts: number) => number>} */ (
    /** @type {unknown} */ (instance.exports)
  );
  const times = { feed_ns: Infinity, copy_ns: Infinity, worst_ns: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    times.feed_ns = Math.min(times.feed_ns, time_ns(mix_feed));
    times.copy_ns = Math.min(times.copy_ns, time_ns(mix_copy));
  }
  return times;
}

/** @param {(facts: number) => number} run */
function time_ns(run) {
  const begin = performance.now();
  run(FACTS);
  return ((performance.now() - begin) * 1e6) / FACTS;
}

/** Turn by turn, and the best of each: a busy machine only ever adds. @returns {Promise<{ native: Times, wasm: Times }>} */
async function measure() {
  const best = { native: native(), wasm: await wasm() };
  for (let turn = 0; turn < 2; turn++) {
    const again = { native: native(), wasm: await wasm() };
    for (const build of /** @type {const} */ (['native', 'wasm']))
      for (const what of /** @type {const} */ (['feed_ns', 'copy_ns', 'worst_ns']))
        best[build][what] = Math.min(best[build][what], again[build][what]);
  }
  return best;
}

/** Prints the table; the process fails where a bound is exceeded. */
export async function benchBounds() {
  const times = await measure();
  const ratios = {
    'native, feed : copy': times.native.feed_ns / times.native.copy_ns,
    'feed, wasm : native': times.wasm.feed_ns / times.native.feed_ns,
  };
  for (const [build, { feed_ns, copy_ns }] of Object.entries(times))
    console.log(
      `core ${build.padEnd(9)} feed ${feed_ns.toFixed(1)} ns, copy ${copy_ns.toFixed(2)} ns a fact`,
    );
  for (const [name, ratio] of Object.entries(ratios)) {
    const { most, ceiling } = BOUNDS[/** @type {keyof typeof BOUNDS} */ (name)];
    const verdict = ratio > ceiling ? 'FAILED' : ratio > most ? 'OVER' : 'ok';
    console.log(
      `core ${name.padEnd(20)} ${ratio.toFixed(2)}, at most ${most} (ceiling ${ceiling}): ${verdict}`,
    );
    if (ratio > ceiling) process.exitCode = 1;
  }
  const { worst_ns } = times.native;
  console.log(
    `core dearest fact ${worst_ns} ns natively, at most ${WORST_NS}: ${worst_ns > WORST_NS ? 'FAILED' : 'ok'}`,
  );
  if (worst_ns > WORST_NS) process.exitCode = 1;
}
