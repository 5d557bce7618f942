// docs/surveys.schema.json: what docs/surveys.md shows is taken, and what it rules out is refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

const validate = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
}).compile(JSON.parse(readFileSync('docs/surveys.schema.json', 'utf8')));
const [, text] =
  /```json surveys\n([\s\S]*?)```/.exec(readFileSync('docs/surveys.md', 'utf8')) ?? assert.fail('no example');

/** The example, with something changed. @param {(config: any) => void} [change] */
function changed(change) {
  const config = JSON.parse(text);
  change?.(config);
  return config;
}

it('takes the example of docs/surveys.md', () => {
  assert.ok(validate(changed()), JSON.stringify(validate.errors));
});

/** Another step after the first. @param {any} config @param {object} step */
function follow({ surveys: [{ trigger }] }, step) {
  Object.assign(trigger, Object.fromEntries([['then', [step]]])); // by name: it is no promise
}

/** @type {[string, (config: any) => void][]} */
const REFUSED = [
  ['another version', c => Object.assign(c, { version: 2 })],
  ['a survey without a trigger', c => delete c.surveys[0].trigger],
  ['a survey without questions', c => Object.assign(c.surveys[0], { questions: [] })],
  ['an id that is no name', c => Object.assign(c.surveys[0], { id: 'Left the cart' })],
  ['a word that nobody knows', c => Object.assign(c.surveys[0], { sampel_percent: 10 })],
  ['a sample beyond all', c => Object.assign(c.surveys[0], { sample_percent: 101 })],
  ['a predicate with two conditions', c => Object.assign(c.surveys[0].only_if[0], { is: 'a', is_not: 'b' })],
  ['a predicate without one', c => Object.assign(c.surveys[0], { only_if: [{ fact: 'place' }] })],
  ['a count of nine', c => Object.assign(c.surveys[0].trigger, { count: 9 })],
  ['what must not happen, without a time', c => follow(c, { not: 'purchase' })],
  ['a step that is and is not', c => follow(c, { on: 'cart', not: 'purchase', within_ms: 1 })],
  ['a type of question that is none', c => Object.assign(c.surveys[0].questions[0], { type: 'matrix' })],
  [
    'choices where there is nothing to choose',
    c => Object.assign(c.surveys[0].questions[0], { choices: [] }),
  ],
  ['a choice without choices', c => c.surveys[0].questions.push({ id: 'x', type: 'single', text: 'Which?' })],
  ['a scale of six', c => c.surveys[0].questions.push({ id: 'x', type: 'ces', text: 'How?', scale: 6 })],
  [
    'a link to a script',
    c =>
      c.surveys[0].questions.push({
        id: 'x',
        type: 'information',
        text: 'See',
        link: { text: 'here', url: 'javascript:alert(1)' },
      }),
  ],
  [
    'a link to no scheme',
    c =>
      c.surveys[0].questions.push({
        id: 'x',
        type: 'information',
        text: 'See',
        link: { text: 'here', url: '//evil' },
      }),
  ],
  ['an empty text', c => Object.assign(c.surveys[0].questions[0], { text: '' })],
  ['no language at all', c => Object.assign(c.surveys[0].questions[0], { text: {} })],
  ['a slot that nothing stands in', c => Object.assign(c.surveys[0], { slot: 'here', placement: 'end' })],
  ['inline without a slot', c => Object.assign(c.surveys[0], { placement: 'inline' })],
  [
    'a verdict by stars',
    c => c.surveys[0].questions.push({ id: 'x', type: 'stars', text: 'So?', judges: true }),
  ],
];

describe('refuses', () => {
  for (const [what, change] of REFUSED) {
    it(what, () => assert.equal(validate(changed(change)), false));
  }
});
