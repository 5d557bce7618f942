// The truth tables of docs/surveys-table.md: which visits ask what, and why the others do not. The native core must decide
// as a row says, and the other builds must write the same bytes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BUILDS } from './builds.mjs';
import { readRows } from './read.mjs';

const rows = readRows('docs/surveys-table.md');
const [native, ...others] = BUILDS;
const configs = [...new Set(rows.map(({ surveys }) => surveys))];

/** `1000 ask NAME` for each decision. @param {string} verdicts */
const decisions = verdicts =>
  verdicts
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
    .filter(({ kind }) => kind === 'decision')
    .map(({ t, answer, why, survey }) => `${t} ${answer === 'ask' ? 'ask' : why} ${survey}`);

it('has two hundred rows at the least', () => assert.ok(rows.length >= 200, `${rows.length}`));

describe('the native core decides as it is written', () => {
  for (const { title, surveys, visit, facts, decided } of rows) {
    it(`${title}: ${visit}`, async () => {
      assert.deepEqual(decisions(await native.replay([facts], {}, surveys)), decided);
    });
  }
});

describe('the other builds write the same bytes', () => {
  for (const { name, replay } of others) {
    it(name, async () => {
      for (const surveys of configs) {
        const trails = rows.filter(row => row.surveys === surveys).map(({ facts }) => facts);
        assert.equal(await replay(trails, {}, surveys), await native.replay(trails, {}, surveys));
      }
    });
  }
});
