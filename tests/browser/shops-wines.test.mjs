// A visit that goes well and one that does not, to a shop behind a tag manager: every fact that means something, in its order,
// and none besides. The data layer and the page say the same, and that counts once; what was pushed at the press and then
// refused does not count.
import { visits } from './shops/visits.mjs';
import { wines } from './shops/wines.mjs';

visits('a shop with a data layer', wines, {
  'all goes well': {
    async does(ada, page) {
      await ada.go('/', 'page_view');
      await ada.fill('#loupe', 'chablis');
      await page.press('Enter');
      await ada.until('results 1');
      await page.click('.rang a');
      await ada.until('product seen');
      await page.click('.cta');
      await ada.until('cart added');
      await page.click('#vers-panier');
      await ada.until('cart seen 1890');
      await page.click('#passer');
      await ada.until('checkout start');
      await ada.fill('[name=courriel]', 'ada@example.com');
      await ada.fill('[name=cp]', '21200');
      await page.click('#payer');
      await ada.until('payment failed');
      await page.click('#payer');
      await ada.until('purchase 2580');
    },
    story: [
      'page_view home',
      'page_view other',
      'search chablis',
      'results 1',
      'product chosen 1',
      'page_view other',
      'product seen',
      'cart added',
      'page_view cart',
      'cart seen 1890',
      'page_view checkout',
      'checkout start 2580',
      'checkout contact 2580',
      'checkout delivery 2580',
      'payment started',
      'submit checkout 0',
      'payment failed',
      'error Le paiement a échoué. Veuillez réessayer.',
      'payment started',
      'submit checkout 0',
      'page_view confirmation',
      'payment accepted',
      'purchase 2580',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/', 'page_view');
      await ada.fill('#loupe', 'porto');
      await page.press('Enter');
      await ada.until('results 0');
      await ada.refill('#loupe', 'sancerre');
      await page.press('Enter');
      await ada.until('results 1');
      await page.click('.rang a');
      await ada.until('product seen');
      await page.click('.cta');
      await ada.until('cart unavailable');
    },
    story: [
      'page_view home',
      'page_view other',
      'search porto',
      'results 0',
      'page_view other',
      'search sancerre',
      'results 1',
      'product chosen 1',
      'page_view other',
      'product seen',
      'cart unavailable',
      'error Désolé, ce vin est épuisé.',
    ],
  },
});
