// custom.js - facts of the shop's own, made safe: few, small, flat, and free of what a visitor typed.
import { redactText } from './redact.js';

const MOST = 16;
const STRING_BYTES = 256;
const NAME_LENGTH = 64;
const TOTAL_BYTES = 4096; // of the JSON, as include/koord_events.def has it
const MARK_BYTES = 20; // of them for the braces, and for saying what is missing

/** Says that something is missing. */
const MORE = '…';
const MORE_BYTES = 3;

/** @param {string} text @returns {number} */
const bytesOf = text => new TextEncoder().encode(text).length;

/** @param {string} text @param {number} bytes @returns {string} whole characters of it, without halves of pairs */
function clip(text, bytes) {
  const fits = bytesOf(text) <= bytes;
  const room = new Uint8Array(fits ? bytes : bytes - MORE_BYTES);
  const { written } = new TextEncoder().encodeInto(text, room);
  return new TextDecoder().decode(room.subarray(0, written)) + (fits ? '' : MORE);
}

/** Whatever the shop passes: getters may throw, proxies may lie. @param {any} owner @param {string} key */
function leafOf(owner, key) {
  try {
    const value = owner[key];
    if (typeof value === 'string')
      return JSON.stringify(clip(redactText(value, 2 * STRING_BYTES), STRING_BYTES));
    return value === null || typeof value === 'boolean' || Number.isFinite(value) ? `${value}` : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} facts @returns {string} one JSON object; what does not fit is left out, and counted as "…" */
export function factsJson(facts) {
  /** @type {Map<string, string>} */
  const leaves = new Map();
  let room = TOTAL_BYTES - MARK_BYTES;
  let left = 0;
  for (const key of keysOf(facts)) {
    const leaf = leafOf(facts, key);
    const name = JSON.stringify(clip(redactText(key, NAME_LENGTH), NAME_LENGTH));
    if (leaf === undefined || leaves.has(name)) continue;
    room -= bytesOf(name + leaf) + 2;
    if (room < 0 || leaves.size === MOST) left++;
    else leaves.set(name, leaf);
  }
  if (left) leaves.set(`"${MORE}"`, `${left}`);
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
