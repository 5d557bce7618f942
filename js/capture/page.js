// Views: a page load, a change of address inside the page, a return from the back/forward cache.
import { redactText, redactUrl } from '../redact.js';
import { placeHere } from '../shop/place.js';
import { isOwnSite } from '../site.js';

/** A framework sets the address first and the title a moment later. */
const TITLE_MS = 50;

/** @type {Record<string, string>} */
const VIA = { reload: 'reload', back_forward: 'back_forward' };

/** Host of the other site that a visitor came from. */
function foreignReferrer() {
  if (!document.referrer || isOwnSite(document.referrer)) return undefined;
  return new URL(document.referrer).hostname;
}

/** @returns {PerformanceNavigationTiming | undefined} how this page load came about */
function navigationEntry() {
  const [entry] = performance.getEntriesByType('navigation');
  return /** @type {PerformanceNavigationTiming | undefined} */ (entry);
}

/** @param {import('../page.js').Page} page */
export function capturePage(page) {
  const pathHere = () => redactUrl(location.href, page.settings.query);
  let shown = '';
  /** @type {unknown} */
  let timer;

  /** @param {string} via @param {import('../page.js').Facts} more @param {number} [timeStamp] */
  function report(via, more, timeStamp) {
    shown = pathHere();
    const facts = {
      place: placeHere(),
      via,
      width: innerWidth,
      height: innerHeight,
      path: shown,
      title: redactText(document.title, 160),
      ...more,
    };
    page.report('page_view', facts, timeStamp);
  }

  function loaded() {
    const entry = navigationEntry();
    const status = entry?.responseStatus || undefined;
    report(VIA[entry?.type || ''] || 'load', { status, referrer: foreignReferrer() });
  }

  /** @param {string} via @param {number} timeStamp */
  function moved(via, timeStamp) {
    if (!shown || pathHere() === shown) return;
    shown = pathHere();
    page.tell('history', {}, timeStamp);
    page.cancel(timer);
    timer = page.later(TITLE_MS, () => report(via, {}, timeStamp));
  }

  for (const name of ['pushState', 'replaceState']) {
    page.patch(History.prototype, name, () => () => moved('history', page.now()));
  }
  page.on(window, 'popstate', event => moved('back_forward', event.timeStamp));
  page.on(window, 'hashchange', event => moved('history', event.timeStamp));
  page.on(window, 'pageshow', event => event.persisted && report('restore', {}, event.timeStamp));
  // "interactive" begins before deferred scripts have filled in the page; DOMContentLoaded comes after them.
  if (navigationEntry()?.domContentLoadedEventStart) page.guard(loaded)();
  else page.on(document, 'DOMContentLoaded', loaded);
}
