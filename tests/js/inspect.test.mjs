// The inspector's words and drawings, from the tables: nothing that Koord can say is without a sentence in any language.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EVENTS, VERDICT_WORDS, WORDS as VOCABULARY } from '../../js/abi.gen.js';
import { balanceOf } from '../../js/inspect/balance.js';
import { budgetOf, USUAL } from '../../js/inspect/budget.js';
import { fill, measure } from '../../js/inspect/fill.js';
import { createTeller } from '../../js/inspect/teller.js';
import { WORDS as EN } from '../../js/inspect/words.en.js';
import { WORDS as NL } from '../../js/inspect/words.nl.js';

const TABLE = readFileSync(new URL('../../include/koord_detectors.def', import.meta.url), 'utf8');
const VARIANTS = [...TABLE.matchAll(/^KOORD_VARIANT\((\w+), \d+, \w+, (\w+)/gm)];
const SETTINGS = [...TABLE.matchAll(/^KOORD_SETTING\((\w+), \w+, (\w+), (\d+)/gm)];
const NOTHING = { before: () => undefined, item: () => undefined };

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
      assert.ok(words.signals[`${signal}.${variant}`] ?? words.signals[signal], `${signal}.${variant}`);
      assert.doesNotMatch(said, /[[\]{}]|undefined| {2}| ,/, said);
    }
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
  assert.equal(measure('total_cents', 123450, 'nl'), '1.234,50');
  assert.equal(measure('total_cents', 1945, 'en', 'EUR'), '€19.45');
  assert.equal(
    fill('cart[: {items} items][, {total}]', name => (name === 'items' ? '2' : undefined)),
    'cart: 2 items',
  );
});
