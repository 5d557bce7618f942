// A shop with ordinary markup and no help from its owner: when to look at it, and who looks.
import { captureCart } from './cart.js';
import { captureCheckout } from './checkout.js';
import { captureCoupon } from './coupon.js';
import { isBusy } from './read.js';
import { captureProduct, captureSearch } from './search.js';

/** Time to paint what a request brought. */
const PAINT_MS = 150;
/** While the page shows that it is busy it is looked at again, after ever longer pauses: 15 s in all. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/** @param {import('../page.js').Page} page */
export function captureShop(page) {
  let place = 'other';
  /** @type {unknown} */
  let timer;

  /** @param {number} tries */
  function look(tries) {
    page.cancel(timer);
    if (isBusy() && tries < PAUSES_MS.length) timer = page.later(PAUSES_MS[tries], () => look(tries + 1));
    else page.tell('settled', { place }, page.now());
  }

  captureSearch(page);
  captureProduct(page);
  captureCart(page);
  captureCoupon(page);
  captureCheckout(page);

  page.listen('page_view', view => {
    place = view.place;
    page.cancel(timer);
    page.idle(() => look(0));
  });
  page.listen('request', ({ phase, own_site }) => {
    if (phase !== 'ended' || !own_site) return;
    page.cancel(timer);
    timer = page.later(PAINT_MS, () => look(0));
  });
}
