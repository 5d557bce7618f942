// card.js - the card in the corner: where it stands in the page, how it is announced, and whose the focus is.
//
// The shadow root is open. A closed one keeps no script of the page out (attachShadow can be wrapped before
// we come), but it does keep out the tools that check and repair accessibility, and honest tests.

import { element, icon } from './dom.js';
import { dress } from './style.js';

const CROSS = 'M6 6l12 12M18 6L6 18';

/**
 * What is typed here is no business of the shop: without this its shortcuts ("/" opens the search) would act
 * on letters of an answer, and other trackers would count them.
 */
const PRIVATE_EVENTS = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'copy', 'cut', 'paste'];

/**
 * @typedef {object} Card
 * @property {(content: Node[]) => void} fill replaces what stands on the card; one element has the id `title`
 * @property {(text: string) => void} announce politely, when the screen reader has time
 * @property {() => HTMLElement | null} focused the element of the card that has the focus
 * @property {() => void} returnFocus gives the focus back to where it came from, if it is inside
 * @property {() => void} remove
 */

/**
 * @param {Element} mount
 * @param {string} language
 * @param {string} closeWord
 * @param {() => void} onClose
 * @returns {Card}
 */
export function createCard(mount, language, closeWord, onClose) {
  const host = document.createElement('koord-survey');
  host.setAttribute('data-koord-survey', '');
  const root = host.attachShadow({ mode: 'open' });
  const status = element('div', { role: 'status', class: 'unseen' });
  const close = element('button', { type: 'button', class: 'close', 'aria-label': closeWord }, icon(CROSS));
  const content = element('div');
  const dialog = element('section', { role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'title' });
  dialog.lang = language;
  status.lang = language;
  dialog.append(close, content);
  root.append(dialog, status);
  dress(root, dialog);

  close.addEventListener('click', onClose);
  closeOnEscape(root, onClose);
  for (const type of PRIVATE_EVENTS) root.addEventListener(type, event => event.stopPropagation());
  const returnFocus = rememberFocus(host, root);
  mount.append(host);

  return {
    fill: nodes => content.replaceChildren(...nodes),
    announce: text => announce(status, text),
    focused: () => /** @type {HTMLElement | null} */ (root.activeElement),
    returnFocus,
    remove: () => {
      returnFocus();
      host.remove();
    },
  };
}

/**
 * The key comes from inside, therefore the focus is inside; Escape in the page stays the page's.
 * @param {ShadowRoot} root
 * @param {() => void} onClose
 */
function closeOnEscape(root, onClose) {
  root.addEventListener('keydown', event => {
    const { key, isComposing } = /** @type {KeyboardEvent} */ (event);
    if (key !== 'Escape' || isComposing) return;
    event.preventDefault();
    onClose();
  });
}

/**
 * The host hears `focusin` only when the focus comes in from the page, not when it moves within the card. It
 * comes from nowhere (null) after a press on a label, which takes the focus off the page a moment earlier.
 * @param {HTMLElement} host
 * @param {ShadowRoot} root
 */
function rememberFocus(host, root) {
  /** @type {HTMLElement | null} */
  let before = null;
  host.addEventListener('focusin', event => {
    before = /** @type {HTMLElement | null} */ (event.relatedTarget) ?? before;
  });
  return () => {
    const inside = /** @type {HTMLElement | null} */ (root.activeElement);
    if (inside && before?.isConnected) before.focus({ preventScroll: true });
    else inside?.blur();
  };
}

/**
 * A live region speaks about what changes in it, not about what it came with: the text must arrive a frame
 * after the region.
 * @param {HTMLElement} status
 * @param {string} text
 */
function announce(status, text) {
  requestAnimationFrame(() => requestAnimationFrame(() => status.replaceChildren(text)));
}
