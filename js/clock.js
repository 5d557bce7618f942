// clock.js - the only file that knows time. Page time is performance time, comparable with event.timeStamp;
// session time `t` is whole ms since the session began, goes on over page loads and never falls.

/** @typedef {ReturnType<typeof createClock>} Clock */

/** The wall clock running this much ahead of page time means that the machine slept, not that it drifts. */
const SLEPT_MS = 2000;

/** The longest delay a browser's timers hold; longer ones would ring at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** What has nobody above it but the shop's page, where no fault may be seen: neither ours, nor one of the shop's own
 * that listens to us. @param {() => void} run */
export function quietly(run) {
  try {
    run();
  } catch (error) {
    console.error('koord:', error);
  }
}

export function createClock() {
  const now = () => performance.now();
  /** Wall clock at page time 0. Read once, so that turning the clock back does not touch a page that lives. */
  let wallAtZero = Date.now() - now();
  /** The same as it was when the page was last in view: who sets the clock in view of the page did not sleep. */
  let seenAtZero = wallAtZero;
  /** Page time at which `t` is 0. */
  let zero = 0;
  let last = 0;

  /** @param {number} pageTime */
  const since = pageTime => Math.max(0, Math.round(pageTime - zero));
  /** @param {number} pageTime */
  const wallOf = pageTime => Math.round(wallAtZero + pageTime);

  return {
    now,
    wallOf,
    wall: () => wallOf(now()),

    /** Sets session time: it began at `started` by the wall clock, and `least` of it was used up by earlier pages.
     * @param {number} started Unix ms @param {number} least ms @param {number} at page time of the first fact to come */
    begin(started, least, at) {
      last = least;
      zero = Math.min(started - wallAtZero, at - least);
    },

    /** Wall clock at t = 0, as this page reckons. */
    origin: () => wallOf(zero),

    /** The newest `t`. */
    last: () => last,

    /** The next `t`. @param {number} pageTime */
    t(pageTime) {
      last = Math.max(last, since(pageTime));
      return last;
    },

    /** How long it is until `t`; not below 0. @param {number} t */
    until: t => Math.max(0, t + zero - now()),

    /** When the hardware says that it happened. Some browsers stamp a few events by another clock: those are now.
     * @param {number} stamp event.timeStamp @param {number} pageTime when it was reported */
    at: (stamp, pageTime) => since(stamp > 0 && stamp <= pageTime ? stamp : pageTime),

    /** The page goes out of view. */
    rest() {
      seenAtZero = Date.now() - now();
    },

    /** The page is back in view: counts the time that performance.now() stood still, as it may while a machine sleeps. */
    wake() {
      const slept = Date.now() - now() - seenAtZero;
      this.rest();
      if (slept < SLEPT_MS) return;
      wallAtZero += slept;
      zero -= slept;
    },

    /** @param {number} ms @param {() => void} run @returns {unknown} for cancel */
    later(ms, run) {
      const timer = setTimeout(() => quietly(run), Math.min(ms, LONGEST_MS));
      return () => clearTimeout(timer);
    },

    /** Runs when the page has nothing better to do. @param {() => void} run @returns {unknown} for cancel */
    idle(run) {
      if (typeof requestIdleCallback !== 'function') return this.later(200, run);
      const timer = requestIdleCallback(() => quietly(run), { timeout: 2000 });
      return () => cancelIdleCallback(timer);
    },

    /** @param {any} handle what later or idle gave */
    cancel: handle => handle?.(),
  };
}
