// Turns the MVP build of the core into an ES module of plain JavaScript, for pages that forbid WebAssembly:
// `instantiate()` gives what `instance.exports` gives elsewhere.
//   fallback.mjs IN.wasm OUT.js
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { banner } from './banner.mjs';

const [from, to] = process.argv.slice(2);
const source = execFileSync('wasm2js', ['-Oz', from], { encoding: 'utf8', maxBuffer: 64 << 20 });
const { code } = transformSync(asModule(source), { minify: true, format: 'esm', target: 'es2020' });
writeFileSync(to, `${banner}\n${code}`);
writeFileSync(to.replace(/\.m?js$/, '.d.ts'), 'export function instantiate(): WebAssembly.Exports;\n');

/**
 * wasm2js ends by making its only instance and exporting every function by name. A page load may need the core
 * more than once (a session ends, another begins), so this instance becomes a function that makes one.
 * @param {string} js
 */
function asModule(js) {
  const end = js.search(/^var retasmFunc = /m);
  if (end < 0) throw new Error('wasm2js ends otherwise than this script expects: look for retasmFunc');
  const abort = 'abort() { throw new Error("unreachable"); }';
  return `${js.slice(0, end)}export function instantiate() { return asmFunc({ ${abort} }); }`;
}
