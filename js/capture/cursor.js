// Moves of a mouse without a button down; the core condenses them.

/** @param {import('../page.js').Page} page */
export function captureCursor(page) {
  page.on(document, 'pointermove', event => {
    // Over our own survey and inspector nobody is lost. Their names are asked, and no selector, for this runs at every move.
    if (event.pointerType === 'mouse' && !event.buttons && !/^koord-/.test(event.target.localName))
      page.move(event.timeStamp, event.clientX, event.clientY);
  });
}
