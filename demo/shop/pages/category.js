// category.js - the listing of one category: category.html?c=tents

import { inCategory, isCategory } from '../catalogue.js';
import { byId, h, parameter } from '../dom.js';
import { frame } from '../frame.js';
import { language, t } from '../language.js';
import { showListing } from '../listing.js';
import { CATEGORIES } from '../products.js';

const category = parameter('c');
const known = isCategory(category);
const title = known ? CATEGORIES[category][language] : t('This category does not exist');
document.title = title;
frame();
byId('title').textContent = title;
if (known) {
  const products = inCategory(category);
  showListing(byId('results'), products, t('{0} products', products.length));
} else {
  byId('results').append(h('p', {}, h('a', { href: 'index.html' }, t('Back to the shop'))));
}
