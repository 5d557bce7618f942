// products.js - what the shop sells, gathered from the shelves in goods/. Prices in cents of a euro, VAT included.

import { CLOTHING } from './goods/clothing.js';
import { COOKING } from './goods/cooking.js';
import { LIGHTS } from './goods/lights.js';
import { PACKS } from './goods/packs.js';
import { SHOES } from './goods/shoes.js';
import { SLEEPING } from './goods/sleeping.js';
import { TENTS } from './goods/tents.js';

/**
 * How a product stands on its shelf.
 * @typedef {object} Row
 * @property {string} id
 * @property {number} cents
 * @property {number} [was] cents, before the price came down
 * @property {string} kind which drawing
 * @property {number} [scale] of the drawing, 1 where nothing is said
 * @property {import('./draw/colours.js').Colour[]} colours
 * @property {string[]} [sizes]
 * @property {number} grams
 * @property {string} stuff what it is made of, one of STUFF
 * @property {[string, string]} en name and a sentence about it
 * @property {[string, string]} nl
 * @property {string} words that the search finds besides the names
 *
 * @typedef {object} Product
 * @property {string} id
 * @property {Category} category
 * @property {{en: string, nl: string}} name
 * @property {{en: string, nl: string}} about
 * @property {number} price_cents
 * @property {number} [was_cents]
 * @property {string} kind
 * @property {number} scale
 * @property {import('./draw/colours.js').Colour[]} colours
 * @property {string[]} [sizes]
 * @property {number} weight_g
 * @property {string} stuff
 * @property {string} words
 */

export const CATEGORIES = {
  tents: { en: 'Tents', nl: 'Tenten' },
  sleeping: { en: 'Sleeping', nl: 'Slapen' },
  cooking: { en: 'Cooking', nl: 'Koken' },
  packs: { en: 'Backpacks', nl: 'Rugzakken' },
  shoes: { en: 'Shoes', nl: 'Schoenen' },
  clothing: { en: 'Clothing', nl: 'Kleding' },
  lights: { en: 'Lights', nl: 'Lampen' },
};

/** @typedef {keyof typeof CATEGORIES} Category */

/** What things are made of, as the product page says it. @type {Record<string, {en: string, nl: string}>} */
export const STUFF = {
  aluminium: { en: 'Aluminium', nl: 'Aluminium' },
  copper: { en: 'Copper wire and glass', nl: 'Koperdraad en glas' },
  cotton: { en: 'Organic cotton', nl: 'Biologisch katoen' },
  down: { en: 'Recycled nylon and duck down', nl: 'Gerecycled nylon en eendendons' },
  enamel: { en: 'Enamelled steel', nl: 'Geëmailleerd staal' },
  foam: { en: 'Closed-cell foam', nl: 'Schuim met gesloten cellen' },
  leather: { en: 'Waxed leather, rubber sole', nl: 'Gewaxt leer, rubberen zool' },
  nylon: { en: 'Recycled nylon', nl: 'Gerecycled nylon' },
  polyester: { en: 'Recycled polyester', nl: 'Gerecycled polyester' },
  rubber: { en: 'Natural rubber', nl: 'Natuurrubber' },
  steel: { en: 'Stainless steel', nl: 'Roestvrij staal' },
  wool: { en: 'Merino wool', nl: 'Merinowol' },
};

/** @param {Category} category @returns {(row: Row) => Product} */
const from =
  category =>
  ({ id, cents, was, kind, scale = 1, colours, sizes, grams, stuff, en, nl, words }) => ({
    id,
    category,
    name: { en: en[0], nl: nl[0] },
    about: { en: en[1], nl: nl[1] },
    price_cents: cents,
    was_cents: was,
    kind,
    scale,
    colours,
    sizes,
    weight_g: grams,
    stuff,
    words,
  });

/** @type {Product[]} */
export const PRODUCTS = [
  ...TENTS.map(from('tents')),
  ...SLEEPING.map(from('sleeping')),
  ...COOKING.map(from('cooking')),
  ...PACKS.map(from('packs')),
  ...SHOES.map(from('shoes')),
  ...CLOTHING.map(from('clothing')),
  ...LIGHTS.map(from('lights')),
];
