// Setting out to leave: the pointer goes where the browser keeps its tabs and its buttons.

/** @param {import('../page.js').Page} page */
export function captureExit(page) {
  page.on(document.documentElement, 'mouseleave', event => {
    if (event.clientY <= 0) page.report('exit', {}, event.timeStamp);
  });
}
