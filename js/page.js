// The contract between what is seen and what is done with it: every capture module gets one `page`
// and reaches the shop's page, the time and the engine through it alone.

/**
 * Facts of one kind, by their wire names (include/koord_events.def): numbers are whole numbers, hashes
 * unsigned 32-bit numbers, words strings, sets arrays of words. What is not known is left out.
 * @typedef {Record<string, string | number | string[] | undefined>} Facts
 */

/**
 * @typedef {object} Clock what js/clock.js provides
 * @property {() => number} now performance time in ms, comparable with event.timeStamp
 * @property {(ms: number, run: () => void) => unknown} later
 * @property {(handle: unknown) => void} cancel
 * @property {(run: () => void) => unknown} idle runs when the page has nothing better to do; cancelled by `cancel`
 */

/**
 * @typedef {object} PageSettings
 * @property {boolean} query whether the (redacted) text of searches may be recorded
 * @property {boolean} untrusted whether events made by scripts count (benches and tests)
 * @property {string} surveyHost selector of our own survey, which no capture looks at
 * @property {string} collector address of our own collector, whose requests are not the shop's
 * @property {string} base address of the folder that the tag's other files lie in
 */

/**
 * @typedef {object} Page
 * @property {(kind: string, facts: Facts, timeStamp?: number, node?: Element | null) => void} report hands one
 *   fact over; `node` stays in the page, for those who listen
 * @property {(timeStamp: number, x: number, y: number) => void} move
 * @property {(topic: string, detail: Facts | object, timeStamp: number, node?: Element | null) => void} tell news between
 *   capture modules which is no fact: 'press', 'action', 'settled'
 * @property {(topic: string, detail: object) => void} tellInTurns the same to one listener after the other, for news that make
 *   them read much: whenever they have read for a while, the page has its turn
 * @property {(topic: string, heard: (detail: any, timeStamp: number, node?: Element | null) => void) => void} listen
 *   to a topic, or to the facts of a kind once they were reported; who comes late to 'page_view' hears of the view in progress
 * @property {(capture: (page: Page) => void) => void} late lets a module in that was fetched meanwhile: it hears what
 *   was told so far, then goes on like any other
 * @property {(target: EventTarget | null | undefined, types: string, handler: Handler, options?: AddEventListenerOptions) => void} on
 *   listens to events (names with blanks between), in the capture phase; `leaf` is the innermost element, open shadow
 *   roots included. What happens inside our own survey is not told, but for moves and scrolls, which have no leaf
 * @property {(types: string, handler: Handler) => void} everywhere the same in the
 *   document and in the shop's own frames
 * @property {(inner: Document) => void} enter begins with a frame
 * @property {() => Document[]} documents the page's own, and those of its frames
 * @property {(owner: any, name: string, watch: Watch) => void} patch
 * @property {<A extends any[]>(run: (...args: A) => void) => (...args: A) => void} guard makes a callback that never throws
 * @property {(dispose: () => void) => void} observe registers what is to be done on stop
 * @property {(ms: number, run: () => void) => unknown} later
 * @property {(handle: unknown) => void} cancel
 * @property {(run: () => void) => void} idle
 * @property {() => number} now
 * @property {(name: string) => string} recall what was noted under a name on this page or, with consent, on an earlier
 *   one of this tab; '' where nothing was
 * @property {(name: string, text: string) => boolean} note keeps a short text, free of secrets; whether the next page has it
 * @property {PageSettings} settings
 * @property {number} errors faults of our own so far, none of which reached the page
 * @property {() => void} stop
 */

/**
 * Sees a call before it happens, and may return what is to be done with its result. Only a returned
 * value that is not undefined replaces the result; the arguments and a throw of the native pass untouched.
 * @typedef {(self: any, args: any[]) => ((result: any) => any) | undefined | void} Watch
 */

/** Of a phone's time to paint a frame, what may go to news that can wait. */
const SLICE_MS = 3;

/** @typedef {(event: any, leaf: Element | null) => void} Handler */

/** News kept for those who come late: more than a visitor brings about while a file is on its way. */
const PAST_MOST = 200;

/** Seen before the page can stop it, and without making it wait. */
const LISTENING = { capture: true, passive: true };

/** Events that come by the dozen a second: of those nobody asks where they happened, nor whether that is ours. */
const OFTEN = /^(pointermove|wheel|touchmove|scroll)$/;

/**
 * @param {{report: (kind: string, facts: Facts, timeStamp: number) => void,
 *   move: (timeStamp: number, x: number, y: number) => void, clock: Clock, settings: PageSettings,
 *   notes: () => import('./shelf.js').Shelf}} host
 * @returns {Page}
 */
export function createPage({ report, move, clock, settings, notes }) {
  /** @type {Set<() => void>} */
  const disposers = new Set();
  /** @type {Set<unknown>} timers that still run */
  const timers = new Set();
  /** @type {Record<string, Array<(detail: any, timeStamp: number, node?: Element | null) => void>>} */
  let listeners = Object.create(null);
  /** What was told, for those who come late; null once they are here.
   * @type {Parameters<Page['tell']>[] | null} */
  let past = [];
  /** @type {Document[]} of the shop's own frames */
  let frames = [];
  /** @type {Array<(inner: Document) => void>} what is listened to everywhere */
  const shared = [];
  const ending = new AbortController();
  /** @type {{facts: Facts, timeStamp: number} | undefined} the view in progress */
  let view;
  let stopped = false;

  /** What each listener of the browser's does. @type {WeakMap<EventTarget, Record<string, Handler[]>>} */
  const listening = new WeakMap();

  /** Runs our own code so that the shop never notices when it fails.
   * @template T @param {(a?: any, b?: any, c?: any, d?: any) => T} run @param {any} [a] @param {any} [b] @param {any} [c]
   * @param {any} [d] @returns {T | undefined} */
  function safely(run, a, b, c, d) {
    if (stopped) return undefined;
    try {
      return run(a, b, c, d);
    } catch {
      page.errors++; // counted, and the count travels in the next batch
      return undefined;
    }
  }

  /** @param {Event} event @param {Handler[]} handlers @param {boolean} often */
  function heard(event, handlers, often) {
    if (!event.isTrusted && !settings.untrusted) return;
    let leaf = null;
    if (!often) {
      leaf = elementOf(event.target);
      // Seen from here, what happens inside the survey's shadow happens to its host.
      if (leaf?.closest(settings.surveyHost)) return;
      if (leaf?.shadowRoot) leaf = elementOf(event.composedPath()[0]);
    }
    for (const handler of handlers) safely(handler, event, leaf);
  }

  /** One listener of the browser's for all who want a type of event: entering a script costs more than most of what is
   * done there. @param {EventTarget} target @param {string} type @param {Handler} handler @param {AddEventListenerOptions} how */
  function hear(target, type, handler, how) {
    const all = listening.get(target) || {};
    listening.set(target, all);
    const name = type + how.capture;
    if (all[name]) return void all[name].push(handler);
    const handlers = [handler];
    const often = OFTEN.test(type);
    all[name] = handlers;
    target.addEventListener(type, event => safely(heard, event, handlers, often), how);
  }

  /** @param {'later' | 'idle'} how @param {() => void} run @param {number} [ms] */
  function schedule(how, run, ms = 0) {
    if (stopped) return undefined;
    const ring = () => {
      timers.delete(handle);
      safely(run);
    };
    const handle = how === 'later' ? clock.later(ms, ring) : clock.idle(ring);
    timers.add(handle);
    return handle;
  }

  /** @type {Page} */
  const page = {
    settings,
    errors: 0,
    now: clock.now,
    recall: name => new URLSearchParams(notes().read()).get(name) || '',
    note(name, text) {
      const all = new URLSearchParams(notes().read());
      all.set(name, text);
      notes().write(`${all}`);
      return notes().kept;
    },
    report(kind, facts, timeStamp = clock.now(), node) {
      safely(report, kind, facts, timeStamp);
      if (kind === 'page_view') view = { facts, timeStamp };
      page.tell(kind, facts, timeStamp, node);
    },
    move: (timeStamp, x, y) => void safely(move, timeStamp, x, y),
    tell(topic, detail, timeStamp, node) {
      if (past && past.length < PAST_MOST) past.push([topic, detail, timeStamp, node]);
      for (const heard of listeners[topic] || []) safely(heard, detail, timeStamp, node);
    },
    tellInTurns(topic, detail) {
      const rest = [...(listeners[topic] || [])];
      const timeStamp = clock.now();
      const next = () => {
        const end = clock.now() + SLICE_MS;
        while (rest.length && clock.now() < end) safely(() => rest.shift()?.(detail, timeStamp));
        if (rest.length) page.later(0, next);
      };
      next();
    },
    listen(topic, heard) {
      listeners[topic] = [...(listeners[topic] || []), heard];
      const now = topic === 'page_view' && view;
      if (now) safely(heard, now.facts, now.timeStamp);
    },
    late(capture) {
      const early = listeners;
      const missed = past || [];
      listeners = Object.create(null);
      past = null;
      safely(capture, page);
      // The view in progress was told to them as they came.
      for (const news of missed) if (news[0] !== 'page_view') page.tell(...news);
      for (const topic in early) listeners[topic] = [...early[topic], ...(listeners[topic] || [])];
    },
    on(target, types, handler, options) {
      const how = { ...LISTENING, ...options, signal: ending.signal };
      if (target) for (const type of types.split(' ')) safely(hear, target, type, handler, how);
    },
    everywhere(types, handler) {
      page.on(document, types, handler);
      shared.push(inner => {
        const translated = inOurTime(inner);
        page.on(inner, types, (event, leaf) => handler(translated(event), leaf));
      });
    },
    enter(inner) {
      if (frames.includes(inner)) return;
      frames = [...frames.filter(frame => frame.defaultView), inner];
      for (const listen of shared) listen(inner);
    },
    documents: () => [document, ...frames],
    patch: (owner, name, watch) => void safely(() => disposers.add(replace(owner, name, watch, safely))),
    guard:
      run =>
      (...args) =>
        void safely(() => run(...args)),
    observe: dispose => void disposers.add(dispose),
    later: (ms, run) => schedule('later', run, ms),
    idle: run => void schedule('idle', run),
    cancel(handle) {
      if (timers.delete(handle)) safely(clock.cancel, handle);
    },
    stop() {
      for (const handle of timers) page.cancel(handle);
      ending.abort();
      for (const dispose of disposers) safely(dispose);
      stopped = true;
      disposers.clear();
    },
  };
  return page;
}

/** Also of another frame, whose Element is not ours. @param {EventTarget | null | undefined} node */
const elementOf = node => (/** @type {Node} */ (node)?.nodeType === 1 ? /** @type {Element} */ (node) : null);

/** A frame stamps its events by a clock that began with the frame.
 * @param {Document} inner @returns {(event: Event) => Event} the event as if it had happened in the page */
function inOurTime(inner) {
  const behind = (inner.defaultView?.performance.timeOrigin || 0) - performance.timeOrigin;
  return event =>
    new Proxy(event, {
      get(_, name) {
        const value = /** @type {any} */ (event)[name];
        if (name === 'timeStamp') return value + behind;
        return typeof value === 'function' ? value.bind(event) : value;
      },
    });
}

/**
 * Puts a Proxy in the place of a method: its name, length, properties and "[native code]" stay as they were.
 * Whoever wrapped ours in the meantime keeps a Proxy that only passes calls on.
 * @param {any} owner @param {string} name @param {Watch} watch
 * @param {<T>(run: (a?: any, b?: any) => T, a?: any, b?: any) => T | undefined} safely
 * @returns {() => void} puts the native back
 */
function replace(owner, name, watch, safely) {
  const native = owner?.[name];
  if (typeof native !== 'function') return () => {};
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const ours = new Proxy(native, {
    apply(_, self, args) {
      const after = safely(watch, self, args);
      const result = Reflect.apply(native, self, args);
      const instead = after && safely(after, result);
      return instead === undefined ? result : instead;
    },
  });
  const shape = before || { configurable: true, enumerable: true, writable: true };
  Object.defineProperty(owner, name, { ...shape, value: ours });
  return () => {
    if (owner[name] !== ours) return;
    if (before) Object.defineProperty(owner, name, before);
    else delete owner[name];
  };
}
