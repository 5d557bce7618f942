// random.js - names that nobody else has drawn.

/** Random bytes; where the page took crypto away, poorer ones that still differ. @param {number} count */
function bytes(count) {
  const drawn = new Uint8Array(count);
  try {
    return crypto.getRandomValues(drawn);
  } catch {
    return drawn.map(() => Math.random() * 256);
  }
}

/** `[0-9a-z]{length}` @param {number} length */
export function drawName(length) {
  return Array.from(bytes(length), byte => (byte % 36).toString(36)).join('');
}

/** @param {number} wall Unix ms @returns {string} UUIDv7, RFC 9562 */
export function drawUuid(wall) {
  const random = bytes(10);
  random[0] = 0x70 | (random[0] & 0x0f); // version
  random[2] = 0x80 | (random[2] & 0x3f); // variant
  const hex =
    wall.toString(16).padStart(12, '0') +
    Array.from(random, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
