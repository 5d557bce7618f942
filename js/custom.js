// custom.js - facts of the shop's own, made safe: few, small, flat, and free of what a visitor typed.
import { redactText } from './redact.js';

const MOST = 16;
const STRING_BYTES = 256;
const NAME_LENGTH = 64;
const TOTAL_BYTES = 4096; // of the JSON, as include/koord_events.def has it

/** @param {string} text @param {number} bytes @returns {string} whole characters of it, without halves of pairs */
function clip(text, bytes) {
  const room = new Uint8Array(bytes);
  const { written } = new TextEncoder().encodeInto(text, room);
  return new TextDecoder().decode(room.subarray(0, written));
}

/** Whatever the shop passes: getters may throw, proxies may lie. @param {any} owner @param {string} key */
function leafOf(owner, key) {
  try {
    const value = owner[key];
    if (typeof value === 'string') return JSON.stringify(clip(redactText(value, STRING_BYTES), STRING_BYTES));
    return value === null || typeof value === 'boolean' || Number.isFinite(value) ? `${value}` : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} facts @returns {string} one JSON object; what does not fit is left out */
export function factsJson(facts) {
  /** @type {Map<string, string>} */
  const leaves = new Map();
  let room = TOTAL_BYTES - 2;
  for (const key of keysOf(facts)) {
    const leaf = leafOf(facts, key);
    const name = JSON.stringify(clip(redactText(key, NAME_LENGTH), NAME_LENGTH));
    if (leaf === undefined || leaves.has(name) || leaves.size === MOST) continue;
    room -= new TextEncoder().encode(name + leaf).length + 2;
    if (room >= 0) leaves.set(name, leaf);
  }
  return `{${Array.from(leaves, ([name, leaf]) => `${name}:${leaf}`)}}`;
}

/** Own names only: a shop's additions to Object.prototype are none of our business. @param {any} facts */
function keysOf(facts) {
  try {
    return Object.keys(facts ?? {});
  } catch {
    return [];
  }
}
