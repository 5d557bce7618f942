// How a payment went: begun, answered by a message, by the address that the visitor came back to, or by an order.
import { nameOf } from '../target.js';
import { fold, hash } from '../text.js';
import { choiceOf } from './choice.js';
import { isVisible, mainPart } from './list.js';
import { ABOUT_PAYMENT, GOES_ON, HARD, PAY, PAYMENT_ANSWERS, SOFT } from './words.js';

const STATUS =
  /[?&](?:\w*status|result|payment|outcome|error)=(fail\w*|cancel\w*|declined|refused|rejected|error)|\/(?:payment|checkout|order)\w*[/-](fail\w*|cancel\w*|declined|refused|rejected|error)/i;
/** Frames in which a bank asks whether it is really you. */
const CHALLENGE =
  'iframe[src*="3ds"],iframe[src*="acs"],iframe[src*=challenge],iframe[name*=challenge],iframe[id*=challenge],iframe[title*="3D"],iframe[title*=authentic i]';
const CHALLENGE_LOOKS_MS = [1000, 3000, 6000];
/** The shop's answer to a press on its pay button comes sooner. */
const ANSWER_MS = 60_000;
/** A page that goes so soon after the press went to the bank. */
const LEAVES_MS = 3000;
const NOTE = 'paying';

/** @param {string} text folded @returns {string | undefined} a PAYMENT word */
export const paymentIn = text =>
  Object.entries(PAYMENT_ANSWERS).find(([, pattern]) => pattern.test(text))?.[0];

/** Whether trying again is useless, as far as the words tell. @param {string} text folded */
export const hardIn = text => (HARD.test(text) ? 1 : SOFT.test(text) ? 0 : undefined);

/** Whether a button pays. @param {string} name folded */
export const pays = name => PAY.test(name) && !GOES_ON.test(name);

/** The chosen way of paying, hashed: the last choice on the page that is about payment, or the last one at all. */
function methodHere() {
  const chosen = [...mainPart().querySelectorAll('[type=radio]:checked,[role=radio][aria-checked=true]')];
  const choice = chosen.reverse().find(one => choiceOf(one) === 'payment_method') || chosen[0];
  const name = choice && nameOf(choice);
  return name ? hash(fold(name)) : undefined;
}

/** @param {import('../page.js').Page} page */
export function capturePayment(page) {
  let place = 'other';
  /** When the visitor pressed the pay button. */
  let pressed = -ANSWER_MS;
  /** Whether nothing is expected to begin. */
  let begun = true;
  let answered = false;

  /** @param {string} phase @param {string} source @param {import('../page.js').Facts} [more] @param {number} [at] */
  function report(phase, source, more, at) {
    page.report('payment', { phase, source, method: methodHere(), ...more }, at);
  }

  /** @param {string} source @param {number} at */
  function begin(source, at) {
    if (begun) return;
    begun = true;
    page.note(NOTE, '1');
    report('started', source, {}, at);
    for (const ms of CHALLENGE_LOOKS_MS) page.later(ms, lookForChallenge);
  }

  function lookForChallenge() {
    if (answered || ![...document.querySelectorAll(CHALLENGE)].some(isVisible)) return;
    answered = true;
    report('challenged', 'markup');
  }

  /** @param {string} phase @param {string} source @param {string} [text] folded */
  function end(phase, source, text = '') {
    if (answered) return;
    answered = true;
    page.note(NOTE, '');
    report(phase, source, { hard: phase === 'declined' ? hardIn(text) : undefined });
  }

  page.listen('page_view', view => {
    place = view.place;
    answered = false;
    const [, query, path] = STATUS.exec(location.pathname + location.search) || [];
    const phase = (query || path) && paymentIn(fold(query || path));
    if (phase && (page.recall(NOTE) || /checkout|cart|other/.test(place))) end(phase, 'url');
  });
  page.listen('click', ({ label, traits }, timeStamp) => {
    const name = fold(String(label).replace(/^\S+ /, ''));
    begun = true;
    if (place !== 'checkout' || !pays(name) || /disabled|text/.test(traits)) return;
    pressed = timeStamp;
    begun = answered = false;
  });
  page.listen('request', ({ phase, own_site }, timeStamp) => {
    if (phase === 'started' && own_site) begin('response', timeStamp);
  });
  page.listen('submit', ({ invalid }) => (begun ||= invalid > 0)); // not this time
  page.on(document, 'submit', event =>
    page.later(0, () => event.defaultPrevented || begin('form', event.timeStamp)),
  );
  // Only what the page itself brings about counts: who gives up leaves as soon.
  page.on(/** @type {any} */ (window).navigation, 'navigate', ({ userInitiated, timeStamp }) => {
    if (!userInitiated && timeStamp - pressed < LEAVES_MS) begin('url', timeStamp);
  });
  page.listen('message', ({ text, wrong }, timeStamp) => {
    const asked = timeStamp - pressed < ANSWER_MS || page.recall(NOTE);
    if (!(asked || /checkout|cart|other/.test(place)) || !(asked || (wrong && ABOUT_PAYMENT.test(text))))
      return;
    const phase = wrong && paymentIn(text);
    if (phase) end(phase, 'message', text);
  });
}
