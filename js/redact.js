// The one file that may look at what people typed. Out of it come classes, lengths and redacted text.
import { fold, hash } from './text.js';

export const PRIVATE = '[data-koord-private]';
const SECRET = /password|card|one_time_code/;
const NOT_TEXT = `script,style,noscript,template,svg,textarea,select,option,[contenteditable]:not([contenteditable=false]),[hidden],${PRIVATE}`;

const EMAIL = /[\p{L}\p{N}.%+_'-]{1,64}(?:@|%(?:25)?40)(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,}/giu;
/** Without one there is no address. A browser takes 10 ms of a slow phone to compile EMAIL, and few texts need it. */
const AT = /@|%(?:25)?40/;
const TOKEN =
  /\beyJ[\w-]+(?:\.[\w-]*)*|\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b(?=[a-z_]*\d)(?=\d*[a-z_])\w{20,}\b/gi;
const IBAN = /\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?\b/gi;
const DIGITS = /\d(?:[\s.+_-]?\d){11,}/g;
const PHONE =
  /(?:\+|\b00)[1-9](?:[ ()./-]{0,2}\d){7,13}|\b0(?:[ /-]?\d){8,10}\b|(?:\(\d{3}\) ?|\b\d{3}[-.])\d{3}[-.]\d{4}\b/g;

/** Without one of these there is nothing to take out: most texts of a shop are done after one look. */
const PERHAPS = /@|%\d|[a-z]\d\d|(\d\D*){8}|eyj|[\da-f]{8}-|\w{20}/i;

/** Luhn's check of 12 to 19 digits. @param {string} digits */
function isCard(digits) {
  if (digits.length < 12 || digits.length > 19) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = +digits[digits.length - 1 - i] * (i % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Replaces every card in a run of digits; a card begins and ends where a group of digits does,
 * so that "2 x 4111 1111 1111 1111" and an order number beside a card are told apart. @param {string} run @returns {string} */
function redactCards(run) {
  const starts = [...run.matchAll(/\d+/g)];
  for (const from of starts) {
    for (const to of starts.slice().reverse()) {
      const end = to.index + to[0].length;
      if (isCard(run.slice(from.index, end).replace(/\D/g, ''))) {
        return `${run.slice(0, from.index)}<card>${redactCards(run.slice(end))}`;
      }
    }
  }
  return run;
}

/** ISO 13616: the country moved to the end, letters as numbers, leaves 1 by 97. @param {string} iban */
function isIban(iban) {
  const bare = iban.replace(/ /g, '').toUpperCase();
  let rest = 0;
  for (const letter of bare.slice(4) + bare.slice(0, 4))
    rest = +(rest + parseInt(letter, 36).toString()) % 97;
  return rest === 1;
}

/**
 * Takes e-mail addresses, cards, bank accounts, phone numbers and tokens out of a text.
 * @param {string} text @param {number} [most] characters
 */
export function redactText(text, most = 200) {
  const line = String(text)
    .slice(0, most * 4) // bounds the work on a value of megabytes
    .replace(/[\s\p{Cc}]+/gu, ' ');
  return (PERHAPS.test(line) ? withoutSecrets(line) : line).slice(0, most).trim();
}

/** @param {string} line */
const withoutSecrets = line =>
  (AT.test(line) ? line.replace(EMAIL, '<email>') : line)
    .replace(IBAN, found => (isIban(found) ? '<iban>' : found))
    .replace(DIGITS, redactCards)
    .replace(PHONE, '<phone>')
    .replace(TOKEN, '<token>');

const PARAMETERS =
  /^(page|sort\w*|orderby|view|lang|(filter|facet|color|colour|kleur|farbe|size|maat|brand|merk|marke|price|prijs|categor|kategor|categ|cat$|utm_).*)$/i;
/** What shops call the query of a search. */
export const QUERIES =
  '(q|query|s|search\\w*|zoek\\w*|such\\w*|keywords?|k|term\\w*|text\\w*|find|frase|recherche|busca\\w*|ricerca|cerca|szuka\\w*|fraza)';
export const QUERY_KEY = new RegExp(`^${QUERIES}$`, 'i');

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % is no encoding
  }
}

/** @param {string} path */
export const redactPath = path =>
  path
    .split('/')
    .map(part => redactText(decoded(part), 80))
    .join('/');

/**
 * Path with the allowed parameters and a hash that is a route; whatever else an address carries is dropped.
 * @param {string} address @param {boolean} query whether search words may stay
 */
export function redactUrl(address, query = true) {
  const url = new URL(address, 'http://x');
  const allowed = [...url.searchParams]
    .filter(([name]) => PARAMETERS.test(name) || (query && QUERY_KEY.test(name)))
    .slice(0, 12)
    .map(([name, value]) => `${name}=${redactText(value, 60)}`);
  const route = /^#!?\//.test(url.hash) ? redactPath(url.hash.split('?')[0]) : '';
  return redactPath(url.pathname) + (allowed.length ? `?${allowed.join('&')}` : '') + route;
}

/** @param {string} [text] @returns {string} one of the LENGTH words */
export const lengthOf = (text = '') =>
  !text ? 'empty' : text.length < 8 ? 'short' : text.length < 32 ? 'medium' : 'long';

/** How much stands in a field. Of secrets only whether there is anything.
 * @param {Element} field @param {string} content what it is for, one of the CONTENT words @returns {string | undefined} one of the LENGTH words */
export function lengthClass(field, content) {
  const length = lengthOf(/** @type {HTMLInputElement} */ (field).value ?? field.textContent ?? '');
  return length !== 'empty' && SECRET.test(content) ? undefined : length;
}

/**
 * A search as it may be told: the redacted text, how many words, and a key that is the same for the same search.
 * @param {string} text
 */
export function queryFrom(text) {
  const query = redactText(text, 120);
  const folded = fold(query);
  return { query, key: hash(folded), words: folded ? folded.split(' ').length : 0 };
}

/** What stands in a search field. @param {Element} field */
export const queryOf = field => queryFrom(/** @type {HTMLInputElement} */ (field).value || '');

/** The number in a quantity field. @param {Element} field */
export const quantityOf = field => parseInt(/** @type {HTMLInputElement} */ (field).value, 10) || 0;

/** Equal for equal values; for comparing, now and in memory only. @param {Element} field */
export const valueMark = field => hash(/** @type {HTMLInputElement} */ (field).value || '');

/** Which distinct coupon code of this page stands in a field, from 1; 0 when none does.
 * Only hashes are kept, and only in memory. @param {Map<number, number>} seen @param {Element} field */
export function couponOrdinal(seen, field) {
  const code = fold(/** @type {HTMLInputElement} */ (field).value || '');
  if (!code) return 0;
  const key = hash(code);
  if (!seen.has(key)) seen.set(key, seen.size + 1);
  return seen.get(key) || 0;
}

/**
 * The visible text of a part of the page, as the shop wrote it: no field, nothing private, redacted.
 * @param {Element | null | undefined} root @param {number} most characters
 * @param {(parent: Element) => boolean} [keep] whether text in this element counts
 */
export function textOf(root, most = 80, keep = () => true) {
  if (!root || root.closest(PRIVATE)) return '';
  let text = '';
  let steps = 0;
  /** By hand: a TreeWalker that asks a script at every node takes three times as long. @param {Node} holder */
  const gather = holder => {
    for (let at = holder.firstChild; at && text.length < most * 2 && steps++ < 4000; at = at.nextSibling) {
      const node = /** @type {any} */ (at);
      if (node.nodeType === 3) text += ` ${node.data.trim()}`;
      else if (node.nodeType === 1 && !node.matches(NOT_TEXT) && keep(node)) gather(node);
    }
  };
  gather(root);
  return redactText(text, most);
}

const FAILED = /^(fail\w*|errors?|invalid|declined|refused|rejected|false)$/i;

/** @param {any} json @param {number} [depth] how deep a verdict may hide @returns {boolean} */
function saysError(json, depth = 2) {
  if (!json || typeof json !== 'object') return false;
  return Object.entries(json).some(([name, value]) => {
    if (/^(\w*errors?|error\w*|exception)$/i.test(name))
      return value && typeof value === 'object' ? Object.keys(value).length > 0 : !!value && value !== '0';
    if (/^(success|ok|valid|is_?valid)$/i.test(name)) return value === false || value === 0;
    if (/^(status|result|state)$/i.test(name)) return FAILED.test(String(value));
    return depth > 0 && !Array.isArray(value) && saysError(value, depth - 1);
  });
}

/** What a JSON body says; the body itself goes nowhere. @param {string} text @returns {'fine' | 'error' | 'unread'} */
export function bodyVerdict(text) {
  if (text.length > 65536) return 'unread';
  try {
    return saysError(JSON.parse(text)) ? 'error' : 'fine';
  } catch {
    return 'unread'; // no JSON
  }
}
