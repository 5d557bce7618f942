// Frames of the shop's own: what happens inside them happens on the page.

/** @param {import('../page.js').Page} page */
export function captureFrame(page) {
  /** @param {Element} frame */
  function enter(frame) {
    const inner = /** @type {HTMLIFrameElement} */ (frame).contentDocument; // null where the frame is another site's
    if (!inner || /** @type {any} */ (inner.defaultView)?.koord) return; // one that has a tag of its own tells itself
    page.enter(inner);
    inner.querySelectorAll('iframe').forEach(enter);
  }
  page.everywhere('load', (_, leaf) => leaf?.matches('iframe') && enter(leaf));
  document.querySelectorAll('iframe').forEach(enter);
}
