// card.js - the card in the corner: where it stands in the page, how it is announced, and whose the focus is.
//
// The shadow root is open. A closed one keeps no script of the page out (attachShadow can be wrapped before
// we come), but it does keep out the tools that check and repair accessibility, and honest tests.

import { element, icon } from './dom.js';
import { dress } from './style.js';

const CROSS = 'M6 6l12 12M18 6L6 18';
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/i;

/**
 * What is typed here is no business of the shop: without this its shortcuts ("/" opens the search) would act
 * on letters of an answer, and other trackers would count them.
 */
const PRIVATE_EVENTS = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'copy', 'cut', 'paste'];

/**
 * @typedef {object} Card
 * @property {(step: string, done: number, content: HTMLElement, start?: () => HTMLElement | null) => void} fill
 *   replaces what stands on the card: which step, how much is done (0 to 1), and the content, in which one element
 *   has the id `title`; a focus that was on the card goes to `start`
 * @property {(text: string) => void} announce politely, when the screen reader has time
 * @property {() => void} returnFocus gives the focus back to where it came from, if it is inside
 * @property {() => void} remove
 */

/**
 * @param {Element} mount
 * @param {Pick<import('./survey.js').Survey, 'placement' | 'theme'>} looks
 * @param {string} language
 * @param {string} closeWord
 * @param {() => void} onClose
 * @returns {Card}
 */
export function createCard(mount, { placement = 'end', theme = {} }, language, closeWord, onClose) {
  const host = element(/** @type {'section'} */ ('koord-survey'), {
    'data-koord-survey': '',
    'data-placement': placement,
  });
  for (const name of Object.keys(theme)) {
    if (name.startsWith('--koord-')) host.style.setProperty(name, theme[name]);
  }
  host.toggleAttribute('data-dark', isDark(getComputedStyle(mount).colorScheme));
  const root = host.attachShadow({ mode: 'open' });
  const status = element('div', { role: 'status', class: 'unseen', lang: language });
  const close = element('button', { type: 'button', class: 'close', 'aria-label': closeWord }, icon(CROSS));
  const bar = element('div', { class: 'bar' });
  const step = element('p', { class: 'step' });
  const content = element('div');
  const dialog = element(
    'section',
    { role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'title', lang: language },
    bar,
    close,
    step,
    content,
  );
  if (RIGHT_TO_LEFT.test(language)) dialog.dir = 'rtl';
  root.append(dialog, status);
  dress(root);

  close.addEventListener('click', onClose);
  closeOnEscape(root, onClose);
  for (const type of PRIVATE_EVENTS) root.addEventListener(type, event => event.stopPropagation());
  const returnFocus = rememberFocus(host, root);
  mount.append(host);
  const ending = new AbortController();
  // Without that file it stays where it is.
  if (placement !== 'inline')
    import('./aside.js').then(
      ({ giveWay }) => giveWay(host, dialog, ending),
      () => {},
    );

  return {
    fill(text, done, node, start) {
      const focused = root.activeElement;
      const byKeyboard = focused?.matches(':focus-visible');
      step.textContent = text;
      bar.hidden = !text;
      bar.style.width = `${done * 100}%`;
      content.replaceChildren(node);
      if (focused && start)
        turnTo(/** @type {HTMLElement} */ (root.getElementById('title')), byKeyboard && start());
    },
    announce: text => announce(status, text),
    returnFocus,
    remove() {
      ending.abort();
      returnFocus();
      host.remove();
    },
  };
}

/** What the page says; where it leaves that open, the visitor. @param {string} scheme of the page */
const isDark = scheme =>
  scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);

/**
 * In the field for those who use the keyboard, on the question for the others: a field would bring up the
 * keyboard of a phone unasked.
 * @param {HTMLElement} title
 * @param {HTMLElement | null | undefined | false} field
 */
function turnTo(title, field) {
  (field || title).focus();
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
