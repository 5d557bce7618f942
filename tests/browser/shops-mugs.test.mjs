// A visit that goes well and one that does not, to a shop with the blocks of WooCommerce: every fact that means something, in its
// order, and none besides.
import { mugs } from './shops/mugs.mjs';
import { visits } from './shops/visits.mjs';

const ORDER = '.wc-block-components-checkout-place-order-button';

visits("a shop with WooCommerce's blocks", mugs, {
  'all goes well, at the second try': {
    async does(ada, page) {
      await ada.go('/sklep/', 'page_view');
      await ada.fill('[name=s]', 'kubek');
      await page.press('Enter');
      await ada.until('results 2');
      await page.click('li:nth-child(1) button');
      await ada.until('cart added');
      await page.click('.wc-block-mini-cart__button');
      await ada.until('cart seen 6400');
      await page.click('.wc-block-cart__submit-button');
      await ada.until('checkout');
      await ada.fill('#email', 'ada@example.com');
      await ada.fill('#shipping-postcode', '59-700');
      await page.click(ORDER);
      await ada.until('payment declined');
      await page.click(ORDER);
      await ada.until('purchase 6400');
    },
    story: [
      'page_view other',
      'submit search 0',
      'page_view search',
      'search kubek',
      'results 2',
      'cart added',
      'page_view cart',
      'cart seen 6400',
      'page_view checkout',
      'checkout start 6400',
      'checkout contact 6400',
      'checkout delivery 6400',
      'payment started',
      'submit checkout 0',
      'payment declined soft',
      'error Płatność została odrzucona. Spróbuj ponownie.',
      'payment started',
      'submit checkout 0',
      'page_view confirmation',
      'payment accepted',
      'purchase 6400',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/sklep/?s=talerz', 'results 0');
      await ada.go('/sklep/?s=emaliowany', 'results 1');
      await page.click('li button');
      await ada.until('cart unavailable');
      await ada.go('/zamowienie/', 'checkout');
      await page.click(ORDER);
      await ada.until('field invalid postcode');
      await ada.until('submit checkout');
    },
    story: [
      'page_view search',
      'search talerz',
      'results 0',
      'page_view search',
      'search emaliowany',
      'results 1',
      'cart unavailable',
      'error Tego produktu nie ma w magazynie: wyprzedany.',
      'page_view checkout',
      'checkout start 1500',
      'error Wypełnij to pole',
      'error Wypełnij to pole',
      'field invalid email',
      'field invalid postcode',
      'submit checkout 2',
    ],
  },
});
