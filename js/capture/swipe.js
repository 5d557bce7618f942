// One finger drawn over what is made to be swiped: did anything follow it?
import { closest, describe } from '../target.js';
import { traitsOf } from './traits.js';

const SWIPES =
  '[aria-roledescription=carousel],[class*=carousel],[class*=slider],[class*=swiper],[class*=slick],[class*=drawer]';
/** Shorter is a tap of an unsteady hand. */
const LEAST_PX = 30;
/** At the edges of the screen a swipe is the system's: back, or on. */
const EDGE_PX = 20;

/** @typedef {{leaf: Element, from: Element, x: number, y: number, moved: number}} Swipe */

/** @param {import('../page.js').Page} page */
export function captureSwipe(page) {
  /** @type {Swipe | null} */
  let swipe = null;
  const follow = () => {
    if (swipe) swipe.moved = 1;
  };

  page.everywhere('touchstart', ({ touches }, leaf) => {
    const from = leaf && closest(leaf, SWIPES);
    const { clientX: x, clientY: y } = touches[0];
    const inside = x >= EDGE_PX && x <= innerWidth - EDGE_PX;
    swipe = from && inside && touches.length === 1 ? { leaf, from, x, y, moved: 0 } : null;
  });
  page.everywhere('scroll', follow);
  page.listen('answer', follow);

  page.everywhere('touchend', event => {
    const done = swipe;
    swipe = null;
    if (!done) return;
    const [{ clientX, clientY }] = event.changedTouches;
    const [dx, dy] = [Math.round(clientX - done.x), Math.round(clientY - done.y)];
    if (Math.hypot(dx, dy) < LEAST_PX) return;
    const { leaf, from, moved } = done;
    const { target, label } = describe(from);
    const traits = [...traitsOf(leaf, from), 'swipes'];
    page.report('swipe', { target, dx, dy, moved, traits, label }, event.timeStamp, from);
  });
}
