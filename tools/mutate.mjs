// How much the tests notice: changes one comparison or number of the detectors at a time, and runs what should fail.
//   mutate.mjs [FILE.c ...]    every file of src/detect and src/score, and what judges presses, unless told which
// Works on copies in build/mutate. A change from which the compiler makes the same program is none. What is left gets a
// second try under the sanitizers, and is listed if nothing notices it there either; tests/mutants.md says what that can be.
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { assertExpected } from '../tests/vectors/judge.mjs';
import { readVectors } from '../tests/vectors/read.mjs';
import { mutantsOf } from './mutants.mjs';

const USUAL = [...globSync('src/model/{response,judge}.c'), ...globSync('src/{detect,score}/*.c')].sort();
const CORE = globSync('src/{base,model,detect,score,survey,wire,core}/*.c');
const CLI = globSync('src/cli/*.c');
const TESTS = globSync('tests/unit/{model,detect,score,survey,core}/**/test_*.c');
const VECTORS = globSync('docs/{detectors/*,surveys,outcomes}.md').flatMap(readVectors);

const COMPILE = '-std=c11 -w -fPIC -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -Ibuild'.split(' ');

/** Where the core, the tests and the command line lie, built in one way. @typedef {{ at: string, flags: string[] }} Room */
/** @type {Room} */
const PLAIN = { at: 'build/mutate/plain', flags: ['-O0'] };
/** A third of the speed, but sees what is read beside an array. @type {Room} */
const WARY = {
  at: 'build/mutate/wary',
  flags: ['-O0', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'],
};

/** @param {string} source @param {Room} room */
const objectOf = (source, room) => `${room.at}/${source.replaceAll('/', '_')}.o`;

/** @param {string} test @param {Room} room */
const programOf = (test, room) => `${room.at}/${basename(test, '.c')}`;

/** @param {string} source @param {Room} room @param {string} [as] */
function compile(source, room, as = source) {
  const { status } = spawnSync('gcc', [...COMPILE, ...room.flags, '-c', source, '-o', objectOf(as, room)]);
  return status === 0;
}

/** @param {Room} room */
function linkCore(room) {
  const objects = CORE.map(source => objectOf(source, room));
  execFileSync('gcc', ['-shared', ...room.flags, ...objects, '-o', `${room.at}/libcore.so`]);
}

/** @param {string[]} sources @param {string} program @param {Room} room @param {string[]} libraries */
function link(sources, program, room, ...libraries) {
  const core = [`-L${room.at}`, '-lcore', `-Wl,-rpath,${process.cwd()}/${room.at}`];
  const objects = sources.map(source => objectOf(source, room));
  execFileSync('gcc', [...room.flags, ...objects, ...core, ...libraries, '-o', program]);
}

const CHECK = execFileSync('pkg-config', ['--libs', 'check'], { encoding: 'utf8' }).trim().split(' ');

/** Everything once; afterwards a change costs one object and one library. @param {Room} room */
function furnish(room) {
  mkdirSync(room.at, { recursive: true });
  for (const source of [...CORE, ...CLI, ...TESTS])
    if (!compile(source, room)) throw new Error(`${source} does not compile`);
  linkCore(room);
  for (const test of TESTS) link([test], programOf(test, room), room, ...CHECK);
  link(CLI, programOf('koord', room), room);
}

/** A change may well make it run for ever. Killed, not asked to end: Check hands that request on to its whole process
 * group, which is ours. Nobody minds what a program has not given back when it ends. */
const LIMITS = /** @type {const} */ ({
  timeout: 8000,
  killSignal: 'SIGKILL',
  env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' },
});

/** @param {Room} room */
const testsPass = room =>
  TESTS.every(test => spawnSync(programOf(test, room), { ...LIMITS, stdio: 'ignore' }).status === 0);

/** @typedef {import('../tests/vectors/read.mjs').Vector} Vector */

/** The verdicts on the journeys of vectors that share their settings, one a line; '' where it did not end well.
 * @param {Vector[]} vectors @param {Room} room */
function replay(vectors, room) {
  const config = `${room.at}/config.json`;
  writeFileSync(config, JSON.stringify({ settings: vectors[0].settings }));
  const facts = vectors.flatMap(vector => vector.facts);
  const input = facts.map(fact => `${JSON.stringify(fact)}\n`).join('');
  const args = ['replay', '-', '--config', config];
  const { stdout, status } = spawnSync(programOf('koord', room), args, {
    ...LIMITS,
    input,
    encoding: 'utf8',
  });
  return status === 0 ? stdout : '';
}

/** @param {Vector} vector */
function vectorHolds(vector) {
  try {
    assertExpected(replay([vector], PLAIN).split('\n').filter(Boolean), vector);
    return true;
  } catch {
    return false; // not what it says, or nothing that can be read
  }
}

/** One replay for each of their settings is enough to see whether they end well. @param {Vector[]} vectors */
function grouped(vectors) {
  const all = [...new Set(vectors.map(({ settings }) => JSON.stringify(settings)))];
  return all.map(one => vectors.filter(({ settings }) => JSON.stringify(settings) === one));
}

/** Vectors and what they write as things are; halved, to find those that write something else without asking each.
 * @typedef {{ vectors: Vector[], usual: string, halves: Tree[] }} Tree */
/** @param {Vector[]} vectors @returns {Tree} */
function treeOf(vectors) {
  const half = vectors.length >> 1;
  const halves = half < 8 ? [] : [vectors.slice(0, half), vectors.slice(half)].map(treeOf);
  return { vectors, usual: replay(vectors, PLAIN), halves };
}

/** @type {Tree[]} */
let trees = [];
/** Where nothing else is written than usual, hardly a vector can notice anything: two neighbours would have to swap what
 * they write. @param {Tree} tree @returns {boolean} */
function treeHolds({ vectors, usual, halves }) {
  if (usual !== '' && replay(vectors, PLAIN) === usual) return true;
  return halves.length > 0 ? halves.every(treeHolds) : vectors.every(vectorHolds);
}

/** A detector's own document notices most, and is asked vector by vector. @param {string} file */
function ownOf(file) {
  const name = basename(file, '.c');
  return VECTORS.filter(vector => [name, `${name}s`].includes(basename(vector.file, '.md')));
}

/** @typedef {import('./mutants.mjs').Mutant} Mutant */

const CHANGED = 'build/mutate/changed.c';

/** Whether a test fails, or the compiler. @param {Mutant} mutant */
function isNoticed({ file, text }) {
  writeFileSync(CHANGED, text);
  if (!compile(CHANGED, PLAIN, file)) return true;
  linkCore(PLAIN);
  return !ownOf(file).every(vectorHolds) || !testsPass(PLAIN) || !trees.every(treeHolds);
}

/** The program that becomes of it when it is optimized. @param {string} text */
function optimized(text) {
  const room = { at: 'build/mutate', flags: ['-O2'] };
  writeFileSync(CHANGED, text);
  compile(CHANGED, room);
  return readFileSync(objectOf(CHANGED, room)).toString('base64');
}

/** Whether a sanitizer ends a replay of what is said of it, or a test. @param {Mutant} mutant */
function isCaught({ file, text }) {
  writeFileSync(CHANGED, text);
  compile(CHANGED, WARY, file);
  linkCore(WARY);
  const vectors = ownOf(file).length > 0 ? ownOf(file) : VECTORS;
  return grouped(vectors).some(group => replay(group, WARY) === '') || !testsPass(WARY);
}

/** Everything as it is again. @param {string} file */
function restore(file) {
  for (const room of [PLAIN, WARY]) {
    compile(file, room);
    linkCore(room);
  }
}

/** @param {string} file @returns {{ count: number, unseen: Mutant[] }} */
function tryFile(file) {
  const mutants = mutantsOf(file);
  const quiet = mutants.filter(mutant => !isNoticed(mutant));
  const same = optimized(readFileSync(file, 'utf8'));
  const real = quiet.filter(({ text }) => optimized(text) !== same);
  const unseen = real.filter(mutant => !isCaught(mutant));
  restore(file);
  const count = mutants.length - quiet.length + real.length;
  console.log(`${file}: ${count - unseen.length} of ${count} noticed`);
  for (const { line, was, is } of unseen)
    console.log(`  ${line}: ${was}\n  ${' '.repeat(`${line}`.length)}  ${is}`);
  return { count, unseen };
}

rmSync('build/mutate', { recursive: true, force: true });
for (const room of [PLAIN, WARY]) furnish(room);
trees = grouped(VECTORS).map(treeOf);
const isUsual = trees.every(({ vectors, usual }) => replay(vectors, WARY) === usual);
if (!VECTORS.every(vectorHolds) || !isUsual || !testsPass(PLAIN) || !testsPass(WARY))
  throw new Error('the tests fail as things are: see the programs in build/mutate');
const tried = (process.argv.length > 2 ? process.argv.slice(2) : USUAL).map(tryFile);
const count = tried.reduce((sum, { count }) => sum + count, 0);
const unseen = tried.reduce((sum, { unseen }) => sum + unseen.length, 0);
console.log(
  `${count - unseen} of ${count} changes noticed (${Math.round((100 * (count - unseen)) / count)} %)`,
);
