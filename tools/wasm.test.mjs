// The two scripts that finish the core for browsers refuse what must not reach a page.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'koord-wasm-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} wat @returns {string} the file */
function assemble(name, wat) {
  const [text, file] = [join(folder, `${name}.wat`), join(folder, `${name}.wasm`)];
  writeFileSync(text, `(module ${wat})`);
  execFileSync('wasm-as', [text, '-o', file]);
  return file;
}

/** @param {string} tool @param {...string} args */
const run = (tool, ...args) =>
  spawnSync(process.execPath, [`tools/${tool}.mjs`, ...args], { encoding: 'utf8' });

const COUNTER = `(memory (export "memory") 1 1)
  (func (export "count") (result i32)
    (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
    (i32.load (i32.const 0)))
  (func (export "stackSave") (result i32) (i32.const 0))`;

test('what Emscripten exports for itself is dropped', () => {
  const finished = join(folder, 'finished.wasm');
  assert.equal(run('finish-wasm', '--mvp', assemble('counter', COUNTER), finished).status, 0);
  const module = new WebAssembly.Module(readFileSync(finished));
  assert.deepEqual(
    WebAssembly.Module.exports(module).map(one => one.name),
    ['memory', 'count'],
  );
});

const REFUSED = [
  [
    'an import',
    '(import "env" "now" (func $now)) (memory (export "memory") 1 1) (export "f" (func $now))',
    /imports env\.now/,
  ],
  ['memory that grows', '(memory (export "memory") 1 9) (func (export "f"))', /can grow/],
  [
    'more memory than promised',
    '(memory (export "memory") 3 3) (func (export "f"))',
    /more than 131072 bytes/,
  ],
];
for (const [what, wat, why] of /** @type {[string, string, RegExp][]} */ (REFUSED)) {
  test(`${what} is refused`, () => {
    const { status, stderr } = run(
      'finish-wasm',
      '--mvp',
      assemble('refused', wat),
      join(folder, 'out.wasm'),
    );
    assert.equal(status, 1);
    assert.match(stderr, why);
  });
}

test('the fallback makes instances that know nothing of each other', async () => {
  const file = join(folder, 'fallback.mjs');
  const { status, stderr } = run('fallback', assemble('counter', COUNTER), file);
  assert.equal(status, 0, stderr);
  const { instantiate } = await import(pathToFileURL(file).href);
  const [one, other] = [instantiate(), instantiate()];
  assert.deepEqual([one.count(), one.count(), other.count()], [1, 2, 1]);
  assert.equal(new Int32Array(one.memory.buffer)[0], 2);
});
