// The main part of a page, and the list of things in it. Part of koord.js: whether a page is a list, or one thing to buy,
// is asked before anything else.

export const ASIDE = 'nav,footer,dialog:not([open]),[role=navigation],[role=contentinfo]';

/** What narrows a list, and what sorts it: names of classes are English, or nearly so, in most shops. */
export const FILTERS =
  '[class*=filt i],[id*=filt i],[class*=facet i],[id*=facet i],[class*=refin i],[aria-label*=filt i]';
export const SORTS =
  'select[name*=sort i],select[id*=sort i],select[name*=order i],select[id*=order i],[class*=sort i]:not([class*=sortable i])';

/** @param {Element} element older browsers cannot tell cheaply, and take everything as visible */
export const isVisible = element => element.checkVisibility?.() ?? true;

/** @returns {Element} */
export const mainPart = () => document.querySelector('main,[role=main]') || document.body;

/** What hangs below a field while somebody types is no list of the page. */
const OVERLAY = `${ASIDE},[role=listbox],[class*=suggest i],[class*=autocomplete i]`;

/** @param {Element | undefined} item @returns {string | undefined} the address that it leads to */
export const linkIn = item =>
  /** @type {HTMLAnchorElement | null | undefined} */ (
    item?.matches('a[href]') ? item : item?.querySelector('a[href]')
  )?.href;

/** Several readers ask for the same in one turn of the event loop, in which the page stays as it is.
 * @template T @param {() => T} read @returns {() => T} */
export function onceATurn(read) {
  /** @type {{found: T} | undefined} */
  let known;
  const forget = () => {
    known = undefined;
  };
  return () => {
    if (!known) Promise.resolve().then(forget);
    known ??= { found: read() };
    return known.found;
  };
}

/** The children of one kind that have a link and a picture or a price. @param {Element} list */
function itemsOf(list) {
  const items = [...list.children].filter(
    child => linkIn(child) && child.querySelector('img,svg,picture,canvas,[class*=price]'),
  );
  const kindOf = (/** @type {Element | undefined} */ item) => item && item.tagName + item.classList[0];
  return items.filter(item => kindOf(item) === kindOf(items[items.length - 1]));
}

/** The items of a list of products: of whatever has most of them; the innermost where there is one, else the outermost.
 * @returns {Element[]} */
export const itemsHere = onceATurn(() => {
  /** @type {Element[]} */
  let best = [];
  for (const list of [...mainPart().querySelectorAll('ul,ol,div,section,tbody')].slice(0, 300)) {
    const items = itemsOf(list);
    const more = items.length > best.length || (items.length === 1 && best.length === 1);
    if (more && !list.closest(OVERLAY) && isVisible(list)) best = items;
  }
  return best;
});
