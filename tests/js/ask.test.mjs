// Asking: the place in the budget, who shows the survey, and what is told of it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createAsk } from '../../js/ask.js';
import { lengthOf, redactText } from '../../js/redact.js';
import { compileSurvey } from '../../js/survey/compile.js';
import { readPast } from '../../js/survey/past.js';
import { hash } from '../../js/text.js';
import { fakeBrowser, settle } from './fakes.mjs';
import { closePages, loadPage } from './stage.mjs';

let browser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(closePages);

const redact = text => {
  const redacted = redactText(text);
  return { text: redacted, length: lengthOf(redacted) };
};

const BUILT_IN = { id: 'search_effort', questions: [{ id: 'effort', type: 'ces', text: 'How?' }] };

/** A page with a search that finds nothing, 100 ms after that was noticed. `show` is what the survey file exports. */
async function disappoint({ show = () => ({ close() {} }), load, renderer, surveys = [] } = {}) {
  let ask;
  const page = await loadPage({ onAsk: decision => void ask.ask(decision) });
  const file = async () => ({ show });
  ask = createAsk({
    journey: page.journey,
    session: page.session,
    clock: page.clock,
    language: 'en',
    redact,
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
  const { journey, session, clock } = page;
  const ask = createAsk({ journey, session, clock, redact, surveys: [], renderer: () => renderer });
  page.session.reserve(0); // the other tab
  await ask.ask({ id: 9, yes: 1, record: '{"survey":"search_effort"}' });
  const [held] = await told();
  assert.deepEqual([held.phase, held.decision, held.reason], ['held', 9, 'other_tab']);
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
  const rows = compileSurvey({ id: 'search_effort', trigger: { on: 'zero_results' } });
  const own = { ...BUILT_IN, rows, thanks: 'Thanks' };
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

test('what became of a question is remembered from visit to visit', async () => {
  let host;
  const show = (_, its) => {
    host = its;
    its.onShown();
    return { close() {} };
  };
  const { session } = await disappoint({ show });
  host.onDismiss();
  const [all, own] = ['', hash('search_effort').toString(36)].map(key => readPast(session.past()).get(key));
  assert.deepEqual([all.dismissed, all.answered, own.dismissed], [1, 0, 1]);
  browser.time.newPage();
  browser.sessionStorage.texts.clear(); // another tab
  const page = await loadPage();
  page.leave();
  await settle();
  const past = [...browser.collector.records.values()].filter(({ kind }) => kind === 'survey_past');
  assert.deepEqual(
    past.map(({ key, dismissed }) => [key, dismissed]),
    [
      [undefined, 1],
      [hash('search_effort').toString(16).padStart(8, '0'), 1],
    ],
  );
});

test('an answer to a question that judges says whether the finding was right', async () => {
  let host;
  const show = (_, its) => {
    host = its;
    return { close() {} };
  };
  await disappoint({ show });
  host.onAnswer({ id: 'worked', judges: true }, { value: 0 });
  host.onAnswer({ id: 'which' }, { choices: ['price', 'other'], text: 'jan@shop.example' });
  const [worked, which] = await told();
  assert.deepEqual([worked.judged, worked.value], [0, 0]);
  assert.deepEqual([which.judged, which.choice, which.text], [undefined, 'price,other', '<email>']);
});

test('one of the hold-out is shown nothing and told nothing, but it counts', async () => {
  const page = await loadPage();
  const { journey, session, clock } = page;
  const ask = createAsk({ journey, session, clock, redact, surveys: [], renderer: () => assert.fail() });
  await ask.ask({ id: 9, yes: 0, record: '{"survey":"search_effort","why":"hold_out"}' });
  assert.equal(session.asked(), 1);
  assert.equal(readPast(session.past()).size, 2);
  assert.deepEqual(await told(), []);
});
