// core.js - the only file that touches the memory of the core: facts go in as numbers, effects and records come out.
// Facts are written down here, from the object that was reported: what they say in words never enters the core.
import { ABI, EFFECT, EFFECT_MEMBERS, EVENT, EVENTS, NEVER, RESULT, WORDS } from './abi.gen.js';
import { bytesOf } from './module.js';

/**
 * What the core wants done: include/koord.h tells which member means what for which kind.
 * @typedef {object} Effect
 * @property {number} kind one of EFFECT
 * @property {number} id
 * @property {number} t
 * @property {number} target
 * @property {number} what
 * @property {number} variant
 * @property {number} state
 * @property {number} severity
 * @property {number} yes
 * @property {number} most
 * @property {string} record '' where there is none
 * @property {number} size bytes of it
 *
 * @typedef {import('./page.js').Facts} Facts
 * @typedef {ReturnType<typeof wrap>} Core
 * @typedef {any} Exports what src/wasm/exports.c exports
 */

const MOST_32 = 2 ** 31;
const NAME_BYTES = 32; // of a survey; its rows stand behind it
const ROWS_MOST = 1280; // numbers, all of a shop's surveys together

/**
 * Makes the core, in plain JavaScript where the page or the browser forbids WebAssembly.
 * @param {string} module as a text
 * @param {() => Promise<{instantiate: () => Exports}>} loadFallback
 * @returns {Promise<Core>} rejects when neither can be had, or when the core is of another build
 */
export async function loadCore(module, loadFallback) {
  let exports;
  try {
    exports = (await WebAssembly.instantiate(bytesOf(module))).instance.exports;
  } catch {
    exports = (await loadFallback()).instantiate(); // a policy refuses by many errors: any of them counts
  }
  const abi = exports.abi();
  if (abi !== ABI)
    throw new Error(`the core has ABI ${abi}, this script needs ${ABI}: publish files of one release`);
  return wrap(exports);
}

/** A key as it stands in records. @param {number} key */
const hex = key => (key >>> 0).toString(16).padStart(8, '0');

/** Halves of characters are not for the wire. @param {string} text @param {number} most UTF-16 units */
const clip = (text, most) => text.slice(0, most).replace(/\p{Cs}/gu, '\ufffd');

/** Leaf by leaf: shops have broken toJSON of arrays and objects before. `facts` is JSON already.
 * @param {Record<string, any>} record */
function stringify(record) {
  const parts = Object.entries(record).map(([name, value]) => {
    if (value === undefined) return '';
    if (Array.isArray(value)) return `,"${name}":[${value.map(word => `"${word}"`)}]`;
    return `,"${name}":${name === 'facts' ? value : JSON.stringify(value)}`;
  });
  return `{${parts.join('').slice(1)}}`;
}

/** @param {Exports} api */
function wrap(api) {
  const { buffer } = api.memory;
  const view = new DataView(buffer);
  const room = new Uint8Array(buffer, api.room(), api.room_size());
  const inbox = api.inbox();
  const members = EFFECT_MEMBERS.split(' ');
  const outbox = new Uint32Array(buffer, api.outbox(), members.length);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  api.open();

  /** @param {Record<string, unknown> | undefined} fact what the effect FACT is about @returns {Effect} */
  function readEffect(fact) {
    const effect = /** @type {any} */ ({});
    members.forEach((name, place) => {
      effect[name] = outbox[place];
    });
    const written = effect.kind === EFFECT.FACT && fact ? stringify({ id: effect.id, ...fact }) : '';
    effect.size = written ? encoder.encode(written).length : Math.max(0, api.record());
    effect.record = written || decoder.decode(room.subarray(0, effect.size));
    if (effect.size) api.more(effect.size, 0);
    return effect;
  }

  /** @param {Record<string, unknown>} [fact] */
  function drain(fact) {
    const effects = [];
    while (api.next()) effects.push(readEffect(fact));
    return effects;
  }

  /** Puts a name into the room. @param {string} text @param {number} from
   * @returns {number} bytes written, always whole characters */
  const write = (text, from) => encoder.encodeInto(text, room.subarray(from, from + 99)).written;

  /** @param {string} how as in EVENTS @param {number} number within 32 bits */
  const put = (how, number) => view.setInt32(inbox + EVENT.number + 4 * +how[1], number, true);

  /**
   * Writes one field into the inbox, and gives it as it stands in the record; undefined: not of its type.
   * @param {any} value @param {string} how type, slot, and vocabulary or most units, as in EVENTS
   */
  function field(value, how) {
    const rest = how.slice(2);
    const words = WORDS[rest] ?? [];
    const place = (/** @type {string} */ word) => words.indexOf(word);
    switch (how[0]) {
      case 't':
        return clip(`${value}`, +rest) || undefined;
      case 'j':
        return value;
      case 'w':
        if (place(value) < 0) return undefined;
        put(how, place(value));
        return value;
      case 's': {
        const known = words.filter(word => value.includes(word));
        put(
          how,
          known.reduce((set, word) => set | (1 << place(word)), 0),
        );
        return known.length ? known : undefined;
      }
      case 'h':
        put(how, value);
        return hex(value);
      default:
        if (!(Math.abs(value) < MOST_32)) return undefined;
        put(how, Math.round(value));
        return Math.round(value);
    }
  }

  /** Fills the inbox, and gives the record but for its id. @param {string} kind @param {any} facts
   * @param {number} t @param {number} at @param {string} [text] */
  function take(kind, facts, t, at, text) {
    const [number, fields] = EVENTS[kind];
    /** @type {Record<string, unknown>} */
    const record = {
      t,
      at: at === t ? undefined : at,
      kind,
      target: facts.target ? hex(facts.target) : undefined,
    };
    api.event(number, t);
    view.setUint32(inbox + EVENT.at, at, true);
    view.setUint32(inbox + EVENT.target, facts.target ?? 0, true);
    for (const name in fields) if (facts[name] != null) record[name] = field(facts[name], fields[name]);
    record.text = text;
    return record;
  }

  return {
    /** Begins anew, as if nothing had ever been fed. */
    open: () => void api.open(),

    /** Before the first fact. @param {string} name @param {number} value @returns {string} why not; '' it is set */
    set(name, value) {
      const size = write(name, 0);
      if (api.range(size)) return 'is not the name of a setting; docs/settings.md lists them';
      const [least, most] = [view.getInt32(room.byteOffset, true), view.getInt32(room.byteOffset + 4, true)];
      if (!(value >= least && value <= most)) return `must lie between ${least} and ${most}`;
      api.set(write(name, 0), value);
      return '';
    },

    /** Before the first fact. @param {string} id @param {Int32Array} rows by js/survey/compile.js
     * @returns {string} why not; '' it will be asked */
    survey(id, rows) {
      const size = write(id, 0);
      if (rows.length < ROWS_MOST) new Int32Array(buffer, api.room() + NAME_BYTES).set(rows);
      return api.survey(size, rows.length / 2) ? 'needs an id of 1 to 32 bytes, and a shorter trigger' : '';
    },

    /** What the session fact says of the core. */
    about: () => ({ abi: ABI, settings: api.settings() >>> 0 }),

    /** @param {string} kind @param {Facts} facts @param {number} t @param {number} at
     * @param {string} [text] redacted; for the record only @returns {Effect[] | null} null: the session is over */
    feed(kind, facts, t, at, text) {
      const record = take(kind, facts, t, at, text);
      const result = api.feed();
      if (result === RESULT.ERR_ENDED) return null;
      if (result < 0) throw new Error(`koord: the core refuses "${kind}" (${result})`);
      return drain(record);
    },

    /** @param {number} at @param {number} x @param {number} y @returns {Facts | null} a `cursor` fact to feed */
    move(at, x, y) {
      if (api.move(at, x, y) <= 0) return null;
      const number = (/** @type {string} */ how) => view.getInt32(inbox + EVENT.number + 4 * +how[1], true);
      return Object.fromEntries(Object.entries(EVENTS.cursor[1]).map(([name, how]) => [name, number(how)]));
    },

    /** @param {number} now */
    tick(now) {
      api.tick(now);
      return drain();
    },

    /** When tick next has work; Infinity: never. */
    due() {
      const due = api.due() >>> 0;
      return due === NEVER ? Infinity : due;
    },

    /** Tells of bytes in the outbox that this engine did not write: they are old. @param {number} bytes */
    more: bytes => void (bytes && api.more(bytes, 1)),

    /** @param {number} batch @param {number} how one of DELIVERY @param {number} wait_ms @param {number} left bytes */
    done: (batch, how, wait_ms, left) => void api.done(batch, how, wait_ms, left),

    /** All that the next page needs. */
    save() {
      const size = api.save();
      return size > 0 ? room.slice(0, size) : null;
    },

    /** @param {Uint8Array} saved @returns {boolean} false: the core is as new */
    restore(saved) {
      if (saved.length > room.length) return false;
      room.set(saved);
      return api.restore(saved.length) >= 0;
    },

    ended: () => !!api.ended(),
  };
}
