// transport.js - the only file that sends. How much goes and when is for the core to say; here is how.
import { DELIVERY } from './abi.gen.js';

/**
 * @typedef {{captured: number, sent: number, resent: number, dropped: number, refused: number, full: number,
 *   errors: number, storage: number}} Counters records; of those dropped, `refused` by the collector and `full` for want
 *   of room. errors: faults of our own; storage: 0 in memory only, 1 small texts, 2 the outbox too
 * @typedef {{status: number, wait_ms: number, said: any, bytes: number}} Answer status 0: none; said: the JSON of a
 *   200, as far as there was any; bytes of the question
 * @typedef {import('./store.js').Picked} Picked
 * @typedef {ReturnType<typeof createTransport>} Transport
 */

const ANSWER_MS = 10_000;
const TURN_MS = 22_000; // a page that holds the lock longer than a question and a batch may last is frozen
const BEACON_BYTES = 60_000; // browsers let a page have 64 KiB on their way when it goes
const HEAD_BYTES = 1000; // of them for all but the records
const ID_AT = '{"id":'.length; // in a record
/** What pages to come are made to wait at most: a collector's slip of the pen must not silence a visitor for a year. */
const WAIT_MOST_MS = 3_600_000;
const LOADS_MOST = 20; // page loads that one question may be about
const TOO_MANY = 429; // this status and those beyond say: not now
/** Of so many attempts in a row that nobody answers, the last is made without a question: perhaps only those are not heard. */
const SILENCES = 4;

/**
 * @param {object} host
 * @param {string} host.url absolute
 * @param {import('./store.js').Store} host.store
 * @param {import('./clock.js').Clock} host.clock
 * @param {Counters} host.counters
 * @param {import('./shelf.js').Shelf} [host.shelf] keeps for how long the collector wants to be left alone: it means all pages
 * @param {import('./inspect/hook.js').Tell} [host.tell] the inspector
 */
export function createTransport({ url, store, clock, counters, shelf, tell }) {
  const haveUrl = new URL('have', url).href;
  const pageFetch = window.fetch; // as it is before anything of ours wraps it
  /** @type {typeof fetch | undefined} */
  let frameFetch;
  let failures = 0; // in a row
  /** Bytes on their way. */
  let underway = 0;
  /** One request at a time. @type {Promise<unknown>} */
  let turn = Promise.resolve();
  let release = (/** @type {unknown} */ _) => {};
  /** @type {Set<AbortController>} */
  const requests = new Set();
  /** Whether records of this page may be stored already. */
  let unheard = false;

  /** A shop's broken wrapper around fetch is passed by, with the fetch of an empty frame.
   * @param {string} to @param {RequestInit} how */
  function request(to, how) {
    const native = /\[native code\]/.test(Function.prototype.toString.call(pageFetch));
    try {
      if (native || !failures) return pageFetch(to, how);
    } catch {
      failures++; // thrown at once: no network does that
    }
    frameFetch ??= fetchOfFrame();
    return (frameFetch || pageFetch)(to, how);
  }

  /** Text without a type of its own is text/plain, which needs no preflight.
   * @param {string} body @param {string} [to] @returns {Promise<Answer>} */
  async function post(body, to = url) {
    const stop = new AbortController();
    const timer = clock.later(ANSWER_MS, () => stop.abort());
    const bytes = bytesOf(body);
    const keepalive = !failures && bytes < BEACON_BYTES; // refused when the shop has used up the page's share
    const answer = { status: 0, wait_ms: 0, said: /** @type {any} */ (null), bytes };
    requests.add(stop);
    underway += bytes;
    try {
      const { signal } = stop;
      const response = await request(to, { method: 'POST', body, keepalive, signal, credentials: 'omit' });
      if (to === url) failures = 0; // an answer to a question says nothing of how batches fare
      answer.status = response.status;
      answer.wait_ms = 1000 * (Number(response.headers.get('Retry-After')) || 0);
      if (response.status === 200) answer.said = await response.json();
    } catch {
      if (!answer.status) failures++; // else it was heard, whatever it said
    }
    clock.cancel(timer);
    requests.delete(stop);
    underway -= bytes;
    if (answer.wait_ms) shelf?.write(`${clock.wall()}|${Math.min(answer.wait_ms, WAIT_MOST_MS)}`);
    return answer;
  }

  /** For how long the collector still wants to hear nothing, whichever page it told. Who set the clock back does not wait
   * for longer than was asked. @returns {number} ms */
  function stillToWait() {
    const [heard, wait_ms] = (shelf?.read() || '').split('|').map(Number);
    const passed = clock.wall() - heard;
    return passed >= 0 && passed < wait_ms ? wait_ms - passed : 0;
  }

  /** @param {Picked} picked */
  function envelope(picked) {
    /** @type {Map<string, string[]>} */
    const pages = new Map();
    for (const { row, count } of picked) {
      const { nonce, session, visitor, trail, origin } = row.head;
      const who = visitor && `"visitor":"${visitor}",`;
      const head = `"nonce":"${nonce}","session":"${session}",${who}"trail":"${trail}","origin":${origin}`;
      pages.set(head, [...(pages.get(head) || []), ...row.records.slice(0, count)]);
    }
    const told = Object.entries(counters).map(([name, value]) => `"${name}":${value}`);
    const all = [...pages].map(([head, records]) => `{${head},"records":[${records}]}`);
    const { site } = picked[0].row.head;
    return `{"v":1,"site":"${site}","sent":${clock.wall()},"counters":{${told}},"pages":[${all}]}`;
  }

  /** @param {Picked} picked @param {Answer} answer @returns {Promise<number>} one of DELIVERY */
  async function settle(picked, { status, said, bytes }) {
    const records = countOf(picked);
    const refused = said?.refused?.length ?? 0;
    unheard ||= !status;
    tell?.({ batch: { records, bytes, status, refused } });
    const arrived = status >= 200 && status < 300;
    const tooMuch = status === 400 || status === 413;
    if (!arrived && !(tooMuch && records === 1)) {
      counters.resent += records;
      mark(picked, false);
      return tooMuch ? DELIVERY.TOO_MUCH : DELIVERY.UNREACHED;
    }
    const lost = arrived ? refused : 1;
    counters.dropped += lost;
    counters.refused += lost;
    counters.sent += records - lost;
    await store.drop(picked);
    return arrived ? DELIVERY.DELIVERED : DELIVERY.GIVEN_UP;
  }

  /** Asks what of these arrived already. @param {Picked} picked */
  async function ask(picked) {
    const loads = new Set(
      picked.map(({ row }) => `{"nonce":"${row.head.nonce}","trail":"${row.head.trail}"}`),
    );
    const { status, wait_ms, said } = await post(`{"pages":[${[...loads].slice(0, LOADS_MOST)}]}`, haveUrl);
    const busy = !status || status >= TOO_MANY;
    unheard &&= busy;
    return { busy, wait_ms, had: hadOf(said, picked) };
  }

  /** What another page left, or nobody answered to, is asked after first. The records are picked anew after that: a page
   * that is hidden meanwhile sends what it has.
   * @param {number} most bytes @param {string} mine nonce of this page @param {boolean} [asked]
   * @returns {Promise<{how: number, wait_ms: number}>} */
  async function deliver(most, mine, asked = failures % SILENCES === SILENCES - 1) {
    const picked = await store.oldest(most);
    if (!picked.length || underway) return { how: DELIVERY.DELIVERED, wait_ms: 0 };
    const wait_ms = stillToWait();
    if (wait_ms) return { how: DELIVERY.UNREACHED, wait_ms };
    const doubted = picked.filter(({ row }) => unheard || row.head.nonce !== mine);
    if (doubted.length && !asked) {
      const { busy, had, ...answer } = await ask(doubted);
      if (busy) return { how: DELIVERY.UNREACHED, wait_ms: answer.wait_ms };
      counters.sent += countOf(had);
      await store.drop(had);
      return deliver(most, mine, !had.length);
    }
    mark(picked, true);
    const answer = await post(envelope(picked));
    return { how: await settle(picked, answer), wait_ms: answer.wait_ms };
  }

  /** One page of the site sends at a time, so that no two send the same rows.
   * @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  function whenAlone(work) {
    return new Promise(resolve => {
      let begun = false;
      // A held lock bars a page from the back/forward cache: it is let go when the page goes.
      const gone = new Promise(letGo => {
        release = letGo;
      });
      const run = () => {
        if (begun) return undefined;
        begun = true;
        clock.cancel(timer);
        const done = work();
        resolve(done);
        return Promise.race([done, gone]);
      };
      const timer = clock.later(TURN_MS, run);
      try {
        navigator.locks.request('koord:send', run).catch(run);
      } catch {
        run(); // no locks here: at worst something is sent twice
      }
    });
  }

  return {
    /** Sends the oldest records. @param {number} most bytes @param {string} mine nonce of this page */
    send(most, mine) {
      const result = turn.then(() => whenAlone(() => deliver(most, mine)));
      turn = result.catch(() => undefined);
      return result;
    },

    /** The page may be going: what is not on its way yet leaves now, as far as it fits.
     * @param {boolean} gone nobody will hear the answer @param {boolean} followed another page of ours is about to
     * open: it sends what is on disk */
    leave(gone, followed) {
      if (gone) release(0);
      let room = BEACON_BYTES - underway - HEAD_BYTES;
      /** @type {Picked} */
      const picked = [];
      for (const row of store.own()) {
        if (row.leaving || (followed && row.key)) continue;
        room -= row.bytes + row.records.length;
        if (room < 0) break;
        picked.push({ row, count: row.records.length });
      }
      if (!picked.length) return;
      const body = envelope(picked);
      mark(picked, true);
      if (gone && beacon(url, body)) {
        tell?.({ batch: { records: countOf(picked), bytes: bytesOf(body) } });
        return;
      }
      const answered = post(body).then(answer => settle(picked, answer));
      turn = Promise.all([turn, answered]);
    },

    /** The page was frozen: what became of its requests is not known, so their rows stand in line again. */
    thaw() {
      turn = Promise.resolve();
      for (const row of store.own()) row.leaving = false;
    },

    /** Stops what is on its way. */
    abort() {
      for (const stop of requests) stop.abort();
    },
  };
}

/** @param {string} url of batches @param {string} secret @returns {Promise<number>} the status of the answer, 0 where there is none */
export const askToErase = (url, secret) =>
  fetch(new URL('erase', url), { method: 'POST', body: secret, keepalive: true, credentials: 'omit' }).then(
    ({ status }) => status,
    () => 0,
  );

function fetchOfFrame() {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  return frame.contentWindow?.fetch;
}

/** @param {string} text */
const bytesOf = text => new TextEncoder().encode(text).length;

/** @param {Picked} picked */
const countOf = picked => picked.reduce((sum, { count }) => sum + count, 0);

/** Notes whether rows are on their way. @param {Picked} picked @param {boolean} leaving */
function mark(picked, leaving) {
  for (const { row } of picked) row.leaving = leaving;
}

/** @param {string} url @param {string} body */
function beacon(url, body) {
  try {
    return navigator.sendBeacon(url, body);
  } catch {
    return false;
  }
}

/** How many of the first records of each row the collector says that it has; none, when that is not what it says.
 * @param {any} said @param {Picked} picked @returns {Picked} */
function hadOf(said, picked) {
  try {
    const had = picked.map(({ row, count }) => {
      const load = said.have.find((/** @type {{nonce: string}} */ { nonce }) => nonce === row.head.nonce);
      const first = parseInt(row.records[0].slice(ID_AT), 10);
      let next = first;
      for (const [from, to] of load.ids) if (from <= next && next <= to) next = to + 1;
      return { row, count: Math.min(count, next - first) };
    });
    return had.filter(({ count }) => count);
  } catch {
    return []; // not every collector can be asked
  }
}
