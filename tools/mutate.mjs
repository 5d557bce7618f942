// How much the tests notice: changes one comparison or number of the detectors at a time, and runs what should fail.
//   mutate.mjs [FILE.c ...]    every file of src/detect and src/score, and what judges presses, unless told which
// Works on a copy in build/mutate. Those that nothing noticed are listed; some change nothing that can be seen.
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { assertExpected } from '../tests/vectors/judge.mjs';
import { readVectors } from '../tests/vectors/read.mjs';

const ROOM = 'build/mutate';
const REPLAY = `${ROOM}/koord`;
const USUAL = [...globSync('src/model/{response,judge}.c'), ...globSync('src/{detect,score}/*.c')].sort();
const CORE = globSync('src/{base,model,detect,score,survey,wire,core}/*.c');
const CLI = globSync('src/cli/*.c');
const TESTS = globSync('tests/unit/{model,detect,score,survey,core}/**/test_*.c');
/** Without sanitizers: most changes are noticed by what is said, and three times as many can be tried. */
const COMPILE = '-std=c11 -O0 -w -fPIC -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -Ibuild'.split(' ');
const LONGEST_MS = 4000; // a change may well make it run for ever
const VECTORS = globSync('docs/{detectors/*,surveys,outcomes}.md').flatMap(readVectors);

/** What becomes of what. @type {[RegExp, (found: string) => string][]} */
const CHANGES = [
  [/(?<![-<>=])<(?![<=])/g, () => '<='],
  [/(?<![-<>])>(?![>=])/g, () => '>='],
  [/<=/g, () => '<'],
  [/>=/g, () => '>'],
  [/==/g, () => '!='],
  [/!=/g, () => '=='],
  [/&&/g, () => '||'],
  [/\|\|/g, () => '&&'],
  [/(?<![\w.[])\d+(?![\w\]])/g, found => (found === '1' ? '0' : String(Number(found) + 1))],
];

/** @typedef {{ file: string, line: number, was: string, is: string, text: string }} Mutant */

/** @param {string} file @returns {Mutant[]} */
function mutantsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  let inside = false; // a comment
  return lines.flatMap((line, i) => {
    inside = inside || /^\s*\/\*/.test(line);
    const skip = inside || /^\s*#/.test(line);
    if (line.includes('*/')) inside = false;
    return skip ? [] : mutantsIn(file, lines, i);
  });
}

/** @param {string} file @param {string[]} lines @param {number} i @returns {Mutant[]} */
function mutantsIn(file, lines, i) {
  const code = lines[i].replace(/\/\*.*$/, '');
  return CHANGES.flatMap(([pattern, change]) =>
    [...code.matchAll(pattern)].map(({ 0: found, index }) => {
      const is = code.slice(0, index) + change(found) + code.slice(index + found.length);
      const text = [...lines.slice(0, i), is, ...lines.slice(i + 1)].join('\n');
      return { file, line: i + 1, was: code.trim(), is: is.trim(), text };
    }),
  );
}

/** @param {string} source */
const objectOf = source => `${ROOM}/${source.replaceAll('/', '_')}.o`;

/** @param {string} source @param {string} [as] */
function compile(source, as = source) {
  return spawnSync('gcc', [...COMPILE, '-c', source, '-o', objectOf(as)]).status === 0;
}

function linkCore() {
  execFileSync('gcc', ['-shared', ...CORE.map(objectOf), '-o', `${ROOM}/libcore.so`]);
}

/** @param {string[]} sources @param {string} program @param {string[]} libraries */
function link(sources, program, ...libraries) {
  const core = [`-L${ROOM}`, '-lcore', `-Wl,-rpath,${process.cwd()}/${ROOM}`];
  execFileSync('gcc', [...sources.map(objectOf), ...core, ...libraries, '-o', program]);
}

/** @param {string} test */
const programOf = test => `${ROOM}/${basename(test, '.c')}`;

/** Everything once; afterwards a change costs one object and one library. */
function prepare() {
  rmSync(ROOM, { recursive: true, force: true });
  mkdirSync(ROOM, { recursive: true });
  for (const source of [...CORE, ...CLI, ...TESTS])
    if (!compile(source)) throw new Error(`${source} does not compile`);
  linkCore();
  for (const test of TESTS) link([test], programOf(test), ...pkgConfig());
  link(CLI, REPLAY);
}

function pkgConfig() {
  return execFileSync('pkg-config', ['--libs', 'check'], { encoding: 'utf8' }).trim().split(' ');
}

/** Killed, not asked to end: Check hands that request on to its whole process group, which is ours. */
const LIMITS = /** @type {const} */ ({ timeout: LONGEST_MS, killSignal: 'SIGKILL' });

/** @param {string} test */
const testPasses = test => spawnSync(programOf(test), { ...LIMITS, stdio: 'ignore' }).status === 0;

/** @typedef {import('../tests/vectors/read.mjs').Vector} Vector */

/** The verdicts on the journeys of vectors that share their settings, one a line; '' where it did not end well.
 * @param {Vector[]} vectors */
function replay(vectors) {
  const config = `${ROOM}/config.json`;
  writeFileSync(config, JSON.stringify({ settings: vectors[0].settings }));
  const facts = vectors.flatMap(vector => vector.facts);
  const input = facts.map(fact => `${JSON.stringify(fact)}\n`).join('');
  const args = ['replay', '-', '--config', config];
  const { stdout, status } = spawnSync(REPLAY, args, { ...LIMITS, input, encoding: 'utf8' });
  return status === 0 ? stdout : '';
}

/** @param {Vector} vector */
function vectorHolds(vector) {
  try {
    assertExpected(replay([vector]).split('\n').filter(Boolean), vector);
    return true;
  } catch {
    return false; // not what it says, or nothing that can be read
  }
}

/** All vectors in a few replays: where these write what they always wrote, no vector can notice anything. */
/** @type {Map<string, Vector[]>} */
const GROUPS = new Map();
for (const vector of VECTORS) {
  const settings = JSON.stringify(vector.settings);
  GROUPS.set(settings, [...(GROUPS.get(settings) ?? []), vector]);
}
const replayAll = () => [...GROUPS.values()].map(replay);
/** @type {string[]} */
let usual = [];
const vectorsHold = () => replayAll().every((said, i) => said === usual[i]) || VECTORS.every(vectorHolds);

/** A detector's own document notices most. @param {string} file */
const ownHold = file =>
  VECTORS.filter(vector => basename(vector.file, '.md') === basename(file, '.c')).every(vectorHolds);

const allPasses = () => vectorsHold() && TESTS.every(testPasses);

/** Whether a test fails, or the compiler. @param {Mutant} mutant */
function isNoticed({ file, text }) {
  const changed = `${ROOM}/changed.c`;
  writeFileSync(changed, text);
  if (!compile(changed, file)) return true;
  linkCore();
  return !ownHold(file) || !allPasses();
}

/** @param {string} file @returns {{ count: number, unseen: Mutant[] }} */
function tryFile(file) {
  const mutants = mutantsOf(file);
  const unseen = mutants.filter(mutant => !isNoticed(mutant));
  compile(file);
  console.log(`${file}: ${mutants.length - unseen.length} of ${mutants.length} noticed`);
  for (const { line, was, is } of unseen)
    console.log(`  ${line}: ${was}\n  ${' '.repeat(`${line}`.length)}  ${is}`);
  return { count: mutants.length, unseen };
}

prepare();
if (!allPasses()) throw new Error(`the tests fail as things are: see the programs in ${ROOM}`);
usual = replayAll();
const tried = (process.argv.length > 2 ? process.argv.slice(2) : USUAL).map(tryFile);
const count = tried.reduce((sum, { count }) => sum + count, 0);
const unseen = tried.reduce((sum, { unseen }) => sum + unseen.length, 0);
console.log(
  `${count - unseen} of ${count} changes noticed (${Math.round((100 * (count - unseen)) / count)} %)`,
);
