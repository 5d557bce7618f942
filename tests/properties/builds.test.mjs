// The four builds of the core write the same bytes about the same random visits.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { BUILDS } from '../vectors/builds.mjs';

const VISITS = 100;
const SEED = 1;

/** As tests/properties/trail.h numbers them; only in these two all visits share their settings. */
const KINDS = { 'plain settings': 0, 'touchy settings': 1 };

/** @param {number} kind @returns {{ settings: Record<string, number>, trails: import('../vectors/read.mjs').Fact[][] }} */
function roll(kind) {
  const written = execFileSync('build/write_trails', [kind, VISITS, SEED].map(String), { encoding: 'utf8' });
  const [settings, ...facts] = written
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const begins = facts.flatMap((fact, i) => (fact.kind === 'session' ? [i] : []));
  return { settings, trails: begins.map((begin, i) => facts.slice(begin, begins[i + 1])) };
}

/** Fails on the first line that differs, which says more than a megabyte of difference. @param {string} found @param {string} expected */
function assertSameLines(found, expected) {
  const [lines, others] = [expected.split('\n'), found.split('\n')];
  const place = lines.findIndex((line, i) => line !== others[i]);
  if (place >= 0) assert.equal(others[place], lines[place], `verdict ${place + 1} of ${lines.length - 1}`);
  assert.equal(others.length, lines.length);
}

const [native, ...others] = BUILDS;

for (const [name, kind] of Object.entries(KINDS)) {
  describe(`${VISITS} random visits, ${name}`, async () => {
    const { settings, trails } = roll(kind);
    const expected = await native.replay(trails, settings);

    it('have verdicts to compare', () => {
      assert.equal(trails.length, VISITS);
      assert.ok(expected.split('\n').length > VISITS);
    });
    for (const build of others) {
      it(`${build.name} writes the bytes of the native core`, async () => {
        assertSameLines(await build.replay(trails, settings), expected);
      });
    }
  });
}
