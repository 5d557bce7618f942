// The inspector's words and drawings, from the tables: nothing that Koord can say is without a sentence in any language.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EVENTS, VERDICT_WORDS, WORDS as VOCABULARY } from '../../js/abi.gen.js';
import { balanceOf } from '../../js/inspect/balance.js';
import { BARE } from '../../js/inspect/bare.js';
import { budgetOf, USUAL } from '../../js/inspect/budget.js';
import { isDelight, tally } from '../../js/inspect/family.js';
import { fill, measure } from '../../js/inspect/fill.js';
import { createTeller } from '../../js/inspect/teller.js';
import { WORDS as EN } from '../../js/inspect/words.en.js';
import { wordsIn } from '../../js/inspect/words.js';
import { WORDS as NL } from '../../js/inspect/words.nl.js';

const TABLE = readFileSync(new URL('../../include/koord_detectors.def', import.meta.url), 'utf8');
const VARIANTS = [...TABLE.matchAll(/^KOORD_VARIANT\((\w+), \d+, \w+, (\w+)/gm)];
const SETTINGS = [...TABLE.matchAll(/^KOORD_SETTING\((\w+), \w+, (\w+), (\d+)/gm)];
const NOTHING = { before: () => undefined, item: () => undefined };
/** Words of vocabularies that are the same in Dutch. */
const SAME = ['account', 'tablet', 'contact', 'mail', 'chat'];
/** Where a sentence stands for the kind as a whole, and tells the word itself. */
const OPTIONAL = /\[[^\]]*\]/g;

/** The fields of a kind whose word a sentence tells as it stands, with their words. */
function told(kind, sentences) {
  const words = Object.entries(EVENTS[kind][1]).filter(
    ([, how]) => how[0] === 'w' && how.slice(2) in VOCABULARY,
  );
  const said = Object.entries(sentences).filter(([key]) => key.split('.')[0] === kind);
  return words
    .filter(([name]) => said.some(([, sentence]) => sentence.includes(`{${name}}`)))
    .flatMap(([name, how]) => VOCABULARY[how.slice(2)].map(word => ({ name, word, key: `${kind}.${word}` })));
}

/** Facts of a kind, one for each word of its first vocabulary. */
function factsOf(kind) {
  const fields = Object.entries(EVENTS[kind][1]);
  const word = fields.find(([, how]) => how[0] === 'w' && how.slice(2) in VOCABULARY);
  const filled = Object.fromEntries(
    fields.filter(([, how]) => 'nt'.includes(how[0])).map(([name]) => [name, 7]),
  );
  if (filled.currency) filled.currency = 'EUR';
  if (!word) return [{ kind, ...filled }];
  return VOCABULARY[word[1].slice(2)].map(one => ({
    kind,
    ...filled,
    label: 'button Pay',
    survey: 'a_b',
    [word[0]]: one,
  }));
}

for (const [language, words] of Object.entries({ en: EN, nl: NL })) {
  const teller = createTeller({ language, words }, NOTHING);

  test(`${language}: every fact has a sentence, whole without what is not known`, () => {
    for (const kind of Object.keys(EVENTS)) {
      for (const fact of factsOf(kind)) {
        for (const json of [
          fact,
          { kind, label: 'a', survey: 'x', [Object.keys(fact).at(-1)]: Object.values(fact).at(-1) },
        ]) {
          const said = teller.fact(json);
          assert.ok(said.length > 3 && !/[[\]{}]|undefined/.test(said), `${JSON.stringify(json)}: ${said}`);
          assert.notEqual(said, teller.put(words.facts['?'], { kind }), JSON.stringify(json));
        }
      }
    }
  });

  test(`${language}: every variant of every detector has a sentence of its own, with its thresholds`, () => {
    assert.ok(VARIANTS.length >= 8);
    for (const [, signal, variant] of VARIANTS) {
      const settings = Object.fromEntries(
        SETTINGS.filter(([, owner]) => owner === signal).map(([, , name, value]) => [name, +value]),
      );
      const json = {
        kind: 'signal',
        signal,
        variant,
        state: 'final',
        evidence: [1],
        evidence_count: 3,
        settings,
      };
      const said = teller.signal(json);
      assert.ok(words.names[signal], signal);
      const sentence = words.signals[`${signal}.${variant}`];
      assert.ok(sentence, `${signal}.${variant}`);
      assert.doesNotMatch(said, /[[\]{}]|undefined| {2}| ,/, said);
      for (const [, name] of sentence.replace(OPTIONAL, '').matchAll(/\{(\w+)\}/g))
        assert.ok(name in settings || name === 'count', `${signal}.${variant} has no ${name}`);
    }
    assert.deepEqual(Object.keys(words.names).sort(), [...new Set(VARIANTS.map(([, name]) => name))].sort());
  });

  test(`${language}: every outcome has a sentence, with the search that it is about`, () => {
    const search = { json: { kind: 'search', query: 'hammok' } };
    const { fact } = createTeller(
      { language, words },
      { ...NOTHING, item: id => (id === 2 ? search : undefined) },
    );
    const { GOAL, OUTCOME } = VERDICT_WORDS;
    const all = GOAL.flatMap(goal => OUTCOME.map(outcome => ({ kind: 'outcome', goal, outcome, about: 2 })));
    assert.equal(new Set(all.map(fact)).size, 8);
    for (const json of all) {
      assert.doesNotMatch(fact({ ...json, took_ms: 18_000, step: 'none' }), /[[\]{}]|undefined|none/);
      assert.equal(fact(json).includes('hammok'), json.goal === 'search');
    }
    assert.match(fact({ ...all[1], took_ms: 18_000 }), /18 s$/);
    assert.doesNotMatch(fact({ ...all[1], took_ms: 0 }), /0/, 'an order without a step that could be seen');
  });

  test(`${language}: the words of vocabularies are said in the language`, () => {
    const foreign = Object.keys(EVENTS)
      .flatMap(kind => told(kind, words.facts))
      .filter(({ key }) => !words.facts[key])
      .filter(({ name, word }) => !words.said[`${name}.${word}`])
      .filter(({ word }) => (language === 'en' ? word.includes('_') : !SAME.includes(word)))
      .map(({ name, word }) => `${name}.${word}`);
    assert.deepEqual(
      [...new Set(foreign)].filter(one => !/\.(none|other_tab)$/.test(one)),
      [],
    );
  });

  test(`${language}: what is not known yet is said all the same`, () => {
    const json = {
      kind: 'signal',
      signal: 'price_shock',
      variant: 'late',
      state: 'final',
      evidence: [],
      evidence_count: 2,
      settings: {},
    };
    assert.match(teller.signal(json), /price_shock.*late.*2/);
    assert.match(teller.fact({ kind: 'weather' }), /weather/);
    assert.match(teller.decision({ answer: 'hold', why: 'rain', survey: 'x' }), /rain/);
  });

  test(`${language}: every reason to hold has a sentence`, () => {
    for (const why of VERDICT_WORDS.WHY.slice(1)) assert.ok(words.whys[why], why);
  });
}

test('the budget has the usual limits of the table, and gives back what was not shown', () => {
  for (const [name, value] of Object.entries(USUAL)) {
    assert.ok(
      SETTINGS.some(([, owner, one, initial]) => owner === 'survey' && one === name && +initial === value),
      name,
    );
  }
  const asked = { kind: 'decision', answer: 'ask' };
  const records = [
    { kind: 'session', asked: 1 },
    asked,
    { kind: 'survey', phase: 'failed' },
    asked,
    { kind: 'decision', answer: 'hold' },
  ];
  assert.deepEqual(budgetOf(records, { 'survey.visit_most': 3 }), {
    visit: 1,
    month: 2,
    visit_most: 3,
    window_most: 2,
  });
});

test('the balance sinks by severity, rises by progress, and a finding that was taken back weighs nothing', () => {
  const view = (id, place) => ({ id, kind: 'page_view', place });
  const signal = { id: 3, kind: 'signal', severity: 4, state: 'final' };
  const records = [view(1, 'home'), view(2, 'cart'), signal, { id: 4, kind: 'cart', phase: 'added' }];
  const levels = now => balanceOf(records, new Map([[3, now]])).map(({ level }) => level);
  const [, before, sunk, risen] = levels(signal);
  assert.ok(sunk < before && risen > sunk);
  assert.deepEqual(levels({ ...signal, state: 'revoked' }).slice(0, 2), [before, before]);
  assert.equal(balanceOf(records, new Map([[3, { ...signal, state: 'revoked' }]])).length, 3);
  assert.equal(balanceOf([{ id: 1, kind: 'purchase' }], new Map())[0].level, 100);
});

test('delight lifts the balance, friction of any family lets it sink, and what is taken back does neither', () => {
  const changeBy = (signal, state = 'final') => {
    const json = { id: 1, kind: 'signal', signal, severity: 3, state };
    return balanceOf([json], new Map([[1, json]]))[0]?.change ?? 0;
  };
  assert.ok(changeBy('quick_find') > 0 && changeBy('recovery') > 0);
  assert.ok(changeBy('struggle') < 0 && changeBy('rage_click') < 0 && changeBy('newer_than_this') < 0);
  assert.equal(changeBy('quick_find', 'revoked'), 0);
  const json = { id: 1, kind: 'signal', signal: 'quick_find', severity: 3 };
  const [moment] = balanceOf([json], new Map([[1, json]]));
  assert.deepEqual([moment.signal, moment.delight], [false, true]);
});

test('an outcome is a moment of its own, whether or not it moves the balance', () => {
  const outcomes = VERDICT_WORDS.OUTCOME.map((outcome, id) => ({
    id,
    kind: 'outcome',
    goal: 'search',
    outcome,
  }));
  const moments = balanceOf(outcomes, new Map());
  assert.deepEqual(
    moments.map(({ outcome }) => outcome),
    VERDICT_WORDS.OUTCOME,
  );
  assert.ok(moments.every(({ outcome, change }) => change > 0 === (outcome === 'succeeded')));
});

test('friction and delight are counted apart, without what was taken back', () => {
  const of = (signal, state) => ({ json: { signal, state } });
  const found = [of('order_placed', 'final'), of('rage_click', 'final'), of('dead_end', 'provisional')];
  assert.deepEqual(tally([...found, of('quick_find', 'revoked')]), { friction: 2, delight: 1 });
  assert.ok(isDelight({ signal: 'smooth_checkout' }) && !isDelight({ signal: 'struggle' }));
});

test('without any file of words things are called by their names, and that is said', async context => {
  const { mock } = context.mock.method(console, 'error', () => {});
  const speech = await wordsIn('nl-BE', 'file:///nowhere/');
  assert.equal(mock.callCount(), 2, 'Dutch, then English');
  assert.equal(speech.words, BARE);
  assert.match(speech.note, /could not be loaded/);
  const teller = createTeller(speech, NOTHING);
  for (const kind of Object.keys(EVENTS)) assert.match(teller.fact({ kind, phase: 'begun' }), RegExp(kind));
  const signal = { kind: 'signal', signal: 'rage_click', variant: 'mash', evidence: [], evidence_count: 3 };
  assert.equal(teller.signal(signal), 'rage_click mash: 3');
  assert.equal(teller.decision({ answer: 'hold', why: 'sample' }), 'hold: sample');
  for (const [name, words] of Object.entries(EN)) {
    assert.equal(typeof BARE[name], typeof words, name);
    const free = ['facts', 'said', 'knots', 'names', 'whys', 'signals', 'questions'].includes(name);
    const listed = typeof words === 'object' && !free;
    if (listed) assert.deepEqual(Object.keys(BARE[name]), Object.keys(words), name);
  }
});

test('a survey is told by what it asks, and one of a shop by its name', () => {
  const english = createTeller({ language: 'en', words: EN }, NOTHING);
  const dutch = createTeller({ language: 'nl', words: NL }, NOTHING);
  const ready = { kind: 'decision', answer: 'ask', survey: 'search_effort' };
  assert.match(
    english.decision(ready),
    /^Asked “How easy was it to find what you were looking for\?”, because/,
  );
  assert.match(dutch.fact(ready), /^besloot “Hoe gemakkelijk was het om te vinden wat u zocht\?” te vragen$/);
  assert.equal(english.fact({ ...ready, survey: 'our_own', answer: 'hold' }), 'decided not to ask “our own”');
});

test('a step takes the place of "checkout" on the cord', () => {
  const records = [
    { id: 1, kind: 'page_view', place: 'checkout' },
    { id: 2, kind: 'checkout', step: 'payment' },
  ];
  assert.deepEqual(
    balanceOf(records, new Map()).map(({ knot }) => knot),
    ['payment'],
  );
});

test('numbers have the unit of their name, and what is not known leaves with its brackets', () => {
  assert.equal(measure('window_ms', 3000, 'en'), '3 s');
  assert.equal(measure('window_ms', 600, 'en'), '600 ms');
  assert.equal(measure('took_ms', 119_000, 'en'), '119 s');
  assert.equal(measure('took_ms', 150_000, 'nl'), '2,5 min');
  assert.equal(measure('total_cents', 123450, 'nl'), '1.234,50');
  assert.equal(measure('total_cents', 1945, 'en', 'EUR'), '€19.45');
  assert.equal(
    fill('cart[: {items} items][, {total}]', name => (name === 'items' ? '2' : undefined)),
    'cart: 2 items',
  );
});
