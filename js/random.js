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

/** @param {Uint8Array} all */
export const hexOf = all => Array.from(all, byte => byte.toString(16).padStart(2, '0')).join('');

/** RFC 9562. @param {string} hex 32 digits, of which version and variant take the place of six bits @param {number} version */
export const uuidOf = (hex, version) =>
  hex.replace(
    /(.{8})(.{4}).(.{3})(.)(.{3})(.{12})/,
    (_, a, b, c, variant, d, e) => `${a}-${b}-${version}${c}-${'89ab'[parseInt(variant, 16) & 3]}${d}-${e}`,
  );

/** @param {number} wall Unix ms @returns {string} UUIDv7 */
export const drawUuid = wall => uuidOf(wall.toString(16).padStart(12, '0') + hexOf(bytes(10)), 7);
