// compile.js - a shop's surveys as small programs for the core: words become numbers, and what is wrong is said with its
// place and what may stand there. src/cli/program.c does the same, row by row.
import {
  DETECTORS,
  EVENTS,
  SURVEY_ROW as ROW,
  SURVEY_SOURCE as SOURCE,
  SURVEY_LIMIT,
  SURVEY_SUBJECT,
  SURVEY_TEST as TEST,
  VARIANTS,
  VERDICT_WORDS,
  WORDS,
} from '../abi.gen.js';
import { hash } from '../text.js';

/**
 * @typedef {object} Row as koord_row in include/koord.h
 * @property {number} what
 * @property {number} [of]
 * @property {number} [test]
 * @property {number} [more]
 * @property {number} [value]
 *
 * @typedef {{of: number, type: string, group: string}} Subject
 * @typedef {{source: number, which: number, key: number, name: string}} Named
 */

const FIRST_OF_VERDICTS = 16;
const FIRST_OF_NOW = 32;
/** Of a field, by the first letter of how it is told (js/tables.js). */
const TYPES = { n: 'NUMBER', h: 'KEY', w: 'WORD', s: 'SET' };

/** @param {string} path @param {string} why @returns {never} */
function wrong(path, why) {
  throw new Error(`${path}: ${why}`);
}

/** @param {string} group @returns {string[]} */
const wordsOf = group => WORDS[group] ?? VERDICT_WORDS[group];

/** @param {Record<number, string>} names @param {string} wanted */
const numberOf = (names, wanted) => +(Object.keys(names).find(number => names[+number] === wanted) ?? 0);

/** A name of something that happens. @param {string} name @param {string} path @returns {Named} */
function named(name, path) {
  const shops = /^event:([ -~]{1,64})$/.exec(name);
  if (shops) return { source: SOURCE.FACT, which: EVENTS.custom[0], key: hash(shops[1]), name: 'custom' };
  const [goal, outcome] = name.split('.').map((word, i) => wordsOf(i ? 'OUTCOME' : 'GOAL').indexOf(word));
  if (goal >= 0 && outcome >= 0) return { source: SOURCE.OUTCOME, which: goal * 4 + outcome, key: 0, name };
  const fact = Object.hasOwn(EVENTS, name) ? EVENTS[name][0] : 0;
  const [source, which] = fact ? [SOURCE.FACT, fact] : [SOURCE.SIGNAL, numberOf(DETECTORS, name)];
  return which ? { source, which, key: 0, name } : wrong(path, `"${name}" is no fact, detector or outcome`);
}

/** @param {string | string[]} on @param {string} path @returns {Named[]} */
const allNamed = (on, path) => [on].flat().map(name => named(`${name}`, path));

/** @param {number} what @param {Named} named @param {number} [more] @returns {Row} */
const rowOf = (what, { source, which, key }, more) => ({ what, of: source, test: which, more, value: key });

/** What a predicate may ask about. @param {Named | null} on null: at any time @returns {Record<string, Subject>} */
function subjectsOf(on) {
  if (on?.source === SOURCE.FACT) {
    const fields = Object.entries(EVENTS[on.name][1]).filter(([, how]) => how[0] in TYPES);
    return Object.fromEntries(
      fields.map(([name, how]) => {
        const type = TYPES[/** @type {keyof typeof TYPES} */ (how[0])];
        return [name, { of: +how[1], type, group: how.slice(2) }];
      }),
    );
  }
  const rows = SURVEY_SUBJECT.filter(
    ([number]) => number >= FIRST_OF_NOW !== !!on && number >= FIRST_OF_VERDICTS,
  );
  return Object.fromEntries(rows.map(([of, name, type, group]) => [name, { of, type, group }]));
}

/** A value as the core compares it. @param {unknown} value @param {Subject} subject @param {Named | null} on
 * @param {string} path @returns {number} */
function numberFor(value, { type, group }, on, path) {
  const text = `${value}`;
  const words = type === 'VARIANT' ? (VARIANTS[on?.name ?? ''] ?? []) : wordsOf(group);
  if (type === 'NUMBER' && Number.isInteger(value)) return /** @type {number} */ (value);
  if (type === 'NUMBER') wrong(path, 'must be a whole number');
  if (type === 'HASH' && /^[ -~]{1,64}$/.test(text)) return hash(text);
  if (type === 'KEY' && /^[0-9a-f]{8}$/.test(text)) return parseInt(text, 16);
  const place = words?.indexOf(text) ?? -1;
  return place < 0 ? wrong(path, `"${text}" is none of ${words?.join(', ') || 'what can be here'}`) : place;
}

/** @param {any} predicate @returns {[string, any]} its condition, and with what it compares */
const conditionOf = ({ fact, ...rest }) => Object.entries(rest)[0] ?? ['', undefined];

/** @param {number} what @param {any} predicate @param {Named | null} on @param {string} path @returns {Row[]} */
function predicate(what, predicate, on, path) {
  const subjects = subjectsOf(on);
  const [condition, wanted] = conditionOf(predicate);
  const subject = Object.hasOwn(subjects, predicate.fact)
    ? subjects[predicate.fact]
    : wrong(
        path,
        `"${predicate.fact}" is none of ${Object.keys(subjects).join(', ') || 'its facts: it has none'}`,
      );
  const value = (/** @type {unknown} */ one) => numberFor(one, subject, on, path);
  const row = (/** @type {number} */ test, /** @type {number} */ value, more = 0) => [
    { what, of: subject.of, test, more, value },
  ];
  const [is, isNot] = subject.type === 'SET' ? [TEST.has, TEST.lacks] : [TEST.is, TEST.is_not];
  switch (condition) {
    case 'is':
      return row(is, value(wanted));
    case 'is_not':
      return row(isNot, value(wanted));
    case 'any_of':
      return wanted.flatMap((/** @type {unknown} */ one, /** @type {number} */ i) =>
        row(is, value(one), +!!i),
      );
    case 'none_of':
      return wanted.flatMap((/** @type {unknown} */ one) => row(isNot, value(one)));
    case 'at_least':
    case 'at_most':
      return row(TEST[condition], value(wanted));
    case 'known':
      return row(TEST.known, +!!wanted);
    default:
      return wrong(path, 'needs one of is, is_not, any_of, none_of, at_least, at_most, known');
  }
}

/** @param {number} what @param {any[] | undefined} predicates @param {Named | null} on @param {string} path */
const predicates = (what, predicates, on, path) =>
  (predicates ?? []).flatMap((one, i) => predicate(what, one, on, `${path}[${i}]`));

/** @param {any} step @param {string} path @returns {Row[]} */
function step({ on, not, where, count, within_ms }, path) {
  const [first, ...others] = allNamed(on ?? not, `${path}.${on ? 'on' : 'not'}`);
  return [
    on ? rowOf(ROW.SEE, first, count ?? 1) : rowOf(ROW.MISS, first),
    ...others.map(other => rowOf(ROW.OR, other)),
    ...(within_ms ? [{ what: ROW.WITHIN, value: within_ms }] : []),
    ...predicates(ROW.WHERE, where, first, `${path}.where`),
  ];
}

/** @param {number} delay_ms @returns {Row[]} */
const delay = delay_ms => [
  { what: ROW.MISS, of: SOURCE.NOTHING },
  { what: ROW.WITHIN, value: delay_ms },
];

/** @param {any} survey @param {string} path @returns {Row[]} */
function limits({ limits, sample_percent, priority }, path) {
  const sample = sample_percent === undefined ? undefined : Math.round(sample_percent * 100);
  const given = /** @type {Record<string, any>} */ ({ ...limits, sample, priority });
  return Object.entries(SURVEY_LIMIT).flatMap(([name, [of, least, most]]) => {
    const value = given[name];
    if (value === undefined) return [];
    if (!(value >= least && value <= most)) wrong(`${path}.${name}`, `must lie between ${least} and ${most}`);
    return [{ what: ROW.LIMIT, of, value }];
  });
}

/** @param {Row} row what a row is in 64 bits */
const packed = ({ what, of = 0, test = 0, more = 0, value = 0 }) => [
  what | (of << 8) | (test << 16) | (more << 24),
  value,
];

/**
 * The rows of a survey's program, as pairs of 32 bits. Throws an Error that says what is wrong, and where.
 * @param {any} survey by docs/surveys.schema.json
 * @returns {Int32Array}
 */
export function compileSurvey(survey) {
  const path = `survey "${survey.id}"`;
  const trigger = survey.trigger ?? wrong(path, 'has no trigger');
  if (!trigger.on) wrong(`${path}.trigger`, 'has no "on"');
  const rows = [
    ...limits(survey, path),
    ...predicates(ROW.ONLY_IF, survey.only_if, null, `${path}.only_if`),
    ...step(trigger, `${path}.trigger`),
    ...(trigger.then ?? []).flatMap((/** @type {any} */ one, /** @type {number} */ i) =>
      step(one, `${path}.trigger.then[${i}]`),
    ),
    ...(trigger.delay_ms ? delay(trigger.delay_ms) : []),
    ...allNamed(trigger.cancel_on ?? [], `${path}.trigger.cancel_on`).map(one => rowOf(ROW.CANCEL, one)),
  ];
  return Int32Array.from(rows.flatMap(packed));
}
