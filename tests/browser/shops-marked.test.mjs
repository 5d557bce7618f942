// A shop that says itself what nobody could see: the place of a page, presses with a name, and deeds by koord.event().
import { html } from './shops/serve.mjs';
import { visits } from './shops/visits.mjs';

const PAGE = `<script>document.documentElement.dataset.koordPlace = 'store'</script><main><h1>Atelier</h1>
  <p>Made to measure, in three weeks.</p><button type="button" id="guide" data-koord-event="size_guide" data-koord-fact-shoe-size="42">?</button>
  <button type="button" id="order">!</button></main>
  <script>document.querySelector('#order').onclick = () => {
    koord.event('begin_checkout', { value: 250 });
    koord.event('purchase', { transaction_id: 'A-1', value: 250, currency: 'EUR', items: [{ quantity: 1 }] });
  }</script>`;

visits('a shop that speaks for itself', () => () => html('en', 'Atelier', PAGE), {
  'what it says is heard': {
    async does(ada, page) {
      await ada.go('/atelier', 'page_view store');
      await page.click('#guide');
      await ada.until('custom size_guide');
      await page.click('#order');
      await ada.until('purchase 25000');
    },
    story: [
      'page_view store',
      'custom size_guide 42',
      'custom begin_checkout 250',
      'custom purchase A-1 250 EUR',
      'checkout start',
      'payment accepted',
      'purchase 25000',
    ],
  },
});
