// words.js - the list's own words in Dutch, the key is the English sentence; and the inspector's words for records.

import { WORDS as ENGLISH } from '../../js/inspect/words.en.js';
import { WORDS as DUTCH } from '../../js/inspect/words.nl.js';
import { language } from '../shop/language.js';

/** @type {Record<string, string>} */
const OWN = {
  'Stored visits': 'Bewaarde bezoeken',
  'The tour': 'De rondleiding',
  'The shop': 'De winkel',
  'The ready surveys': 'De kant-en-klare enquêtes',
  'To the tour': 'Naar de rondleiding',
  'To the shop': 'Naar de winkel',
  'No visit yet': 'Nog geen bezoek',
  'Walk through the shop, or let the tour do it. What Koord stores appears here by itself.':
    'Loop door de winkel, of laat de rondleiding dat doen. Wat Koord bewaart, verschijnt hier vanzelf.',
  'Show older visits': 'Toon oudere bezoeken',
  'The collector does not answer. Trying again …': 'De collector antwoordt niet. Nieuwe poging …',
  '{0} visit': '{0} bezoek',
  '{0} visits': '{0} bezoeken',
  today: 'vandaag',
  'our own people': 'onze eigen mensen',
  '{0} s': '{0} s',
  '{0} min {1} s': '{0} min {1} s',
  'Left at {0}': 'Vertrokken bij {0}',
  Bought: 'Gekocht',
  'Bought for {0}': 'Gekocht voor {0}',
  'nothing noticed': 'niets opgemerkt',
  '{0} of {1}': '{0} van {1}',
  yes: 'ja',
  no: 'nee',
  'something else': 'iets anders',
  Answers: 'Antwoorden',
  'Only a glance.': 'Alleen een blik.',
  'Tab {0}': 'Tabblad {0}',
  'Download NDJSON': 'NDJSON downloaden',
  '{0} records': '{0} records',
};

export { language };

/** @type {typeof ENGLISH} */
export const inspectorWords = language === 'nl' ? DUTCH : ENGLISH;

/** @param {string} sentence with places {0}, {1} @param {...(string | number)} things */
export function t(sentence, ...things) {
  const text = language === 'nl' ? OWN[sentence] : sentence;
  if (text === undefined) console.warn(`words.js lacks “${sentence}”`);
  return (text ?? sentence).replace(/\{(\d)\}/g, (_, place) => String(things[place]));
}
