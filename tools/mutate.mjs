// How much the tests notice: changes one comparison or number of the detectors at a time, and runs what should fail.
//   mutate.mjs [FILE.c ...]    every file of src/detect, src/score and src/model/response.c, unless told which
// Works on a copy in build/mutate. Those that nothing noticed are listed; some change nothing that can be seen.
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import process from 'node:process';

const ROOM = 'build/mutate';
const USUAL = ['src/model/response.c', ...globSync('src/{detect,score}/*.c').sort()];
const CORE = globSync('src/{base,model,detect,score,survey,wire,core}/*.c');
const CLI = globSync('src/cli/*.c');
const TESTS = globSync('tests/unit/{model,detect,score,survey,core}/test_*.c');
const SANITIZE = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
const COMPILE = [
  '-std=c11',
  '-O1',
  '-w',
  '-fPIC',
  '-D_POSIX_C_SOURCE=200809L',
  '-Iinclude',
  '-Isrc',
  '-Ibuild',
  ...SANITIZE,
];
const LONGEST_MS = 10_000; // a change may well make it run for ever
const VECTORS_MS = 120_000; // all of them

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
  execFileSync('gcc', [...SANITIZE, '-shared', ...CORE.map(objectOf), '-o', `${ROOM}/libcore.so`]);
}

/** @param {string[]} sources @param {string} program @param {string[]} libraries */
function link(sources, program, ...libraries) {
  const core = [`-L${ROOM}`, '-lcore', `-Wl,-rpath,${process.cwd()}/${ROOM}`];
  execFileSync('gcc', [...SANITIZE, ...sources.map(objectOf), ...core, ...libraries, '-o', program]);
}

/** @param {string} test */
const programOf = test => `${ROOM}/${basename(test, '.c')}`;

/** Everything once; afterwards a change costs one object and one library. */
function prepare() {
  rmSync(ROOM, { recursive: true, force: true });
  mkdirSync(`${ROOM}/build`, { recursive: true });
  for (const name of ['docs', 'tests', 'js']) symlinkSync(`../../${name}`, `${ROOM}/${name}`);
  for (const source of [...CORE, ...CLI, ...TESTS])
    if (!compile(source)) throw new Error(`${source} does not compile`);
  linkCore();
  for (const test of TESTS) link([test], programOf(test), ...pkgConfig());
  link(CLI, `${ROOM}/build/koord`);
}

function pkgConfig() {
  return execFileSync('pkg-config', ['--libs', 'check'], { encoding: 'utf8' }).trim().split(' ');
}

/** Killed, not asked to end: Check hands that request on to its whole process group, which is ours.
 * @param {string} program @param {string[]} args @param {string} [cwd] @param {number} [timeout] */
function passes(program, args = [], cwd = '.', timeout = LONGEST_MS) {
  return spawnSync(program, args, { cwd, timeout, killSignal: 'SIGKILL', stdio: 'ignore' }).status === 0;
}

/** @param {string} pattern @param {number} [timeout] */
const vectorsPass = (pattern, timeout) =>
  passes(
    process.execPath,
    ['--test', `--test-name-pattern=${pattern}`, 'tests/vectors/vectors.test.mjs'],
    ROOM,
    timeout,
  );

const allPasses = () =>
  TESTS.every(test => passes(programOf(test))) && vectorsPass('the native core', VECTORS_MS);

/** A detector's own document notices most. @param {string} file */
const ownPasses = file =>
  !file.startsWith('src/detect/') ||
  file.endsWith('registry.c') ||
  vectorsPass(`${basename(file, '.c')}\\.md`);

/** Whether a test fails, or the compiler. @param {Mutant} mutant */
function isNoticed({ file, text }) {
  const changed = `${ROOM}/changed.c`;
  writeFileSync(changed, text);
  if (!compile(changed, file)) return true;
  linkCore();
  return !ownPasses(file) || !allPasses();
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
if (!allPasses())
  throw new Error(`the tests fail as things are: see the programs in ${dirname(programOf(TESTS[0]))}`);
const tried = (process.argv.length > 2 ? process.argv.slice(2) : USUAL).map(tryFile);
const count = tried.reduce((sum, { count }) => sum + count, 0);
const unseen = tried.reduce((sum, { unseen }) => sum + unseen.length, 0);
console.log(
  `${count - unseen} of ${count} changes noticed (${Math.round((100 * (count - unseen)) / count)} %)`,
);
