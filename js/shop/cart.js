// The cart page: what is in it, what it costs, and what becomes of its lines.
import { fold } from '../text.js';
import { costsHere } from './costs.js';
import { changesIn, countersHere, keyOfLine, lineAround, linesHere, readLines, writeLines } from './lines.js';
import { badge } from './read.js';
import { LATER } from './words.js';

/** When a shop that sends no request has changed its lines. */
const CHANGE_MS = 400;
const NOTE = 'lines';

/** All lines together, else the badge. @returns {number | undefined} */
function itemsInCart() {
  const counters = countersHere();
  const sum = counters.length ? counters.reduce((all, [, quantity]) => all + quantity, 0) : undefined;
  return counters[0]?.[0].matches('a,button') ? (badge() ?? sum) : (sum ?? badge());
}

/** What the cart holds and costs, as far as the page shows it. */
export function cartHere() {
  const { total_cents, currency } = costsHere();
  return { items: itemsInCart(), total_cents, currency };
}

/** @param {import('../page.js').Page} page */
export function captureCart(page) {
  let here = false;
  let seen = '';
  /** @type {import('./lines.js').Lines} */
  let lines = new Map();
  let acted = false; // until the visitor does something, a page that fills in is only seen

  /** @param {string} phase @param {string} source @param {import('../page.js').Facts} more */
  const report = (phase, source, more) => page.report('cart', { phase, source, ...more });

  /** What was done to the lines. @param {ReturnType<typeof cartHere>} cart @returns {number} how many of them changed */
  function linesChanged(cart) {
    const now = linesHere();
    const changes = changesIn(lines, now);
    lines = now;
    for (const change of changes) report(change.phase, 'total', { ...change, ...cart });
    return changes.length;
  }

  /** The first look; what the page before sent, this one shows. @param {ReturnType<typeof cartHere>} cart */
  function first(cart) {
    const before = page.recall(NOTE);
    page.note(NOTE, '');
    lines = before ? readLines(before) : linesHere();
    linesChanged(cart);
    report('seen', 'text', cart);
  }

  function look() {
    if (!here) return;
    const cart = cartHere();
    const now = JSON.stringify(cart);
    if (now === seen || (cart.items === undefined && cart.total_cents === undefined)) return;
    const known = !!seen;
    seen = now;
    if (!known) first(cart);
    else if (!acted) lines = linesHere();
    else if (!linesChanged(cart)) report('changed', 'total', cart);
  }

  /** The lines as they are, for the page that comes of this. */
  const leave = () => here && lines.size && page.note(NOTE, writeLines(lines));

  page.listen('page_view', ({ place }) => {
    here = place === 'cart';
    seen = '';
    acted = false;
  });
  // The address moves first, and what is shown with it is no longer the cart.
  page.listen('history', () => (here = false));
  page.listen('press', () => (acted = !!seen));
  page.listen('settled', look);
  page.listen('click', ({ label, traits }, timeStamp, control) => {
    if (!here) return;
    page.later(CHANGE_MS, look);
    const line = control && lineAround(control);
    if (line && LATER.test(fold(String(label))) && !traits.includes('disabled'))
      page.report('cart', { phase: 'saved', source: 'markup', key: keyOfLine(line) }, timeStamp);
    if (traits.includes('link') && line?.querySelector('input,select')) leave();
  });
  page.on(document, 'change', () => here && page.later(CHANGE_MS, look));
  page.on(document, 'submit', event => page.later(0, () => event.defaultPrevented || leave()));
}
