// The checkout: which step, what it costs there, whether the shop can deliver, and the order that came of it.
import { contentOf } from '../contents.js';
import { textOf } from '../redact.js';
import { fold, hash } from '../text.js';
import { cartHere } from './cart.js';
import { choiceAt, choiceOf } from './choice.js';
import { costsHere } from './costs.js';
import { isVisible, mainPart } from './list.js';
import { ORDER_NUMBER, saysOrdered } from './places.js';
import { badge, mainText } from './read.js';
import { STEPS, UNDELIVERABLE } from './words.js';

const STEP_OF = {
  contact: /^(email|phone|name|company)$/,
  delivery: /^(street|postcode|city|country)$/,
  payment: /^card$/,
};
/** @type {Record<string, string>} */
const STEP_OF_CHOICE = { delivery_option: 'delivery', payment_method: 'payment' };
/** A choice of delivery or country changes the costs by then, where no request does. */
const CHANGE_MS = 400;
const CARD_FRAME = ['title', 'name', 'id', 'class', 'src']
  .flatMap(of => ['card', 'payment', 'cvc', 'iban'].map(what => `iframe[${of}*=${what} i]`))
  .join();
/** Addresses at which orders are placed. */
const ORDERS = /checkout|order|commande|bestel|pedido|ordine|zamowien/i;
const NOTE = 'bought';
const DUE = 'due';
const ITEMS = 'items';
const ORDER = ['start', 'contact', 'delivery', 'payment'];

/** @param {string} content a CONTENT word @returns {string | undefined} the step that asks for it */
export const stepOf = content => Object.entries(STEP_OF).find(([, asks]) => asks.test(content))?.[0];

/** @param {string} path @param {string} headings folded @param {string[]} contents of the fields in view */
export function stepFrom(path, headings, contents) {
  const byWords = (/** @type {string} */ text) =>
    Object.entries(STEPS).find(([, pattern]) => pattern.test(text))?.[0];
  const asked = new Set(contents.map(stepOf).filter(Boolean));
  // Several steps on one page: the visitor begins at its top, and the fields that get focus tell the rest.
  if (asked.size > 1) return 'start';
  const [only] = asked;
  return (
    byWords(path.replace(/.*(checkout|afrekenen|kasse|caisse|cassa)\w*/, '')) ||
    only ||
    byWords(headings) ||
    'start'
  );
}

function stepHere() {
  const fields = [...mainPart().querySelectorAll('input,select')].filter(isVisible).slice(0, 60);
  const headings = [...mainPart().querySelectorAll('h1,h2,[aria-current=step]')]
    .filter(isVisible)
    .slice(0, 6);
  const words = fold(headings.map(heading => textOf(heading, 60)).join(' '));
  return stepFrom(fold(location.pathname + location.hash), words, fields.map(contentOf));
}

/** @param {import('../page.js').Page} page */
export function captureCheckout(page) {
  /** By the badge or the lines; many checkouts have neither, and the cart was the last that told. @returns {number | undefined} */
  const itemsNow = () => badge() ?? cartHere().items ?? (+page.recall(ITEMS) || undefined);

  /** What the checkout cost when it was left: many say thanks and no more. */
  function due() {
    const [cents, currency] = page.recall(DUE).split(',');
    return cents ? { cents: +cents, currency: currency || undefined } : undefined;
  }

  let place = 'other';
  let via = '';
  let step = '';
  /** The step that the page itself showed last. */
  let shown = '';
  let costs = '';
  let bought = false;

  /** Tells a step, and the same one again when it costs something else. @param {string} next
   * @param {import('../page.js').Facts} [more] */
  function reached(next, more) {
    const { currency, ...amounts } = costsHere();
    const now = JSON.stringify(amounts);
    if (next === step && now === costs && !more) return;
    step = next;
    costs = now;
    const money = currency ? hash(currency) : undefined;
    if (amounts.total_cents) page.note(DUE, `${amounts.total_cents},${currency || ''}`);
    page.report('checkout', { step, items: itemsNow(), ...amounts, money, ...more });
  }

  function lookAtOrder() {
    const text = fold(mainText());
    const numbered = ORDER_NUMBER.test(text);
    if (bought || !(numbered || saysOrdered(text.slice(0, 600)))) return;
    const { total_cents, currency } = costsHere();
    // Words alone may only talk about orders.
    if (!numbered && !total_cents && !due() && !ORDERS.test(location.pathname + location.search)) return;
    bought = true;
    const total = total_cents ? { cents: total_cents, currency } : due();
    const order = `${hash(location.pathname + location.search + total?.cents)}`;
    // The same page again is no second order.
    if (page.recall(NOTE) === order || /reload|back_forward|restore/.test(via)) return;
    page.note(NOTE, order);
    page.note('paying', '');
    page.report('payment', { phase: 'accepted', source: 'text' });
    page.report('purchase', { total_cents: total?.cents, currency: total?.currency, source: 'text' });
  }

  /** By what the visitor does on one page: who mends a field further up does not go back. @param {string | false | null | undefined} next */
  function advance(next) {
    if (next && ORDER.indexOf(next) > ORDER.indexOf(step)) reached(next);
  }

  const again = () => place === 'checkout' && step && reached(step);

  page.listen('page_view', view => {
    ({ place, via } = view);
    bought = false;
    shown = '';
    if (place !== 'checkout') step = '';
  });
  // The address moves first: what is shown from here on belongs to the view to come.
  page.listen('history', () => (place = ''));
  page.listen('settled', () => {
    if (place === 'checkout') reached(stepNow());
    if (place === 'confirmation') lookAtOrder();
  });
  page.listen('field', ({ phase, content }) => {
    if (place === 'checkout' && phase === 'focused') advance(stepOf(String(content)));
  });
  // Who chooses how to pay has come that far, though no field got the focus.
  page.listen('click', (_, __, control) => {
    const choice = place === 'checkout' && choiceAt(control);
    advance(choice && STEP_OF_CHOICE[choiceOf(choice) || '']);
  });
  // A press inside a frame of another site is seen as the window losing the focus to it.
  page.on(window, 'blur', () => {
    if (place === 'checkout' && document.activeElement?.matches(CARD_FRAME)) advance('payment');
  });
  page.on(document, 'change', () => page.later(CHANGE_MS, again));
  page.listen('cart', ({ items }) => items === undefined || page.note(ITEMS, `${items}`));
  page.listen('message', ({ text, wrong }) => {
    if (wrong && UNDELIVERABLE.test(text) && /cart|checkout/.test(place))
      reached(step || 'start', { blocked: 1 });
  });

  /** A page that looks as it did stays where its visitor is: on one of all steps, the fields that get focus tell. */
  function stepNow() {
    const next = stepHere();
    const stays = step && (next === 'start' || next === shown);
    shown = next;
    return stays ? step : next;
  }
}
