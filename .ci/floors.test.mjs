// The checker of floors names what climbs, and leaves alone what does not.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { violations } from './floors.mjs';

const TABLE =
  'KOORD_DETECTOR(1, RAGE_CLICK, rage_click, FRICTION, "")\nKOORD_DETECTOR(2, DEAD_CLICK, dead_click, FRICTION, "")\n';

/** What the checker says about one file in a small house. @param {string} file @param {string} text */
function verdictOn(file, text) {
  const root = mkdtempSync(join(tmpdir(), 'koord-floors-'));
  try {
    for (const [path, content] of [
      ['include/koord_detectors.def', TABLE],
      [file, text],
    ]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return violations(root)
      .map(found => `${found.file}:${found.line}: ${found.why}`)
      .join('\n');
  } finally {
    rmSync(root, { recursive: true });
  }
}

const WRONG = [
  [
    'a model that knows the wire',
    'src/model/cart.c',
    '\n#include "wire/record.h"',
    /cart\.c:2: .*higher floor/,
  ],
  [
    'a detector that knows another',
    'src/detect/dead_click.c',
    '#include "detect/rage_click.h"',
    /another detector/,
  ],
  ['a core that prints', 'src/base/text.c', '#include <stdio.h>', /leads out of the core/],
  ['a core that knows a door', 'src/core/engine.c', '#include "wasm/exports.h"', /is a door/],
  ['a door that knows another', 'src/cli/main.c', '#include "collector/store.h"', /is a door/],
  ['a module with a timer', 'js/capture/click.js', 'setTimeout(go, 5);', /only js\/clock\.js knows time/],
  ['a module that reads a value', 'js/target.js', 'const v = field.value;', /only js\/redact\.js reads/],
  ['a module that sends', 'js/koord.js', 'await fetch(url);', /only js\/transport\.js sends/],
  ['a module in the memory of the core', 'js/koord.js', 'core.memory.buffer', /only js\/core\.js touches/],
];
for (const [name, file, text, why] of /** @type {[string, string, string, RegExp][]} */ (WRONG)) {
  test(`names ${name}`, () => assert.match(verdictOn(file, text), why));
}

const RIGHT = [
  [
    'lower floors, the public header and its own',
    'src/wire/record.c',
    '#include "koord.h"\n#include "wire/record.h"\n#include "base/text.h"\n#include <string.h>',
  ],
  [
    'the registry, which knows every detector by name only',
    'src/detect/registry.c',
    '#include "detect/detector.h"',
  ],
  ['a command that prints', 'src/cli/main.c', '#include <stdio.h>\n#include "core/engine.h"'],
  ['the module that may', 'js/clock.js', 'setTimeout(go, 5);'],
  ['words in a comment', 'js/page.js', '// setTimeout is in clock.js\n/** field.value */'],
];
for (const [name, file, text] of RIGHT)
  test(`accepts ${name}`, () => assert.equal(verdictOn(file, text), ''));
