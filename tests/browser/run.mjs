// Runs the browser tests, each file once for each engine, two at a time: most of what they do is wait. What failed beside
// others is run again alone, since a busy machine makes browsers late, and is named at the end even when it passed then.
// Usage: run.mjs FILE.test.mjs...   KOORD_ENGINES narrows the engines.
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { ENGINES } from './drive/index.mjs';

const AT_ONCE = 2;
/** Of one file in one engine, on a slow machine. */
const MOST_MS = 480_000;
/** More than these are no accident. */
const AGAIN_MOST = 6;

/** @typedef {{file: string, engine: string}} Job */
/** @typedef {{isGood: boolean, output: string}} Result */

/** @param {string[]} files @returns {Job[]} engine by engine, so that one file is not at work twice; what is for Chromium alone
 * skips itself in the others */
const jobsFor = files => ENGINES.flatMap(engine => files.map(file => ({ file, engine })));

/** @param {Job} job @returns {Promise<Result>} */
function run({ file, engine }) {
  const flags = [
    `--test-timeout=${MOST_MS}`,
    '--test-reporter=spec',
    '--disable-warning=ExperimentalWarning',
  ];
  const child = spawn(process.execPath, ['--test', ...flags, file], {
    env: { ...process.env, KOORD_ENGINES: engine },
  });
  let output = '';
  child.stdout.on('data', part => (output += part));
  child.stderr.on('data', part => (output += part));
  return new Promise(ended => child.on('close', code => ended({ isGood: code === 0, output })));
}

/** @param {Job} job */
const nameOf = ({ file, engine }) => `${basename(file, '.test.mjs')} in ${engine}`;

/** Runs one and says so. @param {Job} job */
async function report(job) {
  const begin = performance.now();
  const { isGood, output } = await run(job);
  const passed = output.match(/^ℹ pass (\d+)/m)?.[1] ?? 0;
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${nameOf(job).padEnd(28)} ${passed} passed, ${seconds} s`);
  if (!isGood) console.log(output);
  return isGood;
}

/** @param {Job[]} jobs @param {number} atOnce @returns {Promise<Job[]>} those that failed */
async function runAll(jobs, atOnce) {
  const waiting = [...jobs];
  /** @type {Job[]} */
  const failed = [];
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) if (!(await report(job))) failed.push(job);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}

const jobs = jobsFor(process.argv.slice(2));
if (!jobs.length) throw new Error('no test to run: run.mjs FILE.test.mjs...');
const suspects = await runAll(jobs, AT_ONCE);
if (suspects.length) console.log(`again, alone: ${suspects.map(nameOf).join(', ')}`);
const failed = suspects.length > AGAIN_MOST ? suspects : await runAll(suspects, 1);
const late = suspects.filter(job => !failed.includes(job));
if (late.length) console.log(`passed only when run alone: ${late.map(nameOf).join(', ')}`);
if (failed.length) console.log(`failed: ${failed.map(nameOf).join(', ')}`);
console.log(`${jobs.length - failed.length} of ${jobs.length} passed`);
process.exitCode = failed.length ? 1 : 0;
