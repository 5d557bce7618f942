// The cart page: what is in it, what it costs, and what becomes of its lines.
import { contentOf } from '../contents.js';
import { fold } from '../text.js';
import { costsHere } from './costs.js';
import { changesIn, countersIn, keyOfLine, lineAround, linesIn, readLines, writeLines } from './lines.js';
import { mainPart } from './list.js';
import { badge, drawerHere } from './read.js';
import { LATER, SOLD_OUT } from './words.js';

/** When a shop that sends no request has changed its lines. */
const CHANGE_MS = 400;
/** Time to paint what an answer brought. */
const PAINT_MS = 100;
/** A page that goes so soon after a line was changed shows the change when it comes back. */
const LEAVES_MS = 3000;
const NOTE = 'lines';

/** All lines together, else the badge. @param {Element} part */
function itemsIn(part) {
  const counters = countersIn(part);
  const sum = counters.length ? counters.reduce((all, [, quantity]) => all + quantity, 0) : undefined;
  return counters[0]?.[0].matches('a,button') ? (badge() ?? sum) : (sum ?? badge());
}

/** What the cart holds and costs, as far as the page, or a drawer over it, shows it. @param {Element} [drawer] */
export function cartHere(drawer) {
  const { total_cents, currency } = costsHere(drawer);
  return { items: itemsIn(drawer || mainPart()), total_cents, currency };
}

/** @param {import('../page.js').Page} page */
export function captureCart(page) {
  let place = 'other';
  let seen = '';
  /** @type {import('./lines.js').Lines} */
  let lines = new Map();
  let changing = -LEAVES_MS;
  /** @type {number | undefined} cents, when it was looked at last */
  let total;
  /** When the shop answered what the visitor did last. */
  let answered = Infinity;
  let acted = false; // until the visitor does something, a page that fills in is only seen

  /** @param {string} phase @param {string} source @param {import('../page.js').Facts} more */
  const report = (phase, source, more) => page.report('cart', { phase, source, ...more });

  /** What was done to the lines. @param {import('./lines.js').Lines} now @param {ReturnType<typeof cartHere>} cart
   * @returns {boolean} whether anything was */
  function linesChanged(now, cart) {
    const changes = changesIn(lines, now);
    lines = now;
    for (const change of changes) report(change.phase, 'total', { ...change, ...cart });
    if (changes.length) changing = -LEAVES_MS;
    return !!changes.length;
  }

  /** The first look; what the page before sent, this one shows. @param {import('./lines.js').Lines} now
   * @param {ReturnType<typeof cartHere>} cart */
  function first(now, cart) {
    const before = place === 'cart' ? page.recall(NOTE) : '';
    if (before) page.note(NOTE, '');
    lines = before ? readLines(before) : now;
    linesChanged(now, cart);
    report('seen', 'text', cart);
  }

  function look() {
    if (place === 'checkout') return;
    const drawer = place === 'cart' ? undefined : drawerHere();
    if (place !== 'cart' && !drawer) {
      seen = '';
      return;
    }
    const cart = cartHere(drawer);
    const now = JSON.stringify(cart);
    // What is named like a drawer may be a badge in the header.
    if (now === seen || (cart.total_cents === undefined && (drawer || cart.items === undefined))) return;
    const known = !!seen;
    // What was typed changes nothing before the shop says so: by what it costs, by an answer, or by the page that comes.
    const isAsking = acted && !(page.now() - answered > PAINT_MS);
    if (known && isAsking && cart.total_cents !== undefined && cart.total_cents === total) return;
    total = cart.total_cents;
    const shown = linesIn(drawer || mainPart());
    seen = now;
    if (!known) first(shown, cart);
    else if (!acted) lines = shown;
    // A coupon makes it cost less, and changes nothing in it.
    else if (!linesChanged(shown, cart)) report(shown.size ? 'seen' : 'changed', 'total', cart);
  }

  /** The lines as they are, for the page that comes of this. */
  const leave = () => place === 'cart' && lines.size && page.note(NOTE, writeLines(lines));

  page.listen('page_view', view => {
    place = view.place;
    seen = '';
    acted = false;
  });
  // The address moves first, and what is shown with it is no longer the cart.
  page.listen('history', () => (place = 'checkout'));
  page.listen('press', () => {
    acted = !!seen;
    answered = Infinity;
  });
  page.listen('request', ({ phase, own_site }, timeStamp) => {
    if (phase === 'ended' && own_site) answered = timeStamp;
  });
  page.listen('settled', look);
  page.listen('click', ({ label, traits }, timeStamp, control) => {
    if (!seen) return;
    page.later(CHANGE_MS, look);
    const line = control && lineAround(control);
    if (!line) return;
    if (LATER.test(fold(String(label))) && !traits.includes('disabled'))
      page.report('cart', { phase: 'saved', source: 'markup', key: keyOfLine(line) }, timeStamp);
    if (countersIn(line).length) changing = timeStamp;
  });
  page.on(document, 'change', ({ target, timeStamp }) => {
    if (!seen) return;
    if (contentOf(target) === 'quantity') changing = timeStamp;
    page.later(CHANGE_MS, look);
  });
  page.listen('message', ({ text, wrong }, timeStamp) => {
    if (!wrong || SOLD_OUT.test(text) || timeStamp - changing > LEAVES_MS) return;
    changing = -LEAVES_MS;
    report('refused', 'message', {});
  });
  // A link, or a script that sends the form by itself.
  page.on(window, 'pagehide', ({ timeStamp }) => timeStamp - changing < LEAVES_MS && leave());
  page.on(document, 'submit', event => page.later(0, () => event.defaultPrevented || leave()));
}
