// Two visits to the demo shop, as a person would make them, against a real collector: one in which everything goes wrong,
// and one of the same length in which nothing does. What counts is what was stored, and what was not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { BUILDS } from '../vectors/builds.mjs';
import { collect } from './drive/collector.mjs';
import { ENGINES, open } from './drive/index.mjs';
import { temporaryFolder } from './drive/processes.mjs';

/** @typedef {Record<string, any>} Json */
/** @typedef {import('./drive/page.mjs').Page} Page */

const CARD = 'koord-survey';
const run = promisify(execFile);

/** @param {Json[]} records @param {string} kind */
const ofKind = (records, kind) => records.filter(record => record.kind === kind);

/** First records of signals, by name. @param {Json[]} records */
const signalsOf = records =>
  ofKind(records, 'signal')
    .filter(({ about }) => !about)
    .map(({ signal }) => signal);

/** What a visitor does, in one word each. @param {Page} page @param {string} url */
function visitor(page, url) {
  const ready = () => page.waitFor('return !!window.koord?.stop');
  /** @param {string} path */
  const go = async path => {
    await page.go(`${url}/${path}`);
    await ready();
  };
  /** @param {string} path */
  const arrives = async path => {
    await page.waitFor('return location.pathname === arguments[0] && document.readyState === "complete"', {
      args: [path],
    });
    await ready();
  };
  /** @param {string} selector @param {string} text */
  const fill = async (selector, text) => {
    await page.click(selector);
    await page.type(text, 30);
  };
  /** @param {string} selector @param {string} part */
  const sees = (selector, part) =>
    page.waitFor('return document.querySelector(arguments[0])?.textContent.includes(arguments[1])', {
      args: [selector, part],
    });
  return {
    go,
    arrives,
    fill,
    sees,
    /** @param {string} query */
    async search(query) {
      await fill('#search-field', query);
      await page.press('Enter');
      await arrives('/search.html');
    },
    async addToCart() {
      await page.click('#product .primary');
      await sees('#toast', 'Added');
    },
    /** @param {string} code */
    async tryCoupon(code) {
      await fill('#coupon', code);
      await page.click('#coupon-form button');
    },
    async checkOut() {
      await page.click('a[href="checkout.html"]');
      await arrives('/checkout.html');
      await fill('#email', 'ada@example.com');
      await fill('#first-name', 'Ada');
      await fill('#last-name', 'Vos');
      await page.click('#contact button');
      await arrives('/checkout-delivery.html');
      await fill('#street', 'Kade 1');
      await fill('#postcode', '8011 AB');
      await fill('#city', 'Zwolle');
      await page.click('#delivery button');
      await arrives('/checkout-payment.html');
    },
    async answerSurvey() {
      await page.waitFor(`return !!document.querySelector('${CARD}')`, { timeout: 15_000 });
      await page.click(`${CARD} >>> .point:nth-child(2)`);
      await page.click(`${CARD} >>> .onward`);
      await page.waitFor(`return !!document.querySelector('${CARD}')?.shadowRoot.querySelector('textarea')`);
      await page.click(`${CARD} >>> textarea`);
      await page.type('a hammock, write to ada@example.com');
      await page.click(`${CARD} >>> .onward`);
      await page.waitFor(`return !!document.querySelector('${CARD}')?.shadowRoot.querySelector('.thanks')`);
    },
    leave: () => page.go('about:blank'),
  };
}

/** The replay law on what a browser really did: every build gives the stored verdicts. @param {string} recorded */
async function assertReplays(recorded) {
  const folder = temporaryFolder('replay');
  try {
    const file = join(folder.path, 'visit.ndjson');
    writeFileSync(file, recorded);
    const { stderr } = await run('build/koord', ['replay', file, '--check']);
    assert.match(stderr, /all the same/);
    assert.doesNotMatch(stderr, /lack a record/);
  } finally {
    folder.remove();
  }
  const lines = recorded
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const facts = lines.filter(({ kind }) => !/^(signal|decision|outcome)$/.test(kind));
  const [native, ...others] = BUILDS;
  const expected = await native.replay([facts], {});
  for (const { name, replay } of others) assert.equal(await replay([facts], {}), expected, name);
}

for (const engine of ENGINES) {
  describe(`a visit in ${engine}`, () => {
    /** @type {Page} */
    let page;
    /** @type {import('./drive/collector.mjs').Collector} */
    let collector;
    before(async () => {
      page = await open(engine);
    });
    after(() => page?.close());
    beforeEach(async () => {
      collector = await collect();
    });
    afterEach(() => collector.stop());

    /** @param {(records: Json[]) => unknown} wanted @returns {Promise<Json>} */
    async function stored(wanted) {
      await collector.untilStored(wanted, 30_000);
      const [{ session }, ...others] = await collector.sessions();
      assert.deepEqual(others, [], 'one visit is one session');
      return { ...(await collector.session(session)), ndjson: await collector.ndjson(session) };
    }

    test('in which everything goes wrong', async () => {
      const ada = visitor(page, collector.url);
      await ada.go('index.html?fault=dead_pay,coupon_refused');
      await ada.search('hammok');
      await ada.answerSurvey();
      await ada.go('product.html?id=mug-steel');
      await ada.addToCart();
      await page.click('.cart-link');
      await ada.arrives('/cart.html');
      await ada.tryCoupon('WELCOME10');
      await ada.sees('#coupon-form', 'not valid');
      await ada.checkOut();
      await page.run('window.heard = []; koord.onSignal(({ signal }) => heard.push(signal))');
      await page.click('#pay', { times: 5, every_ms: 150 });
      await page.waitFor('return heard.includes("rage_click")');
      await ada.leave();
      const { records, ndjson } = await stored(
        all => signalsOf(all).includes('rage_click') && ofKind(all, 'survey').length >= 4,
      );

      const expected = ['zero_results', 'recovery', 'coupon_failure', 'submit_stall', 'rage_click'];
      assert.deepEqual(
        signalsOf(records).filter(signal => signal !== 'struggle'), // which waits for a quiet moment, and may miss it
        expected,
      );
      assert.deepEqual(
        ofKind(records, 'decision').map(({ answer, survey }) => [answer, survey]),
        [['ask', 'search_effort']],
      );
      const survey = ofKind(records, 'survey');
      assert.deepEqual(
        survey.map(({ phase }) => phase),
        ['shown', 'answered', 'answered', 'completed'],
      );
      assert.equal(survey[1].value, 2);
      assert.match(survey[2].text, /^a hammock, write to <email>/);
      assert.equal(survey[1].decision, ofKind(records, 'decision')[0].id);
      const [from, to] = [survey[0].id, survey[3].id];
      const meanwhile = records.filter(
        (/** @type {Json} */ { id, kind }) => id > from && id < to && /click|field/.test(kind),
      );
      assert.deepEqual(meanwhile, [], "what happens in our own question is nobody's friction");
      assert.equal(ofKind(records, 'search')[0].query, 'hammok');
      assert.deepEqual(
        ofKind(records, 'coupon').map(({ phase }) => phase),
        ['submitted', 'refused'],
      );
      assert.deepEqual(
        ofKind(records, 'checkout').map(({ step }) => step),
        ['contact', 'delivery', 'payment'],
      );
      const rage = ofKind(records, 'signal').find(({ signal }) => signal === 'rage_click');
      assert.equal(`${rage?.place} ${rage?.step}`, 'checkout payment');
      const evidence = records.filter((/** @type {Json} */ { id }) => rage?.evidence.includes(id));
      assert.deepEqual(
        [...new Set(evidence.map((/** @type {Json} */ { kind, label }) => `${kind} ${label}`))],
        ['click button Pay now'],
      );
      for (const typed of ['ada@example.com', 'Kade 1', '8011', 'Zwolle', 'Vos', 'WELCOME10'])
        assert.ok(!ndjson.includes(typed), typed);
      await assertReplays(ndjson);
    });

    test('of the same length in which nothing does', async () => {
      const ada = visitor(page, collector.url);
      await ada.go('index.html?fault=none');
      await ada.search('mug');
      await page.click('#results a[href*="mug-steel"]');
      await ada.arrives('/product.html');
      await page.click('#product .stepper button:last-child', { times: 4, every_ms: 180 });
      await page.waitFor('return document.querySelector("#product .stepper input").value === "5"');
      await page.run('window.pressed = performance.now()');
      await page.waitFor('return performance.now() - pressed > 2600'); // a dead click would have been told by now
      await ada.addToCart();
      await page.click('.cart-link');
      await ada.arrives('/cart.html');
      await ada.tryCoupon('WELCOME10');
      await ada.sees('#coupon-answer', 'accepted');
      await ada.checkOut();
      await page.click('#pay');
      await ada.arrives('/confirmation.html');
      await page.waitFor('return performance.now() > 2500'); // she reads that all is well
      await ada.leave();
      const { records, ndjson, purchased } = await stored(all => ofKind(all, 'purchase').length > 0);
      assert.deepEqual(signalsOf(records), [
        'quick_find',
        'coupon_first_try',
        'order_placed',
        'smooth_checkout',
      ]);
      assert.deepEqual(
        ofKind(records, 'outcome').map(({ goal, outcome }) => `${goal} ${outcome}`),
        ['search succeeded', 'checkout succeeded'],
      );
      assert.deepEqual(ofKind(records, 'decision'), []);
      assert.equal(purchased, true);
      assert.deepEqual(
        ofKind(records, 'coupon').map(({ phase }) => phase),
        ['submitted', 'accepted'],
      );
      assert.ok(ofKind(records, 'click').length >= 8);
      await assertReplays(ndjson);
    });
  });
}
