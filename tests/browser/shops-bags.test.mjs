// A visit that goes well and one that does not, to a shop that is one page of script: every fact that means something, in its
// order, and none besides.
import { bags } from './shops/bags.mjs';
import { visits } from './shops/visits.mjs';

visits('a shop that is one page of script', bags, {
  'all goes well': {
    async does(ada, page) {
      await ada.go('/collections/all', 'results 4');
      await ada.fill('.searchbox input', 'canvas');
      await ada.until('results 2');
      await page.click('.card a');
      await ada.until('product seen');
      await page.click('#add');
      await ada.until('cart added');
      await page.click('.top [href="/bag"]');
      await ada.until('cart seen 2900');
      await page.click('#checkout');
      await ada.until('checkout start 3800');
      for (const field of ['Email', 'Street', 'ZIP'])
        await ada.fill(`[placeholder^="${field}"]`, 'x@example.com');
      await page.click('#order');
      await ada.until('payment declined');
      await page.click('#order');
      await ada.until('purchase 3800');
    },
    story: [
      'page_view listing',
      'results 4',
      'search canvas',
      'results 2',
      'product chosen 1',
      'page_view product',
      'product seen',
      'cart added',
      'page_view cart',
      'cart seen 2900',
      'page_view checkout',
      'checkout start 3800',
      'checkout contact 3800',
      'checkout delivery 3800',
      'payment started',
      'submit checkout 0',
      'payment declined hard',
      'error Your payment was declined. Your card has expired.',
      'payment started',
      'submit checkout 0',
      'page_view confirmation',
      'payment accepted',
      'purchase 3800',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/collections/all', 'results 4');
      await ada.fill('.searchbox input', 'lether');
      await ada.until('results 0');
      await ada.refill('.searchbox input', 'leather');
      await ada.until('results 2');
      await page.click('[value=navy]');
      await ada.until('results 1');
      await page.click('[value=navy]');
      await ada.until('results 2', 2);
      await page.click('.card:nth-child(2) a');
      await ada.until('product seen');
      await page.click('#add');
      await ada.until('cart unavailable');
      await page.back();
      await ada.until('page_view listing', 2);
      await ada.until('results', 6);
      await page.click('.card:nth-child(1) a');
      await ada.until('product seen', 2);
      await page.click('#add');
      await ada.until('cart added');
      await page.click('.top [href="/bag"]');
      await ada.until('cart seen 14900');
      await ada.fill('.promo input', 'SUMMER');
      await page.click('#apply');
      await ada.until('coupon refused');
      await page.click('.drop');
      await ada.until('cart removed');
    },
    story: [
      'page_view listing',
      'results 4',
      'search lether',
      'results 0',
      'search leather',
      'results 2',
      'refine applied 1',
      'results 1',
      'refine removed 0',
      'results 2',
      'product chosen 2',
      'page_view product',
      'product seen',
      'cart unavailable',
      'error Sorry, that is out of stock',
      'page_view listing',
      'results 2',
      'product chosen 1',
      'page_view product',
      'product seen',
      'cart added',
      'page_view cart',
      'cart seen 14900',
      'coupon submitted 1',
      'submit coupon 0',
      'coupon refused 1',
      "error That promo code isn't valid",
      'cart removed 0 0',
    ],
  },
});
