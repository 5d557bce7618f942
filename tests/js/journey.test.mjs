// Trails: what opens them, what carries them over pages, tabs, pauses and the end of a session.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { fakeBrowser, fakeStorage, settle } from './fakes.mjs';
import { closePages, IDLE_MS, loadPage } from './stage.mjs';

let browser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(closePages);

/** Everything stored so far, in the order of arrival. */
const stored = () => [...browser.collector.records.values()];
const kinds = records => records.map(({ kind }) => kind);

/** Goes on to the next page of the same tab. */
async function follow(page, settings) {
  page.leave();
  await settle();
  browser.time.newPage();
  return loadPage(settings);
}

test('a trail begins with what is known', async () => {
  const page = await loadPage();
  page.feed('click', { x: 1 });
  await browser.time.advance(11_000);
  const [session, consent, click] = stored();
  assert.equal(session.kind, 'session');
  assert.equal(session.visit, 1);
  assert.equal(session.asked, 0);
  assert.equal(session.device, 'desktop');
  assert.equal(session.restored, undefined);
  assert.ok(session.draw >= 0 && session.draw < 2 ** 31);
  assert.equal(consent.state, 'granted');
  assert.equal(click.x, 1);
  assert.match(session.page.visitor, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('the next page goes on with the trail: one session fact, rising ids, time that goes on', async () => {
  let page = await loadPage();
  await browser.time.advance(5000);
  page.feed();
  page = await follow(page);
  page.feed();
  page.leave();
  await settle();
  const records = stored();
  assert.deepEqual(kinds(records), ['session', 'consent', 'click', 'click']);
  assert.deepEqual(
    records.map(({ id }) => id),
    [1, 2, 3, 4],
  );
  assert.equal(new Set(records.map(({ page: { trail } }) => trail)).size, 1);
  assert.equal(new Set(records.map(({ page: { nonce } }) => nonce)).size, 2);
  assert.equal(new Set(records.map(({ page: { origin } }) => origin)).size, 1);
  assert.equal(records[3].t, 5000);
});

test('time never falls, although the clock was set back a day between two pages', async () => {
  let page = await loadPage();
  await browser.time.advance(60_000);
  page.feed();
  page.journey.hide();
  page.leave();
  browser.time.newPage();
  browser.time.wall -= 1_000_000;
  page = await loadPage();
  page.feed();
  page.leave();
  await settle();
  const clicks = stored().filter(({ kind }) => kind === 'click');
  assert.equal(clicks[1].t, 60_000);
  assert.equal(clicks[1].page.origin, clicks[0].page.origin - 1_000_000);
});

test('a copy of the tab does not go on with the same trail', async () => {
  const page = await loadPage();
  page.feed();
  page.leave();
  browser.time.newPage();
  await loadPage(); // takes the handover
  const copied = await loadPage(); // sessionStorage as it is now
  copied.leave();
  await settle();
  const sessions = stored().filter(({ kind }) => kind === 'session');
  assert.equal(sessions.length, 2);
  assert.equal(sessions[1].restored, 0);
  assert.notEqual(sessions[1].page.trail, sessions[0].page.trail);
  assert.equal(sessions[1].page.session, sessions[0].page.session);
});

test('a second tab joins the session with a trail of its own', async () => {
  const first = await loadPage();
  await browser.time.advance(3000);
  globalThis.sessionStorage = fakeStorage();
  const second = await loadPage();
  first.leave();
  second.leave();
  await settle();
  const [one, two] = stored().filter(({ kind }) => kind === 'session');
  assert.equal(one.page.session, two.page.session);
  assert.notEqual(one.page.trail, two.page.trail);
  assert.equal(two.restored, undefined);
  assert.equal(two.t, 3000);
});

test('half an hour of quiet ends the session; what comes next opens another', async () => {
  const page = await loadPage();
  await browser.time.advance(1000);
  page.feed();
  await browser.time.advance(IDLE_MS + 1);
  page.feed();
  page.leave();
  await settle();
  const sessions = stored().filter(({ kind }) => kind === 'session');
  assert.equal(sessions.length, 2);
  assert.notEqual(sessions[0].page.session, sessions[1].page.session);
  assert.equal(sessions[0].page.visitor, sessions[1].page.visitor);
  assert.equal(sessions[1].t, 0);
  assert.equal(sessions[1].visit, 2);
  assert.equal(sessions[0].draw, sessions[1].draw);
});

test('a later visit closes the session that the visitor left', async () => {
  let page = await loadPage();
  page.feed('search', { key: 5, words: 1 });
  page.feed('results', { count: 0, source: 'text', key: 5 }); // settles 600 ms later
  page.leave();
  await settle();
  browser.time.newPage();
  browser.time.wall += 2 * IDLE_MS;
  page = await loadPage();
  await browser.time.advance(15_000);
  const signal = stored().find(({ kind }) => kind === 'signal');
  const [first, second] = stored().filter(({ kind }) => kind === 'session');
  assert.equal(signal.signal, 'zero_results');
  assert.equal(signal.page.trail, first.page.trail);
  assert.notEqual(second.page.session, first.page.session);
});

test('back from the frozen cache, the trail of the pages since goes on', async () => {
  const first = await loadPage();
  first.feed();
  const second = await follow(first);
  second.feed();
  second.leave();
  await settle();
  first.store.reopen();
  first.transport.thaw();
  first.journey.begin(first.clock.now());
  first.journey.show();
  first.feed('click', { x: 9 });
  first.leave();
  await settle();
  const last = stored().find(({ x }) => x === 9);
  assert.equal(last.id, 5);
  assert.equal(new Set(stored().map(({ page: { trail } }) => trail)).size, 1);
});

test('a machine that slept through half an hour ends the session', async () => {
  const page = await loadPage();
  page.feed();
  browser.time.wall += IDLE_MS + 60_000; // while performance.now() stood still
  page.clock.wake();
  page.feed();
  page.leave();
  await settle();
  assert.equal(stored().filter(({ kind }) => kind === 'session').length, 2);
});

test('storage that throws leaves a visit without memory', async () => {
  browser.localStorage.broken = browser.sessionStorage.broken = true;
  browser.indexedDB.absent = true;
  const page = await loadPage();
  page.feed();
  await browser.time.advance(11_000);
  assert.deepEqual(kinds(stored()), ['session', 'consent', 'click']);
  assert.equal(page.counters.storage, 0);
});

test('without consent to remember, nothing is written and no visitor is named', async () => {
  const page = await loadPage({ keep: false });
  page.feed();
  page.leave();
  await settle();
  assert.equal(stored().length, 3);
  assert.equal(stored()[0].page.visitor, undefined);
  assert.equal(
    browser.localStorage.texts.size + browser.sessionStorage.texts.size + browser.indexedDB.rows.size,
    0,
  );
});

test('a wrong setting is told once and the others hold', async () => {
  const page = await loadPage({ settings: { 'rage_click.clicks': 99, 'rage_click.window_ms': 5000 } });
  assert.equal(page.complaints.length, 1);
  assert.match(page.complaints[0], /settings\["rage_click.clicks"\] must lie between 2 and 12/);
  await browser.time.advance(IDLE_MS + 1);
  page.feed();
  assert.equal(page.complaints.length, 1);
});

test('a survey that another tab showed is told to the core, each once', async () => {
  const page = await loadPage();
  assert.ok(page.session.reserve(0)); // by the other tab
  page.journey.hear();
  page.journey.hear();
  assert.equal(page.journey.reserve() > 0, true);
  page.leave();
  await settle();
  assert.equal(stored().filter(({ kind }) => kind === 'other_tab').length, 1);
});

test('no two tabs take the same place in the budget', async () => {
  const page = await loadPage();
  assert.ok(page.session.reserve(0));
  assert.equal(page.journey.reserve(), 0);
});

test('surveys of this visit are counted in the next tab of it, those before it as before', async () => {
  const before = await loadPage();
  before.journey.reserve();
  before.leave();
  browser.time.newPage();
  browser.time.wall += 2 * IDLE_MS;
  const now = await loadPage();
  now.journey.reserve();
  globalThis.sessionStorage = fakeStorage();
  const next = await loadPage();
  next.leave();
  await settle();
  const trail = stored().filter(({ page }) => page.trail !== stored()[0].page.trail);
  const session = trail.filter(({ kind }) => kind === 'session').at(-1);
  assert.equal(session.asked, 1);
  assert.equal(trail.filter(({ kind }) => kind === 'other_tab').length, 1);
});

test('a page in hiding hands over once a turn, and not at all when nothing happened', async t => {
  const page = await loadPage();
  const write = t.mock.method(browser.sessionStorage, 'setItem');
  page.journey.hide();
  page.journey.hide();
  assert.equal(write.mock.callCount(), 1);
  for (let n = 0; n < 5; n++) page.feed();
  await settle();
  assert.equal(write.mock.callCount(), 2);
  page.journey.hide();
  assert.equal(write.mock.callCount(), 2);
});

test('a handover that somebody else wrote over begins another trail', async () => {
  let page = await loadPage();
  page.feed();
  page.leave();
  const [key, text] = [...browser.sessionStorage.texts][0];
  browser.sessionStorage.texts.set(key, `${text.slice(0, text.lastIndexOf('|'))}|not,for,us`);
  browser.time.newPage();
  page = await loadPage();
  page.leave();
  await settle();
  assert.equal(stored().filter(({ kind }) => kind === 'session').length, 2);
});

test('a page that is left knows whether another one has followed it', async () => {
  const page = await loadPage();
  page.feed();
  page.leave();
  await settle();
  assert.equal(page.journey.unfollowed(), true);
  browser.time.newPage();
  await loadPage();
  assert.equal(page.journey.unfollowed(), false);
});

test('where nothing outlives the page, no word of another one is awaited', async () => {
  const page = await loadPage({ keep: false });
  page.leave();
  await settle();
  assert.equal(page.journey.unfollowed(), false);
});
