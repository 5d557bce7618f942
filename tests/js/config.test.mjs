// Settings from afar: what may be set, what is refused, and what is used instead.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { configured, isFriction, readConfig } from '../../js/config.js';
import { fakeBrowser } from './fakes.mjs';

let said;
let answer;
beforeEach(t => {
  fakeBrowser();
  said = [];
  t.mock.method(console, 'error', text => said.push(text));
  t.mock.method(globalThis, 'fetch', async url => {
    const response = answer();
    Object.defineProperty(response, 'url', { value: response.landed ?? String(url) });
    return response;
  });
});

const json = (facts, type = 'application/json') => {
  const body = typeof facts === 'string' ? facts : JSON.stringify(facts);
  return new Response(body, { headers: { 'content-type': type } });
};
const given = { site: 'demo', config: '/koord.json', settings: { 'rage_click.clicks': 4 } };

test('what it sets goes over what the tag sets', async () => {
  answer = () =>
    json({ sample: 500, query: false, settings: { 'dead_click.enabled': 0 }, friction_always: true });
  const all = await configured(given);
  assert.deepEqual(all.settings, { 'rage_click.clicks': 4, 'dead_click.enabled': 0 });
  assert.deepEqual([all.site, all.sample, all.query, all.keepIf], ['demo', 500, false, isFriction]);
  assert.deepEqual(said, []);
});

test('enabled: false switches all of it off', async () => {
  answer = () => json({ enabled: false });
  assert.equal(await configured(given), null);
});

test('it can not say whom the visit is told to, nor whether the visitor agreed', () => {
  assert.deepEqual(
    readConfig('{"collector":"https://evil.example","consent":"granted","site":"x","base":"//e"}'),
    {},
  );
});

test('prototypes stay what they are', () => {
  const config = readConfig(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"sample":1}',
  );
  assert.deepEqual(Object.entries(config), [['sample', 1]]);
  assert.equal({}.polluted, undefined);
});

const REFUSED = [
  ['no JSON', () => json('{'), /JSON/],
  ['a list', () => json([]), /must be an object/],
  ['a sample beyond all', () => json({ sample: 10_001 }), /"sample" must be 0 to 10000/],
  ['a setting that is a text', () => json({ settings: { 'rage_click.clicks': '4' } }), /"settings" must be/],
  ['a survey without an id', () => json({ surveys: [{}] }), /"surveys" must be/],
  ['ten thousand deep', () => json(`${'['.repeat(10_000)}${']'.repeat(10_000)}`), /nested deeper/],
  ['two megabytes', () => json(`"${'x'.repeat(2_000_000)}"`), /larger than 65536/],
  ['another type', () => json({}, 'text/html'), /application\/json/],
  ['not there', () => new Response('', { status: 404 }), /404/],
  [
    'another site',
    () => Object.assign(json({ enabled: false }), { landed: 'https://evil.example/koord.json' }),
    /another site/,
  ],
];
for (const [what, bad, why] of REFUSED) {
  test(`${what}: said once, and the tag's own are used`, async () => {
    answer = bad;
    const all = await configured(given);
    assert.deepEqual(all.settings, given.settings);
    assert.equal(said.length, 1);
    assert.match(said[0], why);
    assert.match(said[0], /data-config \/koord.json .*tag's own settings are used/);
  });
}

test('the last good ones are kept where anything may be kept, and used when new ones are broken', async () => {
  localStorage.setItem('koord', 'a visit');
  answer = () => json({ sample: 7 });
  await configured(given);
  answer = () => json('{');
  assert.equal((await configured(given)).sample, 7);
  assert.match(said[0], /last good settings are used/);
});

test('nothing is kept before that', async () => {
  answer = () => json({ sample: 7 });
  await configured(given);
  assert.equal(localStorage.getItem('koord.config'), null);
});

test('delight is no friction, and what was taken back is none', () => {
  assert.equal(isFriction('{"kind":"signal","signal":"rage_click","state":"final"}'), true);
  assert.equal(isFriction('{"kind":"signal","signal":"quick_find","state":"final"}'), false);
  assert.equal(isFriction('{"kind":"signal","signal":"rage_click","state":"revoked"}'), false);
});

test('every detector of delight is known', () => {
  const table = readFileSync('include/koord_detectors.def', 'utf8');
  const names = [...table.matchAll(/KOORD_DETECTOR\(\d+, (\w+), delight/g)].map(([, name]) => name);
  assert.ok(names.length > 3);
  for (const name of names) assert.equal(isFriction(`{"signal":"${name}"}`), false, name);
});
