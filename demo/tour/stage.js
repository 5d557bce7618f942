// stage.js - the shop in its frame, seen from outside: opening pages, waiting for them, finding things in them. The
// shop's own pages know nothing of this.

import { h } from '../shop/dom.js';
import { t } from './words.js';

/** @typedef {Window & typeof globalThis & {koord?: any}} Shop */
/** @typedef {ReturnType<typeof createStage>} Stage */

const SHOP = '../shop/';
/** A page of the shop, as it may stand behind the # of our own address. */
const PAGE = /^[\w-]+\.html(\?[\w=&%,.+-]*)?$/;
const PATIENCE_MS = 20_000;

/** @returns {string} the page that our address names */
const wanted = () => (PAGE.test(location.hash.slice(1)) ? location.hash.slice(1) : 'index.html');

/** @param {(shop: Shop) => void} onPage each page once it has loaded */
export function createStage(onPage) {
  const frame = h('iframe', { title: t('The shop'), src: SHOP + wanted() });
  const shop = () => /** @type {Shop} */ (frame.contentWindow);

  /** The page, where it is one of the shop's, and all there. */
  const page = () => {
    const { location: place, document: content } = shop();
    return place.pathname.includes('/shop/') && content.readyState === 'complete'
      ? place.pathname.split('/').at(-1)
      : '';
  };

  let loads = 0;
  frame.addEventListener('load', () => {
    if (!page()) return;
    loads++;
    history.replaceState(
      null,
      '',
      `#${page()}${shop().location.search.replace(/[?&](fault|lang)=[^&]*/g, '')}`,
    );
    onPage(shop());
  });

  return {
    frame,
    shop,

    /** @param {string} path of the shop @param {AbortSignal} signal */
    async open(path, signal) {
      const before = loads;
      frame.src = SHOP + path;
      await until(() => loads > before, signal);
    },

    /** Whether a page of the shop is there. */
    isOpen: () => shop().location.href !== 'about:blank',

    /** @param {AbortSignal} signal */
    async reload(signal) {
      const before = loads;
      shop().location.reload();
      await until(() => loads > before, signal);
    },

    /** Leaves the shop, so that its tag says farewell, and comes back as somebody whom it does not know. */
    async newVisitor(/** @type {AbortSignal} */ signal) {
      shop().location.replace('about:blank');
      await until(() => shop().location.href === 'about:blank', signal);
      localStorage.setItem('koord', ''); // taken away, it would tell other tabs that consent was withdrawn
      for (const name of ['shop_cart', 'shop_account', 'shop_kept']) localStorage.removeItem(name);
      sessionStorage.removeItem('shop_order');
    },

    /** Waits until that page is there, and the tag with it. @param {string} name @param {AbortSignal} signal */
    arrives: (name, signal) => until(() => page() === name && shop().koord?.stop, signal),

    /** Waits for an element that can be seen; " >>> " leads into an open shadow root. @param {string} selector @param {AbortSignal} signal
     * @returns {Promise<HTMLElement>} */
    element: (selector, signal) => until(() => seen(shop().document, selector), signal),

    /** @param {string} selector @param {AbortSignal} signal */
    gone: (selector, signal) => until(() => !seen(shop().document, selector), signal),
  };
}

/** @param {Document} page @param {string} selector @returns {HTMLElement | null} */
function seen(page, selector) {
  /** @type {ParentNode | null | undefined} */
  let place = page;
  /** @type {HTMLElement | null} */
  let found = null;
  for (const part of selector.split(' >>> ')) {
    found = place?.querySelector(part) ?? null;
    place = found?.shadowRoot;
  }
  return found?.getClientRects().length ? found : null;
}

/**
 * Looks at every frame, and every so often where frames stand still.
 * @template T @param {() => T} look @param {AbortSignal} signal ends it
 * @returns {Promise<NonNullable<T>>} the first true value
 */
export async function until(look, signal) {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    signal.throwIfAborted();
    const value = look();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited in vain for ${look}`);
    await new Promise(next => {
      requestAnimationFrame(next);
      setTimeout(next, 100);
    });
  }
}
