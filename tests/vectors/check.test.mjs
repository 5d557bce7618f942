// koord check: a file of surveys in words, and what is wrong with it by line and by name.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { READY } from '../../js/survey/ready.js';

const [, example] =
  /```json surveys\n([\s\S]*?)```/.exec(readFileSync('docs/surveys.md', 'utf8')) ?? assert.fail('no example');

/** @param {string} input @param {string[]} [args] */
const check = (input, args = ['-']) =>
  spawnSync('build/koord', ['check', ...args], { input, encoding: 'utf8' });

it('says what the example of docs/surveys.md will do', () => {
  const { stdout, stderr, status } = check(example);
  assert.deepEqual([stderr, status], ['', 0]);
  for (const words of [
    'at most once in a visit and 2 times in thirty days',
    'asks at most one visitor in ten, once in 60 days',
    'after cart (phase is added), 2 times within 10 minutes, then exit within 10 minutes, then no checkout or purchase for 3 seconds',
    'not if it comes to payment',
    'only if place is cart or product, device is not phone and visit is at least 2',
    'until there are 500 answers',
    'asks 3 questions: worked (thumbs), what (text), why (single)',
  ])
    assert.ok(stdout.includes(words), `"${words}" in\n${stdout}`);
});

it('finds nothing wrong with the ready-made ones', () => {
  const { stderr, status } = check(JSON.stringify(READY));
  assert.deepEqual([stderr, status], ['', 0]);
});

it('takes what the page alone reads: where a survey stands, how it looks, its own words', () => {
  const looks = { placement: 'inline', slot: 'foot', theme: { '--koord-accent': '#123' } };
  const survey = { ...READY.surveys[0], ...looks, words: { sv: { next: 'Nästa' } } };
  const { stderr, status } = check(JSON.stringify({ version: 1, surveys: [survey] }));
  assert.deepEqual([stderr, status], ['', 0]);
});

/** @type {[string, (config: any) => void, RegExp][]} */
const WRONG = [
  [
    'a fact that is none',
    c => Object.assign(c.surveys[0].only_if[1], { fact: 'devise' }),
    /cart_left\.only_if\[1\]: there is no fact "devise"/,
  ],
  [
    'a word that is none',
    c => Object.assign(c.surveys[0].only_if[0], { any_of: ['carrt'] }),
    /only_if\[0\]: "carrt" is none/,
  ],
  [
    'a moment that is none',
    c => Object.assign(c.surveys[0].trigger, { on: 'rage_clock' }),
    /trigger\.on: "rage_clock" is no fact, detector or outcome/,
  ],
  ['too often', c => Object.assign(c.surveys[0].trigger, { count: 9 }), /"count" must lie between 1 and 8/],
  [
    'a limit out of range',
    c => Object.assign(c.surveys[0].limits, { every_days: 400 }),
    /every_days: must lie between 0 and 365/,
  ],
  [
    'a limit that is none',
    c => Object.assign(c.surveys[0].limits, { weekly: 1 }),
    /nothing here is called "weekly"/,
  ],
  [
    'a sample beyond all',
    c => Object.assign(c.surveys[0], { sample_percent: 110 }),
    /sample_percent: must lie between 0 and 100/,
  ],
  [
    'a budget that is none',
    c => Object.assign(c.fatigue, { per_hour: 1 }),
    /fatigue\.per_hour: the budget has nothing/,
  ],
  ['no trigger', c => delete c.surveys[0].trigger, /has no "trigger"/],
  ['no questions', c => Object.assign(c.surveys[0], { questions: [] }), /questions: there must be 1 to 12/],
  ['two of one id', c => c.surveys.push(c.surveys[0]), /two have the same "id"/],
  [
    'questions of one id',
    c => c.surveys[0].questions.push(c.surveys[0].questions[0]),
    /questions\[3\]: has the "id" of another/,
  ],
  [
    'a type that is none',
    c => Object.assign(c.surveys[0].questions[0], { type: 'matrix' }),
    /"type" must be nps, csat/,
  ],
  [
    'a way back',
    c => Object.assign(c.surveys[0].questions[1], { next: [{ go_to: 'worked' }] }),
    /branches to what is no later question/,
  ],
  ['one choice', c => c.surveys[0].questions[2].choices.pop(), /must have 2 to 12 choices/],
  ['a question without words', c => Object.assign(c.surveys[0].questions[0], { text: '' }), /needs a "text"/],
  [
    'a link to a script',
    c => Object.assign(c.surveys[0].questions[0], { link: { text: 'x', url: 'javascript:1' } }),
    /no http address/,
  ],
  [
    'a scale of six',
    c => c.surveys[0].questions.push({ id: 'x', type: 'ces', scale: 6, text: 'How?' }),
    /"scale" must be 5 or 7/,
  ],
  ['another version', c => Object.assign(c, { version: 2 }), /version: must be 1/],
  ['no surveys', c => delete c.surveys, /has no "surveys"/],
];

describe('names what is wrong', () => {
  for (const [what, change, says] of WRONG) {
    it(what, () => {
      const config = JSON.parse(example);
      change(config);
      const { stderr, status } = check(JSON.stringify(config, null, 1));
      assert.match(stderr, says);
      assert.equal(status, 2);
    });
  }

  it('with its line', () => {
    const line = example.split('\n').findIndex(text => text.includes('"device"')) + 1;
    assert.match(
      check(example.replace('"fact": "device"', '"fact": "devise"')).stderr,
      new RegExp(`^-:${line}: `),
    );
  });

  it('what is no JSON', () => assert.equal(check('{"version":').status, 2));
  it('a file that is not there', () => assert.equal(check('', ['no-such-file.json']).status, 1));
});
