// A visit that goes well and one that does not, to a shop that writes for search engines: every fact that means something, in its
// order, and none besides.
import { tiles } from './shops/tiles.mjs';
import { visits } from './shops/visits.mjs';

const CARD = 'document.querySelector("#marco").contentDocument.querySelector("#tarjeta")';

visits('a shop that writes for search engines', tiles, {
  'all goes well, at the second try': {
    async does(ada, page) {
      await ada.go('/espejo', 'page_state not_found');
      await ada.fill('[name=frase]', 'azulejo');
      await page.press('Enter');
      await ada.until('results 1');
      await page.click('li a');
      await ada.until('product seen');
      await page.click('#anadir');
      await ada.until('cart added');
      await page.click('#aviso a');
      await ada.until('cart seen 129900');
      await page.click('.boton');
      await ada.until('checkout');
      await ada.fill('[name=dir]', 'Calle Real 1');
      await page.run(`return void ${CARD}.focus()`);
      await page.click('#fin');
      await ada.until('payment declined');
      await ada.until('checkout contact', 2);
      await page.click('#fin');
      await ada.until('purchase 131400');
    },
    story: [
      'page_view other',
      'page_state not_found',
      'submit search 0',
      'page_view search',
      'search azulejo',
      'results 1',
      'product chosen 1',
      'page_view product',
      'product seen',
      'cart added',
      'page_view cart',
      'cart seen 129900',
      'page_view checkout',
      'checkout contact 131400',
      'checkout delivery 131400',
      'payment started',
      'page_view checkout',
      'payment declined',
      'checkout contact 131400',
      'payment started',
      'page_view confirmation',
      'payment accepted',
      'purchase 131400',
    ],
  },
  'nothing is found': {
    async does(ada) {
      await ada.go('/encontrar?frase=espejo', 'results 0');
      await ada.go('/baldosa-hidraulica', 'product seen');
    },
    story: ['page_view search', 'search espejo', 'results 0', 'page_view product', 'product seen'],
  },
});
