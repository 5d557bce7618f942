// Adapters: what the names of GA4, schema.org and WooCommerce mean, and that the same event from two sources counts once.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { mean, meanOld } from '../../js/adapters/ecommerce.js';
import { createLedger } from '../../js/shop/told.js';

let said;
let notes;
/** What an adapter is given, as far as `mean` needs it. */
const kit = {
  page: { recall: name => notes.get(name) ?? '', note: (name, text) => notes.set(name, text) },
  say: (kind, facts) => said.push([kind, JSON.parse(JSON.stringify(facts))]),
  search: text => said.push(['search', text]),
  found: count => said.push(['found', count]),
  thing: () => 7,
  hash: text => text.length,
};
beforeEach(() => {
  said = [];
  notes = new Map();
});

const items = [
  { item_id: 'a', price: 12.5, quantity: 2 },
  { item_id: 'b', price: '4' },
];
const MEANT = [
  ['search', { search_term: 'tea' }, [['search', 'tea']]],
  ['search', {}, []],
  [
    'view_search_results',
    { search_term: 'tea', items: [] },
    [
      ['search', 'tea'],
      ['found', 0],
    ],
  ],
  ['view_item_list', { items }, []],
  ['view_item_list', { items: [] }, [['found', 0]]],
  [
    'view_item',
    { currency: 'eur', items },
    [['product', { phase: 'seen', key: 7, price_cents: 1250, currency: 'EUR' }]],
  ],
  ['add_to_wishlist', {}, [['product', { phase: 'wished', key: 7 }]]],
  ['add_to_cart', { items }, [['cart', { phase: 'added', key: 7, quantity: 3 }]]],
  ['remove_from_cart', { items: [{ quantity: 1 }] }, [['cart', { phase: 'removed', key: 7, quantity: 1 }]]],
  [
    'view_cart',
    { value: '29,00', currency: 'EUR', items },
    [['cart', { phase: 'seen', total_cents: 2900, currency: 'EUR', items: 3 }]],
  ],
  ['begin_checkout', { value: 29 }, [['checkout', { step: 'start' }]]],
  ['add_shipping_info', {}, [['checkout', { step: 'delivery' }]]],
  ['add_payment_info', {}, [['checkout', { step: 'payment' }]]],
  ['view_promotion', {}, []],
  ['toString', {}, []],
];
for (const [name, facts, expected] of MEANT)
  test(`${name} ${JSON.stringify(facts)}`, () => {
    mean(kit, name, facts, 0);
    assert.deepEqual(said, expected);
  });

test('an order counts once, whatever a reload says', () => {
  const order = { transaction_id: 'T-12', value: 59.95, currency: 'EUR', items };
  for (let load = 0; load < 2; load++) mean(kit, 'purchase', order, 0);
  assert.deepEqual(said, [
    ['payment', { phase: 'accepted' }],
    ['purchase', { total_cents: 5995, currency: 'EUR', items: 3 }],
  ]);
});

test('what is no number is not known', () => {
  for (const value of ['', null, 'free', Number.NaN, undefined])
    mean(kit, 'view_cart', { value, currency: '€' }, 0);
  assert.deepEqual(
    said,
    Array.from({ length: 5 }, () => ['cart', { phase: 'seen' }]),
  );
});

test('Universal Analytics is understood as well', () => {
  meanOld(kit, { currencyCode: 'GBP', detail: { products: [{ price: '9.99' }] } }, 0);
  meanOld(kit, { purchase: { actionField: { id: '5', revenue: '20' }, products: [{}] } }, 0);
  assert.deepEqual(said, [
    ['product', { phase: 'seen', key: 7, price_cents: 999, currency: 'GBP' }],
    ['payment', { phase: 'accepted' }],
    ['purchase', { total_cents: 2000, items: 1 }],
  ]);
});

describe('the ledger', () => {
  let now;
  let told;
  let view;
  let page;
  let as;
  /** Loads a page of the same tab. */
  function load() {
    page = {
      ...kit.page,
      now: () => now,
      listen: (_, heard) => (view = heard),
      report: (kind, { phase }) => told.push(`${kind} ${phase}`),
    };
    ({ as } = createLedger(page));
  }
  const tell = (by, phase, kind = 'cart') => as(by).report(kind, { phase });
  beforeEach(() => {
    now = 0;
    told = [];
    load();
  });

  test('two sources, one event; whoever comes first', () => {
    tell('ga4', 'added');
    tell('page', 'added');
    tell('woo', 'added');
    assert.deepEqual(told, ['cart added']);
  });

  test('the same source twice is two events, which the other one may confirm', () => {
    for (const by of ['ga4', 'ga4', 'page', 'page']) tell(by, 'added');
    assert.deepEqual(told, ['cart added', 'cart added']);
    tell('page', 'added');
    assert.equal(told.length, 3);
  });

  test('another phase is another event, and what is no event of the shop passes', () => {
    tell('ga4', 'added');
    tell('page', 'removed');
    tell('page', 'focused', 'field');
    tell('page', 'focused', 'field');
    assert.equal(told.length, 4);
  });

  test('on another view, later than ten seconds, it is another one', () => {
    tell('ga4', 'seen', 'product');
    now = 9000;
    view();
    tell('page', 'seen', 'product');
    assert.equal(told.length, 1);
    now = 20_000;
    view();
    tell('ga4', 'seen', 'product');
    assert.equal(told.length, 2);
  });

  test('on the same view it is the same one, however late', () => {
    tell('page', 'seen', 'product');
    now = 60_000;
    tell('ga4', 'seen', 'product');
    assert.equal(told.length, 1);
  });

  test('the next page knows what this one told', () => {
    tell('ga4', 'added');
    load();
    tell('page', 'added');
    assert.deepEqual(told, ['cart added']);
  });

  test('what was refused was not added, whatever was said at the press', () => {
    tell('page', 'unavailable');
    tell('ga4', 'added');
    assert.deepEqual(told, ['cart unavailable']);
    tell('page', 'added');
    assert.equal(told.length, 2);
  });
});
