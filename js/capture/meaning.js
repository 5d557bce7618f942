// What gestures meant in the shop: fields, searches, cart, coupons, checkout; and the gestures that nothing hangs on in the
// first moments of a page: in frames, swipes, a pointer that wanders or leaves. The entry of dist/koord.shop.js, which is
// fetched while the core starts, so that the tag itself is light.
import { captureShop } from '../shop/generic.js';
import { captureCursor } from './cursor.js';
import { captureExit } from './exit.js';
import { captureField } from './field.js';
import { captureFrame } from './frame.js';
import { captureSwipe } from './swipe.js';

const MODULES = [captureField, captureShop, captureFrame, captureSwipe, captureCursor, captureExit];

/** One module that fails leaves the others at work. @param {import('../page.js').Page} page */
export function captureMeaning(page) {
  for (const module of MODULES) page.guard(module)(page);
}
