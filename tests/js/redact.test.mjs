// What a text may still say after redaction, and what it must not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  bodyVerdict,
  couponOrdinal,
  lengthClass,
  queryFrom,
  redactText,
  redactUrl,
} from '../../js/redact.js';

/** @type {Array<[says: string, text: string, expected: string]>} */
const TEXTS = [
  ['an e-mail address goes', 'mail jan@example.org now', 'mail <email> now'],
  ['so does one with a tag and accents', 'rené+shop@exämple.co.uk', '<email>'],
  ['so does one that is percent-encoded', 'u=jan%40example.org', 'u=<email>'],
  ['so does one that is encoded twice', 'jan%2540example.org', '<email>'],
  ['a card number goes, in groups', 'pay 4111 1111 1111 1111 now', 'pay <card> now'],
  ['a card number goes, in one piece', '5555555555554444', '<card>'],
  ['a Mastercard of the 2-series goes', '2223 0000 4841 0010', '<card>'],
  ['an American Express goes', '3782-822463-10005', '<card>'],
  ['a card between other numbers goes alone', '2 x 4111 1111 1111 1111 and 5', '2 x <card> and 5'],
  ['two cards both go', '4111111111111111 5555555555554444', '<card> <card>'],
  ['sixteen digits that fail the check stay', '4111 1111 1111 1112', '4111 1111 1111 1112'],
  ['an order number stays', 'order 123-45-6789', 'order 123-45-6789'],
  ['an article number stays', 'EAN 8718969057103', 'EAN 8718969057103'],
  ['a bank account goes', 'to NL91 ABNA 0417 1643 00 please', 'to <iban> please'],
  ['a bank account in small letters goes', 'nl91abna0417164300', '<iban>'],
  ['a model that looks like one stays', 'mp40 plus size shoes', 'mp40 plus size shoes'],
  ['an international phone number goes', 'call +31 6 12345678', 'call <phone>'],
  ['a national phone number goes', '06-12345678', '<phone>'],
  ['a date stays', 'before 01-02-2026', 'before 01-02-2026'],
  ['a price stays', '€ 1.234.567,00', '€ 1.234.567,00'],
  ['a JSON web token goes', 'eyJhbGciOiJI.eyJzdWIiOiIx.SflKxw', '<token>'],
  ['a UUID goes', 'id 550e8400-e29b-41d4-a716-446655440000', 'id <token>'],
  ['a UUID of letters goes', 'deadbeef-cafe-babe-feed-abcdefabcdef', '<token>'],
  ['a web token without digits goes', 'see eyJhbGciOiJI', 'see <token>'],
  ['an American phone number goes', 'call 555-867-5309', 'call <phone>'],
  ['a short bank account goes', 'NO93 8601 1117 947', '<iban>'],
  ['a long key goes', 'sk_live_4242abcdefghijkl99', '<token>'],
  ['a long word stays', 'Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrtsgesellschaft'],
  ['a product slug stays', 'nike-air-max-90-running-shoes-black', 'nike-air-max-90-running-shoes-black'],
  ['lines and control characters become blanks', 'a\n\0b\u2028c', 'a b c'],
];

describe('redactText', () => {
  for (const [says, text, expected] of TEXTS) test(says, () => assert.equal(redactText(text), expected));

  test('a megabyte is clipped, and quickly', () => {
    const began = performance.now();
    assert.equal(redactText('a@'.repeat(500_000), 100).length <= 100, true);
    assert.ok(performance.now() - began < 200);
  });
});

/** @type {Array<[says: string, address: string, expected: string]>} */
const ADDRESSES = [
  ['a path stays', 'https://shop.example/women/shoes', '/women/shoes'],
  [
    'searches, pages and sorting stay',
    '/s?q=red+shoes&page=2&sort=price',
    '/s?q=red shoes&page=2&sort=price',
  ],
  ['campaigns stay', '/?utm_source=mail', '/?utm_source=mail'],
  ['tokens, codes, sessions and click ids go', '/a?token=1&code=2&session=3&gclid=4', '/a'],
  ['an address in a search goes', '/s?q=jan%40example.org', '/s?q=<email>'],
  ['an address in the path goes', '/u/jan%40example.org/orders', '/u/<email>/orders'],
  ['a token in the path goes', '/reset/550e8400-e29b-41d4-a716-446655440000', '/reset/<token>'],
  ['a hash goes', '/a#reviews', '/a'],
  ['a route in the hash stays, without its query', '/a#/checkout?x=1', '/a#/checkout'],
  ['a stray percent sign does no harm', '/100%/a', '/100%/a'],
];

describe('redactUrl', () => {
  for (const [says, address, expected] of ADDRESSES)
    test(says, () => assert.equal(redactUrl(address), expected));
  test('search words go where the shop wants that', () =>
    assert.equal(redactUrl('/s?q=red&page=2', false), '/s?page=2'));
  test('a query has many names', () => {
    assert.equal(redactUrl('/recherche?terme=savon&jeton=x'), '/recherche?terme=savon');
    assert.equal(redactUrl('/recherche?terme=savon', false), '/recherche');
  });
});

describe('searches', () => {
  test('the same search has the same key, whatever its case, accents and blanks', () => {
    assert.equal(queryFrom('  Café  Crème ').key, queryFrom('cafe creme').key);
    assert.notEqual(queryFrom('cafe').key, queryFrom('cafe creme').key);
  });
  test('a query is told redacted, with its number of words', () => {
    const { query, words } = queryFrom('invoice jan@example.org');
    assert.deepEqual([query, words], ['invoice <email>', 2]);
  });
  test('nothing is no word', () => assert.equal(queryFrom('  ').words, 0));
});

/** A field as far as redact.js looks at it. @param {string} value @returns {any} */
const field = value => ({ value });

describe('fields', () => {
  for (const [value, expected] of [
    ['', 'empty'],
    ['a', 'short'],
    ['abcdefgh', 'medium'],
    ['x'.repeat(32), 'long'],
  ]) {
    test(`${value.length} characters are ${expected}`, () =>
      assert.equal(lengthClass(field(value), 'other'), expected));
  }
  test('of a password only that there is one', () => {
    assert.equal(lengthClass(field('hunter2'), 'password'), undefined);
    assert.equal(lengthClass(field(''), 'password'), 'empty');
  });
  test('coupons are counted as distinct codes', () => {
    const seen = new Map();
    const ordinals = ['SAVE10', 'save10 ', 'OTHER', '', 'SAVE10'].map(code =>
      couponOrdinal(seen, field(code)),
    );
    assert.deepEqual(ordinals, [1, 1, 2, 0, 1]);
    assert.doesNotMatch(JSON.stringify([...seen]), /save/i);
  });
});

/** @type {Array<[says: string, body: string, expected: string]>} */
const BODIES = [
  ['an error text is an error', '{"error":"This code is not valid"}', 'error'],
  ['an empty error is none', '{"error":null,"errors":[],"cart":{"items":1}}', 'fine'],
  ['so is an error without anything in it', '{"data":{"item":{"qty":1,"errors":{}}}}', 'fine'],
  ['so is what a user did wrong', '{"data":{"userErrors":[{"message":"No stock"}]}}', 'error'],
  ['so is success that failed', '{"success":false}', 'error'],
  ['so is a status that says so', '{"status":"failed"}', 'error'],
  ['one level down is seen', '{"data":{"errors":[{"code":1}]}}', 'error'],
  ['a list of products with a field of that name is fine', '[{"name":"error 404 mug"}]', 'fine'],
  ['what is no JSON is not judged', '<p>error</p>', 'unread'],
  ['what is too large is not judged', `"${'x'.repeat(70_000)}"`, 'unread'],
];

describe('bodyVerdict', () => {
  for (const [says, body, expected] of BODIES) test(says, () => assert.equal(bodyVerdict(body), expected));
});
