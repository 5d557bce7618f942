// What gestures meant in the shop: fields, searches, cart, coupons, checkout. The entry of dist/koord.shop.js, which is
// fetched while the core starts, so that the tag itself is light.
import { captureShop } from '../shop/generic.js';
import { captureField } from './field.js';

/** One module that fails leaves the other at work. @param {import('../page.js').Page} page */
export function captureMeaning(page) {
  for (const module of [captureField, captureShop]) page.guard(module)(page);
}
