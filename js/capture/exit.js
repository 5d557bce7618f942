// Setting out to leave: the pointer goes where the browser keeps its tabs and its buttons.

/** @param {import('../page.js').Page} page */
export function captureExit(page) {
  // Captured, it would be told for every element that the pointer leaves.
  const own = { capture: false };
  /** @param {MouseEvent} event */
  const leave = event => event.clientY <= 0 && page.report('exit', {}, event.timeStamp);
  page.on(document.documentElement, 'mouseleave', leave, own);
}
