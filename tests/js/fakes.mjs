// fakes.mjs - a browser as far as js/ needs one to store, send and keep time; every part can be made to fail.
import { readFileSync } from 'node:fs';
import { loadCore } from '../../js/core.js';
import { textOf } from '../../js/module.js';

export const wasmText = textOf(readFileSync(new URL('../../dist/koord.wasm', import.meta.url)));

/** Lets everything run that was asked for and needs no time to pass. */
export async function settle() {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediateReal);
}
const setImmediateReal = setImmediate;

/** A storage of texts. `broken`: every use throws. */
export function fakeStorage() {
  const texts = new Map();
  const storage = {
    broken: false,
    texts,
    getItem: key => use(() => texts.get(key) ?? null),
    setItem: (key, text) => use(() => void texts.set(key, `${text}`)),
    removeItem: key => use(() => void texts.delete(key)),
  };
  function use(work) {
    if (storage.broken) throw new Error('SecurityError');
    return work();
  }
  return storage;
}

/** One object store with inline, counted keys. `broken`: every transaction aborts; `absent`: open throws. */
export function fakeIndexedDB() {
  const fake = { broken: false, absent: false, rows: new Map(), transactions: 0, open, deleteDatabase };
  let next = 1;

  function deleteDatabase() {
    fake.rows.clear();
    return {};
  }

  function open() {
    if (fake.absent) throw new Error('SecurityError');
    const request = { result: database() };
    setImmediateReal(() => {
      request.onupgradeneeded?.();
      request.onsuccess?.();
    });
    return request;
  }

  function database() {
    return {
      close() {},
      createObjectStore() {},
      transaction() {
        fake.transactions++;
        const work = [];
        const transaction = { objectStore: () => table(work), commit() {} };
        setImmediateReal(() => {
          if (fake.broken) return transaction.onabort?.();
          for (const run of work) run();
          transaction.oncomplete?.();
        });
        return transaction;
      },
    };
  }

  function table(work) {
    const request = run => {
      const asked = {};
      work.push(() => {
        asked.result = run();
      });
      return asked;
    };
    const put = row => {
      const key = row.key ?? next++;
      fake.rows.set(key, structuredClone({ ...row, key }));
      return key;
    };
    return {
      add: row => request(() => put(row)),
      put: row => request(() => put(row)),
      delete: key => request(() => void fake.rows.delete(key)),
      clear: () => request(() => fake.rows.clear()),
      getAll: (_, most = Infinity) =>
        request(() =>
          [...fake.rows.values()]
            .sort((a, b) => a.key - b.key)
            .slice(0, most)
            .map(row => structuredClone(row)),
        ),
    };
  }
  return fake;
}

/** Time that passes only when told to. Replaces the globals that js/clock.js reads. */
export function fakeTime() {
  const time = { page: 0, wall: 1_764_000_000_000, timers: new Map(), advance, newPage };
  let next = 1;
  performance.now = () => time.page;
  Date.now = () => time.wall;
  globalThis.setTimeout = (run, ms) => {
    time.timers.set(next, { run, at: time.page + ms });
    return next++;
  };
  globalThis.clearTimeout = timer => void time.timers.delete(timer);

  async function advance(ms) {
    const end = time.page + ms;
    await settle();
    for (;;) {
      const [first] = [...time.timers].sort(([, a], [, b]) => a.at - b.at);
      if (!first || first[1].at > end) break;
      pass(Math.max(0, first[1].at - time.page));
      time.timers.delete(first[0]);
      first[1].run();
      await settle();
    }
    pass(end - time.page);
  }

  function pass(ms) {
    time.page += ms;
    time.wall += ms;
  }

  /** The page is gone with all its timers; the next one begins to count anew. */
  function newPage() {
    time.timers.clear();
    time.page = 0;
  }
  return time;
}

/** Stores what arrives by nonce and id, as the collector does, and says of what it has. `fault` may be replaced: it says
 * what becomes of a request, given its body, whether it is a question, and whether it may outlive its page. */
export function fakeCollector() {
  const collector = {
    records: new Map(),
    /** Of each page load the time at which its t was 0, by a clock that is right. */
    origins: new Map(),
    now: () => Date.now(),
    requests: [],
    questions: [],
    duplicates: 0,
    fault: null,
    fetch: (url, { body, signal, keepalive }) =>
      url.endsWith('/have') ? hear(body, signal) : receive(body, signal, keepalive),
  };

  function hear(body, signal) {
    collector.questions.push(body);
    return fail(body, signal, true, false, () => Response.json({ have: JSON.parse(body).pages.map(have) }));
  }

  function have({ nonce, trail }) {
    const stored = [...collector.records.values()].filter(({ page }) => page.nonce === nonce);
    return { nonce, trail, ids: stored.map(({ id }) => [id, id]) };
  }

  function receive(body, signal, keepalive) {
    collector.requests.push(body);
    return fail(body, signal, false, keepalive, () => {
      take(JSON.parse(body));
      return new Response(null, { status: 204 });
    });
  }

  async function fail(body, signal, asks, keepalive, work) {
    const fault = await collector.fault?.(body, asks, keepalive);
    if (fault === 'silence')
      return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('abort'))));
    if (fault === 'refuse') throw new TypeError('Failed to fetch');
    if (fault instanceof Response) return fault;
    const answer = work();
    if (fault === 'reset') throw new TypeError('Failed to fetch');
    return answer;
  }

  function take({ sent, pages }) {
    for (const { records, ...page } of pages) {
      const origin = page.origin + collector.now() - sent;
      collector.origins.set(page.nonce, Math.min(origin, collector.origins.get(page.nonce) ?? origin));
      for (const record of records) {
        const key = `${page.nonce} ${record.id}`;
        if (collector.records.has(key)) collector.duplicates++;
        collector.records.set(key, { ...record, page });
      }
    }
  }
  return collector;
}

/** Puts the fakes where the tag looks for a browser. */
export function fakeBrowser() {
  const browser = {
    localStorage: fakeStorage(),
    sessionStorage: fakeStorage(),
    indexedDB: fakeIndexedDB(),
    time: fakeTime(),
    collector: fakeCollector(),
    listeners: new Map(),
    /** Tells the page of an event. */
    shout: (name, event = {}) => browser.listeners.get(name)?.(event),
  };
  const page = {
    localStorage: browser.localStorage,
    sessionStorage: browser.sessionStorage,
    indexedDB: browser.indexedDB,
    fetch: browser.collector.fetch,
    window: globalThis,
    location: new URL('https://shop.example/'),
    document: {
      documentElement: { lang: 'en', append() {} },
      hidden: false,
      readyState: 'complete',
      querySelectorAll: () => [],
      createElement: () => ({ contentWindow: { fetch: browser.collector.fetch } }),
    },
    screen: { width: 1200, height: 800 },
    matchMedia: () => ({ matches: false }),
    MutationObserver: class {},
    addEventListener(name, listener, how) {
      browser.listeners.set(name, listener);
      how?.signal?.addEventListener('abort', () => browser.listeners.delete(name));
    },
    removeEventListener: name => browser.listeners.delete(name),
  };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return browser;
}

export const realCore = () => loadCore(wasmText, () => Promise.reject(new Error('no fallback here')));
