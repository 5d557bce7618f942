// store.js - the outbox: records wait here until the collector has them, on disk where the browser allows it.
// One row is what one turn of the event loop brought; every page of the site puts rows in and takes the oldest out.

/**
 * @typedef {object} Head what docs/wire.md calls a page, without its records
 * @property {string} site
 * @property {string} nonce
 * @property {string} session
 * @property {string} visitor '' where there is none
 * @property {string} trail
 * @property {number} origin
 *
 * @typedef {object} Row
 * @property {number} [key] given by the database
 * @property {Head} head
 * @property {string[]} records
 * @property {number[]} sizes bytes of each record
 *
 * @typedef {Row & {leaving?: boolean, safe?: boolean}} OwnRow of this page; leaving: already sent by a page that was
 *   about to go, so that nobody knows whether it arrived; safe: on disk, or committed, which
 *   no navigation undoes
 * @typedef {{row: Row, count: number}[]} Picked the first `count` records of each row
 * @typedef {ReturnType<typeof createStore>} Store
 */

const MOST_BYTES = 5e6;
const THINNED_BYTES = 4e6; // so that not every record after that makes room anew
/** What no want of room may cost a shop: a row with one of these stays. */
const VITAL = /"kind":"(session|signal|decision|survey|purchase)"/;
const ROW_BYTES = 16e3; // a row can be sent whole, whatever the core allows a batch at first
const ROWS_AT_ONCE = 100;
const PATIENCE_MS = 3000; // some browsers never answer when asked for a database
const TABLE = 'records';

/** @param {number[]} sizes */
const sum = sizes => sizes.reduce((all, size) => all + size, 0);

/** @param {Row[]} rows */
const weigh = rows => sum(rows.flatMap(row => row.sizes));

/**
 * @param {object} host
 * @param {boolean} host.keep whether records may be written to disk
 * @param {import('./clock.js').Clock} host.clock
 * @param {{dropped: number, full: number, storage: number}} host.counters
 */
export function createStore({ keep, clock, counters }) {
  /** @type {OwnRow[]} rows of this page that the collector may not have, oldest first */
  let own = [];
  /** @type {OwnRow | null} still growing in this turn */
  let fresh = null;
  /** @type {IDBDatabase | null} */
  let database = null;
  let bytes = 0;
  let thinning = false;
  /** The page was told to go: what is asked of the database from here on may be undone with it. */
  let going = false;
  /** Settles when all that was asked of the database so far is done. @type {Promise<unknown>} */
  let settled = open();

  async function open() {
    if (keep)
      await openDatabase(clock)
        .catch(() => null)
        .then(begin);
  }

  /** @param {IDBDatabase | null} opened */
  async function begin(opened) {
    if (!opened) return;
    database = opened;
    if (!keep) return forgetDatabase(); // consent was withdrawn meanwhile
    database.onversionchange = () => forgetDatabase(); // another page of the shop withdrew consent
    counters.storage = 2;
    await Promise.all(own.filter(row => row !== fresh && !row.key).map(write));
  }

  function forgetDatabase() {
    database?.close();
    database = null;
    counters.storage = Math.min(counters.storage, 1);
  }

  /**
   * One transaction. Whatever goes wrong, the rows of this page go on in memory.
   * @template T @param {(table: IDBObjectStore) => IDBRequest<T> | void} use @returns {Promise<T | undefined>}
   */
  function work(use) {
    return new Promise(resolve => {
      const fail = () => {
        forgetDatabase();
        resolve(undefined);
      };
      try {
        if (!database) return resolve(undefined);
        const transaction = database.transaction(TABLE, 'readwrite');
        const request = use(transaction.objectStore(TABLE));
        transaction.oncomplete = () => resolve(request?.result);
        transaction.onabort = fail;
        transaction.commit?.(); // at once: the page may be going
      } catch {
        fail();
      }
    });
  }

  /** @param {OwnRow} row */
  async function write(row) {
    const { head, records, sizes } = row;
    const writing = work(table => table.add({ head, records, sizes }));
    row.safe = !going && !!database && !!window.IDBTransaction?.prototype.commit;
    row.key = /** @type {number | undefined} */ (await writing);
    row.safe = !!row.key;
  }

  /** Ends the growing row. */
  function flush() {
    if (fresh && database) settled = Promise.all([settled, write(fresh)]);
    fresh = null;
  }

  /** Forgets records: they have arrived, or never will. @param {Picked} picked */
  async function drop(picked) {
    await settled; // what is still being written gets its key first
    const cut = picked.map(({ row, count }) => ({ row, rest: without(row, count) }));
    bytes = Math.max(0, bytes - weigh(cut.map(({ row }) => row)) + weigh(cut.map(({ rest }) => rest)));
    own = own
      .map(mine => cut.find(({ row }) => same(mine, row))?.rest || mine)
      .filter(({ records }) => records.length);
    settled = work(table => {
      for (const { rest } of cut) if (rest.key) replace(table, rest);
    });
    await settled;
  }

  /** The oldest rows of all pages; of this one where there is no database. @param {number} [most]
   * @returns {Promise<Row[]>} */
  async function all(most) {
    flush();
    await settled;
    return (await work(table => table.getAll(null, most))) || own;
  }

  /** Makes room: the oldest rows that nothing vital stands in are given up, and counted. */
  async function thin() {
    thinning = true;
    const rows = await all();
    let over = weigh(rows) - THINNED_BYTES;
    const given = rows.filter(row => {
      if (over <= 0 || VITAL.test(`${row.records}`)) return false;
      over -= sum(row.sizes);
      counters.dropped += row.records.length;
      counters.full += row.records.length;
      return true;
    });
    await drop(given.map(row => ({ row, count: row.records.length })));
    thinning = false;
  }

  return {
    flush,

    /** @param {Head} head @param {string} record @param {number} size bytes of it */
    add(head, record, size) {
      if (bytes > MOST_BYTES && !thinning) void thin();
      if (fresh && (fresh.head !== head || sum(fresh.sizes) + size > ROW_BYTES)) flush();
      if (!fresh) {
        fresh = { head, records: [], sizes: [] };
        own.push(fresh);
        Promise.resolve().then(flush);
      }
      fresh.records.push(record);
      fresh.sizes.push(size);
      bytes += size;
    },

    /** The oldest records of one site, at most `most` bytes of them but never none. @param {number} most
     * @returns {Promise<Picked>} */
    async oldest(most) {
      const rows = await all(ROWS_AT_ONCE);
      if (rows.length < ROWS_AT_ONCE) recount(rows);
      return pick(rows, most);
    },

    /** Rows of this page that the collector may not have. */
    own() {
      flush();
      return own;
    },

    /** Notes whether rows are on their way. @param {Picked} picked @param {boolean} leaving */
    mark(picked, leaving) {
      for (const mine of own) if (picked.some(({ row }) => same(mine, row))) mine.leaving = leaving;
    },

    /** What comes now can only be trusted to the network. */
    go() {
      going = true;
    },

    drop,

    bytes: () => bytes,
    /** The page was frozen: what was asked of the database before is never answered in some browsers. */
    reopen() {
      going = false;
      forgetDatabase();
      settled = open();
    },

    /** Takes on what other pages of this tab left, so that it can leave with this one.
     * @param {string} trail @returns {Promise<number>} bytes that other pages left, of any tab */
    async inherit(trail) {
      const rows = await all();
      const others = rows.filter(row => !own.some(mine => same(mine, row)));
      const before = others.at(-1)?.head.nonce;
      // Where no page knows what follows it, each sends all it has as it goes: what two have sent has left often enough.
      const twice = (/** @type {Row} */ { head }) => !window.navigation && head.nonce !== before;
      const ours = others
        .filter(row => row.head.trail === trail)
        .map(row => ({ ...row, safe: true, leaving: twice(row) }));
      recount(rows);
      own = [...ours, ...own];
      return weigh(others);
    },

    /** Empties everything, and takes the database away. */
    clear() {
      own = [];
      fresh = null;
      bytes = 0;
      work(table => table.clear()).then(() => {
        forgetDatabase();
        removeDatabase();
      });
      keep = false;
    },
  };

  /** Other pages add and take as well: what is there now is the truth. @param {Row[]} rows */
  function recount(rows) {
    own = own.filter(mine => !mine.key || rows.some(row => same(mine, row)));
    bytes = weigh([...new Set([...rows, ...own.filter(({ key }) => !key)])]);
  }
}

/** A row read back from the database is another object. @param {Row} a @param {Row} b */
const same = (a, b) => a === b || (!!a.key && a.key === b.key);

/** @param {Row[]} rows @param {number} most @returns {Picked} */
function pick(rows, most) {
  /** @type {Picked} */
  const picked = [];
  let room = most;
  for (const row of rows) {
    if (row.head.site !== rows[0].head.site) break;
    let count = 0;
    while (count < row.sizes.length && (room >= row.sizes[count] || room === most))
      room -= row.sizes[count++];
    if (count) picked.push({ row, count });
    if (count < row.sizes.length) break;
  }
  return picked;
}

/** @param {Row} row @param {number} count the first of its records, which are done with @returns {Row} */
const without = (row, count) => ({
  ...row,
  records: row.records.slice(count),
  sizes: row.sizes.slice(count),
});

/** @param {IDBObjectStore} table @param {Row} row */
const replace = (table, row) =>
  row.records.length ? table.put(row) : table.delete(/** @type {number} */ (row.key));

/** @param {import('./clock.js').Clock} clock @returns {Promise<IDBDatabase | null>} null, or an error: there is none to be had */
function openDatabase(clock) {
  return new Promise(resolve => {
    const giveUp = () => resolve(null);
    clock.later(PATIENCE_MS, giveUp);
    const request = indexedDB.open('koord', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(TABLE, { keyPath: 'key', autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = giveUp;
  });
}

/** Takes the database off the disk. */
export function removeDatabase() {
  try {
    indexedDB.deleteDatabase('koord');
  } catch {
    // no storage, so nothing is kept there
  }
}
