// inspect.js - the inspector: beside the shop it shows what Koord sees, what it concludes, what it asks and what it
// sends. The entry of dist/koord.inspect.js, which the tag loads only where the site allows it and an address asks.
import { languageHere } from '../environment.js';
import { budgetOf } from './budget.js';
import { createCord } from './cord.js';
import { createDelivery } from './delivery.js';
import { createEvents } from './events.js';
import { createFindings } from './findings.js';
import { createOutline } from './outline.js';
import { createPanel } from './panel.js';
import { createTabs } from './tabs.js';
import { createTeller } from './teller.js';
import { createTrail } from './trail.js';
import { createVisit } from './visit.js';
import { wordsIn } from './words.js';

/** @typedef {import('./hook.js').Host} Host @typedef {import('./hook.js').News} News */

/** The outbox is emptied a moment after the answer came. */
const EMPTIED_MS = 300;

/** @param {Host} host @returns {Promise<(news: News) => void>} what the tag tells goes here, in its order */
export async function open(host) {
  await loaded(); // until then the shop may still choose its language
  const trail = createTrail();
  /** @type {import('../consent.js').State} */
  let consent = 'unknown';
  const ending = new AbortController();
  const { signal } = ending;
  let leaving = false;
  let closed = false;
  let planned = false;
  const views = build(await wordsIn(languageHere(), host.settings.base));

  /** @param {Awaited<ReturnType<typeof wordsIn>>} speech */
  function build(speech) {
    const teller = createTeller(speech, trail);
    const outline = createOutline(host, signal);
    const cord = createCord(teller, trail);
    const events = createEvents(teller, trail);
    const delivery = createDelivery(teller, trail, host);
    const visit = createVisit(teller, trail, host);
    const { words } = teller;
    const tabs = createTabs(
      [
        [words.events, events.view],
        [words.delivery, delivery.view],
        [words.visit, visit.view],
      ],
      words.what,
    );
    const findings = createFindings(teller, trail, {
      light(finding) {
        const { evidence = [], target } = finding?.json ?? {};
        if (finding) tabs.choose(0);
        events.light(evidence);
        cord.renew(finding?.id);
        // What is told of many things has a key of its own, which no element has.
        const pressed = evidence.some((/** @type {number} */ id) => trail.item(id)?.json.target === target);
        return outline.show(pressed ? target : undefined);
      },
      show(id) {
        tabs.choose(0);
        events.show(id);
      },
      budget: () =>
        budgetOf(
          trail.items().map(({ json }) => json),
          host.settings.settings,
        ),
    });
    const left = document.createElement('div');
    left.append(cord.view, findings.view);
    const panel = createPanel(teller, [left, tabs.view], outline.view, speech.note, {
      folded: trail.folded(),
      onFold(folded) {
        trail.fold(folded);
        trail.save();
        plan();
      },
      onClose: () => close(true),
    });
    return { teller, outline, cord, events, delivery, visit, findings, panel };
  }

  /** @param {boolean} [anew] all may have changed */
  function renew(anew = false) {
    const { cord, events, delivery, visit, findings, panel } = views;
    if (anew) events.renew();
    findings.renew(anew);
    cord.renew(findings.lit());
    delivery.renew();
    visit.renew(consent);
    panel.renew(consent, trail.findings());
  }

  /** Once for all that this turn brings. */
  function plan() {
    if (planned || closed) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      if (!closed) renew();
    });
  }

  /** @param {News} news */
  function take({ head, record, batch, state, over }) {
    if (over) return close(false);
    if (batch) {
      trail.sent(batch);
      host.clock.later(EMPTIED_MS, plan);
    }
    if (state) decide(state);
    if (head && record) add(head, record);
    if (leaving) trail.save();
    return plan();
  }

  /** @param {import('../consent.js').State} state */
  function decide(state) {
    consent = state;
    if (state === 'unknown') return;
    trail.mayKeep(state === 'granted');
    if (state === 'denied') trail.forget();
    trail.save();
    renew(true);
  }

  /** @param {import('./hook.js').Head} head @param {string} record */
  function add(head, record) {
    const item = trail.take(head, record);
    if (!item) return renew(true);
    views.events.add(item);
    const { json } = item;
    const { teller, panel } = views;
    if (json.kind === 'signal' && !json.about)
      panel.announce(`${teller.nameOf(json.signal)}: ${teller.signal(json)}`);
    return undefined;
  }

  const leave = () => {
    leaving = true;
    trail.save();
  };
  const come = () => {
    leaving = document.hidden;
    if (leaving) trail.save();
  };
  addEventListener('pagehide', leave, { signal });
  addEventListener('pageshow', come, { signal });
  addEventListener('visibilitychange', come, { signal });
  addEventListener('resize', plan, { signal });

  /** @param {boolean} forget whether the next page of this tab is to open it no more */
  function close(forget) {
    closed = true;
    ending.abort();
    views.panel.remove();
    if (forget) trail.close();
  }

  renew(true);
  return news => {
    try {
      if (!closed) take(news);
    } catch (error) {
      console.error('koord: the inspector failed:', error); // it may not disturb what it looks at
    }
  };
}

/** @returns {Promise<unknown>} */
async function loaded() {
  return (
    document.readyState === 'complete' || new Promise(done => addEventListener('load', done, { once: true }))
  );
}
