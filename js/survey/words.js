// words.js - the widget's own few words, and the choice of a language. English and Dutch travel with the widget;
// the others are files beside it, fetched by those who need them.

/** @typedef {string | Record<string, string>} Texts one text, or one for each language: {en, nl} */

/** @satisfies {Record<string, Record<string, string>>} */
const WORDS = {
  en: {
    arrived: 'A short question is waiting at the end of this page.',
    close: 'Close this question',
    step: 'Question {0} of {1}',
    back: 'Back',
    next: 'Next',
    send: 'Send',
    optional: 'optional',
    other: 'Something else',
    yes: 'Yes',
    no: 'No',
    agree: 'I agree',
    of: '{0} of {1}',
    choose: 'Please choose an answer first.',
    write: 'Please write a few words first.',
    thanks: 'Thank you.',
  },
  nl: {
    arrived: 'Onderaan deze pagina staat een korte vraag voor u klaar.',
    close: 'Vraag sluiten',
    step: 'Vraag {0} van {1}',
    back: 'Terug',
    next: 'Volgende',
    send: 'Versturen',
    optional: 'niet verplicht',
    other: 'Iets anders',
    yes: 'Ja',
    no: 'Nee',
    agree: 'Ik ga akkoord',
    of: '{0} van {1}',
    choose: 'Kies eerst een antwoord.',
    write: 'Schrijf eerst een paar woorden.',
    thanks: 'Dank u wel.',
  },
};

/** @typedef {typeof WORDS.en} Words */

/**
 * Fetched by those who need them. Without its file a language has English words.
 * @type {Record<string, () => Promise<Partial<Words>>>}
 */
const FILES = {
  de: () => wordsOf(import('./words.de.js')),
  fr: () => wordsOf(import('./words.fr.js')),
  es: () => wordsOf(import('./words.es.js')),
  it: () => wordsOf(import('./words.it.js')),
  pl: () => wordsOf(import('./words.pl.js')),
};

/** @param {Promise<{words: Words}>} file @returns {Promise<Partial<Words>>} */
const wordsOf = file => file.then(({ words }) => words).catch(() => ({}));

/**
 * @typedef {object} Voice a language, spoken
 * @property {Words} words the widget's own
 * @property {(texts: Texts | undefined) => string} say a text of the survey
 */

/**
 * Which of the offered languages suits the page best: `nl-BE` takes `nl`; a language that is not there takes
 * English, and where there is no English the first.
 * @param {string[]} offered
 * @param {string} wanted BCP 47
 */
export function languageFor(offered, wanted) {
  const asked = wanted.toLowerCase();
  const near = [asked, asked.split('-')[0], 'en'];
  return (
    near.map(one => offered.find(language => language.toLowerCase() === one)).find(Boolean) ?? offered[0]
  );
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
 * The widget's words in a language: what the survey says itself, then what there is, then English.
 * @param {string} language
 * @param {Record<string, Partial<Words>>} [given] by the survey
 * @returns {Promise<Words>}
 */
export async function wordsFor(language, given) {
  const short = language.toLowerCase().split('-')[0];
  return {
    ...WORDS.en,
    ...WORDS[/** @type {'nl'} */ (short)],
    ...(await FILES[short]?.()),
    ...given?.[short],
  };
}

/**
 * @param {string} sentence with places {0}, {1}
 * @param {...(string | number)} things
 */
export function fill(sentence, ...things) {
  return sentence.replace(/\{(\d)\}/g, (_, place) => String(things[place]));
}
