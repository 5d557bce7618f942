// A visit that goes well and one that does not, to a shop that is half server and half script: every fact that means something, in
// its order, and none besides.
import { shoes } from './shops/shoes.mjs';
import { visits } from './shops/visits.mjs';

/** @param {string} size */
const choose = size => `const field = document.querySelector('[name=taglia]'); field.value = '${size}';`;

visits('a shop that is half server, half script', shoes, {
  'all goes well': {
    async does(ada, page) {
      await ada.go('/categoria/scarpe', 'results 3');
      await page.click('.filtri a:nth-of-type(2)');
      await ada.until('results 2');
      await page.click('article a');
      await ada.until('product seen');
      await page.run(choose('38'));
      await page.click('form button');
      await ada.until('cart added');
      await page.click('.passo:last-of-type');
      await ada.until('cart changed 2');
      await page.click('.vai');
      await ada.until('checkout');
      await ada.fill('[name=indirizzo]', 'Via Roma 1');
      await ada.fill('[name=cap]', '00184');
      await page.click('main button');
      await ada.until('purchase 25980');
    },
    story: [
      'page_view listing',
      'results 3',
      'page_view listing',
      'refine applied 1',
      'results 2',
      'product chosen 1',
      'page_view product',
      'product seen',
      'submit other 0',
      'page_view cart',
      'cart seen 12990',
      'cart added',
      'cart changed 2 25980',
      'page_view checkout',
      'checkout delivery 25980',
      'submit checkout 0',
      'payment started',
      'page_view confirmation',
      'payment accepted',
      'purchase 25980',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/categoria/scarpe?ordina=prezzo', 'results 3');
      await ada.go('/prodotti/stivale', 'product seen');
      await page.click('form button');
      await ada.until('cart refused');
      await page.run(choose('39'));
      await page.click('form button');
      await ada.until('cart added');
      await ada.fill('#codice', 'INVERNO');
      await page.click('#applica');
      await ada.until('coupon refused');
      await page.click('.vai');
      await ada.until('checkout');
      await page.click('[value=conto]');
      await page.click('main button');
      await ada.until('checkout delivery', 2);
    },
    story: [
      'page_view listing',
      'results 3',
      'page_view product',
      'product seen',
      'submit other 0',
      'page_view product',
      'product seen',
      'cart refused',
      'error Errore: seleziona una taglia',
      'submit other 0',
      'page_view cart',
      'cart seen 12990',
      'cart added',
      'coupon submitted 1',
      'submit coupon 0',
      'coupon refused 1',
      'error Il codice sconto non è valido',
      'page_view checkout',
      'checkout delivery 12990',
      'submit checkout 0',
      'payment started',
      'page_view checkout',
      'payment cancelled',
      'checkout delivery 12990',
    ],
  },
});
