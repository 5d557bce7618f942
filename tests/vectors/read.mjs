// Reads the vectors out of Markdown: every ```journey block, the ```expect block that follows it, and a ```settings
// block before it where there is one. docs/adding-a-detector.md says how they are written. Truth tables of surveys have a
// ```surveys block and then a row for each visit.
import { readFileSync } from 'node:fs';
import { ABI, EVENTS, WORDS } from '../../js/abi.gen.js';

/**
 * @typedef {Record<string, unknown>} Fact
 * @typedef {Record<string, any>} Surveys a file of surveys, by docs/surveys.schema.json but for the questions
 * @typedef {{ title: string, surveys: Surveys, visit: string, facts: Fact[], decided: string[] }} Row
 * @typedef {{ file: string, title: string, settings: Record<string, number>, facts: Fact[], expect: Record<string, string>[] }} Vector
 */

const BLOCK = /^## (.+)$|^```(settings|journey|expect)\n([^]*?)^```$/gm;

/** @param {string} file @returns {Vector[]} */
export function readVectors(file) {
  /** @type {Vector[]} */
  const vectors = [];
  let title = '';
  /** @type {Record<string, number>} */
  let settings = {};
  for (const [, heading, kind, body] of readFileSync(file, 'utf8').matchAll(BLOCK)) {
    if (heading) [title, settings] = [heading, {}];
    else if (kind === 'settings') settings = JSON.parse(body);
    else if (kind === 'journey') vectors.push({ file, title, settings, facts: readJourney(body), expect: [] });
    else (vectors.at(-1) ?? fail(`${file}: an expect block without a journey`)).expect = readExpect(body);
  }
  return vectors;
}

const PART = /^## (.+)$|^```surveys\n([^]*?)^```$|^\| `(.+?)` \| (.+?) \|$/gm;

/** The rows of truth tables: `fact; fact` on the left, `1000 ask NAME, 2000 WHY NAME` or `-` on the right.
 * @param {string} file @returns {Row[]} */
export function readRows(file) {
  /** @type {Row[]} */
  const rows = [];
  let title = '';
  /** @type {Surveys} */
  let surveys = {};
  for (const [, heading, config, visit, decided] of readFileSync(file, 'utf8').matchAll(PART)) {
    if (heading) title = heading;
    else if (config) surveys = JSON.parse(config);
    else {
      const facts = readJourney(visit.split(';').join('\n'));
      rows.push({ title, surveys, visit, facts, decided: decided === '-' ? [] : decided.split(', ') });
    }
  }
  return rows;
}

/** @param {string} why @returns {never} */
function fail(why) {
  throw new Error(why);
}

/** @param {string} text */
const linesOf = text =>
  text
    .split('\n')
    .map(line => line.replace(/#.*$/, '').trim())
    .filter(Boolean);

/** The same key that the tag would give an element of that id: FNV-1a, 32 bits. @param {string} name */
export function keyOf(name) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A journey begins with a session in which everything can be seen, unless it says otherwise. @param {string} text */
function readJourney(text) {
  const facts = linesOf(text).map(readFact);
  const plain = { t: 0, kind: 'session', abi: ABI, sight: ['response', 'requests', 'storage'] };
  if (facts[0]?.kind !== 'session') facts.unshift(plain);
  return facts.map((fact, i) => ({ id: i + 1, ...fact }));
}

/** `1200 click pay operable submit x=10`: time, kind, then words, a target, or field=value in any order. @param {string} line */
function readFact(line) {
  const [t, kind, ...rest] = line.split(/\s+/);
  if (!EVENTS[kind]) fail(`"${line}": there is no kind of fact "${kind}"`);
  /** @type {Fact} */
  const fact = { t: +t, kind };
  for (const token of rest) readToken(fact, EVENTS[kind][1], token);
  return fact;
}

/** @param {Fact} fact @param {Record<string, string>} fields @param {string} token */
function readToken(fact, fields, token) {
  const [name, value] = token.split('=');
  if (value !== undefined) fact[name] = name === 'at' ? +value : readValue(fields[name] ?? fail(`no field "${name}"`), value);
  else {
    const [field, how] = Object.entries(fields).find(([, how]) => wordsOf(how).includes(token)) ?? ['target', 'h'];
    if (how[0] === 's') fact[field] = [.../** @type {string[]} */ (fact[field] ?? []), token];
    else fact[field] = how === 'h' ? keyOf(token) : token;
  }
}

/** @param {string} how @returns {readonly string[]} */
const wordsOf = how => ('ws'.includes(how[0]) ? /** @type {any} */ (WORDS)[how.slice(2)] : []);

/** @param {string} how @param {string} value */
function readValue(how, value) {
  if (how[0] === 'n') return +value;
  if (how[0] === 'h') return keyOf(value);
  return how[0] === 's' ? value.split(',').filter(Boolean) : value;
}

/** `2601 rage_click target=pay variant=mash`: time, verdict, and what it must say. @param {string} text */
function readExpect(text) {
  return linesOf(text).map(line => {
    const [t, verdict, ...rest] = line.split(/\s+/);
    return { t, verdict, ...Object.fromEntries(rest.map(token => token.split('='))) };
  });
}
