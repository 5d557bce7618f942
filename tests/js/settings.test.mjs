// What the shop may set, and what is said when it is wrong.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { readSettings } from '../../js/settings.js';
import { fakeBrowser } from './fakes.mjs';

let said;
beforeEach(t => {
  fakeBrowser();
  said = [];
  t.mock.method(console, 'error', text => said.push(text));
});

test('a site is enough', () => {
  const settings = readSettings({ site: 'demo' });
  assert.equal(settings.collector, 'https://shop.example/v1/batch');
  assert.equal(settings.consent, 'auto');
  assert.equal(settings.query, true);
  assert.equal(settings.untrusted, false);
  assert.equal(settings.idleMs, 1_800_000);
  assert.deepEqual(said, []);
});

const COLLECTORS = [
  ['/collect', 'https://shop.example/collect'],
  ['https://collect.example', 'https://collect.example/v1/batch'],
  ['https://collect.example/in?x=1', 'https://collect.example/in?x=1'],
];
for (const [given, address] of COLLECTORS) {
  test(`batches for ${given} go to ${address}`, () => {
    assert.equal(readSettings({ site: 'demo', collector: given }).collector, address);
  });
}

const WRONG = [
  ['a site with capitals', { site: 'Demo' }, /^koord: site must be .*data-site/, null],
  ['no site', {}, /^koord: site must be/, null],
  [
    'a collector that is no address',
    { site: 'demo', collector: 'javascript:alert(1)' },
    /^koord: collector/,
    'demo',
  ],
  ['an unknown consent', { site: 'demo', consent: 'yes' }, /^koord: consent must be auto/, 'demo'],
  ['settings that are no object', { site: 'demo', settings: 'rage' }, /^koord: settings must be/, 'demo'],
  ['surveys that are no list', { site: 'demo', surveys: { id: 'x' } }, /^koord: surveys must be/, 'demo'],
];
for (const [says, given, message, site] of WRONG) {
  test(`${says}: one message, and what is usual holds`, () => {
    const settings = readSettings(given);
    assert.equal(settings?.site ?? null, site);
    assert.equal(said.length, 1);
    assert.match(said[0], message);
    if (!settings) return;
    assert.equal(settings.collector, 'https://shop.example/v1/batch');
    assert.equal(settings.consent, 'auto');
    assert.deepEqual([settings.settings, settings.surveys], [{}, []]);
  });
}

test('several mistakes are one message', () => {
  readSettings({ site: 'demo', consent: 'yes', surveys: 7 });
  assert.equal(said.length, 1);
});
