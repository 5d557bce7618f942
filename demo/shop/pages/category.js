// category.js - the listing of one category: category.html?c=tents

import { inListing, isListing, LISTINGS } from '../catalogue.js';
import { byId, h, parameter } from '../dom.js';
import { frame } from '../frame.js';
import { language, t } from '../language.js';
import { showListing } from '../listing.js';

const asked = parameter('c');
const title = isListing(asked) ? LISTINGS[asked][language] : t('This category does not exist');
frame(title);
byId('title').textContent = title;
if (isListing(asked)) {
  const sentence = (/** @type {number} */ count) => (count === 1 ? t('1 product') : t('{0} products', count));
  showListing(byId('results'), inListing(asked), sentence);
} else {
  byId('results').append(h('p', {}, h('a', { class: 'button', href: 'index.html' }, t('Back to the shop'))));
}
