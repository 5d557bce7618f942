// Moves of a mouse without a button down; the core condenses them.

/** @param {import('../page.js').Page} page */
export function captureCursor(page) {
  page.on(document, 'pointermove', event => {
    if (event.pointerType === 'mouse' && !event.buttons)
      page.move(event.timeStamp, event.clientX, event.clientY);
  });
}
