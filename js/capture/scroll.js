// Scrolls of the page, told once they come to rest.

/** Where the browser has no scrollend: quiet for so long is rest. */
const REST_MS = 150;

/** @param {import('../page.js').Page} page */
export function captureScroll(page) {
  /** @type {{from: number, last: number, way: number, turns: number, at: number} | null} */
  let going = null;
  let before = scrollY;
  /** @type {unknown} */
  let timer;

  function rest() {
    if (!going) return;
    const { from, last, turns, at } = going;
    const height = document.documentElement.scrollHeight || 1;
    const depth = Math.min(100, Math.round(((last + innerHeight) / height) * 100));
    page.report('scroll', { from: Math.round(from), to: Math.round(last), depth, turns }, at);
    before = last;
    going = null;
  }

  page.on(document, 'scroll', event => {
    if (event.target !== document) return;
    going = going || { from: before, last: before, way: 0, turns: 0, at: 0 };
    const way = Math.sign(scrollY - going.last);
    if (way && going.way && way !== going.way) going.turns++;
    going.way = way || going.way;
    going.last = scrollY;
    going.at = event.timeStamp;
    page.cancel(timer);
    if (!('onscrollend' in window)) timer = page.later(REST_MS, rest);
  });
  page.on(document, 'scrollend', rest);
}
