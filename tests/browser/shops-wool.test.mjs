// A visit that goes well and one that does not, to a shop as WooCommerce makes them: every fact that means something, in its
// order, and none besides. Its adapter and the page say the same, and that counts once.
import { visits } from './shops/visits.mjs';
import { wool } from './shops/wool.mjs';

visits('a shop of WooCommerce', wool, {
  'all goes well': {
    async does(ada, page) {
      await ada.go('/shop/', 'results 2');
      await page.click('.product:nth-child(2) .button');
      await ada.until('cart added');
      await page.click('.cart-contents');
      await ada.until('cart seen 1200');
      await ada.fill('#coupon_code', 'KNIT');
      await page.click('[name=apply_coupon]');
      await ada.until('coupon accepted');
      await page.click('.checkout-button');
      await ada.until('checkout');
      await ada.fill('#billing_first_name', 'Ada');
      await ada.fill('#billing_postcode', 'E1 6AN');
      await page.click('#place_order');
      await ada.until('purchase 1000');
    },
    story: [
      'page_view listing',
      'results 2',
      'cart added',
      'page_view cart',
      'cart seen 1200',
      'coupon submitted 1',
      'submit coupon 0',
      'coupon accepted 1',
      'cart changed 1000',
      'page_view checkout',
      'checkout start 1000',
      'checkout contact 1000',
      'checkout delivery 1000',
      'payment started',
      'submit checkout 0',
      'page_view confirmation',
      'payment accepted',
      'purchase 1000',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/shop/', 'results 2');
      await ada.fill('[name=s]', 'cashmere');
      await page.press('Enter');
      await ada.until('results 0');
      await ada.go('/shop/', 'results 2', 2);
      await page.click('.product:nth-child(1) .button');
      await ada.until('cart added');
      await page.click('.cart-contents');
      await ada.until('cart seen 800');
      await ada.fill('#coupon_code', 'PURL');
      await page.click('[name=apply_coupon]');
      await ada.until('coupon refused');
      await page.click('.checkout-button');
      await ada.until('checkout');
      await ada.fill('#billing_first_name', 'Ada');
      await page.click('#place_order');
      await ada.until('field invalid postcode');
      await ada.until('error', 2);
    },
    story: [
      'page_view listing',
      'results 2',
      'submit search 0',
      'page_view search',
      'search cashmere',
      'results 0',
      'page_view listing',
      'results 2',
      'cart added',
      'page_view cart',
      'cart seen 800',
      'coupon submitted 1',
      'submit coupon 0',
      'coupon refused 1',
      'error Coupon "x" does not exist!',
      'page_view checkout',
      'checkout start 800',
      'checkout contact 800',
      'payment started',
      'submit checkout 0',
      'field invalid postcode',
      'error Billing Postcode is a required field.',
    ],
  },
});
