// Which question comes next, in which language the card speaks, and what the ready surveys are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { after } from '../../js/survey/flow.js';
import { READY } from '../../js/survey/ready.js';
import { languageFor, textIn, wordsFor } from '../../js/survey/words.js';

const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pl'];

/** Three questions; the first has these branches. */
const questions = next => [{ id: 'a', next }, { id: 'b' }, { id: 'c' }];

describe('the next question', () => {
  const value = number => ({ value: number });
  const choices = (...ids) => ({ choices: ids });
  /** @type {[string, object, object | undefined, boolean][]} predicate, answer, whether it holds */
  const ROWS = [
    ['is', { is: 0 }, value(0), true],
    ['is', { is: 0 }, value(1), false],
    ['is, of a choice', { is: 'price' }, choices('price'), true],
    ['is, of one of several', { is: 'price' }, choices('size', 'price'), true],
    ['is, of one not chosen', { is: 'price' }, choices('size'), false],
    ['is not', { is_not: 'price' }, choices('size'), true],
    ['is not, with it among several', { is_not: 'price' }, choices('size', 'price'), false],
    ['is not, unanswered', { is_not: 'price' }, undefined, true],
    ['any of', { any_of: [1, 2] }, value(2), true],
    ['any of others', { any_of: [1, 2] }, value(3), false],
    ['any of, unanswered', { any_of: [1, 2] }, undefined, false],
    ['none of', { none_of: ['price', 'size'] }, choices('other'), true],
    ['none of, with one', { none_of: ['price', 'size'] }, choices('size'), false],
    ['at least', { at_least: 9 }, value(9), true],
    ['at least, just not', { at_least: 9 }, value(8), false],
    ['at least nought, unanswered', { at_least: 0 }, undefined, false],
    ['at most', { at_most: 2 }, value(2), true],
    ['at most, just not', { at_most: 2 }, value(3), false],
    ['at most nought', { at_most: 0 }, value(0), true],
    ['known', { known: true }, { text: 'words' }, true],
    ['known, unanswered', { known: true }, undefined, false],
    ['not known', { known: false }, undefined, true],
    ['not known, answered', { known: false }, value(0), false],
  ];
  for (const [name, predicate, answer, holds] of ROWS) {
    test(`${name}: ${holds ? 'holds' : 'does not hold'}`, () => {
      const next = [{ when: [predicate], go_to: 'c' }];
      assert.equal(after(questions(next), 0, answer ? { a: answer } : {}), holds ? 2 : 1);
    });
  }

  test('the first branch that holds decides; all its predicates must', () => {
    const next = [
      { when: [{ at_least: 3 }, { at_most: 4 }], go_to: 'end' },
      { when: [{ at_least: 3 }], go_to: 'c' },
    ];
    assert.equal(after(questions(next), 0, { a: value(4) }), 3);
    assert.equal(after(questions(next), 0, { a: value(5) }), 2);
    assert.equal(after(questions(next), 0, { a: value(2) }), 1);
  });

  test('another question may decide', () => {
    const all = [
      { id: 'a' },
      { id: 'b', next: [{ when: [{ question: 'a', is: 1 }], go_to: 'end' }] },
      { id: 'c' },
    ];
    assert.equal(after(all, 1, { a: value(1), b: value(0) }), 3);
    assert.equal(after(all, 1, { b: value(1) }), 2);
  });

  test('no branch leads back, and none to a question that is not there', () => {
    const back = [{ id: 'a' }, { id: 'b', next: [{ go_to: 'a' }] }, { id: 'c' }];
    assert.equal(after(back, 1, {}), 2);
    assert.equal(after(questions([{ go_to: 'nowhere' }]), 0, {}), 1);
  });
});

describe('languages', () => {
  test('the nearest one that is offered', () => {
    assert.equal(languageFor(['en', 'nl'], 'nl-BE'), 'nl');
    assert.equal(languageFor(['en', 'pt-BR', 'pt'], 'pt-br'), 'pt-BR');
    assert.equal(languageFor(['nl', 'en'], 'pt'), 'en');
    assert.equal(languageFor(['nl', 'fr'], 'pt'), 'nl');
    assert.equal(textIn({ nl: 'Ja', en: 'Yes' }, 'nl'), 'Ja');
    assert.equal(textIn('Yes', 'nl'), 'Yes');
    assert.equal(textIn(undefined, 'nl'), '');
  });

  test('every language has every word, with the places that are filled in', async () => {
    const english = await wordsFor('en');
    for (const language of LANGUAGES) {
      const words = await wordsFor(language);
      assert.deepEqual(Object.keys(words), Object.keys(english), language);
      for (const [name, word] of Object.entries(words)) {
        assert.ok(word.trim(), `${language} ${name}`);
        assert.deepEqual(word.match(/\{\d\}/g), english[name].match(/\{\d\}/g), `${language} ${name}`);
      }
      if (language !== 'en') assert.notEqual(words.next, english.next, language);
    }
  });

  test('a survey brings the words of a language that has no file, and may change those that are there', async () => {
    const given = { sv: { next: 'Nästa' }, de: { next: 'Los' } };
    assert.equal((await wordsFor('sv-SE', given)).next, 'Nästa');
    assert.equal((await wordsFor('sv', given)).back, 'Back');
    assert.deepEqual(
      [(await wordsFor('de', given)).next, (await wordsFor('de', given)).back],
      ['Los', 'Zurück'],
    );
  });
});

describe('the ready surveys', () => {
  const schema = JSON.parse(readFileSync('docs/surveys.schema.json', 'utf8'));
  const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

  test('eight, by the published format', () => {
    assert.ok(validate(READY), JSON.stringify(validate.errors));
    assert.equal(new Set(READY.surveys.map(({ id }) => id)).size, 8);
  });

  test('the format knows every word of the card', async () => {
    const known = schema.$defs.survey.properties.words.additionalProperties.propertyNames.enum;
    assert.deepEqual(known, Object.keys(await wordsFor('en')));
  });

  test('everything is said in English and in Dutch', () => {
    const strings = [];
    const look = (thing, path) => {
      if (typeof thing !== 'object' || thing === null) return;
      if ('en' in thing) strings.push([path, Object.keys(thing).sort().join()]);
      else for (const [name, inside] of Object.entries(thing)) look(inside, `${path}.${name}`);
      for (const name of ['text', 'help', 'low', 'high', 'thanks'])
        assert.notEqual(typeof thing[name], 'string', `${path}.${name}`);
    };
    look(READY.surveys, 'surveys');
    assert.ok(strings.length > 60, `${strings.length} texts`);
    assert.deepEqual(new Set(strings.map(([, languages]) => languages)), new Set(['en,nl']));
  });

  for (const { id, questions: asked } of READY.surveys) {
    test(`${id}: begins with one question to choose from, and every branch leads somewhere`, () => {
      assert.ok(asked[0].required && !['text', 'information'].includes(asked[0].type));
      for (const [index, { next = [] }] of asked.entries()) {
        for (const { go_to } of next)
          assert.ok(go_to === 'end' || asked.findIndex(one => one.id === go_to) > index, `${id} ${go_to}`);
      }
      const reached = new Set([0]);
      for (const index of asked.keys()) {
        if (!reached.has(index)) continue;
        const { next = [] } = asked[index];
        for (const { go_to } of next) reached.add(asked.findIndex(one => one.id === go_to));
        if (!next.some(({ when }) => !when)) reached.add(index + 1);
      }
      for (const index of asked.keys()) assert.ok(reached.has(index), `${asked[index].id} is never asked`);
    });
  }
});
