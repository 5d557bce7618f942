// Which element was meant, in words and keys that survive a re-render, the next page view and the next visit.
import { PRIVATE, redactText, textOf } from './redact.js';
import { fold, hash } from './text.js';

const BUTTONS = '[type=button],[type=submit],[type=reset],[type=image]';
const CHOICES = '[type=checkbox],[type=radio],[type=range],[type=color],[type=file]';

/** Where text is typed or chosen. */
export const TEXT_FIELD = `textarea,select,input:not(${BUTTONS},${CHOICES}),[contenteditable]:not([contenteditable=false])`;

/** What the platform, or a role, makes operable. */
export const CONTROL =
  'a[href],button,input,select,textarea,summary,label,area,video[controls],audio[controls],' +
  '[onclick],[tabindex]:not([tabindex^="-"]),[contenteditable]:not([contenteditable=false]),' +
  [
    ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'option', 'slider', 'spinbutton', 'combobox'],
    ...['textbox', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'treeitem', 'gridcell'],
  ]
    .map(role => `[role=${role}]`)
    .join();

const TEST_IDS = ['data-testid', 'data-test', 'data-test-id', 'data-cy', 'data-qa', 'data-id', 'data-name'];

/** @type {Record<string, string>} roles of tags that have one, where no role is given */
const ROLES = {
  A: 'link',
  BUTTON: 'button',
  SUMMARY: 'button',
  SELECT: 'combobox',
  TEXTAREA: 'textbox',
  IMG: 'img',
};

/** Ids that a framework counts up or hashes: ":r3:", "css-1x2y", "radix-12ab", four digits and more.
 * @param {string} id */
export const isGenerated = id =>
  /^[:«_]|[:»]$|\d{4}|^(css|sc|jss|emotion|radix|headlessui|mui|ember|react|uid|el|yui)[-_:]|(^|[-_])(?=[a-z]*\d)[a-z\d]*\d[a-z]+\d[a-z\d]*($|[-_])/i.test(
    id,
  );

/** @param {Element} element */
export function roleOf(element) {
  const said = element.getAttribute('role');
  if (said) return said.split(' ')[0];
  const { tagName } = element;
  if (tagName !== 'INPUT') return ROLES[tagName] || tagName.toLowerCase();
  if (element.matches(BUTTONS)) return 'button';
  return element.matches(CHOICES) ? /** @type {HTMLInputElement} */ (element).type : 'textbox';
}

/** Among these, which one was chosen is an answer of the visitor's: a birthday, a country. */
const ANSWERS = 'option,[role=option],[role=gridcell]';

/** The accessible name, redacted: what the shop calls it, never what stands in it.
 * @param {Element} element @param {number} [most] */
export function nameOf(element, most = 60) {
  if (element.closest(`${PRIVATE},${ANSWERS}`)) return '';
  const from = (/** @type {string} */ name) => element.getAttribute(name) || '';
  const by = from('aria-labelledby').split(' ')[0];
  const labels = /** @type {HTMLInputElement} */ (element).labels;
  const name =
    from('aria-label') ||
    (by && textOf(element.ownerDocument.getElementById(by), most)) ||
    (labels && textOf(labels[0], most)) ||
    (element.matches(BUTTONS) && from('value')) ||
    (element.matches(CONTROL) && !element.matches(TEXT_FIELD) && textOf(element, most)) ||
    from('alt') ||
    from('placeholder') ||
    from('title') ||
    element.querySelector('img[alt]')?.getAttribute('alt') ||
    '';
  return redactText(name, most);
}

/** A name of its own that an element has, or ''. @param {Element} element */
function ownKey(element) {
  const id = element.getAttribute('id');
  if (id && !isGenerated(id)) return `#${redactText(id, 60)}`;
  for (const name of TEST_IDS) {
    const value = element.getAttribute(name);
    if (value && !isGenerated(value)) return `${name}=${redactText(value, 60)}`;
  }
  const name = element.matches('input,select,textarea,button,form') && element.getAttribute('name');
  return name && !isGenerated(name) ? `${element.tagName}=${redactText(name, 60)}` : '';
}

/** What holds an element, also where a shadow root or a frame of the shop's own lies between.
 * @param {Element} element @returns {Element | null} */
function holderOf(element) {
  if (element.parentElement) return element.parentElement;
  const root = /** @type {any} */ (element.getRootNode());
  return root.host || root.defaultView?.frameElement || null;
}

/** The nearest that matches, out through shadow roots. @param {Element | null} element @param {string} selector
 * @returns {Element | null} */
export function closest(element, selector) {
  for (let at = element; at; at = /** @type {any} */ (at.getRootNode()).host) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** @param {Element} element the nearest ancestor with a name of its own, or null */
function identified(element) {
  let at = holderOf(element);
  for (let steps = 0; at && steps < 20; steps++, at = holderOf(at)) if (ownKey(at)) return at;
  return null;
}

/** Tags and places among siblings, from the nearest identified ancestor, five at most.
 * @param {Element} element @param {Element | null} root */
function path(element, root) {
  let steps = '';
  let at = /** @type {Element | null} */ (element);
  for (let depth = 0; at && at !== root && depth < 5; depth++, at = holderOf(at)) {
    let place = 1;
    for (
      let before = at.previousElementSibling;
      before && place < 50;
      before = before.previousElementSibling
    ) {
      if (before.tagName === at.tagName) place++;
    }
    steps = `>${at.tagName}${place}${steps}`;
  }
  return steps;
}

/**
 * Who an element is: its own id, else role and name below the nearest identified ancestor, else its path there.
 * Numbers in a name ("Pay (3)") may change without making it somebody else; the place tells equal names apart.
 * @param {Element} element
 * @returns {{target: number, within: number | undefined, label: string}}
 */
export function describe(element) {
  const above = identified(element);
  const within = above ? ownKey(above) : '';
  const role = roleOf(element);
  const name = nameOf(element);
  const called = name && fold(name).replace(/\d+/g, '#');
  const place = path(element, above);
  const key =
    ownKey(element) || `${within} ${called && called.length < 40 ? `${role} ${called}` : ''}${place}`;
  return {
    target: hash(key),
    within: within ? hash(within) : undefined,
    label: `${role} ${name}`.trim().slice(0, 80),
  };
}

/** @param {Element} element */
export const keyOf = element => describe(element).target;
