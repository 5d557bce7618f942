// A visit that goes well and one that does not, to a checkout of one page: every fact that means something, in its order, and
// none besides.
import { lamps } from './shops/lamps.mjs';
import { visits } from './shops/visits.mjs';

visits('a checkout of one page', lamps, {
  'all goes well': {
    async does(ada, page) {
      await ada.go('/kasse', 'checkout start 6390');
      await ada.fill('#mail', 'ada@example.com');
      await ada.fill('#strasse', 'Am Kai 1');
      await ada.fill('#plz', '20457');
      await page.click('#buy');
      await ada.until('purchase 6390');
    },
    story: [
      'page_view checkout',
      'checkout start 6390',
      'checkout contact 6390',
      'checkout delivery 6390',
      'payment started',
      'submit checkout 0',
      'page_view confirmation',
      'payment accepted',
      'purchase 6390',
    ],
  },
  'all goes wrong': {
    async does(ada, page) {
      await ada.go('/kasse', 'checkout start 6390');
      await page.click('#country');
      await page.click('[role=option]:nth-child(2)');
      await ada.until('checkout start 6390 blocked');
      await page.click('[value=express]');
      await ada.until('checkout delivery 7190');
      await ada.fill('#plz', '12');
      await ada.fill('#mail', 'ada');
      await page.click('#buy');
      await ada.until('field invalid postcode');
      await ada.until('error', 3);
    },
    story: [
      'page_view checkout',
      'checkout start 6390',
      'checkout start 6390 blocked',
      'error Wir liefern nicht in die Schweiz.',
      'checkout delivery 6390',
      'checkout delivery 7190',
      'payment started',
      'submit checkout 0',
      'field invalid email',
      'field invalid postcode',
      'error Bitte geben Sie eine gültige Adresse ein.',
      'error Die Postleitzahl ist ungültig.',
    ],
  },
});
