// Asking: the place in the budget, who shows the survey, and what is told of it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createAsk } from '../../js/ask.js';
import { fakeBrowser, settle } from './fakes.mjs';
import { closePages, loadPage } from './stage.mjs';

let browser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(closePages);

const BUILT_IN = { id: 'search_effort', questions: [{ id: 'effort', type: 'ces', text: 'How?' }] };

/** A page with a search that finds nothing, 100 ms after that was noticed. `show` is what the survey file exports. */
async function disappoint({ show = () => ({ close() {} }), load, renderer, surveys = [] } = {}) {
  let ask;
  const page = await loadPage({ onAsk: decision => void ask.ask(decision) });
  const file = async () => ({ show });
  ask = createAsk({
    journey: page.journey,
    clock: page.clock,
    surveys,
    renderer: () => renderer,
    load: load ?? file,
  });
  page.feed('search', { key: 5, words: 1 });
  page.feed('results', { count: 0, source: 'text', key: 5 });
  await browser.time.advance(700);
  return page;
}

/** What was told of surveys, once it has arrived. */
async function told() {
  await browser.time.advance(15_000);
  return [...browser.collector.records.values()].filter(({ kind }) => kind === 'survey');
}

test('the built-in survey is shown, and its answers are told', async () => {
  let host;
  const show = (survey, its) => {
    assert.deepEqual(survey, { id: 'search_effort' });
    host = its;
    its.onShown();
    return { close() {} };
  };
  await disappoint({ show });
  await browser.time.advance(4000);
  host.onAnswer({ id: 'effort' }, { value: 6 });
  host.onAnswer({ id: 'wanted' }, { text: 'a blue tent, mail jan@shop.example' });
  host.onDone();
  const [shown, effort, wanted, completed] = await told();
  assert.deepEqual([shown.phase, shown.survey, shown.took_ms], ['shown', 'search_effort', undefined]);
  assert.deepEqual(
    [effort.phase, effort.question, effort.value, effort.took_ms],
    ['answered', 'effort', 6, 4100],
  );
  assert.equal(effort.text, undefined);
  assert.deepEqual([wanted.text, wanted.length], ['a blue tent, mail <email>', 'medium']);
  assert.equal(completed.phase, 'completed');
  assert.equal(new Set([shown, effort, wanted, completed].map(({ decision }) => decision)).size, 1);
  assert.equal(browser.localStorage.texts.get('koord').split('|')[5].split(',').length, 1);
});

test('a survey that cannot be shown is told, and gives its place back', async t => {
  const said = t.mock.method(console, 'error', () => {});
  await disappoint({ load: () => Promise.reject(new Error('404')) });
  const [failed] = await told();
  assert.equal(failed.phase, 'failed');
  assert.match(said.mock.calls[0].arguments[0], /survey "search_effort" was not shown: 404/);
  assert.equal(browser.localStorage.texts.get('koord').split('|')[5], '');
});

test('another tab asked a moment ago: held, not shown', async () => {
  const shown = [];
  const renderer = () => shown.push(1);
  const page = await loadPage();
  const ask = createAsk({ journey: page.journey, clock: page.clock, surveys: [], renderer: () => renderer });
  page.session.reserve(0); // the other tab
  await ask.ask({ id: 9, record: '{"survey":"search_effort"}' });
  const [held] = await told();
  assert.deepEqual([held.phase, held.decision], ['held', 9]);
  assert.equal(shown.length, 0);
});

test("the shop's own renderer takes over, unless it says false", async () => {
  const seen = [];
  const never = () => assert.fail('ours was shown');
  await disappoint({ show: never, renderer: survey => seen.push(survey) });
  assert.deepEqual(seen, [{ id: 'search_effort' }]);
  await closePages();
  browser = fakeBrowser();
  let ours = 0;
  await disappoint({ show: () => ({ close: void ours++ }), renderer: () => false });
  assert.equal(ours, 1);
});

test("a survey of the shop's own comes with its texts", async () => {
  const own = { ...BUILT_IN, on: 'zero_results', thanks: 'Thanks' };
  const seen = [];
  await disappoint({ surveys: [own], show: survey => seen.push(survey) });
  assert.deepEqual(seen, [own]);
});

test('asks once although the lock fails half-way', async t => {
  t.after(() => Reflect.deleteProperty(navigator, 'locks'));
  const locks = {
    request: async (_name, run) => {
      await run();
      throw new Error('stolen');
    },
  };
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  let shown = 0;
  await disappoint({ show: () => ({ close: void shown++ }) });
  await settle();
  assert.equal(shown, 1);
});
