// Every detector can be switched off by its own setting: then nothing that its document expects is said.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { BUILDS } from './builds.mjs';
import { readVectors } from './read.mjs';

const [native] = BUILDS;

/** @typedef {import('./read.mjs').Fact} Fact */

/**
 * The signals of one detector in all journeys of its document; those that share settings are one replay.
 * @param {string} name @param {Record<string, number>} [settings]
 */
async function said(name, settings = {}) {
  /** @type {Map<string, Fact[][]>} */
  const trails = new Map();
  for (const vector of readVectors(`docs/detectors/${name}.md`)) {
    const set = JSON.stringify({ ...vector.settings, ...settings });
    trails.set(set, [...(trails.get(set) ?? []), vector.facts]);
  }
  let verdicts = '';
  for (const [set, those] of trails) verdicts += await native.replay(those, JSON.parse(set));
  return verdicts.split('\n').filter(line => line.includes(`"signal":"${name}"`)).length;
}

for (const name of readdirSync('docs/detectors').map(file => basename(file, '.md')))
  it(`${name} says nothing when it is switched off`, async () => {
    assert.ok((await said(name)) > 0);
    assert.equal(await said(name, { [`${name}.enabled`]: 0 }), 0);
  });
