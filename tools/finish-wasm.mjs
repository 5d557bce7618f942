// Makes the linked module what a page gets: drops the exports that Emscripten adds, optimises, and refuses to
// continue if the module imports anything or may own more memory than promised.
//   finish-wasm.mjs [--mvp] [--most=BYTES of memory] IN OUT
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const given = process.argv.find(word => word.startsWith('--most='));
const MOST_BYTES = given ? Number(given.slice('--most='.length)) : 128 * 1024;
const FEATURES = ['--enable-bulk-memory', '--enable-sign-ext', '--enable-nontrapping-float-to-int'];

/** Functions of so many instructions are put where they are called. With 12 a fact costs a sixth less time, for 170 bytes
 * (brotli) more; with 4 it costs twice as much. */
const INLINED = '--always-inline-max-function-size=8';

/** Blocks and branches built anew from the flow between them: 1 % less than what the compiler nested. */
const REBUILT = ['--flatten', '--rereloop', '-Oz', '-Oz'];
/** What is written twice is kept, where nothing is put where it is called any more: 70 bytes (brotli) less. */
const AGAIN = ['--flatten', '--local-cse', '-O3', '-Oz', '-Oz'];
const EMSCRIPTENS_OWN =
  /^(_initialize|__indirect_function_table|__errno_location|stack(Save|Restore|Alloc))$/;

const files = process.argv.slice(2).filter(word => !word.startsWith('--'));
const features = process.argv.includes('--mvp') ? [] : FEATURES;
finish(files[0], files[1]);

/** @param {string} from @param {string} to */
function finish(from, to) {
  const reach = `${to}.reach.json`;
  writeFileSync(reach, JSON.stringify(reachable(exportsOf(from))));
  execFileSync('wasm-metadce', [...features, '--graph-file', reach, from, '-o', to], { stdio: 'ignore' });
  rmSync(reach);
  const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
  optimise(to, [...features, '-Oz', '--converge', INLINED, ...REBUILT, '--zero-filled-memory', ...strip]);
  optimise(to, [...features, ...AGAIN]);
  refuseImports(to);
  refuseGrowth(to);
}

/** @param {string} file @param {string[]} how */
function optimise(file, how) {
  // No pointer lies just below 4 GiB: what is added to one fits into the instruction.
  execFileSync('wasm-opt', ['--low-memory-unused', ...how, file, '-o', file]);
}

/** @param {string} file */
function compiled(file) {
  return new WebAssembly.Module(readFileSync(file));
}

/** @param {string} file @returns {string[]} the exports that are ours */
function exportsOf(file) {
  const names = WebAssembly.Module.exports(compiled(file)).map(item => item.name);
  return names.filter(name => !EMSCRIPTENS_OWN.test(name));
}

/** The form in which wasm-metadce wants to hear what the outside world may call. @param {string[]} names */
function reachable(names) {
  const nodes = names.map(name => ({ name: `export ${name}`, export: name }));
  return [{ name: 'page', root: true, reaches: nodes.map(node => node.name) }, ...nodes];
}

/** @param {string} file */
function refuseImports(file) {
  const imports = WebAssembly.Module.imports(compiled(file)).map(item => `${item.module}.${item.name}`);
  if (imports.length) {
    fail(
      `${file} imports ${imports.join(', ')}. The core does no input and no output: ` +
        'look for a call into libc (stdio, time, malloc, assert) on floors 1 to 7 or in src/wasm.',
    );
  }
}

/** @param {string} file */
function refuseGrowth(file) {
  const memory = /** @type {WebAssembly.Memory} */ (new WebAssembly.Instance(compiled(file)).exports.memory);
  if (memory.buffer.byteLength > MOST_BYTES) fail(`${file} owns more than ${MOST_BYTES} bytes of memory`);
  if (canGrow(memory)) fail(`${file} has memory that can grow: link with -sALLOW_MEMORY_GROWTH=0`);
}

/** @param {WebAssembly.Memory} memory */
function canGrow(memory) {
  try {
    memory.grow(1);
    return true;
  } catch {
    return false; // a RangeError is the answer hoped for
  }
}

/** @param {string} why */
function fail(why) {
  console.error(`finish-wasm: ${why}`);
  process.exit(1);
}
