// module.js - the core's module as a text: printable ASCII, which survives pages of any charset and costs little more
// (brotli) than the bytes themselves. Hexadecimal costs 4 % of the whole tag more.
//
// 64 digits say which bytes are frequent, one bit for each. Then a frequent byte is one character, any other one
// is a shift and a character.

const FREQUENT = 87; // characters that are no shifts
const HEADER = 64;

/** The alphabet: quotes, the backslash and what could end a script are not in it. */
const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
  letter => !'"\'`\\<>'.includes(letter),
);

/** All bytes, the frequent ones first. @param {string} text @returns {number[]} */
function orderOf(text) {
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  const frequent = all.filter(byte => (parseInt(text[byte >> 2], 16) >> (byte & 3)) & 1);
  return [...new Set([...frequent, ...all])];
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function bytesOf(text) {
  const order = Uint8Array.from(orderOf(text));
  const places = new Uint8Array(128);
  for (const [place, letter] of LETTERS.entries()) places[letter.charCodeAt(0)] = place;
  const bytes = new Uint8Array(text.length);
  let size = 0;
  let shift = 0;
  for (let i = HEADER; i < text.length; i++) {
    const place = places[text.charCodeAt(i)];
    if (place < FREQUENT) bytes[size++] = order[shift + place];
    shift = place < FREQUENT ? 0 : FREQUENT * (place - FREQUENT + 1);
  }
  return bytes.subarray(0, size);
}

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  const order = orderOf(headerOf(bytes));
  const codes = new Map(order.map((byte, place) => [byte, codeOf(place)]));
  return headerOf(bytes) + Array.from(bytes, byte => codes.get(byte)).join('');
}

/** @param {number} place */
function codeOf(place) {
  const shift = Math.floor(place / FREQUENT);
  return (shift ? LETTERS[FREQUENT + shift - 1] : '') + LETTERS[place % FREQUENT];
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
