// language.js - English by default, Dutch by ?lang=nl; the choice is remembered. The English sentence is the
// key: what has no Dutch in dutch.js stays English.

import { parameter } from './dom.js';
import { DUTCH } from './dutch.js';
import { recall, remember } from './storage.js';

/** @typedef {'en' | 'nl'} Language */

/** @param {string | null} text @returns {text is Language} */
const isLanguage = text => text === 'en' || text === 'nl';

function chosen() {
  const asked = parameter('lang');
  if (!isLanguage(asked)) return recall('localStorage', 'shop_language', /** @type {Language} */ ('en'));
  remember('localStorage', 'shop_language', asked);
  return asked;
}

export const language = chosen();

/** @type {Record<string, string>} */
const words = language === 'nl' ? DUTCH : {};

/**
 * @param {string} sentence English, with places {0}, {1}
 * @param {...(string | number)} things
 */
export function t(sentence, ...things) {
  const text = words[sentence] ?? sentence;
  if (language === 'nl' && !(sentence in words)) console.warn(`dutch.js lacks “${sentence}”`);
  return text.replace(/\{(\d)\}/g, (_, place) => String(things[place]));
}

/** Translates the page's own markup: every element with `data-t`. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-t]')) {
    element.textContent = t(element.textContent.trim());
  }
}

/** @param {number} digits after the point */
const money = digits =>
  new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-IE', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

const [exact, round] = [money(2), money(0)];

/** @param {number} cents */
export const euros = cents => exact.format(cents / 100);

/** Without cents, for amounts that have none. @param {number} cents */
export const roundEuros = cents => round.format(cents / 100);
