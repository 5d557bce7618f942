// core.js - the only file that touches the memory of the core: facts go in, effects and texts come out.
import { ABI, EVENTS, LAYOUT, NEVER, RESULT, WORDS } from './abi.gen.js';

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
 * @property {string} body the record, '' where there is none
 * @property {number} size bytes of it
 *
 * @typedef {{path: string, why: string, at: number}} Problem `at` is a byte of the text
 * @typedef {import('./page.js').Facts} Facts
 * @typedef {ReturnType<typeof wrap>} Core
 * @typedef {any} Exports what src/wasm/exports.c exports
 */

const TEXT_BYTES = 4096; // the longest text of any kind of fact

/**
 * Makes the core, in plain JavaScript where the page or the browser forbids WebAssembly.
 * @param {string} hex the module
 * @param {() => Promise<{instantiate: () => Exports}>} loadFallback
 * @returns {Promise<Core>} rejects when neither can be had, or when the core is of another build
 */
export async function loadCore(hex, loadFallback) {
  let exports;
  try {
    exports = (await WebAssembly.instantiate(bytesOf(hex))).instance.exports;
  } catch {
    exports = (await loadFallback()).instantiate(); // a policy refuses by many errors: any of them counts
  }
  const abi = exports.abi();
  if (abi !== ABI)
    throw new Error(`the core has ABI ${abi}, this script needs ${ABI}: publish files of one release`);
  return wrap(exports);
}

/** @param {string} hex */
const bytesOf = hex => Uint8Array.from(hex.match(/../g) || [], byte => parseInt(byte, 16));

/** @param {Exports} api */
function wrap(api) {
  const { buffer } = api.memory;
  const view = new DataView(buffer);
  const room = new Uint8Array(buffer, api.room(), api.room_size());
  const [inbox, outbox, problem] = [api.inbox(), api.outbox(), api.problem()];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  api.open();

  /** @param {number} address of a koord_text */
  const sizeAt = address => view.getUint32(address + 4, true);
  /** @param {number} address of a koord_text */
  const textAt = address =>
    decoder.decode(new Uint8Array(buffer, view.getUint32(address, true), sizeAt(address)));

  /** @returns {Effect} */
  function readEffect() {
    const effect = /** @type {any} */ ({});
    for (const [name, offset] of Object.entries(LAYOUT.effect)) {
      effect[name] = view.getUint32(outbox + offset, true);
    }
    effect.body = textAt(outbox + LAYOUT.effect.body);
    effect.size = sizeAt(outbox + LAYOUT.effect.body);
    return effect;
  }

  function drain() {
    const effects = [];
    while (api.next()) effects.push(readEffect());
    return effects;
  }

  /** Puts a text into the room. @param {string} text @param {number} from @param {number} most bytes
   * @returns {number} bytes written, always whole characters */
  const write = (text, from, most) => encoder.encodeInto(text, room.subarray(from, from + most)).written;

  /** @param {any} value @param {string} how type, slot, vocabulary, as in EVENTS */
  function writeNumber(value, how) {
    const words = /** @type {readonly string[]} */ (/** @type {any} */ (WORDS)[how.slice(2)]);
    let number = value;
    if (how[0] === 'w') number = words.indexOf(value);
    if (how[0] === 's')
      number = value.reduce(
        (/** @type {number} */ set, /** @type {string} */ word) => set | (1 << words.indexOf(word)),
        0,
      );
    if (how[0] === 'w' && number < 0) return;
    // 2^32: hashes are unsigned, and lie in the same signed slot
    if (Math.abs(number) < 2 ** 32)
      view.setInt32(inbox + LAYOUT.event.number + 4 * +how[1], Math.round(number), true);
  }

  /** @param {Facts} facts @param {Record<string, string>} fields */
  function writeFacts(facts, fields) {
    let used = 0;
    for (const [name, value] of Object.entries(facts)) {
      const how = fields[name];
      if (name === 'target') view.setUint32(inbox + LAYOUT.event.target, +(value ?? 0), true);
      if (!how || value == null) continue;
      if (how[0] !== 't') {
        writeNumber(value, how);
        continue;
      }
      const text = inbox + LAYOUT.event.text + 8 * +how[1];
      const size = write(`${value}`, used, TEXT_BYTES);
      view.setUint32(text, room.byteOffset + used, true);
      view.setUint32(text + 4, size, true);
      used += size;
    }
  }

  return {
    /** Begins anew, as if nothing had ever been fed. */
    open: () => void api.open(),

    /** @param {string} json @returns {Problem | null} */
    configure(json) {
      if (json.length > room.length) return { path: '', why: `is longer than ${room.length} bytes`, at: 0 };
      if (api.configure(write(json, 0, room.length)) >= 0) return null;
      const { path, why, at } = LAYOUT.problem;
      return {
        path: textAt(problem + path),
        why: textAt(problem + why),
        at: view.getUint32(problem + at, true),
      };
    },

    /** @param {string} kind @param {Facts} facts @param {number} t @param {number} at
     * @returns {Effect[] | null} null: the session is over */
    feed(kind, facts, t, at) {
      const [number, fields] = EVENTS[kind];
      api.event(number, t);
      view.setUint32(inbox + LAYOUT.event.at, at, true);
      writeFacts(facts, fields);
      const result = api.feed();
      if (result === RESULT.ERR_ENDED) return null;
      if (result < 0) throw new Error(`koord: the core refuses "${kind}" (${result})`);
      return drain();
    },

    /** @param {number} t @param {number} at @param {number} x @param {number} y */
    move: (t, at, x, y) => (api.move(t, at, x, y) > 0 ? drain() : []),

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

    /** Tells of bytes in the outbox that this engine did not write. @param {number} bytes */
    more: bytes => void api.more(bytes),

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
