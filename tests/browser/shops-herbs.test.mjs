// A visit that goes well and one that does not, to a shop that is made on the server: every fact that means something,
// in its order, and none besides.
import { herbs } from './shops/herbs.mjs';
import { visits } from './shops/visits.mjs';

visits('a shop made on the server', herbs, {
  'all goes well': {
    async does(ada, page) {
      await ada.go('/', 'page_view home');
      await ada.fill('[name=zoekterm]', 'thee');
      await page.press('Enter');
      await ada.until('results 3');
      await page.click('.tegel:nth-child(2) a');
      await ada.until('product seen');
      await page.click('form[action*=toevoegen] button');
      await ada.until('cart added');
      await page.click('#top [href="/winkelmand"]');
      await ada.until('cart seen 845');
      await ada.refill('[name=aantal-zwarte-thee]', '2');
      await page.click('[action*=bijwerken] button');
      await ada.until('cart seen 1340');
      await page.click('[href="/afrekenen/gegevens"]');
      await ada.until('checkout contact');
      await ada.fill('#naam', 'Ada Vos');
      await ada.fill('#email', 'ada@example.com');
      await page.click('#content button');
      await ada.until('checkout delivery 1340');
      await ada.fill('#straat', 'Kade 1');
      await ada.fill('#postcode', '8011 AB');
      await ada.fill('#plaats', 'Zwolle');
      await page.click('#content button');
      await ada.until('checkout payment 1340');
      await page.click('[value=ideal]');
      await page.click('#content button');
      await ada.until('purchase 1340');
    },
    story: [
      'page_view home',
      'submit search 0',
      'page_view search',
      'search thee',
      'results 3',
      'product chosen 2',
      'page_view product',
      'product seen',
      'submit other 0',
      'page_view product',
      'product seen',
      'cart added',
      'page_view cart',
      'cart seen 845',
      'submit cart 0',
      'page_view cart',
      'cart changed 2 1340',
      'cart seen 1340',
      'page_view checkout',
      'checkout contact',
      'submit checkout 0',
      'page_view checkout',
      'checkout delivery 1340',
      'submit checkout 0',
      'page_view checkout',
      'checkout payment 1340',
      'submit checkout 0',
      'payment started',
      'page_view confirmation',
      'payment accepted',
      'purchase 1340',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/', 'page_view home');
      await ada.fill('[name=zoekterm]', 'koffie');
      await page.press('Enter');
      await ada.until('results 0');
      await ada.go('/artikel/munt-thee', 'product seen');
      await page.click('form[action*=toevoegen] button');
      await ada.until('cart unavailable');
      await ada.go('/artikel/saffraan', 'product seen', 3);
      await page.click('form[action*=toevoegen] button');
      await ada.until('cart added');
      await page.click('#top [href="/winkelmand"]');
      await ada.until('cart seen 1600');
      await page.click('[href="/afrekenen/gegevens"]');
      await ada.until('checkout contact');
      await ada.go('/afrekenen/bezorging', 'checkout delivery 1600');
      for (const postcode of ['80', '8011']) {
        await ada.refill('#postcode', postcode);
        await page.click('#content button');
        await page.waitFor(
          'return document.querySelector("#postcode")?.value === arguments[0] && !!document.querySelector(".is-invalid")',
          { args: [postcode] },
        );
        await ada.until('field invalid postcode', postcode === '80' ? 1 : 2);
      }
      await ada.go('/afrekenen/betaling', 'checkout payment 1600');
      await page.click('[value=kaart]');
      await page.click('#content button');
      await ada.until('payment declined');
      await page.click('#bottom a');
      await ada.go('/aanbieding', 'page_state not_found');
    },
    story: [
      'page_view home',
      'submit search 0',
      'page_view search',
      'search koffie',
      'results 0',
      'page_view product',
      'product seen',
      'submit other 0',
      'page_view product',
      'product seen',
      'cart unavailable',
      'error Dit artikel is helaas uitverkocht.',
      'page_view product',
      'product seen',
      'submit other 0',
      'page_view product',
      'product seen',
      'cart added',
      'page_view cart',
      'cart seen 1600',
      'page_view checkout',
      'checkout contact',
      'page_view checkout',
      'checkout delivery 1600',
      'submit checkout 0',
      'page_view checkout',
      'field invalid postcode',
      'checkout delivery 1600',
      'error Vul een geldige postcode in.',
      'submit checkout 0',
      'page_view checkout',
      'field invalid postcode',
      'checkout delivery 1600',
      'error Vul een geldige postcode in.',
      'page_view checkout',
      'checkout payment 1600',
      'submit checkout 0',
      'payment started',
      'page_view checkout',
      'checkout payment 1600',
      'payment declined soft',
      'error Uw kaart is geweigerd: onvoldoende saldo.',
      'touchpoint phone',
      'page_view other',
      'page_state not_found',
    ],
  },
});
