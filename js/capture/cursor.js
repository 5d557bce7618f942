// Moves of a mouse without a button down; the core condenses them.

/** Moves are noted as they come, and told together: what a single one means is nothing. */
const TOGETHER_MS = 100;

/** @param {import('../page.js').Page} page */
export function captureCursor(page) {
  /** Time, x and y of each. @type {number[]} */
  let moves = [];

  function tell() {
    const all = moves;
    moves = [];
    for (let at = 0; at < all.length; at += 3) page.move(all[at], all[at + 1], all[at + 2]);
  }

  page.on(document, 'pointermove', ({ pointerType, buttons, target, timeStamp, clientX, clientY }) => {
    // Over our own survey and inspector nobody is lost. Their names are asked, and no selector, for this runs at every move.
    if (pointerType !== 'mouse' || buttons || /^koord-/.test(target.localName)) return;
    if (!moves.length) page.later(TOGETHER_MS, tell);
    moves.push(timeStamp, clientX, clientY);
  });
}
