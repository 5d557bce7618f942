// Runs every vector of docs/ in the four builds of the core: the native one must give what the document says, the others
// the same bytes.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { BUILDS } from './builds.mjs';
import { assertExpected } from './judge.mjs';
import { readVectors } from './read.mjs';

const files = readdirSync('docs/detectors').filter(name => name.endsWith('.md')).map(name => `docs/detectors/${name}`);
const vectors = [...files, 'docs/surveys.md', 'docs/outcomes.md'].flatMap(readVectors);
const [native, ...others] = BUILDS;

describe('the native core', () => {
  for (const vector of vectors) {
    it(`${vector.file}: ${vector.title}`, async () => {
      const verdicts = await native.replay([vector.facts], vector.settings);
      assertExpected(verdicts.split('\n').filter(Boolean), vector);
    });
  }
});

describe('the other builds write the same bytes', () => {
  for (const { name, replay } of others) {
    for (const [settings, trails] of bySettings()) {
      it(`${name}, ${trails.length} vectors with settings ${settings}`, async () => {
        const expected = await native.replay(trails, JSON.parse(settings));
        assert.ok(trails.length < 5 || expected.length > 0);
        assert.equal(await replay(trails, JSON.parse(settings)), expected);
      });
    }
  }
});

function bySettings() {
  const groups = new Map();
  for (const { settings, facts } of vectors) {
    const key = JSON.stringify(settings);
    groups.set(key, [...(groups.get(key) ?? []), facts]);
  }
  return groups;
}
