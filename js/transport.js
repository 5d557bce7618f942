// transport.js - the only file that sends. How much goes and when is for the core to say; here is how.
import { DELIVERY } from './abi.gen.js';

/**
 * @typedef {{captured: number, sent: number, resent: number, dropped: number, refused: number, full: number,
 *   errors: number, storage: number}} Counters records; of those dropped, `refused` by the collector and `full` for want
 *   of room. errors: faults of our own; storage: 0 in memory only, 1 small texts, 2 the outbox too
 * @typedef {{status: number, wait_ms: number, refused: number, bytes: number}} Answer status 0: none; bytes of the question
 * @typedef {import('./store.js').Picked} Picked
 * @typedef {ReturnType<typeof createTransport>} Transport
 */

const ANSWER_MS = 10_000;
const TURN_MS = 12_000; // a page that holds the lock longer than its request may last is frozen
const BEACON_BYTES = 60_000; // browsers let a page have 64 KiB on their way when it goes
const HEAD_BYTES = 1000; // of them for all but the records

/**
 * @param {object} host
 * @param {string} host.url absolute
 * @param {import('./store.js').Store} host.store
 * @param {import('./clock.js').Clock} host.clock
 * @param {Counters} host.counters
 * @param {import('./inspect/hook.js').Tell} [host.tell] the inspector
 */
export function createTransport({ url, store, clock, counters, tell }) {
  const pageFetch = window.fetch; // as it is before anything of ours wraps it
  /** @type {typeof fetch | undefined} */
  let frameFetch;
  let failures = 0;
  /** Bytes on their way. */
  let underway = 0;
  /** One request at a time. @type {Promise<unknown>} */
  let turn = Promise.resolve();
  let release = () => {};
  /** @type {Set<AbortController>} */
  const requests = new Set();

  /** A shop's broken wrapper around fetch is passed by, with the fetch of an empty frame. @param {RequestInit} how */
  function request(how) {
    const native = /\[native code\]/.test(Function.prototype.toString.call(pageFetch));
    try {
      if (native || !failures) return pageFetch(url, how);
    } catch {
      failures++; // thrown at once: no network does that
    }
    frameFetch ??= fetchOfFrame();
    return (frameFetch || pageFetch)(url, how);
  }

  /** Text without a type of its own is text/plain, which needs no preflight. @param {string} body @returns {Promise<Answer>} */
  async function post(body) {
    const stop = new AbortController();
    const timer = clock.later(ANSWER_MS, () => stop.abort());
    const bytes = bytesOf(body);
    const keepalive = !failures && bytes < BEACON_BYTES; // refused when the shop has used up the page's share
    requests.add(stop);
    underway += bytes;
    try {
      const { signal } = stop;
      const response = await request({ method: 'POST', body, keepalive, signal, credentials: 'omit' });
      failures = 0;
      const wait_ms = 1000 * (Number(response.headers.get('Retry-After')) || 0);
      const refused = response.status === 200 ? await refusedIn(response) : 0;
      return { status: response.status, wait_ms, refused, bytes };
    } catch {
      failures++;
      return { status: 0, wait_ms: 0, refused: 0, bytes };
    } finally {
      clock.cancel(timer);
      requests.delete(stop);
      underway -= bytes;
    }
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
  async function settle(picked, { status, refused, bytes }) {
    const records = countOf(picked);
    tell?.({ batch: { records, bytes, status, refused } });
    const arrived = status >= 200 && status < 300;
    const tooMuch = status === 400 || status === 413;
    const alone = tooMuch && records === 1;
    const lost = arrived ? refused : +alone;
    counters.dropped += lost;
    counters.refused += lost;
    if (arrived) counters.sent += records - refused;
    else if (!alone) {
      counters.resent += records;
      store.mark(picked, false);
      return tooMuch ? DELIVERY.TOO_MUCH : DELIVERY.UNREACHED;
    }
    await store.drop(picked);
    return arrived ? DELIVERY.DELIVERED : DELIVERY.GIVEN_UP;
  }

  /** @param {number} most bytes */
  async function deliver(most) {
    const picked = await store.oldest(most);
    if (!picked.length) return { how: DELIVERY.DELIVERED, wait_ms: 0 };
    store.mark(picked, true);
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
        release = () => letGo(undefined);
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
    /** Sends the oldest records. @param {number} most bytes @returns {Promise<{how: number, wait_ms: number}>} */
    send(most) {
      const result = turn.then(() => whenAlone(() => deliver(most)));
      turn = result.catch(() => undefined);
      return result;
    },

    /** The page may be going: what is not on its way yet leaves now, as far as it fits.
     * @param {boolean} gone nobody will hear the answer @param {boolean} followed another page of ours is about to
     * open: it sends what is on disk */
    leave(gone, followed) {
      if (gone) release();
      if (gone) store.go();
      let room = BEACON_BYTES - underway - HEAD_BYTES;
      /** @type {Picked} */
      const picked = [];
      for (const row of store.own()) {
        if (row.leaving || (followed && row.safe)) continue;
        room -= row.sizes.reduce((sum, size) => sum + size + 1, 0);
        if (room < 0) break;
        picked.push({ row, count: row.records.length });
      }
      if (!picked.length) return;
      const body = envelope(picked);
      store.mark(picked, true);
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
      store.mark(
        store.own().map(row => ({ row, count: 0 })),
        false,
      );
    },

    /** Stops what is on its way. */
    abort() {
      for (const stop of requests) stop.abort();
    },
  };
}

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

/** @param {string} url @param {string} body */
function beacon(url, body) {
  try {
    return navigator.sendBeacon(url, body);
  } catch {
    return false;
  }
}

/** @param {Response} response @returns {Promise<number>} */
async function refusedIn(response) {
  try {
    return (await response.json()).refused.length;
  } catch {
    return 0; // stored all the same: that is what 200 says
  }
}
