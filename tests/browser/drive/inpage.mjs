// Source text that runs inside the page on the test's behalf.

/** A function, or the body of an async one, which finds its arguments in `arguments`. @typedef {string | ((...args: any[]) => any)} Source */

/** @param {Source} source */
const bodyOf = source =>
  typeof source === 'function' ? `return (${source}).apply(null, arguments)` : source;

/**
 * What WebDriver's asynchronous execution wants: it adds a callback as the last argument.
 * @param {Source} source
 */
export const asScript = source => `
  const given = Array.from(arguments), done = given.pop();
  (async function () { ${bodyOf(source)} }).apply(null, given).then(
    value => done({ value }),
    error => done({ error: error && error.name ? error.name + ': ' + error.message : String(error) }));`;

/**
 * Resolves with the first true value of `source`, looked at when the document changes and at every frame (on a
 * hidden page, where frames stand still, every 50 ms); null after `most_ms`.
 * @param {Source} source
 */
export const asWait = source => `
  const given = Array.from(arguments), most_ms = given.pop(), end = performance.now() + most_ms;
  const look = async function () { ${bodyOf(source)} };
  const change = () => new Promise(changed => {
    const watcher = new MutationObserver(changed);
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    requestAnimationFrame(changed);
    setTimeout(changed, 50);
    wake = () => { watcher.disconnect(); changed(); };
  });
  let wake = () => {}, left = false;
  addEventListener('pagehide', () => { left = true; wake(); }, { once: true });
  for (;;) {
    const value = await look.apply(null, given);
    if (value) return value;
    if (left || performance.now() > end) return null;
    await change();
    wake();
  }`;

/**
 * The middle of an element, scrolled into view; looks into open shadow roots for the parts after " >>> ".
 * @param {string} selector
 */
export function middleOf(selector) {
  /** @type {Element | Document | null} */
  let found = document;
  for (const part of selector.split(' >>> ')) {
    /** @type {ParentNode} */
    const root = /** @type {Element} */ (found).shadowRoot ?? found;
    found = root.querySelector(part);
    if (!found) return null;
  }
  const element = /** @type {Element} */ (found);
  const middle = () => {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const inView = () =>
    middle().y > 0 && middle().y < innerHeight && middle().x > 0 && middle().x < innerWidth;
  // Firefox centres the whole line that an inline element stands in, which may be taller than the viewport.
  for (const block of /** @type {ScrollLogicalPosition[]} */ (['center', 'nearest'])) {
    if (!inView()) element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  }
  return middle();
}
