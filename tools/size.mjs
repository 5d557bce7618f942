// How large everything is, and whether it stays within its limits: bytes of each C file in the core, of each
// JavaScript module in a bundle, and of what a shop's visitor downloads. Fails when a limit is exceeded.
//   size.mjs [weights]    weights: docs/weights.md instead, what each detector adds
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';

const KIB = 1024;
/** What a visitor downloads, in brotli bytes, and what the core owns of a page's memory, in bytes. What is over its
 * limit has a ceiling as well: it must not grow until it is mended. */
const LIMITS = [
  { what: 'koord.js', most: 22 * KIB, ceiling: 46.625 * KIB, of: brotli, unit: 'brotli' },
  { what: 'koord.js + koord.shop.js', most: 24 * KIB, ceiling: 65 * KIB, of: brotli, unit: 'brotli' },
  { what: 'koord.survey.js', most: 6 * KIB, of: brotli, unit: 'brotli' },
  { what: 'koord.inspect.js', most: 12 * KIB, of: brotli, unit: 'brotli' },
  { what: 'koord.inspect.en.js', most: 6 * KIB, of: brotli, unit: 'brotli' },
  { what: 'koord.inspect.nl.js', most: 6.5 * KIB, of: brotli, unit: 'brotli' },
  { what: 'koord.wasm', most: 128 * KIB, of: memory, unit: 'memory' },
];
const FILES = [
  'koord.js',
  'koord.mjs',
  'koord.shop.js',
  'koord.consent.js',
  'koord.config.js',
  'koord.domains.js',
  'koord.ga4.js',
  'koord.schema.js',
  'koord.woo.js',
  'koord.ask.js',
  'koord.survey.js',
  'koord.survey.aside.js',
  'koord.survey.ready.js',
  'koord.survey.de.js',
  'koord.inspect.js',
  'koord.inspect.en.js',
  'koord.inspect.nl.js',
  'koord.wasm',
  'koord.fallback.js',
];

/** Of one file of dist/, or of several: `one.js + another.js`. @param {string} files */
function brotli(files) {
  const sizes = files.split(' + ').map(file => brotliCompressSync(readFileSync(`dist/${file}`)).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {string} file */
function memory(file) {
  const module = new WebAssembly.Module(readFileSync(`dist/${file}`));
  const { memory } = new WebAssembly.Instance(module).exports;
  return /** @type {WebAssembly.Memory} */ (memory).buffer.byteLength;
}

/** @param {string} title @param {[string, number][]} rows */
function tableOf(title, rows) {
  const sum = rows.reduce((all, [, size]) => all + size, 0);
  console.log(`\n${title}`);
  for (const [name, size] of rows.sort((a, b) => b[1] - a[1]))
    console.log(`${String(size).padStart(8)}  ${name}`);
  console.log(`${String(sum).padStart(8)}  all`);
}

/** From the fallback's object files: those of dist/koord.wasm wait for link-time optimisation. @returns {[string, number][]} */
function coreFiles() {
  const objects = globSync('build/mvp/src/**/*.o').filter(object => existsSync(sourceOf(object)));
  return objects.map(object => [sourceOf(object), sectionsOf(object)]);
}

/** @param {string} object */
const sourceOf = object => object.replace('build/mvp/', '').replace(/o$/, 'c');

/** Code, and data without its zeros, which an object file spells out and a finished module leaves away. @param {string} object */
function sectionsOf(object) {
  const CODE = 10;
  const DATA = 11;
  return sections(readFileSync(object)).reduce((sum, { id, content }) => {
    if (id === CODE) return sum + content.length;
    return id === DATA ? sum + content.filter(byte => byte !== 0).length : sum;
  }, 0);
}

/** The sections of a wasm file, which start after its 8 bytes of heading: an id, a LEB128 size, the content. @param {Buffer} wasm */
function sections(wasm) {
  const found = [];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at++];
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = wasm[at] > 127;
      size |= (wasm[at++] & 127) << shift;
    }
    found.push({ id, content: wasm.subarray(at, at + size) });
    at += size;
  }
  return found;
}

/** @returns {Record<string, [string, number][]>} */
function bundles() {
  /** @type {Record<string, import('esbuild').Metafile>} */
  const meta = JSON.parse(readFileSync('build/bundles.json', 'utf8'));
  return Object.fromEntries(
    Object.entries(meta).map(([bundle, { outputs }]) => {
      const [{ inputs }] = Object.values(outputs);
      return [bundle, Object.entries(inputs).map(([name, { bytesInOutput }]) => [name, bytesInOutput])];
    }),
  );
}

function downloads() {
  console.log('\nDownloads            raw   brotli');
  for (const name of FILES) {
    const raw = readFileSync(`dist/${name}`).length;
    console.log(`${name.padEnd(20)}${String(raw).padStart(6)}  ${String(brotli(name)).padStart(6)}`);
  }
}

function limits() {
  console.log('\nLimits');
  for (const { what, most, ceiling = most, of, unit } of LIMITS) {
    const size = of(what);
    if (size > ceiling) process.exitCode = 1;
    const verdict = size > ceiling ? 'FAILED' : size > most ? 'OVER' : 'ok';
    const rest = ceiling > most ? `, ceiling ${ceiling}` : '';
    console.log(`${verdict.padEnd(6)}  ${what}: ${size} of ${most} bytes (${unit}${rest})`);
  }
}

/** What each detector adds to the module, and its part of what travels: it compresses like the rest of the code. */
function weights() {
  const files = coreFiles();
  const all = files.reduce((sum, [, size]) => sum + size, 0);
  const travels = brotli('koord.wasm');
  const detectors = files
    .map(([name, size]) => ({ name: basename(name, '.c'), size }))
    .filter(({ name }) => existsSync(`docs/detectors/${name}.md`))
    .sort((a, b) => b.size - a.size || a.name.localeCompare(b.name));
  const sum = detectors.reduce((total, { size }) => total + size, 0);
  const row = (/** @type {string} */ name, /** @type {number} */ size) =>
    `| ${name} | ${size} | ${Math.round((size / all) * travels)} |`;
  console.log(
    [
      '<!-- Written by tools/size.mjs. Do not edit; run `make weights`. -->',
      '# What each detector weighs',
      '',
      `Bytes of code and constants as compiled for WebAssembly, and their part of the module's ${travels} bytes (brotli). All`,
      'detectors are in every module: a switched-off one costs no time, and these bytes.',
      '',
      '| detector | compiled | brotli |',
      '| --- | --: | --: |',
      ...detectors.map(({ name, size }) => row(`[${name}](detectors/${name}.md)`, size)),
      row('all detectors', sum),
      row('the rest of the core', all - sum),
    ].join('\n'),
  );
}

if (process.argv[2] === 'weights') {
  weights();
  process.exit();
}
tableOf('Core, bytes of code and constant data as compiled (before linking and wasm-opt)', coreFiles());
for (const [bundle, modules] of Object.entries(bundles())) tableOf(`dist/${bundle}, bytes minified`, modules);
downloads();
limits();
