// stage.mjs - page loads of a shop, one after the other, on a fake browser and the real core.
import { createClock } from '../../js/clock.js';
import { createJourney } from '../../js/journey.js';
import { createSession } from '../../js/session.js';
import { createShelf } from '../../js/shelf.js';
import { createStore } from '../../js/store.js';
import { createTransport } from '../../js/transport.js';
import { realCore, settle } from './fakes.mjs';

/** Pages that live. */
const living = new Set();

/** Ends them, so that none reaches into the next test. */
export async function closePages() {
  for (const page of living) page.journey.stop();
  living.clear();
  await settle();
}

export const IDLE_MS = 1_800_000;

/** Loads a page. `keep` false: nothing may outlive it. @returns what koord.js would have made */
export async function loadPage({ keep = true, settings = {}, surveys = [], onAsk = () => {} } = {}) {
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
  const shared = createShelf(keep ? 'localStorage' : undefined);
  const tab = createShelf(keep ? 'sessionStorage' : undefined);
  const session = createSession({ shared, tab, clock, remember: keep, idleMs: IDLE_MS });
  const store = createStore({ keep, clock, counters });
  const shelf = createShelf(keep ? 'localStorage' : undefined, 'koord.wait');
  const transport = createTransport({
    url: 'https://collect.example/v1/batch',
    store,
    clock,
    counters,
    shelf,
  });
  const signals = [];
  const complaints = [];
  const journey = createJourney({
    core: await realCore(),
    clock,
    session,
    store,
    transport,
    counters,
    settings: { site: 'demo', settings, surveys, idleMs: IDLE_MS },
    state: 'granted',
    onSignal: record => signals.push(JSON.parse(record)),
    onAsk: effect => onAsk(effect),
    complain: (path, why) => complaints.push(`${path} ${why}`),
  });
  journey.begin(clock.now());
  journey.inherit();
  const feed = (kind = 'click', facts = {}) => journey.feed(kind, facts, clock.now());
  const leave = () => {
    journey.hide();
    transport.leave(true, false);
  };
  const page = { clock, counters, session, store, transport, journey, signals, complaints, feed, leave };
  living.add(page);
  return page;
}
