// What stood in view long enough to be read: costs, choices and messages in cart and checkout, things in a list.
import { nameOf } from '../target.js';
import { fold, hash } from '../text.js';
import { CHOICE, choiceOf } from './choice.js';
import { costLines, isChoice } from './costs.js';
import { keyOfLine } from './lines.js';
import { isVisible, itemsHere, mainPart } from './list.js';
import { moneyIn } from './money.js';

const READ_MS = 1000;
/** A thing in a list is looked at for longer before it is an answer. */
const ITEM_MS = 3000;
/** So many tell why somebody left; more would only fill the trail. */
const SEEN_MOST = 12;
const ITEMS_MOST = 4;
const COSTS = /total|shipping|tax|fee/;

/** @typedef {{what: string, key: number, price_cents: number | undefined, label: string}} Sight */

/** @param {Element} choice @param {string} step of the checkout @returns {[Element, Sight][]} */
function sightOfChoice(choice, step) {
  const what = choiceOf(choice, step);
  const label = nameOf(choice);
  if (!what || !label) return [];
  const [price] = moneyIn(label);
  const place = /** @type {HTMLInputElement} */ (choice).labels?.[0] || choice;
  return [[place, { what, key: hash(fold(label)), price_cents: price?.cents, label }]];
}

/** What cart and checkout show of costs and choices. @param {string} step @returns {[Element, Sight][]} */
function sightsOfOrder(step) {
  const costs = costLines().filter(
    line => COSTS.test(line.what || '') && line.what !== 'subtotal' && !isChoice(line),
  );
  const choices = [...mainPart().querySelectorAll(CHOICE)].filter(isVisible).slice(0, 20);
  return [
    ...costs.map(({ element, what, cents, text }) => {
      const label = text.slice(0, 80);
      return /** @type {[Element, Sight]} */ ([
        element,
        { what, key: hash(fold(label)), price_cents: cents, label },
      ]);
    }),
    ...choices.flatMap(choice => sightOfChoice(choice, step)),
  ];
}

/** A thing in a list; which one and at what price is read when it has been looked at, as most never are. */
const ITEM = { what: 'item', key: 0, price_cents: undefined, label: '' };

/** @returns {[Element, Sight][]} */
const sightsOfList = () =>
  itemsHere()
    .slice(0, 60)
    .map(item => [item, ITEM]);

/** @param {Element} item @returns {Sight} */
function sightOfItem(item) {
  const [price] = moneyIn(item.querySelector('[class*=price]')?.textContent || '');
  return { ...ITEM, key: keyOfLine(item) || 0, price_cents: price?.cents };
}

/** @param {import('../page.js').Page} page */
export function captureSeen(page) {
  if (typeof IntersectionObserver !== 'function') return;
  let place = 'other';
  let step = '';
  /** @type {Map<Element, Sight>} */
  let sights = new Map();
  /** @type {Map<Element, unknown>} timers of what is in view */
  const inView = new Map();
  /** @type {Set<string>} told of this page */
  const told = new Set();
  let items = 0;

  /** @param {Element} element @param {number} since */
  function read(element, since) {
    inView.delete(element);
    const known = sights.get(element);
    if (!known || document.hidden || told.size >= SEEN_MOST || (known === ITEM && items >= ITEMS_MOST))
      return;
    const sight = known === ITEM ? sightOfItem(element) : known;
    const name = `${sight.what} ${sight.key}`;
    if (told.has(name)) return;
    if (known === ITEM) items++;
    told.add(name);
    observer.unobserve(element);
    page.report('seen', {
      ...sight,
      label: sight.label || undefined,
      took_ms: Math.round(page.now() - since),
    });
  }

  /** @param {IntersectionObserverEntry} entry */
  function moved({ target, isIntersecting, time }) {
    page.cancel(inView.get(target));
    inView.delete(target);
    if (!isIntersecting) return;
    const ms = sights.get(target) === ITEM ? ITEM_MS : READ_MS;
    inView.set(
      target,
      page.later(ms, () => read(target, time)),
    );
  }

  const observer = new IntersectionObserver(
    page.guard(entries => entries.forEach(moved)),
    { threshold: 0.6 },
  );
  page.observe(() => observer.disconnect());

  /** @param {[Element, Sight][]} found */
  function watch(found) {
    const now = new Map(found);
    for (const element of sights.keys()) if (!now.has(element)) observer.unobserve(element);
    for (const [element] of found) if (!sights.has(element)) observer.observe(element);
    sights = now;
  }

  page.listen('page_view', view => {
    place = view.place;
    step = '';
    told.clear();
    items = 0;
    watch([]);
  });
  page.listen('checkout', fact => (step = fact.step));
  page.listen('settled', () => {
    if (told.size >= SEEN_MOST) watch([]);
    else if (/cart|checkout/.test(place)) watch(sightsOfOrder(step));
    else if (/search|listing/.test(place)) watch(sightsOfList());
  });
  page.listen('message', ({ text, wrong }, _, element) => {
    if (!wrong || !element || !/cart|checkout/.test(place)) return;
    sights.set(element, {
      what: 'message',
      key: hash(text),
      price_cents: undefined,
      label: text.slice(0, 80),
    });
    observer.observe(element);
  });
}
