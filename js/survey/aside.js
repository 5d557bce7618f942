// aside.js - the card gives way while somebody writes in the page: it never covers the field that is written in, and on
// a phone it leaves its room to the keyboard.

const WRITTEN_IN = ':read-write:focus';
const PHONE = '(max-width: 30em)'; // where the card is a sheet, see themes.js

/** @param {DOMRect} one @param {DOMRect} other */
const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * @param {HTMLElement} host
 * @param {HTMLElement} dialog
 * @returns {() => void} ends it
 */
export function giveWay(host, dialog) {
  const look = () => {
    const field = document.querySelector(WRITTEN_IN);
    const inTheWay =
      !!field &&
      (matchMedia(PHONE).matches || meet(field.getBoundingClientRect(), dialog.getBoundingClientRect()));
    host.toggleAttribute('data-aside', inTheWay);
  };
  const ending = new AbortController();
  for (const type of ['focusin', 'focusout']) {
    // The next field has the focus only after `focusout` of the last.
    document.addEventListener(type, () => requestAnimationFrame(look), ending);
  }
  look();
  return () => ending.abort();
}
