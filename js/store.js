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
 * @property {number} [key] given by the database, once the row is on disk for good: a write that was only asked for
 *   may be undone with its page
 * @property {Head} head
 * @property {string[]} records
 * @property {number} bytes of the records; of what is left of a row that was cut, about
 * @property {boolean} [leaving] already sent by a page that was about to go, so that nobody knows whether it arrived
 *
 * @typedef {{row: Row, count: number}[]} Picked the first `count` records of each row
 * @typedef {ReturnType<typeof createStore>} Store
 */

const MOST_BYTES = 5e6;
const THINNED_BYTES = 4e6; // so that not every record after that makes room anew
/** What no want of room may cost a shop: a row with one of these stays. */
const VITAL = /"kind":"(session|signal|outcome|decision|survey|purchase)"/;
const ROW_BYTES = 16e3; // a row can be sent whole, whatever the core allows a batch at first
const ROWS_AT_ONCE = 100;
const PATIENCE_MS = 3000; // some browsers never answer when asked for a database
const TABLE = 'records';

/** @param {Iterable<Row>} rows */
const weigh = rows => [...rows].reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * @param {object} host
 * @param {boolean} host.keep whether records may be written to disk
 * @param {import('./clock.js').Clock} host.clock
 * @param {{dropped: number, full: number, storage: number}} host.counters
 * @param {Promise<IDBDatabase | null>} [host.disk] the database, where it was asked for already
 */
export function createStore({ keep, clock, counters, disk }) {
  /** @type {Row[]} of this page that the collector may not have, oldest first */
  let own = [];
  /** @type {Row | null} still growing in this turn */
  let fresh = null;
  /** @type {IDBDatabase | null} */
  let database = null;
  let bytes = 0;
  let thinning = false;
  /** Settles when all that was asked of the database so far is done. @type {Promise<unknown>} */
  let settled = open(disk);

  async function open(asked = keep && openDatabase(clock)) {
    const opened = keep && (await asked);
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

  /** @param {Row} row */
  async function write(row) {
    row.key = /** @type {number | undefined} */ (await work(table => table.add(kept(row))));
  }

  /** Ends the growing row. */
  function flush() {
    if (fresh && database) settled = Promise.all([settled, write(fresh)]);
    fresh = null;
  }

  /** Forgets records: they have arrived, or never will. @param {Picked} picked */
  async function drop(picked) {
    await settled; // what is still being written gets its key first
    for (const { row, count } of picked) bytes -= cut(row, count);
    bytes = Math.max(0, bytes); // what other pages added was not all counted
    own = own.filter(({ records }) => records.length);
    settled = work(table => {
      for (const { row } of picked) if (row.key) replace(table, row);
    });
    await settled;
  }

  /** The oldest rows of all pages, as the database has them; of this page where there is none. @param {number} [most]
   * @returns {Promise<Row[]>} */
  async function all(most) {
    flush();
    await settled;
    const rows = await work(table => table.getAll(null, most));
    const mine = new Map(own.map(row => [row.key, row]));
    return rows ? rows.map(row => Object.assign(mine.get(row.key) ?? {}, row)) : own;
  }

  /** Makes room: the oldest rows that nothing vital stands in are given up, and counted. */
  async function thin() {
    thinning = true;
    const rows = await all();
    let over = weigh(rows) - THINNED_BYTES;
    /** @type {Picked} */
    const given = [];
    for (const row of rows) {
      if (over <= 0) break;
      if (VITAL.test(`${row.records}`)) continue;
      const count = row.records.length;
      given.push({ row, count });
      over -= row.bytes;
      counters.dropped += count;
      counters.full += count;
    }
    await drop(given);
    thinning = false;
  }

  return {
    /** @param {Head} head @param {string} record @param {number} size bytes of it */
    add(head, record, size) {
      if (bytes > MOST_BYTES && !thinning) void thin();
      if (fresh && (fresh.head !== head || fresh.bytes + size > ROW_BYTES)) flush();
      if (!fresh) {
        fresh = { head, records: [], bytes: 0 };
        own.push(fresh);
        Promise.resolve().then(flush);
      }
      fresh.records.push(record);
      fresh.bytes += size;
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

    drop,

    bytes: () => bytes,
    /** The page was frozen: what was asked of the database before is never answered in some browsers. */
    reopen() {
      forgetDatabase();
      settled = open();
    },

    /** Takes on what other pages of this tab left, so that it can leave with this one.
     * @param {string} trail @returns {Promise<number>} bytes that other pages left, of any tab */
    async inherit(trail) {
      const rows = await all();
      const others = rows.filter(row => !own.includes(row));
      const ours = others.filter(({ head }) => head.trail === trail);
      // Where no page knows what follows it, each has sent all that it had as it went.
      for (const row of ours) row.leaving = !window.navigation;
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
    const there = new Set(rows);
    own = own.filter(row => !row.key || there.has(row));
    bytes = weigh(new Set([...rows, ...own]));
  }
}

/** Whole rows of one site; only of the first one a part, where more is too much. @param {Row[]} rows @param {number} most
 * @returns {Picked} */
function pick(rows, most) {
  /** @type {Picked} */
  const picked = [];
  let room = most;
  for (const row of rows) {
    if (picked.length && (row.bytes > room || row.head.site !== rows[0].head.site)) break;
    const { length } = row.records;
    const part = Math.floor((length * most) / row.bytes);
    picked.push({ row, count: Math.min(length, part || 1) });
    room -= row.bytes;
  }
  return picked;
}

/** Takes the first records of a row away. @param {Row} row @param {number} count @returns {number} bytes, about */
function cut(row, count) {
  const size = Math.round((row.bytes * count) / row.records.length) || 0; // of a row that was emptied meanwhile
  row.records = row.records.slice(count);
  row.leaving = false; // the rest is not
  row.bytes -= size;
  return size;
}

/** What goes to disk. @param {Row} row */
const kept = ({ head, records, bytes }) => ({ head, records, bytes });

/** @param {IDBObjectStore} table @param {Row} row */
const replace = (table, row) =>
  row.records.length
    ? table.put({ key: row.key, ...kept(row) })
    : table.delete(/** @type {number} */ (row.key));

/** @param {import('./clock.js').Clock} clock @returns {Promise<IDBDatabase | null>} null: there is none to be had */
export function openDatabase(clock) {
  /** @type {Promise<IDBDatabase>} */
  const opened = new Promise((resolve, giveUp) => {
    clock.later(PATIENCE_MS, () => giveUp());
    const request = indexedDB.open('koord', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(TABLE, { keyPath: 'key', autoIncrement: true });
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close(); // consent was withdrawn before we began
      resolve(request.result);
    };
    request.onerror = () => giveUp();
  });
  return opened.catch(() => null); // in some places even naming the database throws
}

/** Takes the database off the disk. */
export function removeDatabase() {
  try {
    indexedDB.deleteDatabase('koord');
  } catch {
    // no storage, so nothing is kept there
  }
}
