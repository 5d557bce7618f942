// Consent: which answer of which tool counts, and what happens while nobody answers.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createClock } from '../../js/clock.js';
import { watchConsent } from '../../js/consent.js';
import * as tools from '../../js/consent_tools.js';
import { fakeBrowser, settle } from './fakes.mjs';

const TOOLS = [
  '__tcfapi',
  'dataLayer',
  'OneTrust',
  'OnetrustActiveGroups',
  'Cookiebot',
  'wp_has_consent',
  'Shopify',
];
const shop = globalThis;
let browser;
/** What was told, a withdrawal with a mark. */
let told;
let said;
let watch;

beforeEach(t => {
  browser = fakeBrowser();
  told = [];
  said = [];
  t.mock.method(console, 'info', text => said.push(text));
  browser.listeners.clear();
});
afterEach(() => {
  for (const tool of TOOLS) delete shop[tool];
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
});

async function begin(mode) {
  const tell = (state, withdrawn) => told.push(state + (withdrawn ? '!' : ''));
  watch = watchConsent({ mode, clock: createClock(), tools: async () => tools, tell });
  await settle();
}

const press = () => browser.shout('click');

for (const mode of ['granted', 'cookieless']) {
  test(`${mode} is told at once`, async () => {
    await begin(mode);
    assert.deepEqual(told, [mode]);
  });
}

test('denied is told at once, and nothing may stay on the device', async () => {
  await begin('denied');
  assert.deepEqual(told, ['denied!']);
});

test('nobody answers within five seconds: denied, kept what was there, and said once', async () => {
  await begin('auto');
  assert.deepEqual(told, ['unknown']);
  await browser.time.advance(4900);
  assert.deepEqual(told, ['unknown']);
  await browser.time.advance(200);
  assert.deepEqual(told, ['unknown', 'denied']);
  await browser.time.advance(20_000);
  assert.equal(said.length, 1);
  assert.match(said[0], /data-consent/);
});

test('an answer after that still counts', async () => {
  await begin('auto');
  await browser.time.advance(6000);
  shop.dataLayer = [['consent', 'update', { analytics_storage: 'granted' }]];
  press();
  await browser.time.advance(400);
  assert.deepEqual(told, ['unknown', 'denied', 'granted']);
});

test('global privacy control denies, unless the shop says that the visitor agreed', async () => {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
  await begin('granted');
  assert.deepEqual(told, ['denied!']);
  watch.set('granted');
  assert.deepEqual(told, ['denied!', 'granted']);
});

test('the word of the shop beats all tools', async () => {
  shop.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
  await begin('auto');
  watch.set('cookieless');
  press();
  await browser.time.advance(3000);
  assert.deepEqual(told, ['unknown', 'denied!', 'cookieless']);
});

const ANSWERS = [
  [
    'Google: a grant by default',
    () => (shop.dataLayer = [['consent', 'default', { analytics_storage: 'granted' }]]),
    'granted',
  ],
  [
    'Google: a refusal by default is no answer',
    () => (shop.dataLayer = [['consent', 'default', { analytics_storage: 'denied' }]]),
    'unknown',
  ],
  [
    'Google: the last word counts',
    () =>
      (shop.dataLayer = [
        ['consent', 'update', { analytics_storage: 'granted' }],
        ['consent', 'update', { analytics_storage: 'denied' }],
      ]),
    'denied!',
  ],
  [
    'Google: other pushes say nothing',
    () => (shop.dataLayer = [{ event: 'consent' }, null, ['event', 'x', {}]]),
    'unknown',
  ],
  ['OneTrust: performance is on', () => (shop.OnetrustActiveGroups = ',C0001,C0002,'), 'granted'],
  [
    'OneTrust: off, and the box still stands',
    () =>
      Object.assign(shop, { OnetrustActiveGroups: ',C0001,', OneTrust: { IsAlertBoxClosed: () => false } }),
    'unknown',
  ],
  [
    'OneTrust: off, and the box was closed',
    () =>
      Object.assign(shop, { OnetrustActiveGroups: ',C0001,', OneTrust: { IsAlertBoxClosed: () => true } }),
    'denied!',
  ],
  [
    'Cookiebot: not answered',
    () => (shop.Cookiebot = { hasResponse: false, consent: { statistics: false } }),
    'unknown',
  ],
  [
    'Cookiebot: statistics',
    () => (shop.Cookiebot = { hasResponse: true, consent: { statistics: true } }),
    'granted',
  ],
  [
    'Cookiebot: no statistics',
    () => (shop.Cookiebot = { hasResponse: true, consent: { statistics: false } }),
    'denied!',
  ],
  ['WordPress: statistics', () => (shop.wp_has_consent = what => what === 'statistics'), 'granted'],
  [
    'Shopify: allowed',
    () => (shop.Shopify = { customerPrivacy: { analyticsProcessingAllowed: () => true } }),
    'granted',
  ],
  ['TCF: outside its reach', () => tcf({ gdprApplies: false }), 'granted'],
  ['TCF: the box stands', () => tcf({ eventStatus: 'cmpuishown', purpose: { consents: {} } }), 'unknown'],
  [
    'TCF: purpose 1',
    () => tcf({ eventStatus: 'useractioncomplete', purpose: { consents: { 1: true } } }),
    'granted',
  ],
  ['TCF: nothing', () => tcf({ eventStatus: 'tcloaded', purpose: { consents: {} } }), 'denied!'],
  [
    'a tool that throws has not answered',
    () =>
      (shop.wp_has_consent = () => {
        throw new Error('broken');
      }),
    'unknown',
  ],
  [
    'one yes and one no are a no',
    () =>
      Object.assign(shop, { OnetrustActiveGroups: 'C0002', Cookiebot: { hasResponse: true, consent: {} } }),
    'denied!',
  ],
];

function tcf(data) {
  shop.__tcfapi = (_command, _version, listener) => listener(data, true);
}

for (const [says, arrange, expected] of ANSWERS) {
  test(`${says}: ${expected}`, async () => {
    arrange();
    await begin('auto');
    assert.equal(told.at(-1), expected);
  });
}

test('a tool that loads late is heard', async () => {
  await begin('auto');
  await browser.time.advance(1000);
  shop.Cookiebot = { hasResponse: true, consent: { statistics: true } };
  await browser.time.advance(300);
  assert.deepEqual(told, ['unknown', 'granted']);
});

test('a grant that is taken back is a withdrawal', async () => {
  shop.wp_has_consent = () => true;
  await begin('auto');
  shop.wp_has_consent = () => false;
  browser.shout('wp_listen_for_consent_change');
  await browser.time.advance(3000);
  assert.deepEqual(told, ['unknown', 'granted', 'denied!']);
});

test('after stop, nothing is told any more', async () => {
  await begin('auto');
  watch.stop();
  shop.wp_has_consent = () => true;
  press();
  await browser.time.advance(10_000);
  assert.deepEqual(told, ['unknown']);
  assert.equal(browser.listeners.size, 0);
});
