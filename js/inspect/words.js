// words.js - the words of the page's language: English is here, the others are fetched.
import { load } from '../load.js';
import { WORDS } from './words.en.js';

/** @typedef {typeof WORDS} Words */

const FETCHED = ['nl'];

/** @param {string} wanted BCP 47 @param {string} base of the tag's files @returns {Promise<{language: string, words: Words}>} */
export async function wordsIn(wanted, base) {
  const language = wanted.toLowerCase().split('-')[0];
  try {
    if (FETCHED.includes(language)) {
      return { language, words: (await load(`${base}koord.inspect.${language}.js`)).WORDS };
    }
  } catch (error) {
    console.error(`koord: the inspector speaks English: ${error.message}`);
  }
  return { language: 'en', words: WORDS };
}
