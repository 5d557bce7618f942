// spelling.js - "Did you mean": the nearest word that the shop knows to one that found nothing.

import { fold } from './catalogue.js';
import { language } from './language.js';
import { PRODUCTS } from './products.js';

const LETTERS_LEAST = 4; // shorter words are near to everything

/** Letters to add, drop, change, or swap with their neighbour. @param {string} a @param {string} b */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

/** @param {string} query @returns {string | undefined} a word one letter away from it */
export function didYouMean(query) {
  const asked = fold(query);
  if (asked.length < LETTERS_LEAST) return undefined;
  const names = PRODUCTS.map(product => `${product.name[language]} ${product.words}`);
  const words = new Set(fold(names.join(' ')).split(/[^\p{L}]+/u));
  return [...words].find(word => word.length >= LETTERS_LEAST && distance(asked, word) === 1);
}
