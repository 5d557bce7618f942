// aside.js - the card gives way while somebody writes in the page: it never covers the field that is written in, and on
// a phone it leaves its room to the keyboard. It also moves above what the shop itself has fixed there, or puts there later.
// Fetched when a card stands.

const WRITTEN_IN = ':read-write:focus';
const PHONE = '(max-width: 30em)'; // where the card is a sheet, see themes.js

/** @param {DOMRect} one @param {DOMRect} other */
const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const STEP_PX = 32; // the least that can be pressed is about as high
const GAP_PX = 12;

/** Moves above what is fixed beneath the card, but for what covers half of the window; never down again: who is about to
 * press is not led astray twice. @param {HTMLElement} host */
function rise(host) {
  const { left, right, top, bottom, height } = host.getBoundingClientRect();
  let free = bottom;
  for (let y = bottom - 2; y > top; y -= STEP_PX)
    for (const x of [left + 9, (left + right) / 2, right - 9])
      for (const element of document.elementsFromPoint(x, y)) {
        const box = element.getBoundingClientRect();
        const stays = element !== host && /fixed|sticky/.test(getComputedStyle(element).position);
        if (stays && box.height < innerHeight / 2) free = Math.min(free, box.top - GAP_PX);
      }
  if (free < bottom && free > height) host.style.setProperty('--koord-lift', `${innerHeight - free}px`);
}

/**
 * @param {HTMLElement} host
 * @param {HTMLElement} dialog
 * @param {AbortController} ending
 */
export function giveWay(host, dialog, ending) {
  if (ending.signal.aborted) return;
  const look = () => {
    const field = document.querySelector(WRITTEN_IN);
    const inTheWay =
      !!field &&
      (matchMedia(PHONE).matches || meet(field.getBoundingClientRect(), dialog.getBoundingClientRect()));
    host.toggleAttribute('data-aside', inTheWay);
  };
  for (const type of ['focusin', 'focusout']) {
    // The next field has the focus only after `focusout` of the last.
    document.addEventListener(type, () => requestAnimationFrame(look), ending);
  }
  look();
  let due = false;
  const soon = () => {
    if (!due) requestAnimationFrame(lift);
    due = true;
  };
  function lift() {
    due = false;
    rise(host);
  }
  const changes = new MutationObserver(soon);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class', 'hidden'] });
  // What slides in has not arrived when it begins.
  for (const type of ['transitionend', 'animationend']) document.addEventListener(type, soon, ending);
  soon();
  ending.signal.addEventListener('abort', () => changes.disconnect());
}
