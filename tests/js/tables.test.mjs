// The tables as texts: what is read out of them, and that the real ones are whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENTS, WORDS } from '../../js/abi.gen.js';
import { kindsFrom, vocabulariesFrom } from '../../js/tables.js';

test('a vocabulary is a name and its words in their order', () => {
  assert.deepEqual(vocabulariesFrom('TAB opened closed\nVIA load'), {
    TAB: ['opened', 'closed'],
    VIA: ['load'],
  });
});

test('kinds and slots count up, unless a number is given', () => {
  const kinds = kindsFrom('click x label:t80 traits:sTRAIT\n7custom facts:j4096 key:h 5y z');
  assert.deepEqual(kinds, {
    click: [1, { x: 'n0', label: 't080', traits: 's1TRAIT' }],
    custom: [7, { facts: 'j04096', key: 'h0', y: 'n5', z: 'n6' }],
  });
});

test('every word that a fact may say has its vocabulary, and no two fields share a slot', () => {
  for (const [kind, [number, fields]] of Object.entries(EVENTS)) {
    assert.ok(number > 0, kind);
    const told = Object.values(fields).filter(how => !/^[tj]/.test(how));
    assert.equal(new Set(told.map(how => how[1])).size, told.length, kind);
    for (const how of told) assert.match(how, /^([nh]\d|[ws]\d[A-Z_]+)$/);
    for (const how of told.filter(how => /^[ws]/.test(how))) assert.ok(WORDS[how.slice(2)]?.length > 1, how);
  }
});
