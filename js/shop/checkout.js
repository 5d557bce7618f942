// The checkout: which step, how the payment went, and the order that came of it.
import { contentOf } from '../contents.js';
import { textOf } from '../redact.js';
import { fold } from '../text.js';
import { cartHere } from './cart.js';
import { totalIn } from './money.js';
import { HEADINGS } from './places.js';
import { isVisible, mainPart, mainText, messages } from './read.js';
import { PAY, PAYMENT_ANSWERS, STEPS } from './words.js';

const STEP_OF = {
  contact: /^(email|phone|name|company)$/,
  delivery: /^(street|postcode|city|country)$/,
  payment: /^card$/,
};
const STATUS = /[?&](status|result|payment|redirect_status)=(fail\w*|cancel\w*|declined|refused|error)/i;
/** When to look for the shop's answer to a press on its pay button. */
const LOOKS_MS = [500, 1500, 3000, 6000];

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

/** @param {string} text folded @returns {string | undefined} a PAYMENT word */
export const paymentIn = text =>
  Object.entries(PAYMENT_ANSWERS).find(([, pattern]) => pattern.test(text))?.[0];

/** @param {import('../page.js').Page} page */
export function captureCheckout(page) {
  let place = 'other';
  let step = '';
  let bought = false;
  /** @type {string[] | null} messages in view when the visitor paid; null while no payment is going on */
  let paying = null;

  /** @param {string | undefined} next */
  function reached(next) {
    if (!next || next === step) return;
    step = next;
    const { items, total_cents } = cartHere();
    page.report('checkout', { step, items, total_cents });
  }

  function lookAtStep() {
    const fields = [...mainPart().querySelectorAll('input,select')].filter(isVisible).slice(0, 60);
    const headings = [...mainPart().querySelectorAll('h1,h2,[aria-current=step]')]
      .filter(isVisible)
      .slice(0, 6);
    const words = fold(headings.map(heading => textOf(heading, 60)).join(' '));
    reached(stepFrom(fold(location.pathname + location.hash), words, fields.map(contentOf)));
  }

  function lookAtOrder() {
    const [, confirmed] = HEADINGS[0];
    const text = mainText();
    if (bought || !confirmed.test(fold(text).slice(0, 600))) return;
    bought = true;
    const total = totalIn(text);
    const facts = { total_cents: total?.cents, currency: total?.currency, source: 'text' };
    page.report('payment', { phase: 'accepted', source: 'text' });
    page.report('purchase', facts);
  }

  function lookAtPayment() {
    const before = paying;
    const said =
      before &&
      messages()
        .filter(text => !before.includes(text))
        .map(paymentIn)
        .find(Boolean);
    if (!said) return;
    paying = null;
    page.report('payment', { phase: said, source: 'message' });
  }

  page.listen('page_view', view => {
    place = view.place;
    if (place !== 'checkout') step = '';
    const [, , status] = STATUS.exec(location.search) || [];
    const phase = status && paymentIn(fold(status));
    if (phase && /checkout|cart|other/.test(place)) page.report('payment', { phase, source: 'url' });
  });
  page.listen('settled', () => {
    if (place === 'checkout') lookAtStep();
    if (place === 'confirmation') lookAtOrder();
    lookAtPayment();
  });
  page.listen('field', ({ phase, content }) => {
    if (place === 'checkout' && phase === 'focused') reached(stepOf(String(content)));
  });
  page.listen('click', ({ label, traits }) => {
    const name = fold(String(label).replace(/^\S+ /, ''));
    if (place !== 'checkout' || !PAY.test(name) || traits.includes('disabled') || traits.includes('text'))
      return;
    paying = messages();
    for (const ms of LOOKS_MS) page.later(ms, lookAtPayment);
  });
  page.listen('request', ({ phase, own_site }) => {
    if (paying && phase === 'started' && own_site)
      page.report('payment', { phase: 'started', source: 'response' });
  });
}
