// words.js - the widget's own few words, and the choice of a language.

/** @typedef {string | Record<string, string>} Texts one text, or one for each language: {en, nl} */

/** @satisfies {Record<string, Record<string, string>>} */
const WORDS = {
  en: {
    arrived: 'A short question is waiting at the end of this page.',
    close: 'Close this question',
    step: 'Question {0} of {1}',
    next: 'Next',
    send: 'Send',
    skip: 'optional',
    choose: 'Please choose a number first.',
    write: 'Please write a few words first.',
  },
  nl: {
    arrived: 'Onderaan deze pagina staat een korte vraag voor u klaar.',
    close: 'Vraag sluiten',
    step: 'Vraag {0} van {1}',
    next: 'Volgende',
    send: 'Versturen',
    skip: 'niet verplicht',
    choose: 'Kies eerst een cijfer.',
    write: 'Schrijf eerst een paar woorden.',
  },
};

/** @typedef {typeof WORDS.en} Words */

/**
 * Which of the offered languages suits the page best: `nl-BE` takes `nl`; a language that is not there takes
 * English, and where there is no English the first.
 * @param {string[]} offered
 * @param {string} wanted BCP 47
 */
export function languageFor(offered, wanted) {
  const asked = wanted.toLowerCase();
  const near = [asked, asked.split('-')[0], 'en'];
  return near.find(language => offered.includes(language)) ?? offered[0];
}

/**
 * @param {Texts | undefined} texts
 * @param {string} language
 */
export function textIn(texts, language) {
  if (texts === undefined || typeof texts === 'string') return texts ?? '';
  return texts[languageFor(Object.keys(texts), language)] ?? '';
}

/**
 * @param {string} language
 * @returns {Words}
 */
export function wordsIn(language) {
  return language.toLowerCase().startsWith('nl') ? WORDS.nl : WORDS.en;
}

/**
 * @param {string} sentence with places {0}, {1}
 * @param {...(string | number)} things
 */
export function fill(sentence, ...things) {
  return sentence.replace(/\{(\d)\}/g, (_, place) => String(things[place]));
}
