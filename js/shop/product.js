// Products: chosen from a list, seen on a page of their own, kept for later, compared.
import { textOf } from '../redact.js';
import { fold } from '../text.js';
import { productBeside } from './add.js';
import { itemsHere, linkIn, mainPart } from './list.js';
import { moneyIn } from './money.js';
import { placeHere, placeOf } from './place.js';
import { ADD_TO_CART } from './places.js';
import { mainText, productKey } from './read.js';
import { COMPARE, LATER } from './words.js';

/** Without a price by now there is none. */
const PRICE_MS = 2500;
const BUTTON = 'button,[role=button],input,select,label';

/** What the control asks for, unless it takes it back. @param {string} name folded @param {Element} control */
function wishOf(name, control) {
  if (
    control.matches('[aria-pressed=true],:checked') ||
    /remove|verwijder|entfern|retirer|quitar|rimuovi|usun/.test(name)
  )
    return undefined;
  return COMPARE.test(name) ? 'compared' : LATER.test(name) ? 'wished' : undefined;
}

/** @param {import('../page.js').Page} page */
export function captureProduct(page) {
  let place = 'other';
  let fresh = false;
  let since = 0;
  /** @type {number | undefined} the product that this document showed last */
  let seen;
  /** @type {Element[]} of the list, as it was when the page came to rest */
  let items = [];

  /** Whose page a press leads to. @param {Element} control @param {number} at */
  function choose(control, at) {
    const rank = items.findIndex(
      item => item.contains(control) || linkIn(item) === /** @type {HTMLAnchorElement} */ (control).href,
    );
    const own = control.matches('a[href]') && !control.matches('[href^="#"]');
    const address = own ? /** @type {HTMLAnchorElement} */ (control).href : linkIn(items[rank]);
    if (!address || (!own && control.matches(BUTTON))) return;
    const { origin, pathname, search } = new URL(address, location.href);
    const product = origin === location.origin && placeOf(pathname + search) === 'product';
    if (rank < 0 && (!product || place === 'product')) return;
    page.report(
      'product',
      { phase: 'chosen', key: productKey(address), rank: rank < 0 ? undefined : rank + 1 },
      at,
    );
  }

  page.listen('page_view', (view, timeStamp) => {
    place = view.place;
    items = [];
    if (place !== 'product') seen = undefined;
    fresh = place === 'product';
    since = timeStamp;
  });
  page.listen('settled', (_, timeStamp) => {
    if (!/cart|checkout/.test(place)) items = itemsHere();
    // Scripts have filled in by now what the address did not tell.
    if (place === 'other' && placeHere() === 'product') {
      place = 'product';
      fresh = true;
    }
    if (!fresh) return;
    const priced = mainPart().querySelector('[itemprop=price],[class*=price]');
    const [price] = moneyIn(textOf(priced, 80)).concat(moneyIn(mainText()));
    if (!price && timeStamp - since < PRICE_MS) return;
    fresh = false;
    const key = productKey(location.href);
    if (key === seen) return; // another colour of it
    seen = key;
    const facts = { price_cents: price?.cents, currency: price?.currency };
    page.report('product', { phase: 'seen', key, ...facts });
  });
  page.listen('click', ({ label }, timeStamp, control) => {
    if (!control) return;
    const name = fold(String(label));
    const phase = /product|listing|search|home|other/.test(place) && wishOf(name, control);
    if (phase && control.matches(BUTTON))
      page.report('product', { phase, key: productBeside(control) }, timeStamp);
    else if (!ADD_TO_CART.test(name)) choose(control, timeStamp);
  });
}
