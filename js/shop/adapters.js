// Shop systems and standards that say what happens in words of their own: each has an adapter, a file that is fetched
// when its system is met on the page. docs/adapters.md says how another one is added.
import { load } from '../load.js';
import { queryFrom } from '../redact.js';
import { hash } from '../text.js';
import { productBeside } from './add.js';
import { keyOfLine, lineAround } from './lines.js';
import { productKey } from './read.js';

/**
 * @typedef {object} Kit what an adapter is given
 * @property {import('../page.js').Page} page
 * @property {(kind: string, facts: import('../page.js').Facts, at?: number) => void} say one fact, unless somebody else has
 *   told it by the time that it is due
 * @property {(text: string, at?: number) => void} search
 * @property {(count: number) => void} found how much a search or a listing shows
 * @property {() => number | undefined} thing key of the product that the page, or the last press, is about
 * @property {() => any[] | undefined} layer the data layer of the page
 * @property {{name: string, facts: any, at: number}[]} said by koord.event()
 * @property {(text: string) => number} hash
 * @property {(address: string) => number} productKey
 *
 * @typedef {{speak: (kit: Kit) => void}} Adapter
 */

/** Kinds of facts that say how they were learned. */
const SOURCED = /^(cart|coupon|payment|purchase)$/;
/** Names of GA4 that mean something in a shop. */
const MEANT =
  /^(search|view_search_results|view_item(_list)?|select_item|add_to_(cart|wishlist)|remove_from_cart|view_cart|begin_checkout|add_(shipping|payment)_info|purchase)$/;
/** What looks at the page itself knows more than a name, and is let go first; but not for longer than this. */
const DUE_MS = 1500;

/** Tag managers say in their own address how the layer is called, where not dataLayer. */
function layerHere() {
  const script = /** @type {HTMLScriptElement | null} */ (
    document.querySelector('script[src*="/gtm.js?"],script[src*="/gtag/js?"]')
  );
  const name = script && new URL(script.src).searchParams.get('l');
  const layer = /** @type {any} */ (window)[name || 'dataLayer'];
  return Array.isArray(layer) ? layer : undefined;
}

/** @param {any} entry of a data layer */
const isMeant = entry =>
  !!entry?.ecommerce || MEANT.test(entry?.event || (entry?.[0] === 'event' && entry[1]));

/** Where each is met. @type {Record<string, (said: unknown[]) => unknown>} */
const MET = {
  ga4: said => said.length || layerHere()?.some(isMeant),
  schema: () => document.querySelector('script[type="application/ld+json"],[itemtype*="schema.org/"]'),
  woo: () =>
    document.querySelector(
      '.woocommerce,.woocommerce-page,[class*=wp-block-woocommerce],[class*=wc-block-],script[src*="/woocommerce/"]',
    ),
};

/** @param {import('../page.js').Page} page @param {(by: string) => import('../page.js').Page} as */
export function captureAdapters(page, as) {
  /** @type {Set<string>} */
  const met = new Set();
  /** @type {Kit['said']} */
  const said = [];
  /** @type {Element | null | undefined} */
  let pressed;
  let place = 'other';
  /** What is not due yet. `here`: means nothing once the page is gone; `there`: is about the view to come.
   * @typedef {{run: () => void, about: string, timer: unknown}} Due @type {Due[]} */
  let waiting = [];

  /** @param {() => void} run @param {string} [about] */
  function wait(run, about = '') {
    const one = { run, about, timer: page.later(DUE_MS, () => due([one])) };
    waiting.push(one);
  }

  /** @param {Due[]} some */
  function due(some) {
    waiting = waiting.filter(one => !some.includes(one));
    for (const { run, timer } of some) {
      page.cancel(timer);
      run();
    }
  }

  /** @param {string} by @returns {Kit} */
  const kitFor = by => ({
    page,
    say(kind, facts, at) {
      const source = SOURCED.test(kind) ? { source: 'facts' } : {};
      wait(() => as(by).report(kind, { ...source, ...facts }, at), kind === 'checkout' ? 'there' : '');
    },
    search: (text, at = page.now()) => wait(() => page.tell('searched', queryFrom(String(text)), at), 'here'),
    found: count => wait(() => page.tell('found', { count }, page.now()), 'here'),
    thing() {
      const line = place === 'cart' && pressed && lineAround(pressed);
      if (line) return keyOfLine(line);
      if (place === 'product') return productKey(location.href);
      return pressed?.isConnected ? productBeside(pressed) : undefined;
    },
    layer: layerHere,
    said,
    hash,
    productKey,
  });

  /** @param {string} name */
  async function meet(name) {
    met.add(name);
    const { speak } = /** @type {Adapter} */ (await load(`${page.settings.base}koord.${name}.js`));
    page.guard(speak)(kitFor(name));
  }

  function look() {
    for (const [name, isMet] of Object.entries(MET))
      if (!met.has(name) && isMet(said)) meet(name).catch(() => page.errors++); // it is missing: the page itself is read all the same
  }

  page.listen('page_view', view => ({ place } = view));
  page.listen('click', (_, __, control) => (pressed = control));
  page.listen('settled', look);
  page.listen('history', () => due(waiting.filter(({ about }) => about !== 'there')));
  page.on(window, 'pagehide', () => due(waiting.filter(({ about }) => about !== 'here')));
  page.listen('said', ({ name, facts }, at) => {
    if (!MEANT.test(name)) return;
    said.push({ name, facts, at });
    if (met.has('ga4')) page.tell('meant', {}, at);
    else look();
  });
}
