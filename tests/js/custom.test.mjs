// Facts of the shop's own: what gets through, and what cannot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsJson } from '../../js/custom.js';

const read = facts => JSON.parse(factsJson(facts));

test('keeps flat facts', () => {
  const facts = { plan: 'gold', price: 12.5, fresh: true, none: null };
  assert.deepEqual(read(facts), facts);
});

test('leaves out what is not flat, not a number, or throws', () => {
  const cycle = {};
  cycle.self = cycle;
  const facts = { ok: 1, list: [1], cycle, big: 1n, nan: Number.NaN, fn() {}, symbol: Symbol('x') };
  Object.defineProperty(facts, 'trap', { enumerable: true, get: () => assert.fail('a getter that throws') });
  assert.deepEqual(read(facts), { ok: 1 });
});

test('a proxy that refuses to be looked at gives nothing', () => {
  const proxy = new Proxy({}, { ownKeys: () => assert.fail('no') });
  assert.deepEqual(read(proxy), {});
});

test("a shop's additions to Object.prototype stay out", t => {
  t.after(() => Reflect.deleteProperty(Object.prototype, 'foo'));
  Object.defineProperty(Object.prototype, 'foo', { value: 'x', enumerable: true, configurable: true });
  assert.deepEqual(Object.keys(read({ a: 1 })), ['a']);
});

test('takes sixteen, and no string beyond 256 bytes', () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, n]));
  assert.deepEqual(Object.keys(read(many)), [...Object.keys(many).slice(0, 16), '…']);
  assert.equal(read(many)['…'], 4, 'and says how many are missing');
  const { long, fits } = read({ long: 'é'.repeat(1000), fits: 'é'.repeat(128) });
  assert.equal(long, `${'é'.repeat(126)}…`, 'and says that it goes on');
  assert.equal(fits, 'é'.repeat(128));
});

test('stays within the 4096 bytes that the table allows', () => {
  const many = Object.fromEntries(
    Array.from({ length: 16 }, (_, n) => [`${n} `.padEnd(64, 'x '), '"'.repeat(256)]),
  );
  const json = factsJson(many);
  assert.ok(new TextEncoder().encode(json).length <= 4096);
  const kept = Object.keys(JSON.parse(json)).length - 1;
  assert.ok(kept > 3);
  assert.equal(JSON.parse(json)['…'], 16 - kept);
});

test('names that look the same once redacted count once', () => {
  assert.deepEqual(read({ 'a@shop.example': 1, 'b@shop.example': 2 }), { '<email>': 1 });
});

test('redacts values and names, and mends half characters', () => {
  const json = factsJson({ 'a@shop.example': 'mail me at jan@shop.example', half: 'a\ud800b' });
  assert.ok(!json.includes('@shop.example'));
  assert.ok(json.includes('\ufffd'));
});

for (const nothing of [undefined, null, 7, 'text']) {
  test(`${JSON.stringify(nothing) ?? 'undefined'} has no facts`, () =>
    assert.equal(typeof read(nothing), 'object'));
}
