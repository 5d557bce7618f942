// Every detector can be switched off by its own setting: then nothing that its document expects is said.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { BUILDS } from './builds.mjs';
import { readVectors } from './read.mjs';

const [native] = BUILDS;

/** The signals of one detector in all journeys of its document. @param {string} name @param {Record<string, number>} [settings] */
async function said(name, settings = {}) {
  const vectors = readVectors(`docs/detectors/${name}.md`);
  const alike = Map.groupBy(vectors, vector => JSON.stringify({ ...vector.settings, ...settings }));
  let count = 0;
  for (const [set, those] of alike) {
    const verdicts = await native.replay(those.map(({ facts }) => facts), JSON.parse(set));
    count += verdicts.split('\n').filter(line => line.includes(`"signal":"${name}"`)).length;
  }
  return count;
}

for (const name of readdirSync('docs/detectors').map(file => basename(file, '.md')))
  it(`${name} says nothing when it is switched off`, async () => {
    assert.ok((await said(name)) > 0);
    assert.equal(await said(name, { [`${name}.enabled`]: 0 }), 0);
  });
