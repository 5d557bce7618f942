// home.js - the home page: the offer with its clock, the categories, and a few products.

import { findProduct, findProducts, LISTINGS } from '../catalogue.js';
import { startClock } from '../clock.js';
import { byId, h } from '../dom.js';
import { fault } from '../faults.js';
import { frame } from '../frame.js';
import { language } from '../language.js';
import { picture } from '../picture.js';
import { tiles } from '../tiles.js';

/** What stands for each listing. @type {Record<string, string>} */
const FACES = {
  tents: 'heron-4',
  sleeping: 'down-12',
  cooking: 'kettle',
  packs: 'pack-48',
  shoes: 'boot-high',
  clothing: 'rain-jacket',
  lights: 'lantern',
  sale: 'duffel',
};
const CHOSEN = ['lark-2', 'head-torch', 'mug-enamel', 'boot-high', 'down-5', 'pack-22', 'beanie', 'mat-air'];

/** @param {[listing: string, product: string]} row */
function card([id, face]) {
  const product = findProduct(face);
  const link = h(
    'a',
    { href: `category.html?c=${id}` },
    LISTINGS[/** @type {keyof typeof LISTINGS} */ (id)][language],
  );
  return h('li', {}, product ? picture(product) : '', link);
}

frame();
byId('categories').append(...Object.entries(FACES).map(card));
byId('chosen').append(tiles(findProducts(CHOSEN), 'h3'));
if (fault('broken_link')) byId('offer-link').setAttribute('href', 'summer-offer.html');
startClock(byId('countdown'));
