// What a form is for, told from its fields, from where it stands and from what its button says; never from a value.
import { contentOf } from '../contents.js';
import { REGISTERS, RESETS } from './words.js';

/** Knows the passwords of a page before a "show" button can disguise them. @param {Document} document */
export const rememberPasswords = document => document.querySelectorAll('[type=password]').forEach(contentOf);

/** @param {string[]} contents CONTENT words of its fields @param {string} place where it stands
 * @param {string} [words] folded: its own names and its button
 * @returns {string} one of the FORM words */
export function formFor(contents, place, words = '') {
  const has = (/** @type {string} */ content) => contents.includes(content);
  const few = contents.length < 4;
  const secrets = contents.filter(content => content === 'password').length;
  if (has('search') && few) return 'search';
  if (has('coupon') && contents.length < 3) return 'coupon';
  if (few && RESETS.test(words) && (secrets || has('email'))) return 'password_reset';
  if (has('street') || has('postcode') || has('card')) return 'checkout';
  if (secrets === 1 && few && !REGISTERS.test(words)) return has('name') ? 'register' : 'login';
  if (place === 'checkout') return 'checkout';
  if (secrets) return 'register';
  if (has('quantity') || place === 'cart') return 'cart';
  if (has('email') && few) return place === 'login' ? 'login' : 'newsletter';
  return 'other';
}
