// session.js - who this is and which visit: the visitor, the session that all tabs share, and what this tab
// hands over from page to page. Nothing here outlives the page unless the visitor may be remembered.
import { drawUuid } from './random.js';

/**
 * @typedef {object} Joined
 * @property {string} session UUIDv7
 * @property {string} visitor UUID, '' where none may be kept
 * @property {number} started Unix ms
 * @property {number} visit ordinal of this session for the visitor
 * @property {number} draw 31 bits, the same for ever for one visitor
 * @property {number} asked surveys shown in the 30 days before this session
 *
 * @typedef {object} Handover what one page leaves the next one of the same tab
 * @property {string} session
 * @property {string} trail
 * @property {number} t session time that was used up
 * @property {number} origin Unix ms at t = 0
 * @property {number} asked surveys that its core knew of
 * @property {string} past what it knew of theirs
 * @property {Uint8Array | null} core null: taken already, by the page before or by the tab that this one is a copy of
 *
 * @typedef {ReturnType<typeof createSession>} Session
 * @typedef {import('./shelf.js').Shelf} Shelf
 */

const WINDOW_MS = 30 * 24 * 3600e3;
const TOUCH_MS = 5000; // how far `last` may lag, so that not every fact writes to disk

/**
 * @param {object} host
 * @param {Shelf} host.shared seen by all tabs
 * @param {Shelf} host.tab seen by the pages of this tab
 * @param {import('./clock.js').Clock} host.clock
 * @param {boolean} host.remember whether the visitor may be recognised
 * @param {number} host.idleMs quiet time that ends a session, as the core has it
 * @param {import('./identity.js').Identity} [host.newcomer] for a visitor who was not here before
 */
export function createSession({ shared, tab, clock, remember, idleMs, newcomer }) {
  let touched = 0;
  /** What this page handed over last. */
  let mine = '';

  // visitor|visit|session|started|last|asked,asked|secret|past  A plain text, since shops have broken JSON before. What
  // stands in `past` js/survey/past.js knows.
  function read() {
    const [visitor, visit, session, started, last, asked = '', secret, past = ''] = shared.read().split('|');
    const since = clock.wall() - WINDOW_MS;
    const recent = asked
      .split(',')
      .map(Number)
      .filter(time => time > since);
    return {
      visitor,
      visit: +visit || 0,
      session,
      started: +started || 0,
      last: +last || 0,
      asked: recent,
      secret,
      past,
    };
  }

  /** @param {ReturnType<typeof read>} state */
  const write = ({ visitor, visit, session, started, last, asked, secret, past }) =>
    shared.write([visitor, visit, session, started, last, asked, secret, past].join('|'));

  return {
    /** Joins the session that is going on, or begins one. @param {number} wall Unix ms of the first fact
     * @returns {Joined} */
    join(wall) {
      const state = read();
      if (!state.visitor) Object.assign(state, newcomer || { visitor: drawUuid(wall) });
      if (!state.session || Math.abs(wall - state.last) >= idleMs) {
        Object.assign(state, { session: drawUuid(wall), started: wall, visit: state.visit + 1 });
      }
      state.last = touched = wall;
      write(state);
      const draw = parseInt(state.visitor.slice(-8), 16) >>> 1;
      const { session, started, visit } = state;
      const asked = state.asked.filter(time => time < started).length;
      return { visitor: remember ? state.visitor : '', session, started, visit, draw, asked };
    },

    /** The visitor is still here. @param {number} wall Unix ms */
    touch(wall) {
      if (wall - touched < TOUCH_MS) return;
      touched = wall;
      write({ ...read(), last: wall });
    },

    /** Surveys shown in the last 30 days, by any tab. */
    asked: () => read().asked.length,

    /** Notes that a survey is about to be shown. @param {number} known surveys that the core knows of
     * @returns {number} when, for `release`; 0: another tab was first */
    reserve(known) {
      const state = read();
      if (state.asked.length > known) return 0;
      const time = clock.wall();
      write({ ...state, asked: [...state.asked, time] });
      return time;
    },

    /** The survey could not be shown after all. @param {number} time */
    release(time) {
      const state = read();
      write({ ...state, asked: state.asked.filter(other => other !== time) });
    },

    /** What became of surveys, in a text without bars. */
    past: () => read().past,

    /** @param {string} past */
    setPast: past => write({ ...read(), past }),

    /** @param {Handover} handover */
    handOver({ session, trail, t, origin, asked, past, core }) {
      const words = core ? new Uint32Array(core.buffer).join() : '';
      mine = [session, trail, t, origin, asked, past, words].join('|');
      tab.write(mine);
    },

    /** Whether what is handed over is still what this page left: nobody has followed it, or word of that is on its way. */
    unfollowed: () => tab.kept && tab.read() === mine,

    /** What the page before left. Who takes it over says so by handing over nothing at once: the copy of this
     * tab that a visitor may make must not go on with the same trail. @returns {Handover | null} */
    takeOver() {
      const [session, trail, t, origin, asked, past, core] = tab.read().split('|');
      if (!trail) return null;
      return {
        session,
        trail,
        t: +t,
        origin: +origin,
        asked: +asked,
        past,
        core: core ? bytesOf(core) : null,
      };
    },

    /** Whether anything outlives the page. */
    kept: () => shared.kept,
  };
}

/** @param {string} text what `shared` holds @returns {string} '' where there is none */
export const secretIn = text => text.split('|')[6] || '';

/** Somebody else's text gives other bytes, which the core refuses. @param {string} words of 32 bits, with commas */
const bytesOf = words => new Uint8Array(Uint32Array.from(words.split(','), Number).buffer);
