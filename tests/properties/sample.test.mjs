// Who may be asked, over 100,000 visitor ids: the share, the same visitors again, and nothing that one sample says about another.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { EFFECT } from '../../js/abi.gen.js';
import { loadCore } from '../../js/core.js';
import { textOf } from '../../js/module.js';
import { createSession } from '../../js/session.js';
import { compileSurvey } from '../../js/survey/compile.js';

const VISITORS = 100_000;
/** What chi-squared with one degree of freedom exceeds once in a thousand times. */
const ONCE_IN_A_THOUSAND = 10.83;

const surveys = [
  { id: 'cart_left', sample_percent: 10, trigger: { on: 'touchpoint' } },
  { id: 'search_effort', sample_percent: 10, trigger: { on: 'swipe' } },
  { id: 'order', trigger: { on: 'exit' } }, // everybody's: it shows who is in the hold-out
];
const NAMES = ['cart_left', 'search_effort', 'the hold-out'];
const limits = { visit_most: 20, every_days: 0 };
const programs = surveys.map(survey => ({ id: survey.id, rows: compileSurvey({ ...survey, limits }) }));

/** Ids as visitors have them, the same ones in every run. @param {number} nth */
function visitorOf(nth) {
  const hex = createHash('sha256').update(`visitor ${nth}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The draw that the tag makes of an id. @param {string} visitor */
const drawOf = visitor => parseInt(visitor.slice(-8), 16) >>> 1;

test('the draw here is the one of the tag', () => {
  let text = `${visitorOf(1)}|1`;
  const write = (/** @type {string} */ next) => {
    text = next;
  };
  const shelf = { kept: true, read: () => text, write, clear() {} };
  const clock = /** @type {any} */ ({ wall: () => 1 });
  const session = createSession({ shared: shelf, tab: shelf, clock, remember: true, idleMs: 1 });
  assert.equal(session.join(1).draw, drawOf(visitorOf(1)));
});

/** What a visitor is told at each survey's moment. @param {import('../../js/core.js').Core} core @param {number} draw
 * @returns {string[]} why, by survey */
function whysOf(core, draw) {
  core.open();
  core.set('survey.ready', 0);
  core.set('survey.visit_most', 20);
  core.set('survey.window_most', 20);
  core.set('survey.hold_out_percent', 10);
  for (const { id, rows } of programs) core.survey(id, rows);
  core.feed('session', { draw }, 0, 0);
  return ['touchpoint', 'swipe', 'exit'].map((kind, i) => {
    const t = 1000 + i * 200_000;
    const effects = core.feed(kind, {}, t, t) ?? [];
    const decision = effects.find(effect => effect.kind === EFFECT.DECISION);
    return JSON.parse(decision?.record ?? assert.fail('no decision')).why;
  });
}

/** By visitor, whether they are in the samples of the first two surveys, and in the hold-out. @type {boolean[][]} */
let members;
/** @type {import('../../js/core.js').Core} */
let core;

/** @param {number} nth */
function membership(nth) {
  const [one, other, all] = whysOf(core, drawOf(visitorOf(nth)));
  return [one !== 'sample', other !== 'sample', all === 'hold_out'];
}

before(async () => {
  const refuse = () => Promise.reject(new Error('the module was to be used'));
  core = await loadCore(textOf(readFileSync('dist/koord.wasm')), refuse);
  members = Array.from({ length: VISITORS }, (_, nth) => membership(nth));
});

test('each survey, and the hold-out, has its tenth to 0.3 points', t => {
  for (const [which, name] of NAMES.entries()) {
    const share = (100 * members.filter(member => member[which]).length) / VISITORS;
    t.diagnostic(`${name}: ${share.toFixed(3)} %`);
    assert.ok(Math.abs(share - 10) < 0.3, `${name}: ${share} %`);
  }
});

test('the same visitors on a second run', () => {
  for (let nth = 0; nth < VISITORS; nth += 97) assert.deepEqual(membership(nth), members[nth]);
});

/** Chi-squared of two by two. @param {number} one @param {number} other */
function chiSquared(one, other) {
  const counts = [0, 0, 0, 0];
  for (const member of members) counts[+member[one] * 2 + +member[other]]++;
  const [a, b, c, d] = counts;
  return (VISITORS * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
}

for (const [one, other] of [
  [0, 1],
  [0, 2],
  [1, 2],
]) {
  test(`${NAMES[one]} and ${NAMES[other]} say nothing about each other`, t => {
    const sum = chiSquared(one, other);
    t.diagnostic(`chi-squared ${sum.toFixed(2)}, below ${ONCE_IN_A_THOUSAND} in 999 of 1000 honest draws`);
    assert.ok(sum < ONCE_IN_A_THOUSAND, `${sum}`);
  });
}
