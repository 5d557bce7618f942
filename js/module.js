// module.js - the core's module as a text: printable ASCII, which survives pages of any charset and costs little more
// (brotli) than the bytes themselves. Hexadecimal costs 4 % of the whole tag more.
//
// 64 digits say which bytes are frequent, one bit for each. Then a frequent byte is one character, any other one
// is a shift and a character.

const FREQUENT = 87; // characters that are no shifts
const HEADER = 64;

/** Place of each character in the alphabet; quotes, the backslash and what could end a script are not in it. */
const PLACES = new Map(
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    .filter(letter => !'"\'`\\<>'.includes(letter))
    .map((letter, place) => [letter, place]),
);

/** All bytes, the frequent ones first. @param {string} text @returns {number[]} */
function orderOf(text) {
  const rank = (/** @type {number} */ byte) => (parseInt(text[byte >> 2], 16) >> (byte & 3)) & 1;
  return Array.from({ length: 256 }, (_, byte) => byte).sort((a, b) => rank(b) - rank(a));
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function bytesOf(text) {
  const order = orderOf(text);
  const bytes = new Uint8Array(text.length);
  let size = 0;
  let shift = 0;
  for (let i = HEADER; i < text.length; i++) {
    const place = PLACES.get(text[i]) ?? 0;
    if (place < FREQUENT) bytes[size++] = order[shift + place];
    shift = place < FREQUENT ? 0 : FREQUENT * (place - FREQUENT + 1);
  }
  return bytes.subarray(0, size);
}

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  const order = orderOf(headerOf(bytes));
  const letters = [...PLACES.keys()];
  const codes = new Map(order.map((byte, place) => [byte, codeOf(place, letters)]));
  return headerOf(bytes) + Array.from(bytes, byte => codes.get(byte)).join('');
}

/** @param {number} place @param {string[]} letters */
function codeOf(place, letters) {
  const shift = Math.floor(place / FREQUENT);
  return (shift ? letters[FREQUENT + shift - 1] : '') + letters[place % FREQUENT];
}

/** @param {Uint8Array} bytes */
function headerOf(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  const most = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a]);
  const digits = new Array(HEADER).fill(0);
  for (const byte of most.slice(0, FREQUENT)) digits[byte >> 2] |= 1 << (byte & 3);
  return digits.map(digit => digit.toString(16)).join('');
}
