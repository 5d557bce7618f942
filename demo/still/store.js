// store.js - what the in-page collector keeps, in IndexedDB: pages by session, trail and nonce, and their records, each
// of them once.

/**
 * @typedef {object} Page one page load
 * @property {string} session @property {string} trail @property {string} nonce @property {string} site
 * @property {string} [visitor] @property {number} origin Unix ms at t = 0, by our clock
 *
 * @typedef {object} Row one record
 * @property {string} session @property {string} trail @property {string} nonce @property {number} id
 * @property {string} body as it was sent
 *
 * @typedef {{pages: Page[], rows: Row[]}} Stored one session
 */

const NAME = 'koord-demo-collector';
/** The key is what makes a record or a page the same one: what comes again replaces itself. */
const PAGE_KEY = ['session', 'trail', 'nonce'];
const ROW_KEY = [...PAGE_KEY, 'id'];

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = request =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBTransaction} work */
const committed = work =>
  new Promise((resolve, reject) => {
    work.oncomplete = resolve;
    work.onabort = () => reject(work.error);
  });

/** @param {Row[]} rows oldest trail first, then by id; a trail is as old as its first page @param {Page[]} pages */
function inOrder(rows, pages) {
  const begun = new Map();
  for (const { trail, origin } of pages) begun.set(trail, Math.min(origin, begun.get(trail) ?? Infinity));
  const age = (/** @type {Row} */ { trail }) => begun.get(trail) ?? 0;
  return rows.sort((a, b) => age(a) - age(b) || a.trail.localeCompare(b.trail) || a.id - b.id);
}

export async function openStore() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries({ pages: PAGE_KEY, rows: ROW_KEY })) {
      request.result.createObjectStore(name, { keyPath }).createIndex('session', 'session');
    }
  };
  const base = await done(request);

  /** @param {string} [session] all of them otherwise @returns {Promise<Stored>} */
  async function read(session) {
    const work = base.transaction(['pages', 'rows']);
    const of = (/** @type {string} */ name) => done(work.objectStore(name).index('session').getAll(session));
    const [pages, rows] = await Promise.all([of('pages'), of('rows')]);
    return { pages, rows: inOrder(rows, pages) };
  }

  return {
    /** Resolves when it is on disk. Of several batches of a page the fastest knows its origin best. @param {Page} page
     * @param {{id: number}[]} records */
    async add(page, records) {
      const work = base.transaction(['pages', 'rows'], 'readwrite', { durability: 'strict' });
      const { session, trail, nonce } = page;
      const pages = work.objectStore('pages');
      const known = await done(pages.get([session, trail, nonce]));
      pages.put({ ...page, origin: Math.min(page.origin, known?.origin ?? Infinity) });
      for (const record of records) {
        work.objectStore('rows').put({ session, trail, nonce, id: record.id, body: JSON.stringify(record) });
      }
      await committed(work);
    },

    /** Which records of a page load are stored. @param {string} nonce @returns {Promise<number[]>} */
    async ids(nonce) {
      const keys = await done(base.transaction('rows').objectStore('rows').getAllKeys());
      return /** @type {[string, string, string, number][]} */ (keys)
        .filter(key => key[2] === nonce)
        .map(key => key[3]);
    },

    async sessions() {
      const { pages, rows } = await read();
      const ids = [...new Set(pages.map(({ session }) => session))];
      const of =
        (/** @type {string} */ id) =>
        (/** @type {{session: string}} */ { session }) =>
          session === id;
      return ids.map(id => ({ pages: pages.filter(of(id)), rows: rows.filter(of(id)) }));
    },

    /** @param {string} id @returns {Promise<Stored | null>} */
    async session(id) {
      const stored = await read(id);
      return stored.pages.length ? stored : null;
    },
  };
}
