// Whether the verdicts that a build wrote are those that a vector expects.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { keyOf } from './read.mjs';

/** @param {string} line a verdict as it was written @param {Record<string, string>} expected @param {(id: number) => number} renumber */
function assertVerdict(line, { t, verdict, ...expected }, renumber) {
  const found = JSON.parse(line);
  const said = { state: 'final', ...expected };
  assert.equal(`${found.t} ${found.kind === 'signal' ? found.signal : found.kind}`, `${t} ${verdict}`, line);
  for (const [name, value] of Object.entries(said)) {
    if (name === 'state' && found.kind !== 'signal') continue;
    assert.equal(shown(found, name, renumber), name === 'target' ? targetOf(value) : value, `${name} of ${line}`);
  }
}

/** As it is shown: `-` stands for none. @param {string} name */
const targetOf = name => (name === '-' ? 'undefined' : keyOf(name));

/**
 * A document speaks of its own detector, and of others where a vector names them: their signals, and the decisions
 * about those. So does the one about outcomes; the one about surveys names what it speaks of.
 * @param {string[]} lines @param {string} file @param {Record<string, string>[]} expect
 */
function spokenOf(lines, file, expect) {
  const own = basename(file, '.md');
  const names = new Set([own, own.replace(/s$/, ''), ...expect.map(({ verdict }) => verdict)]);
  const ids = new Set();
  return lines.filter(line => {
    const { kind, id, signal } = JSON.parse(line);
    if (kind === 'signal' && names.has(signal)) ids.add(id);
    return kind === 'decision' ? ids.has(signal) : names.has(kind === 'signal' ? signal : kind);
  });
}

/**
 * Numbers as they are where nobody else speaks, so that one detector's verdicts do not shift another's document.
 * @param {string[]} all @param {string[]} spoken @returns {(id: number) => number}
 */
function renumbering(all, spoken) {
  const others = all.filter(line => !spoken.includes(line)).map(line => JSON.parse(line).id);
  return id => id - others.filter(other => other < id).length;
}

/** @param {any} found @param {string} name @param {(id: number) => number} renumber */
function shown(found, name, renumber) {
  if (name === 'evidence') return found.evidence.map(renumber).join();
  return `${name === 'about' ? renumber(found.about) : found[name]}`;
}

/** Throws where they are not. @param {string[]} all verdicts as they were written @param {import('./read.mjs').Vector} vector */
export function assertExpected(all, { file, expect }) {
  const lines = spokenOf(all, file, expect);
  const wanted = expect.map(one => JSON.stringify(one)).join('\n');
  assert.equal(lines.length, expect.length, `verdicts:\n${lines.join('\n')}\nexpected:\n${wanted}`);
  const renumber = renumbering(all, lines);
  for (const [i, line] of lines.entries()) assertVerdict(line, expect[i], renumber);
}
