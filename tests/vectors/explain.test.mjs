// koord replay --explain: verdicts for people, in the words of the detectors' documents.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { sentencesIn } from '../../tools/sentences.mjs';
import { readVectors } from './read.mjs';

const explain = (/** @type {object[]} */ facts, /** @type {string[]} */ ...more) =>
  execFileSync('build/koord', ['replay', '-', '--explain', ...more], {
    input: facts.map(fact => JSON.stringify(fact)).join('\n'),
    encoding: 'utf8',
  });

const [{ facts: lost }] = readVectors('docs/detectors/zero_results.md');

it('says in a sentence what happened, what it rests on, and by which thresholds', () => {
  const [sentence, , first, , thresholds, outcome, question] = explain(lost).split('\n');
  assert.equal(sentence, '  0:01  The search found nothing, and 600 ms later still nothing.  [zero_results.zero, severity 3, final]');
  assert.deepEqual(JSON.parse(first), lost[2]);
  assert.equal(thresholds.trim(), 'with settle_ms 600 ms, empty_state_ms 500 ms');
  assert.equal(outcome, '  0:01  The search failed  (610 ms)');
  assert.equal(question, '  0:01  Asked: How easy was it to find what you were looking for?  [search_effort, clear]');
});

it('names the findings that a finding rests on', () => {
  const lines = explain(readVectors('docs/detectors/struggle.md')[0].facts).split('\n');
  const at = lines.findIndex(line => line.includes('[struggle.struggle,'));
  assert.equal(lines[at + 1].trim(), 'rests on');
  for (const [i, clock] of ['0:01', '0:05', '0:09'].entries())
    assert.equal(lines[at + 2 + i].trim(), `${clock}  The search found nothing, and 600 ms later still nothing.  [zero_results.zero, severity 3, final]`);
});

it('shows the facts of a recording that numbers none', () => {
  const unnumbered = lost.map(fact => ({ ...fact, id: undefined }));
  const [, , first] = explain(unnumbered).split('\n');
  assert.deepEqual(JSON.parse(first), JSON.parse(JSON.stringify(unnumbered[2])));
});

it('says what was looked for, where a fact knows it', () => {
  const searched = lost.map(fact => (fact.kind === 'search' ? { ...fact, query: '12" hammok' } : fact));
  assert.match(explain(searched), /The search for 12" hammok found nothing, and/);
  assert.match(explain(searched, 'nl'), /De zoekopdracht 12" hammok vond niets, en/);
});

it('tells long times in minutes', () => {
  assert.match(explain(readVectors('docs/detectors/struggle.md')[0].facts), /fade_ms 2 min/);
});

it('says it in Dutch', () => {
  assert.match(explain(lost, 'nl'), /De zoekopdracht vond niets, en 600 ms later nog steeds niets\. {2}\[zero_results\.zero, ernst 3, final\]/);
});

it('takes what stands behind it for a file where it is no language', () => {
  const help = execFileSync('build/koord', ['replay', '--explain', '--help'], { encoding: 'utf8' });
  assert.match(help, /--explain \[en\|nl\]/);
});

for (const file of readdirSync('docs/detectors')) {
  it(`${file}: every sentence has its two languages, and braces that close`, () => {
    const sentences = Object.entries(sentencesIn(`docs/detectors/${file}`));
    assert.ok(sentences.length > 0);
    for (const [variant, said] of sentences) {
      assert.equal(said.length, 2, variant);
      for (const one of said) assert.equal(one.replace(/\{\w+\}/g, '').replace(/\[[^[\]]*\]/g, '').search(/[{}[\]]/), -1, one);
      assert.notEqual(said[0], said[1], variant);
    }
  });
}
