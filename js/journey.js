// journey.js - feeds the core and carries out what it wants: one trail after the other, for as long as the page lives.
import { EFFECT, HOLD_OUT } from './abi.gen.js';
import { environmentHere } from './environment.js';
import { drawName } from './random.js';

/**
 * @typedef {import('./core.js').Effect} Effect
 * @typedef {import('./page.js').Facts} Facts
 * @typedef {ReturnType<typeof createJourney>} Journey
 */

/**
 * @param {object} host
 * @param {import('./core.js').Core} host.core
 * @param {import('./clock.js').Clock} host.clock
 * @param {import('./session.js').Session} host.session
 * @param {import('./store.js').Store} host.store
 * @param {{send: import('./transport.js').Transport['send']}} host.transport
 * @param {import('./transport.js').Counters} host.counters
 * @param {import('./settings.js').Settings} host.settings
 * @param {string} host.state of consent
 * @param {(record: string) => void} host.onSignal
 * @param {import('./inspect/hook.js').Tell} [host.tell] the inspector
 * @param {(effect: Effect) => void} host.onAsk
 * @param {(path: string, why: string) => void} host.complain
 */
export function createJourney({
  core,
  clock,
  session,
  store,
  transport,
  counters,
  settings,
  state,
  onSignal,
  onAsk,
  complain,
  tell,
}) {
  /** @type {import('./store.js').Head} */
  let head;
  /** Surveys that the core knows of. */
  let asked = 0;
  /** What the core was told of earlier surveys. */
  let told = '';
  /** Another one for every engine: what is asked for by one is not answered to the next. */
  let engine = 0;
  let stopped = false;
  let hidden = false;
  /** Whether the next page would be handed less than there is. */
  let unsaved = true;
  /** @type {unknown} */
  let timer;
  let rings = Infinity;

  const now = () => clock.t(clock.now());
  /** A promise has nobody above it but the shop's page. */
  const blame = () => void counters.errors++;

  function open() {
    engine++;
    core.open();
    const wrong = [
      ...Object.entries(settings.settings).map(([name, value]) => [
        `settings["${name}"]`,
        core.set(name, value),
      ]),
      ...settings.surveys.map(({ id, rows }) => [`survey "${id}"`, core.survey(id, rows)]),
    ].find(([, why]) => why);
    if (wrong && engine === 1) complain(wrong[0], wrong[1]);
  }

  /** Ends a session that nobody could end: the visitor left, and this is a later visit.
   * @param {import('./session.js').Handover} left @param {string} visitor */
  function finish({ session, trail, t, origin }, visitor) {
    head = { site: settings.site, nonce: drawName(12), session, visitor, trail, origin };
    carry(core.tick(t + settings.idleMs));
    open();
  }

  /** Goes on with this tab's trail, or begins one. @param {number} at page time of the first fact to come */
  function begin(at) {
    const left = session.takeOver();
    const joined = session.join(clock.wallOf(at));
    const same = !!left && left.session === joined.session;
    open();
    let restored = !!left?.core && core.restore(left.core);
    if (restored && !same) {
      finish(/** @type {any} */ (left), joined.visitor);
      restored = false;
    }
    clock.begin(joined.started, same ? left.t : 0, at);
    asked = restored && left ? left.asked : joined.asked;
    told = restored && left ? left.past : '';
    const trail = restored && left ? left.trail : drawName(8);
    const { visitor, visit, draw } = joined;
    head = {
      site: settings.site,
      nonce: drawName(12),
      session: joined.session,
      visitor,
      trail,
      origin: clock.origin(),
    };
    hand(null);
    core.more(store.bytes());
    if (!restored) {
      const lost = same ? 0 : undefined; // there was a trail of this tab, but it cannot go on
      const about = { session: head.session, trail, draw, asked, visit, restored: lost };
      feed('session', { ...environmentHere(session.kept(), settings.staff), ...about, ...core.about() }, at);
      feed('consent', { state }, at);
    }
    hear();
  }

  /** Tells the core of surveys that other tabs and earlier visits have shown. */
  function hear() {
    for (const all = session.asked(); asked < all; asked++) feed('other_tab', { what: 'asked' }, clock.now());
    const past = session.past();
    if (past === told) return;
    told = past;
    for (const entry of past.split(',')) {
      const [key, at, dismissed, answered] = entry.split('.');
      const asked_s = Math.max(0, clock.wall() / 1000 - parseInt(at, 36));
      const facts = { key: key ? parseInt(key, 36) : undefined, asked_s, dismissed, answered };
      feed('survey_past', facts, clock.now());
    }
  }

  /**
   * @param {string} kind @param {Facts} facts
   * @param {number} at page time of the report
   * @param {number} [stamp] event.timeStamp
   * @param {string} [text] redacted; for the record only, the core never sees it
   */
  function feed(kind, facts, at, stamp = at, text) {
    if (stopped) return;
    const t = clock.t(at);
    const effects = core.feed(kind, facts, t, Math.min(t, clock.at(stamp, at)), text);
    if (!effects) {
      carry(core.tick(t));
      begin(at);
      feed(kind, facts, at, stamp, text);
      return;
    }
    session.touch(clock.wallOf(at));
    carry(effects);
  }

  /** @param {Effect} effect */
  function keep({ kind, record, size }) {
    if (kind === EFFECT.BATCH) return;
    counters.captured++;
    if (record) store.add(head, record, size);
    else counters.dropped++;
    if (record) tell?.({ head, record });
  }

  /** Records are kept first, in their order: whoever is told of one may report the next. @param {Effect[]} effects */
  function carry(effects) {
    for (const effect of effects) keep(effect);
    for (const effect of effects) {
      if (core.ended()) break; // the visitor left long ago
      if (effect.kind === EFFECT.SIGNAL) onSignal(effect.record);
      if (effect.kind === EFFECT.DECISION && (effect.yes || effect.variant === HOLD_OUT)) onAsk(effect);
      if (effect.kind === EFFECT.BATCH) send(effect).catch(blame);
    }
    schedule();
    unsaved = true;
    if (hidden) Promise.resolve().then(save); // with the records of this turn
  }

  /** @param {Effect} batch */
  async function send({ id, most }) {
    const asker = engine;
    const { how, wait_ms } = await transport.send(most, head.nonce);
    if (stopped || asker !== engine) return;
    carry(core.tick(now())); // Retry-After counts from here
    core.done(id, how, wait_ms, store.bytes());
    schedule();
  }

  /** A timer that would ring too early is left alone: moving it at every fact costs more than a ring for nothing. */
  function schedule() {
    const due = stopped ? Infinity : core.due();
    if (due >= rings) return;
    clock.cancel(timer);
    rings = due;
    timer = clock.later(Math.max(1, clock.until(due)), ring);
  }

  function ring() {
    rings = Infinity;
    if (stopped) return;
    if (clock.until(core.due()) > 1) schedule();
    else carry(core.tick(now()));
  }

  /** @param {Uint8Array | null} saved */
  const hand = saved => {
    unsaved = !saved;
    session.handOver({ ...head, t: clock.last(), asked, past: told, core: saved });
  };
  const save = () => void (unsaved && hidden && !stopped && hand(core.save()));

  return {
    begin,
    feed,
    hear,
    unfollowed: session.unfollowed,

    /** @param {number} stamp @param {number} x @param {number} y */
    move(stamp, x, y) {
      const at = clock.now();
      const fact = core.move(Math.min(clock.t(at), clock.at(stamp, at)), x, y);
      if (fact) feed('cursor', fact, at, stamp);
    },

    /** Sees to it that what earlier pages left is sent. */
    inherit() {
      const more = (/** @type {number} */ bytes) => {
        core.more(bytes);
        schedule();
      };
      store.inherit(head.trail).then(more).catch(blame);
    },

    /** Notes that a survey is about to be shown. @returns {number} when, for `release`; 0: another tab was first */
    reserve() {
      const time = session.reserve(asked);
      if (time) asked++;
      return time;
    },

    /** @param {number} time */
    release(time) {
      session.release(time);
      asked--;
    },

    /** The page may be going: from here on, what the next page needs is always at hand. */
    hide() {
      clock.rest();
      hidden = true;
      save();
    },

    /** The page stays after all. */
    show() {
      hidden = false;
      hand(null);
    },

    stop() {
      stopped = true;
      clock.cancel(timer);
    },
  };
}
