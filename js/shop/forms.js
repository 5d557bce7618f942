// What a form is for, told from its fields, from where it stands and from what its buttons say; never from a value.
import { contentOf } from '../contents.js';

/** Knows the passwords of a page before a "show" button can disguise them. @param {Document} document */
export const rememberPasswords = document => document.querySelectorAll('[type=password]').forEach(contentOf);

/** What a form is for, told from what its fields are for.
 * @param {string[]} contents CONTENT words of its fields @param {string} place where it stands
 * @returns {string} one of the FORM words */
export function formFor(contents, place) {
  const has = (/** @type {string} */ content) => contents.includes(content);
  if (has('search') && contents.length < 4) return 'search';
  if (has('coupon') && contents.length < 3) return 'coupon';
  if (has('street') || has('postcode') || has('card') || place === 'checkout') return 'checkout';
  if (has('password')) return 'login';
  if (has('quantity') || place === 'cart') return 'cart';
  return has('email') && contents.length < 4 ? 'newsletter' : 'other';
}
