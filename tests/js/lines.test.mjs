// The lines of a cart: what was done to them, and how one page hands them to the next.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesIn, readLines, writeLines } from '../../js/shop/lines.js';

/** @type {Array<[what: string, before: [number, number][], now: [number, number][], changes: any[]]>} */
const ROWS = [
  ['nothing', [[1, 2]], [[1, 2]], []],
  ['one more of it', [[1, 2]], [[1, 3]], [{ phase: 'changed', key: 1, quantity: 3 }]],
  [
    'a line is gone',
    [
      [1, 2],
      [7, 1],
    ],
    [[7, 1]],
    [{ phase: 'removed', key: 1, quantity: 0 }],
  ],
  ['none of it is left', [[1, 2]], [[1, 0]], [{ phase: 'removed', key: 1, quantity: 0 }]],
  ['it comes back', [], [[1, 2]], [{ phase: 'added', key: 1, quantity: 2 }]],
  [
    'one goes and one comes',
    [[1, 1]],
    [[2, 1]],
    [
      { phase: 'removed', key: 1, quantity: 0 },
      { phase: 'added', key: 2, quantity: 1 },
    ],
  ],
];

describe('lines of a cart', () => {
  for (const [what, before, now, changes] of ROWS)
    test(what, () => assert.deepEqual(changesIn(new Map(before), new Map(now)), changes));
  test('are the same on the next page', () => {
    const lines = new Map([
      [4294967295, 2],
      [7, 1],
    ]);
    assert.deepEqual(readLines(writeLines(lines)), lines);
    assert.deepEqual(readLines(''), new Map());
  });
});
