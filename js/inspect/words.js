// words.js - the words of the page's language, each a file of its own; English where that cannot be had, and where
// English cannot be had either, the names that everything has.
import { load } from '../load.js';
import { BARE } from './bare.js';

/** @typedef {typeof import('./words.en.js').WORDS} Words */
/** @typedef {{language: string, words: Words, note: string}} Speech note: what the reader should know about it */

const LANGUAGES = ['en', 'nl'];

/** @param {string} language @param {string} base @returns {Promise<Words | undefined>} */
async function fetched(language, base) {
  try {
    return (await load(`${base}koord.inspect.${language}.js`)).WORDS;
  } catch ({ message }) {
    console.error(`koord: the inspector's words (${language}) are not to be had: ${message}`);
    return undefined;
  }
}

/** @param {string} wanted BCP 47 @param {string} base of the tag's files @returns {Promise<Speech>} */
export async function wordsIn(wanted, base) {
  const own = wanted.toLowerCase().split('-')[0];
  const first = LANGUAGES.includes(own) ? own : 'en';
  for (const language of new Set([first, 'en'])) {
    const words = await fetched(language, base);
    if (words) return { language, words, note: language === first ? '' : words.unheard };
  }
  return { language: 'en', words: BARE, note: BARE.unheard };
}
