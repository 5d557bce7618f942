// What gestures meant in the shop: fields, searches, cart, coupons, checkout; and the gestures that are rare: in frames, and
// swipes. The entry of dist/koord.shop.js, which is
// fetched while the core starts, so that the tag itself is light.
import { captureShop } from '../shop/generic.js';
import { captureField } from './field.js';
import { captureFrame } from './frame.js';
import { captureSwipe } from './swipe.js';

/** One module that fails leaves the others at work. @param {import('../page.js').Page} page */
export function captureMeaning(page) {
  for (const module of [captureField, captureShop, captureFrame, captureSwipe]) page.guard(module)(page);
}
