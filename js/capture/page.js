// Views: a page load, a change of address inside the page, a return from the back/forward cache.
import { redactText, redactUrl } from '../redact.js';
import { placeHere } from '../shop/place.js';
import { isOwnSite } from '../site.js';
import { hash } from '../text.js';

/** A framework sets the address first and the title a moment later. */
const TITLE_MS = 50;

/** Where a visitor came from does not make it another page. */
const CAMPAIGN = /\b(utm_\w+|\w*clid|srsltid|_g[al]\w*|_koord)=[^&]*&?/g;

/** @type {Record<string, string>} */
const VIA = { reload: 'reload', back_forward: 'back_forward' };

/** Where a visitor came from: the shop itself, or the host of another site. */
function origin() {
  const { referrer } = document;
  const inside = !!referrer && isOwnSite(referrer);
  return { inside: +inside, referrer: referrer && !inside ? new URL(referrer).hostname : undefined };
}

/** @returns {PerformanceNavigationTiming | undefined} how this page load came about */
function navigationEntry() {
  const [entry] = performance.getEntriesByType('navigation');
  return /** @type {PerformanceNavigationTiming | undefined} */ (entry);
}

/** Scripts that were deferred have run; a page that was prepared ahead began when the visitor came.
 * @param {any} [entry] */
const readyIn = entry =>
  entry && Math.max(0, Math.round(entry.domContentLoadedEventStart - (entry.activationStart || 0)));

/** @param {import('../page.js').Page} page */
export function capturePage(page) {
  const pathHere = () => redactUrl(location.href, page.settings.query);
  let shown = '';
  let inside = 0;
  /** @type {unknown} */
  let timer;

  /** @param {string} via @param {import('../page.js').Facts} more @param {number} [timeStamp] */
  function report(via, more, timeStamp) {
    shown = pathHere();
    const route = /^#!?\//.test(location.hash) ? location.hash : '';
    const facts = {
      place: placeHere(),
      via,
      width: innerWidth,
      height: innerHeight,
      key: hash(location.pathname + location.search.replace(CAMPAIGN, '') + route),
      inside,
      path: shown,
      title: redactText(document.title, 160),
      ...more,
    };
    page.report('page_view', facts, timeStamp);
  }

  function loaded() {
    const entry = navigationEntry();
    const status = entry?.responseStatus || undefined;
    const came = origin();
    inside = came.inside;
    report(VIA[entry?.type || ''] || 'load', { status, ready_ms: readyIn(entry), referrer: came.referrer });
  }

  /** @param {string} via @param {number} timeStamp */
  function moved(via, timeStamp) {
    if (!shown || pathHere() === shown) return;
    shown = pathHere();
    inside = 1;
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
