// visit.js - the visit as this page lives through it: when it may be seen, when it is left, and when it goes on.
import { wasmText } from 'koord:wasm';
import { DELIVERY } from './abi.gen.js';
import { captureGestures } from './capture/index.js';
import { createClock } from './clock.js';
import { watchConsent } from './consent.js';
import { loadCore } from './core.js';
import { languageHere } from './environment.js';
import { drawIdentity, erase } from './identity.js';
import { hookInspector } from './inspect/hook.js';
import { createJourney } from './journey.js';
import { load } from './load.js';
import { createPage } from './page.js';
import { lengthOf, redactText } from './redact.js';
import { createSession, secretIn } from './session.js';
import { complain } from './settings.js';
import { createShelf } from './shelf.js';
import { createStore, openDatabase, removeDatabase } from './store.js';
import { askToErase, createTransport } from './transport.js';

/** @typedef {import('./page.js').Facts} Facts */
/** @typedef {(base: string) => Promise<(page: import('./page.js').Page) => void>} Meaning gives what reads the shop, from
 *   the folder of the tag's other files */

const WAIT_MS = 30_000; // how long facts wait in memory for consent
const SLICE_MS = 8; // of a flood of facts in one task: half of what a page has for a frame
/** No flood: told in one go, however cold the code, so that what a shop reports in one turn is on its way to the disk. */
const HANDFUL = 16;
/** A page of the shop's own that was asked for this long ago is still to come. */
const FOLLOWED_MS = 10_000;
/** Session storage goes from process to process: what a page wrote as it went arrives a moment after we are back. */
const HANDOVER_MS = 150;
/** So often that is waited for, where nothing has come: the page after us may have been one without us. */
const HANDOVERS = 5;
/** Between two looks whether somebody wants the visit by now. */
const HELD_MS = 30_000;
/** Of so many visitors `sample` counts those to be followed. */
const EVERYONE = 10_000;
const NOTES = 'koord.notes';
const WAIT = 'koord.wait';
const KEPT = 'kept';
const OPEN_ANSWER = 1000; // characters
/** What is ours on the page. */
const SURVEY_HOST = '[data-koord-survey],koord-inspector';

/** An open answer as it may be told. @param {string} text */
function redact(text) {
  const redacted = redactText(text, OPEN_ANSWER);
  return { text: redacted, length: lengthOf(redacted) };
}

/**
 * @param {import('./settings.js').Settings} settings
 * @param {(record: string) => void} onSignal
 * @param {() => import('./ask.js').Renderer | undefined} renderer
 * @param {Meaning} meaning
 */
export function beginVisit(settings, onSignal, renderer, meaning) {
  const clock = createClock();
  const counters = {
    captured: 0,
    sent: 0,
    resent: 0,
    dropped: 0,
    refused: 0,
    full: 0,
    errors: 0,
    storage: 0,
  };
  /** Facts that wait: for the end of the turn, for consent, or for the core.
   * @type {{kind: string, facts: Facts | (() => Facts), at: number, stamp: number}[]} */
  let waiting = [];
  /** What is being seen; there from the moment it is not forbidden. @type {import('./page.js').Page | null} */
  let page = null;
  /** @type {ReturnType<typeof open>} */
  let visit = null;
  /** @type {Promise<import('./core.js').Core> | undefined} */
  let core;
  /** What must be there before a shop's own surveys are. @type {Promise<void> | undefined} */
  let own;
  let decision = 0;
  /** Whether the visitor may be recognised. */
  let known = false;
  /** What one page notes for the next one of this tab; in memory only until that is allowed. */
  let notes = createShelf();
  /** Whether the page was told to go. */
  let gone = false;
  /** Whether it came back, and awaits the handover. */
  let frozen = false;
  /** Whether this visitor is not among those to be followed, and nothing went wrong so far. */
  let held = false;
  /** The shop's hash of who this is, until it was told. */
  let customer = '';
  /** Page time at which another page of the shop was asked for. */
  let followedAt = -Infinity;

  /** @param {string} kind @param {Facts | (() => Facts)} facts as they are, or for later: it costs time to look
   * into what a shop reports @param {number} [stamp] */
  function report(kind, facts, stamp) {
    const at = clock.now();
    if (!page) return;
    waiting.push({ kind, facts, at, stamp: stamp ?? at });
    if (!visit || frozen) forgetOld(at - WAIT_MS);
    else if (waiting.length === 1) Promise.resolve().then(catchUp).catch(blame);
  }

  /** @returns {Promise<typeof import('./ask.js')>} */
  const asking = () => load(`${settings.base}koord.ask.js`);

  /** A promise has nobody above it but the shop's page. */
  const blame = () => void counters.errors++;

  /** @param {number} before page time */
  function forgetOld(before) {
    while (waiting[0].at < before) {
      waiting.shift();
      counters.dropped++;
    }
  }

  /** Tells what waits, as far as that fits a slice; the rest has a task of its own. @param {unknown} [all] */
  function catchUp(all) {
    const end = clock.now() + (all || waiting.length <= HANDFUL ? Infinity : SLICE_MS);
    try {
      while (visit && !frozen && waiting.length && clock.now() < end) {
        const { kind, facts, at, stamp } = /** @type {typeof waiting[0]} */ (waiting.shift());
        visit.journey.feed(kind, typeof facts === 'function' ? facts() : facts, at, stamp);
      }
    } finally {
      if (visit && !frozen && waiting.length) clock.later(0, catchUp);
    }
  }

  /** Sees what happens, from now on. */
  function look() {
    if (page) return;
    const { query, untrusted, collector, base } = settings;
    const seen = { query, untrusted, collector, base, surveyHost: SURVEY_HOST };
    const move = (/** @type {number} */ stamp, /** @type {number} */ x, /** @type {number} */ y) =>
      visit?.journey.move(stamp, x, y);
    page = createPage({ report, move, clock, settings: seen, notes: () => notes });
    follow(page);
    captureGestures(page);
    const here = page;
    // Asking for the file, and what it does first, have tasks of their own: they can wait, a phone's page should not.
    here.later(0, () => {
      meaning(settings.base)
        .then(capture => here.later(0, () => here.late(capture)))
        .catch(error =>
          complain('koord.shop.js', `is missing, so searches and carts are not seen: ${error.message}`),
        );
    });
  }

  /** Looks away, and forgets what was not told yet. */
  function lookAway() {
    page?.stop();
    page = null;
    notes = createShelf();
    waiting = [];
    visit?.close();
    visit = null;
  }

  /** When the page comes and goes. @param {import('./page.js').Page} page */
  function follow(page) {
    // Ours come first on the way in and last on the way out, so that what others report then is in time.
    page.on(window, 'visibilitychange', () => document.hidden || back());
    page.on(window, 'pageshow', back);
    page.on(window, 'visibilitychange', () => document.hidden && leave(false), { capture: false });
    page.on(window, 'pagehide', () => leave(true), { capture: false });
    page.on(window, 'storage', event => hear(event));
    page.on(/** @type {any} */ (window).navigation, 'navigate', ({ destination, downloadRequest }) => {
      if (destination.sameDocument || downloadRequest !== null) return;
      followedAt = new URL(destination.url).origin === location.origin ? clock.now() : -Infinity;
    });
  }

  /** @param {boolean} unloads whether the page is gone, or frozen, and not just out of sight */
  function leave(unloads) {
    if (frozen) thaw();
    gone ||= unloads;
    if (page) counters.errors += page.errors;
    if (page) page.errors = 0;
    catchUp(true);
    visit?.journey.hide();
    visit?.transport.leave(gone, clock.now() - followedAt < FOLLOWED_MS);
  }

  /** The page is in view again. If it was gone, other pages went on with its trail, and what the last of them left
   * is on its way to us. */
  function back() {
    followedAt = -Infinity;
    clock.wake();
    if (gone) thawSoon(HANDOVERS);
    else if (!frozen) visit?.journey.show();
    frozen ||= gone;
    gone = false;
  }

  /** @param {number} tries */
  function thawSoon(tries) {
    clock.later(HANDOVER_MS, () => (tries > 1 && visit?.journey.unfollowed() ? thawSoon(tries - 1) : thaw()));
  }

  function thaw() {
    if (!frozen) return;
    frozen = false;
    visit?.thaw();
    if (visit) resume(visit);
  }

  /** Goes on with the trail, and tells what could not be told until now. @param {NonNullable<typeof visit>} opened */
  function resume(opened) {
    opened.journey.begin(waiting[0]?.at ?? clock.now());
    opened.journey.show();
    opened.journey.inherit();
    visit = opened;
    catchUp();
  }

  /** News from another tab. @param {StorageEvent} event */
  function hear({ key, newValue }) {
    if (key !== 'koord') return;
    if (newValue === null)
      watch.set('denied'); // it was withdrawn there
    else visit?.journey.hear();
  }

  /** @param {boolean} keep whether anything may outlive the page @param {import('./core.js').Core} core @param {string} state
   * @param {Promise<IDBDatabase | null>} [disk] @param {import('./identity.js').Identity} [newcomer] */
  function open(keep, core, state, disk, newcomer) {
    const shared = createShelf(keep ? 'localStorage' : undefined);
    const tab = createShelf(keep ? 'sessionStorage' : undefined);
    const session = createSession({ shared, tab, clock, remember: keep, idleMs: settings.idleMs, newcomer });
    held = session.join(clock.wall()).draw % EVERYONE >= settings.sample && !page?.recall(KEPT);
    if (held && !settings.keepIf) return null;
    const store = createStore({ keep: keep && !held, clock, counters, disk });
    const shelf = createShelf(keep ? 'localStorage' : undefined, WAIT);
    const url = settings.collector;
    const transport = unlessHeld(createTransport({ url, store, clock, counters, shelf, tell }));
    /** @type {ReturnType<typeof import('./ask.js').createAsk> | undefined} */
    let asker;
    /** @param {import('./core.js').Effect} decision */
    async function onAsk(decision) {
      try {
        const { createAsk } = await asking();
        asker ??= createAsk({
          journey,
          session,
          clock,
          language: languageHere(),
          surveys,
          redact,
          renderer,
          load: survey,
        });
        await asker.ask(decision);
      } catch (error) {
        complain('koord.ask.js', `is missing, so nothing is asked: ${error.message}`);
        const { id } = decision;
        journey.feed('survey', { phase: 'failed', decision: id }, clock.now());
      }
    }
    const journey = createJourney({
      core,
      clock,
      session,
      store,
      transport,
      counters,
      settings,
      state,
      onSignal: noticed,
      onAsk,
      complain,
      tell,
    });
    const survey = () => load(`${settings.base}koord.survey.js`);
    const { surveys } = settings;
    return {
      journey,
      transport,
      waiting: store.bytes,
      thaw() {
        store.reopen();
        transport.thaw();
      },
      close() {
        journey.stop();
        asker?.close();
      },
      forget() {
        transport.abort();
        store.clear();
      },
    };
  }

  /** @param {'granted' | 'cookieless'} state */
  async function begin(state) {
    const mine = ++decision;
    const granted = state === 'granted';
    // Before all else: a new visitor's browser takes longer to make a database than we take to start. Of who may not be
    // followed nothing is kept, not even an empty one.
    const disk = granted && settings.sample === EVERYONE ? openDatabase(clock) : undefined;
    openNotes(granted);
    look();
    const from = `${settings.base}koord.fallback.js`;
    // In a task of its own: a phone's page should not have to wait for script and module at once.
    core ??= new Promise(rest => clock.later(0, () => rest(undefined))).then(() =>
      loadCore(wasmText, () => load(from, settings.integrity)),
    );
    try {
      own ??= settings.own.length ? asking().then(ask => ask.prepare(settings, report)) : undefined;
      const several = granted && settings.domains.length > 0;
      const [loaded, newcomer, domains] = await Promise.all([
        core,
        granted ? drawIdentity() : undefined,
        several ? load(`${settings.base}koord.domains.js`) : undefined,
        own,
      ]);
      if (mine !== decision) return void disk?.then(database => database?.close());
      leaveVisit();
      known = granted;
      const shared = createShelf('localStorage');
      domains?.arrive(shared, clock.wall());
      const opened = open(granted, loaded, state, disk, newcomer);
      if (!opened) return lookAway();
      resume(opened);
      domains?.decorate(page, settings.domains, shared, clock.wall);
      if (customer) identify(customer);
    } catch (error) {
      lookAway(); // the shop stays as it was
      console.error(`koord: this visit is not recorded: ${error.message}`);
    }
  }

  /** What was noted here before it was allowed to last is newer. @param {boolean} keep */
  function openNotes(keep) {
    const here = notes.read();
    notes = createShelf(keep ? 'sessionStorage' : undefined, NOTES);
    const all = new URLSearchParams(notes.read());
    for (const [name, text] of new URLSearchParams(here)) all.set(name, text);
    if (here) notes.write(`${all}`);
  }

  /** A visit that nobody wants waits for the first trouble, in memory. @param {import('./transport.js').Transport} transport
   * @returns {import('./transport.js').Transport} */
  const unlessHeld = transport => ({
    ...transport,
    send: (...how) =>
      held ? Promise.resolve({ how: DELIVERY.UNREACHED, wait_ms: HELD_MS }) : transport.send(...how),
    leave: (...how) => void (held || transport.leave(...how)),
  });

  /** @param {string} record of a signal */
  function noticed(record) {
    if (held && settings.keepIf?.(record)) {
      held = false;
      page?.note(KEPT, '1');
    }
    onSignal(record);
  }

  /** Ends what was going on under another decision; what waits is sent. */
  function leaveVisit() {
    catchUp(true);
    visit?.transport.leave(false, false);
    visit?.close();
    visit = null;
  }

  /** @param {import('./consent.js').State} state @param {boolean} withdrawn */
  function decide(state, withdrawn) {
    tell?.({ state });
    if (state === 'granted' || state === 'cookieless') void begin(state);
    else if (state === 'unknown') look();
    else {
      decision++;
      visit?.forget();
      lookAway();
    }
    const secret = withdrawn || state === 'cookieless' ? wipe() : '';
    // Without an identifier the shop goes on, and what it had is not taken back.
    if (state !== 'unknown')
      erase(withdrawn ? secret : '', kept => askToErase(settings.collector, kept)).catch(blame);
  }

  /** @param {string} hash of the shop's; told when the visitor may be recognised, and not before */
  function identify(hash) {
    customer = visit && known ? '' : hash;
    if (!customer) report('custom', { name: 'identify', facts: `{"customer":"${hash}"}` });
  }

  const tools = () => load(`${settings.base}koord.consent.js`);
  /** @param {'granted' | 'cookieless' | 'denied'} state */
  const consent = state => watch.set(state);
  const tell = hookInspector({ settings, counters, clock, consent, waiting: () => visit?.waiting() ?? 0 });
  const watch = watchConsent({ mode: settings.consent, clock, tools, tell: decide });

  return {
    report,
    /** News that is no fact. @param {string} topic @param {object} detail */
    tell: (topic, detail) => page?.tell(topic, detail, clock.now()),
    identify,
    consent,
    stop() {
      decision++;
      watch.stop();
      leaveVisit();
      lookAway();
      tell?.({ over: true });
    },
  };
}

/** Takes everything of ours off the device. @returns {string} the visitor's secret */
function wipe() {
  const shared = createShelf('localStorage');
  const secret = secretIn(shared.read());
  shared.clear();
  for (const key of ['koord.config', WAIT]) createShelf('localStorage', key).clear();
  createShelf('sessionStorage').clear();
  createShelf('sessionStorage', NOTES).clear();
  removeDatabase();
  return secret;
}
