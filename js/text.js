// Small helpers for texts that are free of secrets: folding for word lists, and the hash behind every key.

/** Lower case, no accents, single spaces: what word lists are matched against, and how queries are compared.
 * @param {string} text */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** FNV-1a, 32 bits, over UTF-16 units: keys of targets, queries, products.
 * @param {string} text @returns {number} unsigned */
export function hash(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
