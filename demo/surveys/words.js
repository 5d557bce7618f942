// words.js - the gallery's words in Dutch, the key is the English sentence; and of each ready survey its name, its moment
// and how often it asks.

import { language } from '../shop/language.js';

/** @type {Record<string, [name: string, moment: string, often: string]>} */
export const MOMENTS = {
  search_effort: ['Nothing found', 'After a search that found nothing.', 'Asks everybody it happens to.'],
  search_refined: [
    'Searched again and again',
    'After the same thing was searched for in three wordings, in vain.',
    'Asks everybody it happens to.',
  ],
  search_well: [
    'Found at once',
    'After something was searched, found and put into the cart within a minute.',
    'Asks one visitor in ten.',
  ],
  cart_left: [
    'Leaving the cart',
    'When the pointer sets out to leave a cart that has something in it.',
    'Asks everybody it happens to.',
  ],
  coupon_refused: [
    'Coupon refused',
    'Three seconds after a coupon was refused, unless the order is placed by then.',
    'Asks everybody it happens to.',
  ],
  payment_failed: [
    'Payment failed',
    'Three seconds after a payment did not work, unless the order is placed by then.',
    'Asks everybody it happens to.',
  ],
  checkout_smooth: [
    'A smooth checkout',
    'After an order that took less than three minutes and no trouble.',
    'Asks every second visitor, every ninety days at most.',
  ],
  checkout_recovered: [
    'A rescued order',
    'After an order that was placed in spite of trouble on the way.',
    'Asks everybody it happens to.',
  ],
};

/** @type {Record<string, string>} */
const DUTCH = {
  'The ready surveys': 'De kant-en-klare enquêtes',
  'A shop turns them on by one attribute. Koord asks each at its own moment, and of one visitor at most one in a visit.':
    'Een winkel zet ze aan met één attribuut. Koord stelt elke op haar eigen moment, en een bezoeker hoogstens één per bezoek.',
  'The demo': 'De demo',
  'The tour': 'De rondleiding',
  'The shop': 'De winkel',
  'Stored visits': 'Bewaarde bezoeken',
  Language: 'Taal',
  Show: 'Toon',
  'What the shop hears': 'Wat de winkel hoort',
  'Nothing yet: open a survey and answer it.': 'Nog niets: open een enquête en beantwoord haar.',
  shown: 'getoond',
  answered: 'beantwoord',
  completed: 'voltooid',
  dismissed: 'weggeklikt',
  'Nothing found': 'Niets gevonden',
  'After a search that found nothing.': 'Na een zoekopdracht die niets vond.',
  'Asks everybody it happens to.': 'Vraagt iedereen wie het overkomt.',
  'Searched again and again': 'Steeds opnieuw gezocht',
  'After the same thing was searched for in three wordings, in vain.':
    'Nadat hetzelfde vergeefs in drie bewoordingen is gezocht.',
  'Found at once': 'Meteen gevonden',
  'After something was searched, found and put into the cart within a minute.':
    'Nadat iets binnen een minuut is gezocht, gevonden en in het mandje gelegd.',
  'Asks one visitor in ten.': 'Vraagt één op de tien bezoekers.',
  'Leaving the cart': 'Weg bij de winkelwagen',
  'When the pointer sets out to leave a cart that has something in it.':
    'Als de muis aanstalten maakt om een gevulde winkelwagen te verlaten.',
  'Coupon refused': 'Code geweigerd',
  'Three seconds after a coupon was refused, unless the order is placed by then.':
    'Drie seconden nadat een code is geweigerd, tenzij er dan al besteld is.',
  'Payment failed': 'Betaling mislukt',
  'Three seconds after a payment did not work, unless the order is placed by then.':
    'Drie seconden nadat een betaling mislukte, tenzij er dan al besteld is.',
  'A smooth checkout': 'Soepel afgerekend',
  'After an order that took less than three minutes and no trouble.':
    'Na een bestelling die binnen drie minuten en zonder problemen ging.',
  'Asks every second visitor, every ninety days at most.':
    'Vraagt één op de twee bezoekers, hoogstens eens per negentig dagen.',
  'A rescued order': 'Een geredde bestelling',
  'After an order that was placed in spite of trouble on the way.':
    'Na een bestelling die ondanks problemen onderweg is geplaatst.',
};

export { language };

/** @param {string} sentence */
export function t(sentence) {
  const text = language === 'nl' ? DUTCH[sentence] : sentence;
  if (text === undefined) console.warn(`words.js lacks “${sentence}”`);
  return text ?? sentence;
}
