// How searches resemble each other, and what the address of a list says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { facetKey, partsOf, refinements } from '../../js/shop/address.js';
import { editsBetween, likeness } from '../../js/shop/likeness.js';

/** @type {Array<[now: string, before: string, shared: number, edits: number, extended: number]>} */
const SEARCHES = [
  ['red shoe', 'shoe', 50, 50, 1],
  ['shoe', 'red shoe', 50, 50, 1],
  ['tent', 'tetn', 0, 50, 0],
  ['lantern', 'lamp', 0, 71, 0],
  ['rain coat blue', 'rain jacket blue', 50, 25, 0],
  ['rainc', 'rain', 0, 20, 1],
  ['tent', 'tent', 100, 0, 1],
];

describe('two searches', () => {
  for (const [now, before, shared, edits, extended] of SEARCHES) {
    test(`"${now}" after "${before}"`, () =>
      assert.deepEqual(likeness(now, before), { shared, edits, extends: extended }));
  }
  test('the first of a visit resembles nothing', () => assert.deepEqual(likeness('tent', ''), {}));
  test('an endless search costs no more than a long one', () => {
    const long = 'x'.repeat(1e6);
    const begun = performance.now();
    assert.equal(likeness(long, `y${long}`).edits, 2);
    assert.ok(performance.now() - begun < 100);
  });
  test('edits are letters', () => assert.equal(editsBetween('kitten', 'sitting'), 3));
});

const at = (/** @type {string} */ path) => partsOf(`https://shop.example${path}`);

describe('the address of a list', () => {
  test('its category and its search make it another list; a filter, an order, a page do not', () => {
    const { list } = at('/list?c=tents');
    for (const same of [
      '?c=tents&colour=red',
      '?c=tents&page=3',
      '?sort=price&c=tents',
      '?c=tents&utm_source=x',
    ]) {
      assert.equal(at(`/list${same}`).list, list, same);
    }
    for (const other of ['?c=packs', '?c=tents&q=red'])
      assert.notEqual(at(`/list${other}`).list, list, other);
    assert.equal(at('/tents/page/3').list, at('/tents').list);
  });
  test('filters come repeated, in brackets and with commas', () => {
    const [red, blue] = ['red', 'blue'].map(value => facetKey('colour', value));
    for (const query of ['colour=red&colour=blue', 'colour[]=red&colour[]=blue', 'colour=red,blue'])
      assert.deepEqual(at(`/list?${query}`).filters, [red, blue], query);
    assert.deepEqual(at('/list?colour[value]=red&colour[operation]=in').filters, [red]);
    assert.deepEqual(at('/list?colour=&utm_campaign=red&view=grid').filters, []);
  });
  test('the order is known by its name or by its value', () => {
    const { sort } = at('/list');
    for (const query of ['ob=price', 'product_list_order=name', 'by=price-asc', 'x=desc']) {
      assert.deepEqual(at(`/list?${query}`).filters, [], query);
      assert.notEqual(at(`/list?${query}`).sort, sort, query);
    }
    assert.equal(at('/list?colour=cascade').sort, sort);
  });
  test('the page is in a parameter or in the path', () => {
    assert.equal(at('/tents?page=3').page, 3);
    assert.equal(at('/tents/page/4/').page, 4);
    assert.equal(at('/tents').page, 1);
  });
});

describe('what was done to filters', () => {
  for (const [what, before, now, expected] of /** @type {Array<[string, number[], number[], any[]]>} */ ([
    ['one more', [1], [1, 2], [{ phase: 'applied', facet: 2, active: 2 }]],
    ['one less', [1, 2], [2], [{ phase: 'removed', facet: 1, active: 1 }]],
    ['the last one', [1], [], [{ phase: 'removed', facet: 1, active: 0 }]],
    ['all of them', [1, 2], [], [{ phase: 'cleared', active: 0 }]],
    ['another value in its place', [1, 2], [1, 3], [{ phase: 'applied', facet: 3, active: 2 }]],
    ['nothing', [1], [1], []],
  ])) {
    test(what, () => assert.deepEqual(refinements(before, now), expected));
  }
});
