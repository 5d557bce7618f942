// What answers an action: changes of the page, and everything else a browser does that a visitor can notice.
// At rest nothing is observed; a press arms the watch.
import { isOperable } from './capture/traits.js';
import { watchValues } from './capture/values.js';
import { watchVisual } from './capture/visual.js';
import { TEXT_FIELD } from './target.js';

/** The verdict on a press falls after 2.5 s; for 5 s more we look whether what changed keeps changing. */
const WATCH_MS = 7500;
/** A press without a click by now is a drag, or a key that clicks nothing. */
const CLICK_MS = 1000;
/** A scroll this soon after wheel, finger or key is the visitor's own. */
const HAND_MS = 300;

/** EFFECT words, and the events on the document that are one. @type {Record<string, string>} */
const ANSWERS = {
  input: 'input change',
  toggle: 'toggle close',
  submit: 'submit',
  invalid: 'invalid',
  media: 'play pause fullscreenchange pointerlockchange',
  clipboard: 'copy cut paste',
};

/** @typedef {(what: string, timeStamp?: number) => void} Answer */
/** @typedef {(facts: import('./page.js').Facts, timeStamp?: number) => void} Report */

/** @param {import('./page.js').Page} page */
export function captureEffects(page) {
  /** @type {Set<string>} */
  const answered = new Set();
  const report = afterClick(page);
  const visual = watchVisual(page, report);
  let armed = false;
  /** @type {Element | null | undefined} */
  let pressed;
  /** @type {unknown} */
  let timer;

  page.listen('press', (event, _, leaf) => {
    armed = true;
    pressed = leaf;
    answered.clear();
    visual.arm(event.composedPath());
    page.cancel(timer);
    timer = page.later(WATCH_MS, () => {
      armed = false;
      visual.disarm();
    });
  });

  /** Once a press is enough: detectors ask whether it was answered, not how often. @type {Answer} */
  function answer(what, timeStamp) {
    if (!armed || answered.has(what)) return;
    answered.add(what);
    report({ what }, timeStamp);
  }

  for (const [what, types] of Object.entries(ANSWERS)) {
    page.everywhere(types, (event, leaf) => {
      if (!isLeaving(event, leaf)) answer(what, event.timeStamp);
    });
  }
  watchLeaving(page, answer);
  watchScroll(page, answer);
  watchCalls(page, answer);
  watchValues(page, answer);

  page.everywhere('focusin', (event, leaf) => {
    if (leaf?.matches(TEXT_FIELD)) answer('focus', event.timeStamp);
  });
  page.everywhere('selectionchange', event => {
    if (!armed || !pressed || pressed.ownerDocument.getSelection()?.isCollapsed !== false) return;
    // Who presses a button fast selects the words on it, too.
    if (pressed.matches(TEXT_FIELD) || !isOperable(pressed)) answer('selection', event.timeStamp);
  });
  page.everywhere('click', (event, leaf) => followed(leaf, answer, event.timeStamp));
  page.everywhere('transitionrun animationstart', (_, leaf) => armed && visual.moved(leaf));
}

/** A text field tells of its change when it is left: that is the press itself, not its answer.
 * @param {Event} event @param {Element | null} leaf */
const isLeaving = (event, leaf) =>
  event.type === 'change' && leaf?.matches(TEXT_FIELD) && !leaf.matches('select');

/** A menu opens while the button is still down: what answers a press is told after the click that comes of it,
 * with the time at which it happened. @param {import('./page.js').Page} page @returns {Report} */
function afterClick(page) {
  /** @type {Array<[import('./page.js').Facts, number]>} */
  let waiting = [];
  let pressing = false;
  /** @type {unknown} */
  let timer;

  function release() {
    pressing = false;
    page.cancel(timer);
    const all = waiting;
    waiting = [];
    for (const [facts, at] of all) page.report('effect', facts, at);
  }
  page.listen('press', () => {
    release();
    pressing = true;
    timer = page.later(CLICK_MS, release);
  });
  page.listen('click', release);
  page.on(window, 'pointercancel visibilitychange pagehide', release);
  return (facts, at = page.now()) => {
    page.tell('answer', facts, at);
    if (pressing) waiting.push([facts, at]);
    else page.report('effect', facts, at);
  };
}

/** A link that opens a window or saves a file answers by that.
 * @param {Element | null} leaf @param {Answer} answer @param {number} [timeStamp] */
function followed(leaf, answer, timeStamp) {
  const link = leaf?.closest('a');
  if (link?.matches('[download],[href^="blob:"]')) answer('download', timeStamp);
  else if (link?.matches('[target]:not([target=_self])')) answer('window', timeStamp);
}

/** Navigation, and the window losing or gaining the visitor. @param {import('./page.js').Page} page @param {Answer} answer */
function watchLeaving(page, answer) {
  const { navigation } = /** @type {any} */ (window);
  const navigate = (/** @type {Event} */ event) => answer('navigation', event.timeStamp);
  // Where the Navigation API is missing, beforeunload is the only sign while a slow shop still thinks.
  if (navigation) page.on(navigation, 'navigate', event => event.hashChange || navigate(event));
  else page.on(window, 'beforeunload', navigate);
  page.on(window, 'pagehide', navigate);
  page.listen('history', (_, timeStamp) => answer('navigation', timeStamp));
  // A style sheet may answer to an address (:target); to "#" there is no answer.
  const addressHere = () => location.href.replace(/#$/, '');
  let address = addressHere();
  page.on(window, 'popstate hashchange', event => {
    if (addressHere() !== address) navigate(event);
    address = addressHere();
  });

  page.on(document, 'visibilitychange', event => {
    page.report('effect', { what: document.hidden ? 'hidden' : 'shown' }, event.timeStamp);
  });
  // Whoever goes to a frame, a payment form for instance, is still here. Firefox says a moment later who has the focus.
  let framed = false;
  const own = { capture: false }; // the window's own, not those of every field in it
  const blur = (/** @type {Event} */ { timeStamp }) =>
    page.later(0, () => {
      framed = !!document.activeElement?.matches('iframe');
      if (!framed) page.report('effect', { what: 'blurred' }, timeStamp);
    });
  page.on(window, 'blur', blur, own);
  const focus = (/** @type {Event} */ { timeStamp }) => {
    if (!framed) page.report('effect', { what: 'focused' }, timeStamp);
    framed = false;
  };
  page.on(window, 'focus', focus, own);
}

/** Scrolling that the page does, not the visitor. @param {import('./page.js').Page} page @param {Answer} answer */
function watchScroll(page, answer) {
  let byHand = -HAND_MS;
  page.everywhere('wheel touchmove keydown', event => {
    if (!event.key || /^(Arrow|Page|Home|End)/.test(event.key)) byHand = event.timeStamp;
  });
  page.everywhere('scroll', event => {
    if (event.timeStamp - byHand < HAND_MS)
      byHand = event.timeStamp; // momentum goes on by itself
    else answer('scroll', event.timeStamp);
  });
}

/** Answers that can be seen only as calls. @param {import('./page.js').Page} page @param {Answer} answer */
function watchCalls(page, answer) {
  /** @param {any} owner @param {string} name @param {string} what */
  const call = (owner, name, what) => page.patch(owner, name, () => answer(what));
  const { Clipboard, Navigator, HTMLElement } = window;
  for (const name of ['open', 'alert', 'confirm', 'prompt']) call(window, name, 'window');
  call(window, 'print', 'print');
  call(Clipboard?.prototype, 'writeText', 'clipboard');
  call(Clipboard?.prototype, 'write', 'clipboard');
  call(Navigator.prototype, 'share', 'share');
  page.patch(HTMLElement.prototype, 'click', self => followed(self, answer));
}
