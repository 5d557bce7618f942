// The core as a text: any bytes come back, and the text is safe in any page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesOf, textOf } from '../../js/module.js';

const MODULE = readFileSync(new URL('../../dist/koord.wasm', import.meta.url));
const EVERY_BYTE = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);
const SAMPLES = { 'the module': MODULE, 'every byte': EVERY_BYTE, 'no byte': new Uint8Array() };

for (const [name, bytes] of Object.entries(SAMPLES)) {
  test(`${name} comes back`, () => {
    const back = bytesOf(textOf(bytes));
    assert.deepEqual([...back], [...bytes]);
  });

  test(`${name} is ASCII without anything that ends a string or a script`, () => {
    assert.match(textOf(bytes), /^[ -~]+$/);
    assert.doesNotMatch(textOf(bytes), /["'`\\<>]/);
  });
}

test('the module grows by less than a tenth', () => {
  assert.ok(textOf(MODULE).length < 1.1 * MODULE.length);
});
